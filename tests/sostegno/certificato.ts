/** Self-signed certificates made on the spot, with any subject and any end: no key is kept in the repository, and an expired one is as easy as a good one. */
import { generateKeyPairSync, sign } from "node:crypto";

const tlv = (tag: number, ...contenuti: readonly Uint8Array[]): Buffer => {
  const contenuto = Buffer.concat(contenuti);
  const { length } = contenuto;
  const lunghezza = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...lunghezza]), contenuto]);
};
const sequenza = (...parti: readonly Uint8Array[]): Buffer => tlv(0x30, ...parti);
const esadecimale = (testo: string): Buffer => Buffer.from(testo, "hex");

const ECDSA_SHA256 = sequenza(tlv(0x06, esadecimale("2a8648ce3d040302")));
const TIPI = { C: "550406", O: "55040a", CN: "550403" } as const;

const nome = (soggetto: Readonly<Record<string, string>>): Buffer =>
  sequenza(
    ...Object.entries(TIPI).flatMap(([tipo, oid]) => {
      const valore = soggetto[tipo];
      return valore === undefined ? [] : [tlv(0x31, sequenza(tlv(0x06, esadecimale(oid)), tlv(0x0c, Buffer.from(valore))))];
    }),
  );

const tempo = (istante: string): Buffer => tlv(0x18, Buffer.from(`${istante.slice(0, 19).replace(/[-:T]/g, "")}Z`));

/** `scade`: instant of the end. The key is of the certificate, in PEM. */
export const createCertificato = (
  soggetto: Readonly<Record<string, string>>,
  scade: string,
): { readonly cert: string; readonly key: string } => {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const chi = nome(soggetto);
  const corpo = sequenza(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(0x02, Buffer.from([1])),
    ECDSA_SHA256,
    chi,
    sequenza(tempo("2020-01-01T00:00:00Z"), tempo(scade)),
    chi,
    publicKey.export({ type: "spki", format: "der" }),
  );
  const firma = tlv(0x03, Buffer.from([0]), sign("sha256", corpo, privateKey));
  const der = sequenza(corpo, ECDSA_SHA256, firma);
  const righe = der.toString("base64").replace(/(.{64})/g, "$1\n");
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${righe}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
};

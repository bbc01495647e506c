/** X.509 certificates written in DER by hand: Node makes keys but not certificates, and the signatures of the sandbox must carry one. */
import { createSign, type KeyObject } from "node:crypto";

const der = (tag: number, ...contenuti: readonly Buffer[]): Buffer => {
  const corpo = Buffer.concat(contenuti);
  const { length } = corpo;
  const lunghezza = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...lunghezza]), corpo]);
};
const sequenza = (...contenuti: readonly Buffer[]): Buffer => der(0x30, ...contenuti);
const intero = (valore: number): Buffer => der(0x02, Buffer.from([valore]));
const istante = (testo: string): Buffer => der(0x18, Buffer.from(testo, "ascii"));
const vero = der(0x01, Buffer.from([0xff]));

/** sha256WithRSAEncryption with its NULL, id-at-commonName, id-ce-basicConstraints. */
const RSA_SHA256 = sequenza(der(0x06, Buffer.from("2a864886f70d01010b", "hex")), der(0x05));
const NOME_COMUNE = der(0x06, Buffer.from("550403", "hex"));
const VINCOLI = der(0x06, Buffer.from("551d13", "hex"));

/** The extension (critical) of who may sign other certificates. */
const AUTORITA = der(0xa3, sequenza(sequenza(VINCOLI, vero, der(0x04, sequenza(vero)))));

const nome = (comune: string): Buffer => sequenza(der(0x31, sequenza(NOME_COMUNE, der(0x0c, Buffer.from(comune, "utf8")))));

export interface Validita {
  /** GeneralizedTime, `YYYYMMDDHHMMSSZ`. */
  readonly da: string;
  readonly a: string;
}

export interface Emissione {
  readonly comune: string;
  readonly pubblica: KeyObject;
  /** Who signs it: itself, or an authority. */
  readonly emittente: { readonly comune: string; readonly privata: KeyObject };
  /** Whether it may sign others. */
  readonly autorita?: boolean;
  /** Good for any day of the sandbox's clock, unless said otherwise. */
  readonly validita?: Validita;
}

/** DER. */
export const createCertificato = ({ comune, pubblica, emittente, autorita = false, validita }: Emissione): Buffer => {
  const { da, a } = validita ?? { da: "20200101000000Z", a: "20991231235959Z" };
  const spki = pubblica.export({ type: "spki", format: "der" });
  const dati = sequenza(
    ...[der(0xa0, intero(2)), intero(1), RSA_SHA256, nome(emittente.comune), sequenza(istante(da), istante(a)), nome(comune), spki],
    ...(autorita ? [AUTORITA] : []),
  );
  const firma = createSign("sha256").update(dati).sign(emittente.privata);
  return sequenza(dati, RSA_SHA256, der(0x03, Buffer.from([0]), firma));
};

export const toPem = (certificato: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${certificato.toString("base64").replace(/(.{64})/g, "$1\n")}\n-----END CERTIFICATE-----\n`;

/** A self-signed X.509 certificate, written in DER by hand: Node makes keys but not certificates, and the signatures of the sandbox must carry one. */
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

/** sha256WithRSAEncryption with its NULL, and id-at-commonName. */
const RSA_SHA256 = sequenza(der(0x06, Buffer.from("2a864886f70d01010b", "hex")), der(0x05));
const NOME_COMUNE = der(0x06, Buffer.from("550403", "hex"));

const nome = (comune: string): Buffer => sequenza(der(0x31, sequenza(NOME_COMUNE, der(0x0c, Buffer.from(comune, "utf8")))));

export interface Validita {
  /** GeneralizedTime, `YYYYMMDDHHMMSSZ`. */
  readonly da: string;
  readonly a: string;
}

/** DER. Good for any day of the sandbox's clock, unless said otherwise. */
export const createCertificato = (
  comune: string,
  privata: KeyObject,
  pubblica: KeyObject,
  { da, a }: Validita = { da: "20200101000000Z", a: "20991231235959Z" },
): Buffer => {
  const spki = pubblica.export({ type: "spki", format: "der" });
  const versione = der(0xa0, intero(2));
  const dati = sequenza(versione, intero(1), RSA_SHA256, nome(comune), sequenza(istante(da), istante(a)), nome(comune), spki);
  const firma = createSign("sha256").update(dati).sign(privata);
  return sequenza(dati, RSA_SHA256, der(0x03, Buffer.from([0]), firma));
};

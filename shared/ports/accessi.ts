/** What is remembered of how people and systems come in: sessions, failed attempts, second factors, last uses. Written through the UnitOfWork. */
import type { SecondoFattore } from "../domain/accessi/secondo-fattore.ts";
import type { Sessione } from "../domain/accessi/sessione.ts";
import type { SessioneCittadino } from "../domain/accessi/sessione-cittadino.ts";
import type { TentativiAccesso } from "../domain/accessi/tentativi.ts";

/** Plain, consistent reads. */
export interface Accessi {
  getSessione(id: string): Promise<Sessione | undefined>;
  getSessioneCittadino(id: string): Promise<SessioneCittadino | undefined>;
  getTentativi(principal: string, indirizzo: string): Promise<TentativiAccesso | undefined>;
  /** Of each of these pairs that has some: one request. */
  getTentativiDi(coppie: readonly { readonly principal: string; readonly indirizzo: string }[]): Promise<readonly TentativiAccesso[]>;
  getSecondoFattore(principal: string): Promise<SecondoFattore | undefined>;
  /** UTC instant of the last use of each secret of a principal, by id. */
  getUsi(principal: string): Promise<ReadonlyMap<string, string>>;
}

/** Secrets that only this installation can read back or recognise. */
export interface Cifra {
  /** Random text of `byte` bytes, base64url. */
  random(byte: number): string;
  seal(testo: string): string;
  /** undefined when it was not sealed by this installation. */
  open(sigillato: string): string | undefined;
  /** Keyed digest: the same text gives the same digest, and nobody without the key can try texts. */
  digest(testo: string): string;
}

/** One-time codes of an authenticator (RFC 6238). */
export interface CodiciTemporanei {
  /** Base32. */
  createSegreto(): string;
  /** Address that the authenticator reads from a QR code. */
  describeUri(segreto: string, titolare: string): string;
  /** Interval that the code belongs to, when it is right and later than `dopo`. */
  check(segreto: string, codice: string, adesso: string, dopo: number): number | undefined;
}

/** Whether a password is the one hashed. Slow on purpose. */
export interface VerificaPassword {
  verify(password: string, hash: string): Promise<boolean>;
}

/** Keys that systems present: random, long, shown once. */
export interface ChiaviApi {
  /** @param prova of an application in prova: whoever finds the key sees that it opens nothing real. */
  create(prova: boolean): { readonly chiave: string; readonly impronta: string };
}

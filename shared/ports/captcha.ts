/** Proofs of not being a program. */
import type { CaptchaEsterno } from "../domain/accessi/captcha.ts";
import type { Esito } from "../domain/esito.ts";

/** The service of others. */
export interface VerificaCaptcha {
  /** Errors: why the answer is not good. Throws when the service does not answer. */
  verify(servizio: CaptchaEsterno, risposta: string, indirizzo: string): Promise<Esito<void>>;
}

/** Names that are good once. */
export interface UsoSingolo {
  /** False when somebody took it before. `scade`: UTC instant after which it may be forgotten. */
  take(nome: string, scade: string): Promise<boolean>;
}

export interface Digest {
  sha256(testo: string): Uint8Array;
}

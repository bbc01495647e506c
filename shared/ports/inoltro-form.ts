/** Forwarding of the data of a form to an application, which answers with the debt to store (reference 1.13, row 3). */
import type { ApplicazioneInterrogabile } from "../domain/pendenze/attualizzazione.ts";
import type { RispostaVerificaEnte } from "./verifica-ente.ts";

export interface DatiDaInoltrare {
  readonly idDominio: string;
  readonly idTipoPendenza: string;
  /** JSON: as the person filled it in, or as the template made it. */
  readonly dati: unknown;
}

export interface InoltroForm {
  /** Answers within ten seconds whatever the other side does, and never throws for it. */
  forward(applicazione: ApplicazioneInterrogabile, richiesta: DatiDaInoltrare): Promise<RispostaVerificaEnte>;
}

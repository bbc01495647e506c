/** What the activation of a creditor is judged on, and how a check tells its outcome. */
import type { Applicazione } from "../anagrafiche/applicazione.ts";
import type { Creditore, Intermediario, Stazione, TipoPendenza } from "../anagrafiche/creditore.ts";
import type { Controllo } from "../controlli/controllo.ts";
import type { ControlloScadenze } from "../scadenze/scadenza.ts";

export interface DatiAttivazione {
  readonly creditore: Creditore;
  /** That of the creditor, when it is registered. */
  readonly stazione?: Stazione;
  readonly intermediario?: Intermediario;
  /** Last look at pagoPA, of accounts and station. */
  readonly controlli: readonly Controllo[];
  /** Last look at certificates and secrets. */
  readonly scadenze?: ControlloScadenze;
  /** The common types that the creditor uses. */
  readonly tipiComuni: readonly TipoPendenza[];
  readonly applicazioni: readonly Applicazione[];
}

/** MANCA stops payments; DA_VERIFICARE could, and nobody has looked or pagoPA has not been asked. */
export type StatoVerifica = "FATTO" | "MANCA" | "DA_VERIFICARE" | "NON_SERVE";

export interface Verifica {
  readonly codice: string;
  readonly stato: StatoVerifica;
  /** Sentence in Italian. */
  readonly descrizione: string;
  /** Path of the API Backoffice where it is put right, or where it is looked at. */
  readonly dove: string;
}

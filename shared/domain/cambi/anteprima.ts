/** What is known before an account is replaced: what stands in the way, and what would change. */
import type { ContoAccredito, Dominio, EntrataDominio } from "../anagrafiche/creditore.ts";
import type { Controllo } from "../controlli/controllo.ts";
import type { Pendenza } from "../pendenze/pendenza.ts";

export interface EsameCambio {
  readonly dominio: Dominio;
  readonly vecchio: ContoAccredito;
  readonly nuovo: ContoAccredito | undefined;
  /** Last look at the new account on pagoPA. */
  readonly controllo: Controllo | undefined;
  /** Of the creditor, those credited on the old account or that have it as support. */
  readonly entrate: readonly EntrataDominio[];
  /** Each makes the request impossible. */
  readonly impedimenti: readonly string[];
  readonly avvisi: readonly string[];
}

export interface ConteggioPendenze {
  readonly numero: number;
  /** The count was stopped. */
  readonly almeno: boolean;
  /** How many of them the breakdown looked at: the first loaded. */
  readonly esaminate: number;
  /** Among those looked at: notices already sent. */
  readonly notificate: number;
  readonly perTipo: readonly { readonly idTipoPendenza: string; readonly numero: number; readonly importo: bigint }[];
  readonly esempi: readonly Pendenza[];
}

export interface AnteprimaCambio {
  readonly esame: EsameCambio;
  /** Debts that name the account: they are rewritten. */
  readonly dirette: ConteggioPendenze;
  /** Debts that reach it by income: they follow the registry. */
  readonly tramiteEntrate: ConteggioPendenze;
  /** Debt types of the creditor whose templates hold the old IBAN: people have to look at them. */
  readonly tipiDaRivedere: readonly string[];
}

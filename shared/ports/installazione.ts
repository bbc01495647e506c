/** The registry read whole, and the imports of it. */

import type { Chiamante } from "../domain/anagrafiche/applicazione.ts";
import type { Creditore } from "../domain/anagrafiche/creditore.ts";
import type { DatiAttivazione } from "../domain/attivazione/verifica.ts";
import type { Esito } from "../domain/esito.ts";
import type { Importazione } from "../domain/installazione/importazione.ts";
import type { Installazione, RegoleContabili } from "../domain/installazione/installazione.ts";
import type { VoceDocumento } from "../domain/installazione/sezioni.ts";
import type { Rifiuto } from "../domain/rifiuto.ts";
import type { Traccia } from "./traccia.ts";

export interface Creditori {
  /** A creditor with all that hangs from it, in one consistent request, never remembered. */
  load(idDominio: string): Promise<Creditore | undefined>;
}

/** What else is written creditor by creditor, for those asked. */
export interface LetturaContabili {
  /** One request for a hundred creditors. */
  load(domini: readonly string[]): Promise<Pick<RegoleContabili, "impostazioni" | "instradamenti">>;
}

export interface Importazioni {
  get(id: string): Promise<Importazione | undefined>;
}

/** An entry whose body was read by the contract of its own write. */
export interface VoceAperta extends VoceDocumento {
  /** The very write of the API, with its rules. */
  save(scrivente: { readonly chiamante: Chiamante; readonly traccia: Traccia }): Promise<Esito<number, Rifiuto>>;
}

/** Between the registry and the bodies of its writes. */
export interface Traduttore {
  /** Secrets included: who shows the entries hides them. */
  describe(installazione: Installazione): readonly VoceDocumento[];
  /** Errors: Italian sentence naming the field. */
  open(voce: VoceDocumento): Esito<VoceAperta>;
}

export interface LetturaAttivazione {
  /** In two requests. undefined = there is no such creditor. */
  load(idDominio: string): Promise<Omit<DatiAttivazione, "applicazioni"> | undefined>;
}

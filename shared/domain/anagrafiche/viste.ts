/** Entries of the registry together with what they refer to, as who administers it wants to see them. */
import type { Ruolo } from "./applicazione.ts";
import type {
  ContoAccredito,
  Dominio,
  Entrata,
  EntrataDominio,
  Intermediario,
  Stazione,
  TipoPendenza,
  TipoPendenzaDominio,
  UnitaOperativa,
} from "./creditore.ts";

export interface VistaEntrataDominio {
  readonly propria: EntrataDominio;
  readonly comune: Entrata;
}

export interface VistaTipoPendenzaDominio {
  readonly propria: TipoPendenzaDominio;
  readonly comune: TipoPendenza;
}

export interface VistaDominio {
  readonly dominio: Dominio;
  readonly unita: readonly UnitaOperativa[];
  readonly conti: readonly ContoAccredito[];
  readonly entrate: readonly VistaEntrataDominio[];
  readonly tipiPendenza: readonly VistaTipoPendenzaDominio[];
}

export interface VistaStazione {
  readonly stazione: Stazione;
  readonly domini: readonly Dominio[];
}

export interface VistaIntermediario {
  readonly intermediario: Intermediario;
  readonly stazioni: readonly Stazione[];
}

export interface DominioInAmbito {
  readonly dominio: Dominio;
  readonly unita: readonly UnitaOperativa[];
}

export interface VistaUtenza<U> {
  readonly utenza: U;
  readonly domini: "*" | readonly DominioInAmbito[];
  readonly tipiPendenza: "*" | readonly TipoPendenza[];
  readonly ruoli: readonly Ruolo[];
}

/** How a creditor wants its money matched: what it may differ by, how long to wait, whether its own system notifies. */
import type { RegolaEsterna } from "../rendicontazioni/pagamenti-esterni.ts";
import { IMPOSTAZIONI_PREDEFINITE, type Impostazioni } from "../riscontri/evidenze.ts";

export interface NuoveImpostazioni extends Impostazioni {
  /** In order: the first that takes a payment says what it is. Absent = none. */
  readonly pagamentiEsterni?: { readonly regole: readonly RegolaEsterna[] };
}

export interface ImpostazioniRiscontri extends NuoveImpostazioni {
  readonly versione: number;
  readonly idDominio: string;
  readonly principal: string;
  /** Instant of the last change. */
  readonly data: string;
}

export const impostazioniPredefinite = (idDominio: string): ImpostazioniRiscontri => ({
  ...IMPOSTAZIONI_PREDEFINITE,
  ...{ versione: 0, idDominio, principal: "", data: "" },
});

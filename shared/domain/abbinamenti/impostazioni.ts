/** How a creditor wants its money matched: what it may differ by, how long to wait, whether its own system notifies. */
import { IMPOSTAZIONI_PREDEFINITE, type Impostazioni } from "../riscontri/evidenze.ts";

export interface ImpostazioniRiscontri extends Impostazioni {
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

/** Debt types of a creditor, as they are read: the common values and what the creditor changes in them. */

import { seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import type { TipoPendenzaDominio } from "../../domain/anagrafiche/creditore.ts";
import type { VistaTipoPendenzaDominio } from "../../domain/anagrafiche/viste.ts";
import { defineAnagrafica } from "./anagrafica.ts";
import { joinComuni } from "./join-comuni.ts";
import { type FiltriTipi, hasForm, matchesTipo } from "./tipi-pendenza.ts";

/** Forms and templates in force: the creditor's where it has one. */
const configurazioneDi = ({ propria, comune }: VistaTipoPendenzaDominio): Readonly<Record<string, unknown>> => ({
  ...comune.configurazione,
  ...propria.configurazione,
});

/** Whether operators have a form to insert debts of this type for this creditor. */
export const hasFormPropria = (vista: VistaTipoPendenzaDominio): boolean => hasForm(configurazioneDi(vista));

export const tipiPendenzaDominio = defineAnagrafica({
  entita: "tipoPendenzaDominio",
  view: (registro, voci: readonly TipoPendenzaDominio[]): Promise<VistaTipoPendenzaDominio[]> =>
    joinComuni(
      registro,
      "tipoPendenza",
      voci,
      (voce) => voce.idTipoPendenza,
      (voce) => voce.idTipoPendenza,
    ),
  sees: (chiamante, vista) => seesDominio(chiamante, vista.propria.idDominio),
  matches: (vista, filtri: FiltriTipi, chiamante) =>
    matchesTipo(
      { ...vista.comune, abilitato: vista.propria.abilitato ?? vista.comune.abilitato, configurazione: configurazioneDi(vista) },
      filtri,
      chiamante,
    ),
  idDi: (vista) => vista.propria.idTipoPendenza,
  ordinabili: {
    descrizione: (vista: VistaTipoPendenzaDominio) => vista.comune.descrizione,
    idTipoPendenza: (vista: VistaTipoPendenzaDominio) => vista.propria.idTipoPendenza,
  },
});

/** Findings of the daily look at pagoPA, as they are read: the most serious first. */
import { seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { type Controllo, GRAVITA, type Gravita, gravitaDi } from "../../domain/controlli/controllo.ts";
import { asStored, defineAnagrafica } from "../anagrafiche/anagrafica.ts";

interface Filtri {
  readonly idDominio?: string | undefined;
  readonly oggetto?: Controllo["oggetto"] | undefined;
  readonly gravita?: Gravita | undefined;
  readonly codice?: string | undefined;
}

const posto = (controllo: Controllo): number => {
  const gravita = gravitaDi(controllo);
  return gravita === undefined ? GRAVITA.length : GRAVITA.indexOf(gravita);
};

export const controlli = defineAnagrafica({
  entita: "controllo",
  view: asStored<Controllo>,
  sees: (chiamante, voce) => seesDominio(chiamante, voce.idDominio),
  matches: (voce, filtri: Filtri) =>
    (filtri.idDominio === undefined || voce.idDominio === filtri.idDominio) &&
    (filtri.oggetto === undefined || voce.oggetto === filtri.oggetto) &&
    (filtri.gravita === undefined || gravitaDi(voce) === filtri.gravita) &&
    (filtri.codice === undefined || voce.rilievi.some(({ codice }) => codice === filtri.codice)),
  idDi: ({ idDominio, oggetto, riferimento }) => `${idDominio}#${oggetto}#${riferimento}`,
  ordinabili: {
    gravita: (voce: Controllo) => String(posto(voce)),
    idDominio: (voce: Controllo) => voce.idDominio,
    riferimento: (voce: Controllo) => voce.riferimento,
  },
});

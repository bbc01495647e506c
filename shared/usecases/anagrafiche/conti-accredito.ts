/** Accounts of a creditor, as they are read. */
import { seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import type { ContoAccredito } from "../../domain/anagrafiche/creditore.ts";
import { asStored, defineAnagrafica } from "./anagrafica.ts";
import { containsTesto } from "./contains-testo.ts";

interface Filtri {
  readonly abilitato?: boolean | undefined;
  readonly iban?: string | undefined;
}

const ibanDi = (voce: ContoAccredito): string => voce.iban;

export const contiAccredito = defineAnagrafica({
  entita: "conto",
  view: asStored<ContoAccredito>,
  sees: (chiamante, voce) => seesDominio(chiamante, voce.idDominio),
  matches: (voce, filtri: Filtri) =>
    (filtri.abilitato === undefined || voce.abilitato === filtri.abilitato) && containsTesto(voce.iban, filtri.iban),
  idDi: ibanDi,
  ordinabili: { ibanAccredito: ibanDi, iban: ibanDi, descrizione: (voce: ContoAccredito) => voce.descrizione ?? "" },
});

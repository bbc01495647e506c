/** Who the Node is talking to, in the legacy family: as for paForNode, plus the version of the station, which says whether the family is spoken at all. */
import type { Creditore } from "../../../domain/anagrafiche/creditore.ts";
import { type Esito, ko } from "../../../domain/esito.ts";
import type { FaultPa } from "../../../domain/pagamenti/messaggi-nodo.ts";
import { type IntestazionePpt, toTestata } from "../../../domain/storico/messaggi-storici.ts";
import type { Anagrafiche } from "../../../ports/anagrafiche.ts";
import { checkTestata } from "../check-testata.ts";

export interface RichiestaIntestazione {
  readonly intestazione: IntestazionePpt;
  readonly principal: string;
  /** A receipt is taken whatever the station became since the payment began: it tells of money. */
  readonly ricevuta: boolean;
}

export type CheckIntestazione = (richiesta: RichiestaIntestazione) => Promise<Esito<Creditore, FaultPa>>;

export const checkIntestazione = ({ anagrafiche }: { readonly anagrafiche: Anagrafiche }): CheckIntestazione => {
  const check = checkTestata({ anagrafiche });
  return async ({ intestazione, principal, ricevuta }) => {
    const testata = toTestata(intestazione);
    const creditore = await check({ testata, principal, ricevuta });
    if (!creditore.ok || ricevuta) return creditore;
    const stazione = await anagrafiche.getStazione(testata.idStation);
    if (stazione?.versioneStazione === "V1") return creditore;
    return ko({
      faultCode: "PAA_STAZIONE_INT_ERRATA",
      id: testata.idPA,
      description: `identificativoStazioneIntermediarioPA: la stazione ${testata.idStation} è di versione 2 e non usa le primitive storiche`,
    });
  };
};

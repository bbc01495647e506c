/** The checks of a header for a call of the Node that has none: broker and station are those of the creditor named in the path. */
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { FaultPa, Testata } from "../../domain/pagamenti/messaggi-nodo.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { CheckTestata } from "./check-testata.ts";

export interface DominioChiamato {
  readonly creditore: Creditore;
  readonly testata: Testata;
}

export type CheckDominio = (idPA: string, principal: string) => Promise<Esito<DominioChiamato, FaultPa>>;

export const checkDominio =
  ({ anagrafiche, checkTestata }: { readonly anagrafiche: Anagrafiche; readonly checkTestata: CheckTestata }): CheckDominio =>
  async (idPA, principal) => {
    const dominio = (await anagrafiche.getCreditore(idPA))?.dominio;
    const stazione = dominio?.stazione === undefined ? undefined : await anagrafiche.getStazione(dominio.stazione);
    if (dominio?.abilitato && !stazione)
      return ko({ faultCode: "PAA_STAZIONE_INT_ERRATA", id: idPA, description: `il dominio ${idPA} non ha una stazione registrata` });
    const testata = { idPA, idBrokerPA: stazione?.idIntermediario ?? "", idStation: stazione?.idStazione ?? "" };
    const esito = await checkTestata({ testata, principal, ricevuta: false });
    return esito.ok ? ok({ creditore: esito.valore, testata }) : esito;
  };

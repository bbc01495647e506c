/** What the loads of an operator share, however the names of the debt arrive: in the path, in the body, or out of a form. */

import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Esito } from "../../domain/esito.ts";
import type { NuovaPendenza } from "../../domain/pendenze/nuova-pendenza.ts";
import type { Traccia } from "../../ports/traccia.ts";
import { presentPendenzaCreataOperatore } from "../../presenters/backoffice/pendenza-creata.ts";
import { presentEtag, toCondizione } from "../../presenters/comuni/versione.ts";
import { refuse, reply } from "../http/richiesta.ts";
import { print, save } from "../wiring/caricamento-operatore.ts";

interface Scambio {
  readonly chiamante: Chiamante;
  readonly traccia: Traccia;
  readonly ifMatch?: string;
  readonly stampaAvviso: boolean;
}

export const loadPendenza = async (
  chiave: { readonly idA2A: string; readonly idPendenza: string },
  nuova: Esito<NuovaPendenza>,
  { chiamante, traccia, ifMatch, stampaAvviso }: Scambio,
) => {
  if (!nuova.ok) return refuse({ codice: "SINTASSI", dettaglio: nuova.errore });
  const esito = await save({ ...chiave, nuova: nuova.valore, chiamante, traccia, ...toCondizione(ifMatch) });
  if (!esito.ok) return refuse(esito.errore);
  const { pendenza, creata, scritta } = esito.valore;
  if (!scritta) traccia.omit();
  const pdf = stampaAvviso ? await print(pendenza) : undefined;
  return reply(creata ? 201 : 200, presentPendenzaCreataOperatore(pendenza, pdf), presentEtag(pendenza));
};

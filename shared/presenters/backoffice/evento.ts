/** Journal entries on the wire (reference 2.9), and the search for them. */
import type * as z from "zod";
import type { findEventi } from "../../contracts/backoffice/eventi.ts";
import { definiti } from "../../domain/definiti.ts";
import type { ParametriEvento } from "../../domain/eventi.ts";
import { toRigheSanp } from "../../domain/eventi-sanp.ts";
import type { EventoArchiviato, MessaggioConservato } from "../../ports/giornale.ts";
import { toIntervallo, toOrdine } from "../comuni/filtri.ts";

interface EventoLetto extends EventoArchiviato {
  readonly contenuti?: { readonly richiesta?: Uint8Array; readonly risposta?: Uint8Array };
}

const presentMessaggio = (parametri: ParametriEvento, messaggio: MessaggioConservato | undefined, contenuto: Uint8Array | undefined) => {
  const { url, method, status, headers, tagliato } = parametri;
  return definiti({
    url,
    method,
    status,
    headers: headers?.map(({ nome, valore }) => ({ nome, valore })),
    payload: contenuto && Buffer.from(contenuto).toString("base64"),
    digest: messaggio?.digest,
    tagliato,
  });
};

export const presentEventoIndex = ({ riferimento, evento, messaggi, contenuti }: EventoLetto) => {
  // The digest of a citizen is a key of ours: it says nothing to who reads.
  const {
    id: _,
    cittadino: _cittadino,
    durataMillisecondi,
    parametriRichiesta,
    parametriRisposta,
    principal,
    datiPagoPA,
    ...campi
  } = evento;
  return {
    ...campi,
    id: riferimento,
    durataEvento: durataMillisecondi,
    ...(datiPagoPA && { datiPagoPA: { ...datiPagoPA } }),
    ...((parametriRichiesta || principal !== undefined) && {
      parametriRichiesta: {
        ...(parametriRichiesta && presentMessaggio(parametriRichiesta, messaggi.richiesta, contenuti?.richiesta)),
        dataOraRichiesta: parametriRichiesta?.data ?? evento.dataEvento,
        ...(principal !== undefined && { principal }),
      },
    }),
    ...(parametriRisposta && {
      parametriRisposta: {
        ...presentMessaggio(parametriRisposta, messaggi.risposta, contenuti?.risposta),
        dataOraRisposta: parametriRisposta.data,
      },
    }),
  };
};

export const presentEvento = (letto: EventoLetto) => ({
  ...presentEventoIndex(letto),
  righeSanp: toRigheSanp(letto.evento).map((riga) => ({ ...riga })),
});

type Query = z.output<(typeof findEventi)["query"]>;

export const toRicercaEventi = (query: Query) => {
  const {
    ordinamento,
    dataDa,
    dataA,
    pagina: _p,
    risultatiPerPagina: _r,
    metadatiPaginazione: _m,
    maxRisultati: _x,
    cursore: _c,
    ...filtri
  } = query;
  return { ...definiti(filtri), ...toIntervallo({ dataDa, dataA }), ordine: toOrdine(ordinamento), messaggi: filtri.messaggi };
};

/** From the queries of payments, attempts and accounting of this API to the filters of their use cases. */
import type * as z from "zod";
import type { findFlussiRendicontazione } from "../../contracts/backoffice/flussi-rendicontazione.ts";
import type { findIncassi } from "../../contracts/backoffice/incassi.ts";
import type { findPagamenti } from "../../contracts/backoffice/pagamenti.ts";
import type { findRendicontazioni } from "../../contracts/backoffice/rendicontazioni.ts";
import type { findRiscossioni } from "../../contracts/backoffice/riscossioni.ts";
import type { findRpp } from "../../contracts/backoffice/rpp.ts";
import { definiti } from "../../domain/definiti.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import { toIntervallo, toOrdine } from "../comuni/filtri.ts";
import { toFiltriRpp } from "../pendenze/filtri.ts";
import { toStatoFlusso } from "../riconciliazione/flusso.ts";
import { toStatoRiconciliazione } from "./incasso.ts";

type Query<O extends { readonly query: z.ZodType }> = z.output<O["query"]>;

export const toFiltriRiscossioni = (query: Query<typeof findRiscossioni>) => {
  const { idDominio, idA2A, idPendenza, idUnita, idTipoPendenza, stato, tipo, iuv, iur, direzione, divisione, tassonomia } = query;
  return {
    ...definiti({ idDominio, idA2A, idPendenza, idUnita, idTipoPendenza, stato, iuv, iur }),
    ...definiti({ tipi: tipo, direzioni: direzione, divisioni: divisione, tassonomie: tassonomia }),
    ...toIntervallo(query),
    ordine: toOrdine(query.ordinamento),
  };
};

export const toFiltriFlussi = (query: Query<typeof findFlussiRendicontazione>) => {
  const { idDominio, incassato, idFlusso, stato, iuv, escludiObsoleti } = query;
  return {
    ...definiti({ idDominio, incassato, idFlusso, iuv, stato: stato && toStatoFlusso(stato) }),
    ...toIntervallo(query),
    escludiObsoleti,
    ordine: toOrdine(query.ordinamento),
  };
};

/** Rows have the day of their outcome: an instant counts for the day it falls on in Rome. */
export const toRicercaRendicontazioni = (query: Query<typeof findRendicontazioni>) => {
  const { idDominio, idFlusso, iuv, direzione, divisione, escludiObsoleti } = query;
  const { da, a } = toIntervallo(query);
  const flusso = toIntervallo({ dataDa: query["flussoRendicontazione.dataFlussoDa"], dataA: query["flussoRendicontazione.dataFlussoA"] });
  return {
    ...definiti({ idDominio, idFlusso, iuv, direzioni: direzione, divisioni: divisione }),
    ...definiti({ da: da && giornoDi(da), a: a && giornoDi(a), flussoDa: flusso.da, flussoA: flusso.a }),
    escludiObsoleti,
    ordine: toOrdine(query.ordinamento),
  };
};

export const toFiltriIncassi = (query: Query<typeof findIncassi>) => {
  const { idDominio, sct, idFlusso, iuv, stato } = query;
  return {
    ...definiti({ idDominio, sct, idFlusso, iuv, stato: stato && toStatoRiconciliazione(stato) }),
    ...toIntervallo(query),
    ordine: toOrdine(query.ordinamento),
  };
};

export const toFiltriPagamenti = (query: Query<typeof findPagamenti>) => {
  const { stato, versante, idSessionePortale, verificato, idDebitore, id, severitaDa, severitaA, idDominio, iuv, idA2A, idPendenza } =
    query;
  return {
    ...definiti({
      stato,
      versante,
      idSessionePortale,
      verificato,
      idDebitore,
      id,
      severitaDa,
      severitaA,
      idDominio,
      iuv,
      idA2A,
      idPendenza,
    }),
    ...toIntervallo(query),
    ordine: toOrdine(query.ordinamento),
  };
};

export const toFiltriRppOperatore = (query: Query<typeof findRpp>) => {
  const { esito, idUnita, idTipoPendenza, direzione, divisione, tassonomia, anagraficaDebitore } = query;
  const esitoPagamento = esito === "DECORENNZA_PARZIALE" ? "DECORRENZA_PARZIALE" : esito;
  return {
    ...toFiltriRpp({ ...query, ...definiti({ esitoPagamento }) }),
    ...definiti({ idUnita, idTipoPendenza, tassonomia, anagraficaDebitore, direzioni: direzione, divisioni: divisione }),
  };
};

/** From the query of a list of debts or attempts to the filters of its use case. */
import type { NomeApi } from "../../contracts/operation.ts";
import { definiti } from "../../domain/definiti.ts";
import type { StatoPendenzaEsposto } from "../../domain/pendenze/stati-pendenza.ts";
import { toIntervallo, toOrdine } from "../comuni/filtri.ts";
import { toStati } from "./pendenza-index.ts";

interface QueryPendenze {
  readonly ordinamento: string;
  readonly dataDa?: string | undefined;
  readonly dataA?: string | undefined;
  readonly idDominio?: string;
  readonly idA2A?: string;
  readonly idPendenza?: string;
  readonly idDebitore?: string;
  readonly iuv?: string;
  readonly stato?: StatoPendenzaEsposto;
  readonly idTipoPendenza?: readonly string[];
  readonly idPagamento?: string;
  readonly direzione?: string;
  readonly divisione?: string;
  readonly mostraSpontaneiNonPagati?: boolean;
}

export const toFiltriPendenze = (api: NomeApi, query: QueryPendenze) => {
  const { idDominio, idA2A, idPendenza, idDebitore, iuv, idPagamento, direzione, divisione } = query;
  return {
    ...definiti({ idDominio, idA2A, idPendenza, idDebitore, iuv, idPagamento, direzione, divisione }),
    ...(query.idTipoPendenza && { idTipiPendenza: query.idTipoPendenza }),
    ...toStati(api, query.stato),
    ...toIntervallo(query),
    mostraSpontaneiNonPagati: query.mostraSpontaneiNonPagati ?? false,
    ordine: toOrdine(query.ordinamento),
  };
};

interface QueryRpp {
  readonly ordinamento: string;
  readonly idDominio?: string;
  readonly iuv?: string;
  readonly ccp?: string;
  readonly idA2A?: string;
  readonly idPendenza?: string;
  readonly idDebitore?: string;
  readonly idPagamento?: string;
  readonly esitoPagamento?: string;
  readonly dataRptDa?: string;
  readonly dataRptA?: string;
  readonly dataRtDa?: string;
  readonly dataRtA?: string;
}

export const toFiltriRpp = (query: QueryRpp) => {
  const { idDominio, iuv, ccp, idA2A, idPendenza, idDebitore, idPagamento, esitoPagamento } = query;
  const { da: ricevutaDa, a: ricevutaA } = toIntervallo({ dataDa: query.dataRtDa, dataA: query.dataRtA });
  return {
    ...definiti({ idDominio, iuv, ccp, idA2A, idPendenza, idDebitore, idPagamento, esitoPagamento, ricevutaDa, ricevutaA }),
    ...toIntervallo({ dataDa: query.dataRptDa, dataA: query.dataRptA }),
    ordine: toOrdine(query.ordinamento),
  };
};

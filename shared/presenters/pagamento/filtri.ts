/** From the query of a list of portal payments to the filters of its use case. */
import { definiti } from "../../domain/definiti.ts";
import { toIntervallo, toOrdine } from "../comuni/filtri.ts";

interface QueryPagamenti {
  readonly ordinamento: string;
  readonly stato?: string | undefined;
  readonly id?: string | undefined;
  readonly idSessionePortale?: string | undefined;
  readonly idSessionePsp?: string | undefined;
  readonly idVersante?: string | undefined;
  readonly idDebitore?: string | undefined;
  readonly dataDa?: string | undefined;
  readonly dataA?: string | undefined;
}

export const toFiltriPagamenti = (query: QueryPagamenti) => {
  const { stato, id, idSessionePortale, idSessionePsp, idVersante, idDebitore } = query;
  return {
    ordine: toOrdine(query.ordinamento),
    ...definiti({ stato, id, idSessionePortale, idSessionePsp, idVersante, idDebitore }),
    ...toIntervallo(query),
  };
};

type QueryV1 = Omit<QueryPagamenti, "idVersante" | "idSessionePsp" | "idDebitore"> & {
  readonly versante?: string | undefined;
  readonly idSessione?: string | undefined;
};

/** Under the names of v2. */
export const toFiltriPagamentiV1 = ({ versante, idSessione, ...query }: QueryV1) =>
  toFiltriPagamenti({ ...query, idVersante: versante, idSessionePsp: idSessione });

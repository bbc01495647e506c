/** Portal payments for operators: with what they noted of them, and the attempts that came of each. */

import type * as z from "zod";
import type { VariazionePagamento as Operazione } from "../../contracts/backoffice/pagamenti.ts";
import { API_BASE } from "../../contracts/operation.ts";
import { definiti } from "../../domain/definiti.ts";
import type { Pagamento } from "../../domain/pagamenti/pagamento.ts";
import type { VariazionePagamento } from "../../domain/pagamenti/variazioni-pagamento.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { selectCampi } from "../comuni/campi.ts";
import { presentComunePagamento, presentPosizioni } from "../pagamento/pagamento.ts";
import type { RppDaMostrare } from "../pendenze/rpp.ts";
import { BACKOFFICE, type Nomi } from "./pendenza-index.ts";
import { presentRppOperatore } from "./rpp.ts";

const comune = (pagamento: Pagamento) => ({
  ...presentComunePagamento(pagamento),
  idA2A: pagamento.idA2A,
  verificato: pagamento.verificato ?? false,
  ...definiti({ severita: pagamento.severita }),
});

/** An element of a list; with `campi` only those. */
export const presentPagamentoIndex = (campi?: readonly string[]) => (pagamento: Pagamento) => {
  const di = new URLSearchParams({ idPagamento: pagamento.id }).toString();
  const base = API_BASE[BACKOFFICE];
  return selectCampi({ ...comune(pagamento), pendenze: `${base}/pendenze?${di}`, rpp: `${base}/rpp?${di}` }, campi);
};

export const presentPagamento = ({
  pagamento,
  rpp,
  ...nomi
}: Nomi & { readonly pagamento: Pagamento; readonly rpp: readonly RppDaMostrare[] }) => ({
  ...comune(pagamento),
  note: (pagamento.note ?? []).map((nota) => ({ ...nota, data: toIsoRoma(nota.data) })),
  pendenze: presentPosizioni(BACKOFFICE, pagamento),
  rpp: rpp.map(presentRppOperatore(nomi)),
});

export const toVariazionePagamento = (operazione: z.output<typeof Operazione>): VariazionePagamento =>
  operazione.path === "/verificato" ? { campo: "verificato", valore: operazione.value } : { campo: "nota", valore: operazione.value };

/** Statistics as the API tells them. */
import { definiti } from "../../domain/definiti.ts";
import type { Totale } from "../../domain/statistiche/caselle.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";

export const toPeriodo = (query: { readonly dataDa?: string; readonly dataA?: string; readonly idDominio?: string }) =>
  definiti({ da: query.dataDa, a: query.dataA, idDominio: query.idDominio });

export const presentStatistica = ({ totali, da, a }: { readonly totali: readonly Totale[]; readonly da: string; readonly a: string }) => ({
  dataDa: da,
  dataA: a,
  risultati: totali.map(({ gruppo, numero, importo }) => ({ ...gruppo, numero, importo: toNumeroJson(importo) })),
});

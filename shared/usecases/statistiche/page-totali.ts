/** A page of totals, in their order. */
import type { Totale } from "../../domain/statistiche/caselle.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import { pageElenco } from "../anagrafiche/page-elenco.ts";

export const pageTotali = (totali: readonly Totale[], richiesta: RichiestaPagina): Pagina<Totale> => {
  const posti = new Map(totali.map((totale, posto) => [totale, String(posto).padStart(9, "0")]));
  return pageElenco(totali, { ...richiesta, ordinamento: [] }, {}, (totale) => posti.get(totale) ?? "");
};

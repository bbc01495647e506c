/** Query parameters that every list reads in the same way. */
import { fineGiorno, inizioGiorno, isGiorno, parseIstante } from "../../domain/valori/date.ts";

/** A day means its first instant in Europe/Rome; in `dataA` its last. The contract has already checked the form. */
const toIstante = (valore: string, diGiorno: (giorno: string) => string): string => {
  if (isGiorno(valore)) return diGiorno(valore);
  const istante = parseIstante(valore);
  return istante.ok ? istante.valore : valore;
};

export const toIntervallo = (query: {
  readonly dataDa?: string | undefined;
  readonly dataA?: string | undefined;
}): { da?: string; a?: string } => ({
  ...(query.dataDa !== undefined && { da: toIstante(query.dataDa, inizioGiorno) }),
  ...(query.dataA !== undefined && { a: toIstante(query.dataA, fineGiorno) }),
});

/** `-campo` is descending; `+` arrives as a blank when the caller does not encode it. */
export const toOrdine = (ordinamento: string): "asc" | "desc" => (ordinamento.startsWith("-") ? "desc" : "asc");

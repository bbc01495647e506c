/** What an operator may change of a portal payment (reference 1.11, row 57): that it was examined, and notes. */
import { type Esito, ok } from "../esito.ts";
import { type Rifiuto, rifiuto } from "../rifiuto.ts";
import type { Pagamento } from "./pagamento.ts";

export type VariazionePagamento =
  | { readonly campo: "verificato"; readonly valore: boolean }
  | { readonly campo: "nota"; readonly valore: { readonly oggetto: string; readonly testo: string } };

/** Notes live in the item of the payment: their number has a limit. */
const NOTE_MASSIME = 50;

/** All or none, in the order given. `adesso` is an instant. */
export const applyVariazioniPagamento = (
  pagamento: Pagamento,
  variazioni: readonly VariazionePagamento[],
  autore: string,
  adesso: string,
): Esito<Pagamento, Rifiuto<"SINTASSI">> => {
  let corrente = pagamento;
  for (const variazione of variazioni) {
    const note = corrente.note ?? [];
    if (variazione.campo === "verificato") corrente = { ...corrente, verificato: variazione.valore };
    else if (note.length >= NOTE_MASSIME) return rifiuto("SINTASSI", `nota: il pagamento ha già ${NOTE_MASSIME} note, il massimo`);
    else corrente = { ...corrente, note: [...note, { ...variazione.valore, data: adesso, autore }] };
  }
  return ok(corrente);
};

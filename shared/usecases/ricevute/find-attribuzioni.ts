/** The list of the collected amounts, with what the rules of the creditors say of those that have no debt here: one request more, none for a page of known debts. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Attribuzione, createClassificatore, isEsterna } from "../../domain/rendicontazioni/pagamenti-esterni.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import type { PagamentiEsterni } from "../../ports/pagamenti-esterni.ts";
import type { RichiestaPagina } from "../../ports/pagina.ts";
import { type FiltriRiscossioni, findRiscossioni } from "./find-riscossioni.ts";

type Porte = Parameters<typeof findRiscossioni>[0] & { readonly esterni: PagamentiEsterni };

export const findRiscossioniAttribuite = (porte: Porte) => {
  const find = findRiscossioni(porte);
  return async (filtri: FiltriRiscossioni, richiesta: RichiestaPagina, chiamante: Chiamante) => {
    const trovate = await find(filtri, richiesta, chiamante);
    const classify = createClassificatore(await porte.esterni.getContesto(trovate.pagina.elementi));
    const attribuzioneDi = (riscossione: Riscossione): Attribuzione | undefined =>
      isEsterna(riscossione) ? classify(riscossione).attribuzione : undefined;
    return { ...trovate, attribuzioneDi };
  };
};

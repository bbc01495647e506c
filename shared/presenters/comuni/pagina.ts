/** From a page of the archive to GovPay's envelope, and from query parameters to a request of a page. */
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";

interface ParametriPagina {
  readonly pagina: number;
  readonly risultatiPerPagina: number;
  readonly metadatiPaginazione: boolean;
  readonly maxRisultati: boolean;
  readonly cursore?: string | undefined;
}

/** With `maxRisultati` the count stops here (reference 1.1). */
const TETTO_CONTEGGIO = 10_000;

export const toRichiestaPagina = (query: ParametriPagina): RichiestaPagina => ({
  limite: query.risultatiPerPagina,
  salta: (query.pagina - 1) * query.risultatiPerPagina,
  totale: query.metadatiPaginazione,
  ...(query.cursore !== undefined && { cursore: query.cursore }),
  ...(query.maxRisultati && { tettoTotale: TETTO_CONTEGGIO }),
});

/** Path of the next page: the same query with the next number and the cursor. */
const nextUrl = (url: string, pagina: number, cursore: string): string => {
  const [percorso = "", interrogazione = ""] = url.split("?");
  const parametri = new URLSearchParams(interrogazione);
  parametri.set("pagina", String(pagina));
  parametri.set("cursore", cursore);
  return `${percorso}?${parametri.toString()}`;
};

export const presentPagina = <T, R>(pagina: Pagina<T>, query: ParametriPagina, url: string, present: (elemento: T) => R) => ({
  ...(pagina.totale !== undefined && {
    numRisultati: pagina.totale,
    numPagine: query.risultatiPerPagina === 0 ? 0 : Math.ceil(pagina.totale / query.risultatiPerPagina),
  }),
  risultatiPerPagina: query.risultatiPerPagina,
  pagina: query.pagina,
  ...(pagina.cursore !== undefined && { prossimiRisultati: nextUrl(url, query.pagina + 1, pagina.cursore) }),
  ...(pagina.totaleTroncato && pagina.totale !== undefined && { maxRisultati: pagina.totale }),
  risultati: pagina.elementi.map(present),
});

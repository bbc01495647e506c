/** Sorts and pages a list that is already in memory, with the same envelope as the lists of the archive. */
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";

export interface RichiestaElenco<C extends string> extends RichiestaPagina {
  readonly ordinamento: readonly { readonly campo: C; readonly verso: "asc" | "desc" }[];
}

const collazione = new Intl.Collator("it", { sensitivity: "base", numeric: true });
const byCodice = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The cursor is the id of the last entry taken, and its position in case the entry has since left the list. */
const encodeCursore = (posizione: number, id: string): string => `${posizione}~${id}`;

const readInizio = (ids: readonly string[], cursore: string): number => {
  const [, posizione, id] = /^(\d{1,6})~(.*)$/s.exec(cursore) ?? [];
  // A cursor that is not ours reads as absent.
  if (posizione === undefined || id === undefined) return 0;
  const trovato = ids.indexOf(id);
  return trovato === -1 ? Number(posizione) : trovato + 1;
};

/** Equal entries keep the order of their ids, so that no page repeats or skips one. */
export const pageElenco = <V, C extends string>(
  viste: readonly V[],
  richiesta: RichiestaElenco<C>,
  ordinabili: Readonly<Record<C, (vista: V) => string>>,
  idDi: (vista: V) => string,
): Pagina<V> => {
  const ordinate = [...viste].sort((a, b) => {
    for (const { campo, verso } of richiesta.ordinamento) {
      const confronto = collazione.compare(ordinabili[campo](a), ordinabili[campo](b));
      if (confronto !== 0) return verso === "asc" ? confronto : -confronto;
    }
    return byCodice(idDi(a), idDi(b));
  });
  const inizio = richiesta.cursore === undefined ? richiesta.salta : readInizio(ordinate.map(idDi), richiesta.cursore);
  const fine = inizio + richiesta.limite;
  const elementi = ordinate.slice(inizio, fine);
  const ultimo = elementi.at(-1);
  const tetto = richiesta.tettoTotale ?? ordinate.length;
  return {
    elementi,
    ...(richiesta.totale && { totale: Math.min(ordinate.length, tetto), totaleTroncato: ordinate.length > tetto }),
    ...(ultimo !== undefined && fine < ordinate.length && { cursore: encodeCursore(fine, idDi(ultimo)) }),
  };
};

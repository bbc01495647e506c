/** One way to page every list: one query per list key, an opaque cursor, a total that does not read again what was already read. */
import type { Deposito, Elemento, Interrogazione, Pezzo } from "../../ports/deposito.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import { type Cursore, decodeCursore, encodeCursore, isPrima, type Posto, postoDi, ripresaDi } from "./cursore.ts";

/** Without an index the list is a stretch of one item collection, in order of sort key. */
export type Elenco = Omit<Interrogazione, "pk" | "limite" | "dopo">;

/**
 * Items that a selective filter may look at in one request, per list key: beyond, the page ends short and its cursor goes on from there.
 * At a typical item it is 30 MB, that is 30 requests of DynamoDB and a second; the count, which moves no item, goes further.
 */
const LETTI_PER_PAGINA = 20_000;
const LETTI_PER_CONTEGGIO = 100_000;

const VUOTO: Pezzo = { elementi: [] };

interface Lettura {
  readonly deposito: Deposito;
  readonly elenco: Elenco;
  readonly richiesta: RichiestaPagina;
  readonly cursore: Cursore | undefined;
  /** Matches to skip: asked for by page number, or left over by a page that ended short. */
  readonly salta: number;
  readonly filtrato: boolean;
}

const isIntervalloVuoto = ({ sk }: Elenco): boolean =>
  sk !== undefined && "da" in sk && sk.da !== undefined && sk.a !== undefined && sk.da > sk.a;

const readPezzo = async ({ deposito, elenco, richiesta, cursore, salta, filtrato }: Lettura, pk: string): Promise<Pezzo> => {
  const limite = salta + richiesta.limite;
  const ripresa = cursore && ripresaDi(elenco, pk, cursore);
  if (ripresa === "fine") return VUOTO;
  return deposito.query({
    ...elenco,
    pk,
    limite,
    ...(filtrato && { lettiMassimi: elenco.lettiMassimi ?? LETTI_PER_PAGINA }),
    ...(ripresa && ripresa !== "inizio" && { dopo: ripresa }),
  });
};

/** What the pieces did not already tell; `dopo` absent = nothing was read of that key. */
const countResto = async (
  { deposito, elenco, richiesta, filtrato }: Lettura,
  letti: readonly { readonly pk: string; readonly pezzo: Pezzo | undefined }[],
): Promise<{ numero: number; troncato: boolean }> => {
  const tetto = richiesta.tettoTotale ?? Number.MAX_SAFE_INTEGER;
  const { lettiMassimi: _, ...contato } = elenco;
  const bound = filtrato && richiesta.tettoTotale !== undefined ? { lettiMassimi: LETTI_PER_CONTEGGIO } : {};
  const conti = await Promise.all(
    letti.map(async ({ pk, pezzo }) => {
      if (pezzo && !pezzo.dopo) return { numero: pezzo.elementi.length, troncato: false };
      const resto = await deposito.count({ ...contato, pk, ...bound, ...(pezzo?.dopo && { dopo: pezzo.dopo }) }, tetto);
      return { numero: (pezzo?.elementi.length ?? 0) + resto.numero, troncato: resto.troncato };
    }),
  );
  const numero = conti.reduce((somma, conto) => somma + conto.numero, 0);
  return { numero: Math.min(numero, tetto), troncato: numero > tetto || conti.some((conto) => conto.troncato) };
};

/** Where the merge must stop: a key that ended short may hold, right after, what comes before the items of the others. */
const confineDi = ({ elenco }: Lettura, pezzi: readonly Pezzo[], limite: number): Posto | undefined =>
  pezzi
    .flatMap(({ elementi, dopo }) => (dopo && elementi.length < limite ? [postoDi(dopo)] : []))
    .reduce<Posto | undefined>((primo, posto) => (primo === undefined || isPrima(posto, primo, elenco.ordine) ? posto : primo), undefined);

/**
 * Reads a page over one or more list keys, merged in order.
 * Requests: one query per key, plus one count per key when the total is asked and more follows.
 * When the conditions let through too few to fill the page, `altrimenti` reads it instead, before any count.
 */
export const readPagina = async <T>(
  deposito: Deposito,
  elenco: Elenco,
  chiaviElenco: readonly string[],
  richiesta: RichiestaPagina,
  decode: (elemento: Elemento) => T,
  altrimenti?: () => Promise<Pagina<T>>,
): Promise<Pagina<T>> => {
  const cursore = decodeCursore(richiesta.cursore);
  const salta = cursore ? (cursore.s ?? 0) : richiesta.salta;
  const limite = salta + richiesta.limite;
  const lettura: Lettura = { deposito, elenco, richiesta, cursore, salta, filtrato: (elenco.filtri ?? []).length > 0 };
  // DynamoDB refuses an interval that ends before it starts; nothing can be in it.
  const chiavi = isIntervalloVuoto(elenco) ? [] : chiaviElenco;
  const letti = await Promise.all(
    chiavi.map(async (pk) => ({ pk, pezzo: richiesta.limite === 0 ? undefined : await readPezzo(lettura, pk) })),
  );
  const pezzi = letti.flatMap(({ pezzo }) => (pezzo ? [pezzo] : []));
  const confine = confineDi(lettura, pezzi, limite);
  if (confine !== undefined && altrimenti) return altrimenti();
  const ordinati = pezzi
    .flatMap(({ elementi }) => elementi)
    .map((elemento) => ({ elemento, posto: postoDi(elemento) }))
    .filter(({ posto }) => confine === undefined || !isPrima(confine, posto, elenco.ordine))
    .sort((a, b) => (isPrima(a.posto, b.posto, elenco.ordine) ? -1 : 1));
  const presi = ordinati.slice(salta, limite);

  const noto = cursore?.t === undefined ? undefined : { numero: cursore.t, troncato: cursore.x ?? false };
  const totale = !richiesta.totale ? undefined : cursore ? noto : await countResto(lettura, letti);
  const piena = ordinati.length > limite || (confine === undefined && pezzi.some(({ dopo }) => dopo !== undefined));
  const fine = piena ? presi.at(-1)?.posto : confine;
  const daSaltare = piena ? 0 : Math.max(0, salta - ordinati.length);
  return {
    elementi: presi.map(({ elemento }) => decode(elemento)),
    ...(totale && { totale: totale.numero, totaleTroncato: totale.troncato }),
    ...(fine && {
      cursore: encodeCursore({ ...fine, ...(daSaltare > 0 && { s: daSaltare }), ...(totale && { t: totale.numero, x: totale.troncato }) }),
    }),
  };
};

/**
 * Reads a page of a list that is short by nature (what concerns one payment code, one debt), whose key does not hold its order: one query, no count.
 * `ordine` of the items gives the order.
 */
export const readPaginaBreve = async <T>(
  deposito: Deposito,
  collezione: Omit<Interrogazione, "ordine" | "dopo" | "lettiMassimi">,
  ordine: "asc" | "desc",
  richiesta: RichiestaPagina,
  decode: (elemento: Elemento) => T,
): Promise<Pagina<T>> => {
  const { elementi } = await deposito.query({ ...collezione, ordine: "asc" });
  const cursore = decodeCursore(richiesta.cursore);
  const ordinati = elementi
    .map((elemento) => ({ elemento, posto: postoDi(elemento) }))
    .sort((a, b) => (isPrima(a.posto, b.posto, ordine) ? -1 : 1));
  const seguono = cursore ? ordinati.filter(({ posto }) => isPrima(cursore, posto, ordine)) : ordinati.slice(richiesta.salta);
  const presi = seguono.slice(0, richiesta.limite);
  const ultimo = seguono.length > presi.length ? presi.at(-1) : undefined;
  return {
    elementi: presi.map(({ elemento }) => decode(elemento)),
    ...(richiesta.totale && { totale: ordinati.length, totaleTroncato: false }),
    ...(ultimo && { cursore: encodeCursore(ultimo.posto) }),
  };
};

/** Sort keys start with an instant: an interval of instants, the end inclusive of everything in that millisecond. */
export const intervallo = (da: string | undefined, a: string | undefined): { sk?: { da?: string; a?: string } } =>
  da === undefined && a === undefined ? {} : { sk: { ...(da !== undefined && { da }), ...(a !== undefined && { a: `${a}\uffff` }) } };

/** One way to page every list: one query per list key, an opaque cursor, a total that does not read again what was already read. */
import type { Deposito, Elemento, Interrogazione, Segnaposto } from "../../ports/deposito.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";

export type Elenco = Omit<Interrogazione, "pk" | "limite" | "dopo"> & { readonly indice: string };

interface Cursore {
  /** Sort key and table key of the last item returned. */
  readonly o: string;
  readonly pk: string;
  readonly sk: string;
  readonly t?: number;
  readonly x?: boolean;
}

const encodeCursore = (cursore: Cursore): string => Buffer.from(JSON.stringify(cursore)).toString("base64url");

/** A cursor that is not ours reads as absent: the list starts from the beginning. */
const decodeCursore = (testo: string | undefined): Cursore | undefined => {
  if (!testo) return undefined;
  try {
    const valore: unknown = JSON.parse(Buffer.from(testo, "base64url").toString("utf8"));
    if (typeof valore !== "object" || valore === null) return undefined;
    const { o, pk, sk, t, x } = valore as Record<string, unknown>;
    if (typeof o !== "string" || typeof pk !== "string" || typeof sk !== "string") return undefined;
    return { o, pk, sk, ...(typeof t === "number" && { t }), ...(typeof x === "boolean" && { x }) };
  } catch {
    return undefined;
  }
};

const postoDi = (elemento: Elemento): string => `${String(elemento["ordine"])}\u0000${elemento.pk}\u0000${elemento.sk}`;

const campoChiave = { perElenco: "elenco", perApplicazione: "elencoApplicazione", perDebitore: "elencoDebitore" } as const;

const ripresa = (indice: string, pk: string, cursore: Cursore): Segnaposto => ({
  pk: cursore.pk,
  sk: cursore.sk,
  ordine: cursore.o,
  [campoChiave[indice as keyof typeof campoChiave]]: pk,
});

/**
 * Reads a page over one or more list keys, merged in order.
 * Requests: one query per key, plus one count per key when the total is asked and more follows.
 */
export const readPagina = async <T>(
  deposito: Deposito,
  elenco: Elenco,
  chiaviElenco: readonly string[],
  richiesta: RichiestaPagina,
  decode: (elemento: Elemento) => T,
): Promise<Pagina<T>> => {
  const cursore = decodeCursore(richiesta.cursore);
  const salta = cursore ? 0 : richiesta.salta;
  const tetto = richiesta.tettoTotale ?? Number.MAX_SAFE_INTEGER;
  const pezzi = await Promise.all(
    chiaviElenco.map(async (pk) => ({
      pk,
      pezzo:
        richiesta.limite === 0 && salta === 0
          ? { elementi: [], dopo: undefined }
          : await deposito.query({
              ...elenco,
              pk,
              limite: salta + richiesta.limite,
              ...(cursore && { dopo: ripresa(elenco.indice, pk, cursore) }),
            }),
    })),
  );
  const segno = elenco.ordine === "asc" ? 1 : -1;
  const tutti = pezzi.flatMap(({ pezzo }) => pezzo.elementi).sort((a, b) => (postoDi(a) < postoDi(b) ? -segno : segno));
  const presi = tutti.slice(salta, salta + richiesta.limite);
  const seguono = tutti.length > salta + richiesta.limite || pezzi.some(({ pezzo }) => pezzo.dopo !== undefined);

  let totale: { numero: number; troncato: boolean } | undefined;
  if (richiesta.totale && cursore?.t !== undefined) totale = { numero: cursore.t, troncato: cursore.x ?? false };
  else if (richiesta.totale && !cursore) {
    const conti = await Promise.all(
      pezzi.map(async ({ pk, pezzo }) => {
        if (!pezzo.dopo && !(richiesta.limite === 0 && salta === 0)) return { numero: pezzo.elementi.length, troncato: false };
        const resto = await deposito.count({ ...elenco, pk, ...(pezzo.dopo && { dopo: pezzo.dopo }) }, tetto);
        return { numero: pezzo.elementi.length + resto.numero, troncato: resto.troncato };
      }),
    );
    const numero = conti.reduce((somma, c) => somma + c.numero, 0);
    totale = { numero: Math.min(numero, tetto), troncato: numero > tetto || conti.some((c) => c.troncato) };
  }
  const ultimo = presi.at(-1);
  return {
    elementi: presi.map(decode),
    ...(totale && { totale: totale.numero, totaleTroncato: totale.troncato }),
    ...(seguono &&
      ultimo && {
        cursore: encodeCursore({
          o: String(ultimo["ordine"]),
          pk: ultimo.pk,
          sk: ultimo.sk,
          ...(totale && { t: totale.numero, x: totale.troncato }),
        }),
      }),
  };
};

/** Sort keys start with an instant: an interval of instants, the end inclusive of everything in that millisecond. */
export const intervallo = (da: string | undefined, a: string | undefined): { sk?: { da?: string; a?: string } } =>
  da === undefined && a === undefined ? {} : { sk: { ...(da !== undefined && { da }), ...(a !== undefined && { a: `${a}\uffff` }) } };

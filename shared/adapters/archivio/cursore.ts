/** The opaque cursor of a list: the place where a page ended. It is made by us but comes back from outside, so it is never trusted to fit the query. */
import type { Elemento, Interrogazione, Segnaposto } from "../../ports/deposito.ts";

/** A place in a list: its sort key there, and the key of the table, that tells apart two items of the same instant. */
export interface Posto {
  readonly o: string;
  readonly pk: string;
  readonly sk: string;
}

export interface Cursore extends Posto {
  /** Matches still to skip. */
  readonly s?: number;
  /** Total counted by the first page, and whether its count stopped early. */
  readonly t?: number;
  readonly x?: boolean;
}

type Ordine = "asc" | "desc";

/** As many as a page number may ask to skip (contracts/comuni/pagina.ts). */
const SALTO_MASSIMO = 10_000;

const isNaturale = (valore: unknown): valore is number => typeof valore === "number" && Number.isSafeInteger(valore) && valore >= 0;

export const encodeCursore = (cursore: Cursore): string => Buffer.from(JSON.stringify(cursore)).toString("base64url");

/** A cursor that is not ours reads as absent: the contract has already refused what cannot be one. */
export const decodeCursore = (testo: string | undefined): Cursore | undefined => {
  if (!testo) return undefined;
  try {
    const valore: unknown = JSON.parse(Buffer.from(testo, "base64url").toString("utf8"));
    if (typeof valore !== "object" || valore === null) return undefined;
    const { o, pk, sk, s, t, x } = valore as Record<string, unknown>;
    if (typeof o !== "string" || typeof pk !== "string" || typeof sk !== "string" || pk === "" || sk === "") return undefined;
    return {
      o,
      pk,
      sk,
      ...(isNaturale(s) && s <= SALTO_MASSIMO && { s }),
      ...(isNaturale(t) && { t }),
      ...(typeof x === "boolean" && { x }),
    };
  } catch {
    return undefined;
  }
};

export const postoDi = (elemento: Elemento | Segnaposto): Posto => ({
  o: String(elemento["ordine"] ?? ""),
  pk: String(elemento["pk"] ?? ""),
  sk: String(elemento["sk"] ?? ""),
});

const testoDi = ({ o, pk, sk }: Posto): string => `${o}\u0000${pk}\u0000${sk}`;

/** Whether a comes strictly before b in that order. */
export const isPrima = (a: Posto, b: Posto, ordine: Ordine): boolean =>
  ordine === "asc" ? testoDi(a) < testoDi(b) : testoDi(a) > testoDi(b);

const CAMPO_CHIAVE: Readonly<Record<string, string>> = {
  perElenco: "elenco",
  perApplicazione: "elencoApplicazione",
  perDebitore: "elencoDebitore",
  perConto: "elencoConto",
  perInstallazione: "elencoInstallazione",
  perIuv: "iuv",
  perSoggetto: "soggetto",
};

/** -1, 0, 1: before, inside, after the interval that the query reads. */
const dove = (valore: string, sk: Interrogazione["sk"]): -1 | 0 | 1 => {
  if (!sk) return 0;
  if ("inizia" in sk) return valore.startsWith(sk.inizia) ? 0 : valore < sk.inizia ? -1 : 1;
  if (sk.da !== undefined && valore < sk.da) return -1;
  return sk.a !== undefined && valore > sk.a ? 1 : 0;
};

/** From where to read a list key: DynamoDB refuses a start that lies outside the interval, as when a cursor is used with other dates. */
export const ripresaDi = (
  { indice, sk, ordine }: Pick<Interrogazione, "indice" | "sk" | "ordine">,
  pk: string,
  cursore: Cursore,
): Segnaposto | "inizio" | "fine" => {
  const posizione = dove(indice === undefined ? cursore.sk : cursore.o, sk);
  if (posizione !== 0) return posizione < 0 === (ordine === "asc") ? "inizio" : "fine";
  if (indice === undefined) return { pk, sk: cursore.sk };
  return { pk: cursore.pk, sk: cursore.sk, ordine: cursore.o, [CAMPO_CHIAVE[indice] ?? indice]: pk };
};

/** How an entity becomes an item and back: strict schema, keys and index attributes, in one place per entity. Amounts are cents, as numbers in the item. */
import * as z from "zod";
import type { Chiave, Elemento, NomeTabella } from "../../ports/deposito.ts";
import type { Impronte } from "../../ports/impronte.ts";
import { IMPRONTE_SENZA_CHIAVE } from "./impronte.ts";

export interface Mappa<T extends { readonly versione: number }> {
  readonly tabella: NomeTabella;
  readonly schema: z.ZodType<T>;
  chiave(valore: T): Chiave;
  /** Index keys and, where the item expires, its epoch seconds. */
  /** Tax codes among them stand as digests. */
  indici?(valore: T, impronte: Impronte): Readonly<Record<string, string | number>>;
  /** Other items that reserve a second name of the entity, or find it from elsewhere: created with it and never changed. */
  alias?(valore: T): readonly Elemento[];
}

/** The schema is built at first use: a function knows every map and reads through two or three, and building is the dear part of a cold start. */
export const defineMappa = <T extends { readonly versione: number }>({
  schema,
  ...resto
}: Omit<Mappa<T>, "schema"> & { readonly schema: () => z.ZodType<T> }): Mappa<T> => {
  let costruito: z.ZodType<T> | undefined;
  return {
    ...resto,
    get schema() {
      costruito ??= schema();
      return costruito;
    },
  };
};

export const cents = z.codec(z.number().int(), z.bigint(), { decode: (n) => BigInt(n), encode: (b) => Number(b) });
export const testo = z.string();
/** An optional field is absent, never undefined. */
export const opz = <T extends z.ZodType>(tipo: T) => z.exactOptional(tipo);
export const testoOpz = opz(testo);
export const libero = z.record(z.string(), z.unknown());
/** A document that nobody searches into: one text instead of a tree of typed attributes, which every index would copy and every read take apart. */
export const documento = z.codec(z.string(), libero, {
  decode: (scritto) => JSON.parse(scritto),
  encode: (valore) => JSON.stringify(valore),
});

const isRecord = (valore: unknown): valore is Record<string, unknown> => typeof valore === "object" && valore !== null;

export const toElemento = <T extends { readonly versione: number }>(
  mappa: Mappa<T>,
  valore: T,
  versione: number,
  impronte: Impronte = IMPRONTE_SENZA_CHIAVE,
): Elemento => {
  const campi: unknown = z.encode(mappa.schema, valore);
  if (!isRecord(campi)) throw new Error("un'entità si scrive come oggetto");
  return { ...campi, ...mappa.indici?.(valore, impronte), ...mappa.chiave(valore), versione };
};

export const fromElemento = <T extends { readonly versione: number }>(mappa: Mappa<T>, elemento: Elemento): T => {
  const esito = mappa.schema.safeDecode(elemento);
  if (!esito.success) throw new Error(`elemento ${elemento.pk} ${elemento.sk} non conforme: ${z.prettifyError(esito.error)}`);
  return esito.data;
};

/** Sort keys that hold numbers: seven digits. */
export const padProgressivo = (n: number): string => String(n).padStart(7, "0");

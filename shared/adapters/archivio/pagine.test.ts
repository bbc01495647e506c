import { beforeAll, describe, expect, it } from "vitest";
import type { Elemento } from "../../ports/deposito.ts";
import type { RichiestaPagina } from "../../ports/pagina.ts";
import { DepositoInMemoria } from "../memory/deposito.ts";
import { encodeCursore } from "./cursore.ts";
import { type Elenco, intervallo, readPagina } from "./pagine.ts";

const PER_LISTA = 45_000;
/** Five rare items, far apart, in two list keys. */
const RARI = [
  ["A", 100],
  ["B", 19_000],
  ["A", 30_000],
  ["B", 30_001],
  ["B", 44_999],
] as const;

const ordineDi = (n: number): string => String(n).padStart(6, "0");
const raro = (lista: string, n: number): boolean => RARI.some(([di, posto]) => di === lista && posto === n);
const elementi = (lista: string): Elemento[] =>
  Array.from({ length: PER_LISTA }, (_, n) => ({
    ...{ pk: `${lista}${n}`, sk: "E", versione: 1, elenco: lista, ordine: ordineDi(n), tipo: raro(lista, n) ? "raro" : "comune" },
  }));

const ELENCO: Elenco = { tabella: "archivio", indice: "perElenco", ordine: "asc" };
const SELETTIVO: Elenco = { ...ELENCO, filtri: [{ campo: "tipo", op: "=", valore: "raro" }] };

describe("a list longer than one request may read", () => {
  const letture: number[] = [];
  const deposito = new DepositoInMemoria(() => letture.push(1));
  beforeAll(async () => {
    await deposito.putMany("archivio", [...elementi("A"), ...elementi("B")]);
  });
  const read = (elenco: Elenco, richiesta: Partial<RichiestaPagina> = {}) =>
    readPagina(deposito, elenco, ["A", "B"], { limite: 10, salta: 0, totale: false, ...richiesta }, ({ pk }) => pk);
  const walk = async (elenco: Elenco, richiesta: Partial<RichiestaPagina> = {}): Promise<string[][]> => {
    const pagine: string[][] = [];
    let cursore: string | undefined;
    do {
      const pagina = await read(elenco, { ...richiesta, ...(cursore !== undefined && { cursore }) });
      pagine.push([...pagina.elementi]);
      cursore = pagina.cursore;
    } while (cursore !== undefined);
    return pagine;
  };

  it("ends its pages short when a filter is very selective, and loses nothing over the cursors", async () => {
    expect(await walk(SELETTIVO)).toEqual([["A100", "B19000"], ["A30000", "B30001"], ["B44999"]]);
    expect(await walk({ ...SELETTIVO, ordine: "desc" })).toEqual([["B44999", "B30001", "A30000"], ["B19000"], ["A100"]]);
  });

  it("keeps the order across list keys when one ends short and the other does not", async () => {
    expect((await walk(SELETTIVO, { limite: 1 })).flat()).toEqual(["A100", "B19000", "A30000", "B30001", "B44999"]);
  });

  it("reads one query per key and page, however many items it looks at", async () => {
    letture.length = 0;
    await read(SELETTIVO);
    expect(letture).toHaveLength(2);
  });

  it("goes on skipping, from page to page, what a page number asked to skip", async () => {
    expect(await walk(SELETTIVO, { salta: 3, limite: 2 })).toEqual([[], ["B30001"], ["B44999"]]);
  });

  it("counts to the end only when no ceiling is asked", async () => {
    const { totale, totaleTroncato } = await read(SELETTIVO, { totale: true });
    expect([totale, totaleTroncato]).toEqual([5, false]);
    const conTetto = await read(ELENCO, { totale: true, tettoTotale: 10_000 });
    expect([conTetto.totale, conTetto.totaleTroncato]).toEqual([10_000, true]);
    expect(await read(SELETTIVO, { totale: true, limite: 0 })).toEqual({ elementi: [], totale: 5, totaleTroncato: false });
  });

  it("carries the total in the cursor instead of counting again", async () => {
    const { cursore } = await read(SELETTIVO, { totale: true });
    letture.length = 0;
    const seconda = await read(SELETTIVO, { totale: true, ...(cursore !== undefined && { cursore }) });
    expect([seconda.totale, letture.length]).toEqual([5, 2]);
  });

  it.each<readonly [string, Elenco, string, readonly string[]]>([
    ["before the interval starts with it", { ...ELENCO, ...intervallo("000010", "000011") }, "000005", ["A10", "B10", "A11", "B11"]],
    ["inside the interval goes on from it", { ...ELENCO, ...intervallo("000010", "000011") }, "000010", ["A11", "B11"]],
    ["after the interval finds nothing", { ...ELENCO, ...intervallo("000010", "000011") }, "000020", []],
    ["after the interval, backwards, starts with it", { ...ELENCO, ordine: "desc", ...intervallo("000010", undefined) }, "9", ["B44999"]],
    ["before the interval, backwards, finds nothing", { ...ELENCO, ordine: "desc", ...intervallo("000010", undefined) }, "000005", []],
  ])("with a cursor %s", async (_dove, elenco, o, attesi) => {
    const { elementi: trovati } = await read(elenco, {
      cursore: encodeCursore({ o, pk: "Z", sk: "E" }),
      limite: attesi.length === 1 ? 1 : 10,
    });
    expect(trovati).toEqual(attesi);
  });

  it("finds nothing in an interval that ends before it starts, without asking", async () => {
    letture.length = 0;
    expect(await read({ ...ELENCO, ...intervallo("000011", "000010") }, { totale: true })).toEqual({
      ...{ elementi: [], totale: 0, totaleTroncato: false },
    });
    expect(letture).toEqual([]);
  });

  it.each(["non è base64!", "e30", Buffer.from("[1]").toString("base64url"), encodeCursore({ o: "1", pk: "", sk: "" })])(
    "starts from the beginning with the cursor %s, which is not ours",
    async (cursore) => {
      expect((await read(ELENCO, { cursore, limite: 1 })).elementi).toEqual(["A0"]);
    },
  );
});

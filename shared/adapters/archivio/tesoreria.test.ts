/** Lists of movements and of files: what each filter finds, in which order, for how many requests. */
import { beforeAll, describe, expect, it } from "vitest";
import { COMUNE, IBAN_COMUNE, UNIONE } from "../../../tests/sostegno/anagrafica.ts";
import { createLavoroTesoreria, type LavoroTesoreria, righeDi } from "../../../tests/sostegno/lavoro-tesoreria.ts";
import type { RigaLetta } from "../../domain/tesoreria/movimento.ts";
import type { FiltriMovimenti } from "../../ports/tesoreria.ts";

const riga = (n: number, altro: Partial<RigaLetta> = {}): RigaLetta => ({
  ...{
    riga: n,
    operazione: "ESEGUITO",
    segno: "ENTRATA",
    importo: BigInt(100 * n),
    dataContabile: `2026-11-${String(n).padStart(2, "0")}`,
  },
  ...{ causale: `Accredito  numero ${n}`, numeroSospeso: String(n), esercizio: 2026 },
  ...altro,
});

let lavoro: LavoroTesoreria;
let primo: string;
beforeAll(async () => {
  lavoro = await createLavoroTesoreria();
  const righe = [
    riga(1),
    riga(2, { conto: IBAN_COMUNE }),
    riga(3, { segno: "USCITA" }),
    riga(4, { operazione: "STORNATO", numeroSospeso: "1", importo: 100n }),
    riga(5),
  ];
  primo = (await lavoro.load("OPI", righeDi(righe))).id;
  await lavoro.load("OPI", righeDi([riga(6)]));
});

const find = async (
  filtri: Partial<FiltriMovimenti>,
  pagina: { limite?: number; salta?: number; cursore?: string; totale?: boolean } = {},
) => {
  lavoro.richieste.length = 0;
  const trovati = await lavoro.tesoreria.findMovimenti(
    { domini: [COMUNE], ordine: "desc", ...filtri },
    { limite: 10, salta: 0, totale: true, ...pagina },
  );
  return { numeri: trovati.elementi.map(({ numeroSospeso }) => numeroSospeso), totale: trovati.totale, cursore: trovati.cursore };
};

describe("the list of movements", () => {
  it.each<[string, Partial<FiltriMovimenti>, readonly string[]]>([
    ["everything, from the latest", {}, ["6", "5", "3", "2", "1"]],
    ["everything, from the first", { ordine: "asc" }, ["1", "2", "3", "5", "6"]],
    ["a state", { stato: "STORNATO" }, ["1"]],
    ["a state and a sign", { stato: "ESEGUITO", segno: "USCITA" }, ["3"]],
    ["an account", { conto: IBAN_COMUNE }, ["2"]],
    ["an account and a state", { conto: IBAN_COMUNE, stato: "STORNATO" }, []],
    ["days, both inclusive", { da: "2026-11-02", a: "2026-11-05" }, ["5", "3", "2"]],
    ["amounts, both inclusive", { importoDa: 200n, importoA: 300n }, ["3", "2"]],
    ["a piece of the text, however it is written", { testo: "accredito numero 5" }, ["5"]],
    ["a file", { idCaricamento: "nessuno" }, []],
    ["another creditor", { domini: [UNIONE] }, []],
    ["no creditor", { domini: [] }, []],
    ["all the creditors, in a state", { domini: "*", stato: "STORNATO" }, ["1"]],
  ])("finds by %s, in at most two requests", async (_, filtri, attesi) => {
    expect(await find(filtri)).toMatchObject({ numeri: attesi, totale: attesi.length });
    expect(lavoro.richieste.length).toBeLessThanOrEqual(2);
  });

  it("finds what a file told, also when another told it first", async () => {
    expect((await find({ idCaricamento: primo })).numeri).toEqual(["5", "3", "2", "1"]);
  });

  it("goes on from where a page ended", async () => {
    const prima = await find({}, { limite: 2 });
    const seconda = await find({}, { limite: 2, ...(prima.cursore !== undefined && { cursore: prima.cursore }) });
    expect([prima.numeri, prima.totale, seconda.numeri]).toEqual([["6", "5"], 5, ["3", "2"]]);
  });
});

it("a movement and a file are read in one request, from their key", async () => {
  const [movimento] = await lavoro.tesoreria.findMovimentiBySospeso(COMUNE, "5", 2026);
  lavoro.richieste.length = 0;
  expect(await lavoro.tesoreria.getMovimento(COMUNE, movimento?.id ?? "")).toMatchObject({ importo: 500n });
  expect(await lavoro.tesoreria.getMovimento(UNIONE, movimento?.id ?? "")).toBeUndefined();
  expect(await lavoro.tesoreria.getCaricamento(primo)).toMatchObject({ nuovi: 4, aggiornati: 1 });
  expect(lavoro.richieste).toHaveLength(3);
});

it("files are listed by creditor, state and time", async () => {
  const lista = async (filtri: Partial<Parameters<typeof lavoro.tesoreria.findCaricamenti>[0]>) =>
    (await lavoro.tesoreria.findCaricamenti({ domini: [COMUNE], ordine: "desc", ...filtri }, { limite: 10, salta: 0, totale: false }))
      .elementi.length;
  expect([
    await lista({}),
    await lista({ stato: "SCARTATO" }),
    await lista({ a: "2000-01-01" }),
    await lista({ domini: [UNIONE] }),
  ]).toEqual([2, 0, 0, 0]);
});

/** What every store must do. Run by each adapter's test, so that the memory double is as honest as DynamoDB. */
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { Deposito, Elemento, Interrogazione, Scrittura } from "./deposito.ts";

const elemento = (pk: string, sk: string, altro: Readonly<Record<string, unknown>> = {}): Elemento => ({ pk, sk, versione: 1, ...altro });
const crea = (e: Elemento): Scrittura => ({ azione: "crea", tabella: "archivio", elemento: e });

export const suiteDeposito = (create: () => Promise<Deposito>): void => {
  let deposito: Deposito;
  beforeEach(async () => {
    deposito = await create();
  });

  const put = async (...elementi: readonly Elemento[]): Promise<void> => {
    for (const e of elementi) expect(await deposito.commit([crea(e)])).toEqual([]);
  };

  const lista = (altro: Partial<Interrogazione> = {}): Interrogazione => ({
    tabella: "archivio",
    indice: "perElenco",
    pk: "E",
    ordine: "asc",
    limite: 100,
    ...altro,
  });

  describe("commit", () => {
    it("creates once: the second of the same key is refused and shown what is there", async () => {
      await put(elemento("A", "1", { nome: "primo" }));
      const contrasti = await deposito.commit([crea(elemento("A", "1", { nome: "secondo" }))]);
      expect(contrasti).toEqual([{ indice: 0, trovato: elemento("A", "1", { nome: "primo" }) }]);
    });

    it("replaces only the version that was read", async () => {
      await put(elemento("A", "1"));
      const sostituisci = (versione: number): Scrittura => ({
        azione: "sostituisci",
        tabella: "archivio",
        elemento: { ...elemento("A", "1"), versione: versione + 1 },
        versione,
      });
      expect(await deposito.commit([sostituisci(1)])).toEqual([]);
      expect(await deposito.commit([sostituisci(1)])).toMatchObject([{ indice: 0, trovato: { versione: 2 } }]);
      expect(await deposito.commit([{ ...sostituisci(7), elemento: elemento("non", "esiste") } as Scrittura])).toEqual([{ indice: 0 }]);
    });

    it("verifies a version without touching it", async () => {
      await put(elemento("A", "1"));
      const verifica = (versione: number): Scrittura => ({
        azione: "verifica",
        tabella: "archivio",
        chiave: { pk: "A", sk: "1" },
        versione,
      });
      expect(await deposito.commit([verifica(1), crea(elemento("B", "1"))])).toEqual([]);
      expect(await deposito.commit([verifica(2), crea(elemento("C", "1"))])).toHaveLength(1);
      expect(await deposito.get("archivio", { pk: "C", sk: "1" })).toBeUndefined();
    });

    it("removes an item only at the version read", async () => {
      await put(elemento("A", "1"));
      const elimina = (versione: number): Scrittura => ({ azione: "elimina", tabella: "archivio", chiave: { pk: "A", sk: "1" }, versione });
      expect(await deposito.commit([elimina(2)])).toHaveLength(1);
      expect(await deposito.get("archivio", { pk: "A", sk: "1" })).toBeDefined();
      expect(await deposito.commit([elimina(1), crea(elemento("B", "1"))])).toEqual([]);
      expect(await deposito.get("archivio", { pk: "A", sk: "1" })).toBeUndefined();
      expect(await deposito.commit([elimina(1)])).toHaveLength(1);
    });

    it("is all or nothing, across tables", async () => {
      await put(elemento("A", "1"));
      const contrasti = await deposito.commit([
        crea(elemento("B", "1")),
        { azione: "crea", tabella: "eventi", elemento: elemento("X", "1") },
        crea(elemento("A", "1")),
      ]);
      expect(contrasti.map((c) => c.indice)).toEqual([2]);
      expect(await deposito.get("archivio", { pk: "B", sk: "1" })).toBeUndefined();
      expect(await deposito.get("eventi", { pk: "X", sk: "1" })).toBeUndefined();
    });

    it("adds to counters with what it writes, or not at all", async () => {
      const chiave = { pk: "conto", sk: "1" };
      const somma = (numero: number): Scrittura => ({
        azione: "somma",
        tabella: "archivio",
        chiave,
        addendi: { numero, importo: -5 },
        campi: { di: "A" },
      });
      expect(await deposito.commit([crea(elemento("fatto", "1")), somma(2)])).toEqual([]);
      expect(await deposito.commit([crea(elemento("fatto", "1")), somma(2)])).toMatchObject([{ indice: 0 }]);
      expect(await deposito.commit([somma(3)])).toEqual([]);
      expect(await deposito.get("archivio", chiave)).toEqual({ ...chiave, di: "A", numero: 5, importo: -10 });
      await Promise.all(Array.from({ length: 16 }, () => deposito.commit([somma(1)])));
      expect(await deposito.get("archivio", chiave)).toMatchObject({ numero: 21 });
    });

    it("lets exactly one of many racers through", async () => {
      const esiti = await Promise.all(Array.from({ length: 32 }, (_, n) => deposito.commit([crea(elemento("gara", "1", { n }))])));
      expect(esiti.filter((contrasti) => contrasti.length === 0)).toHaveLength(1);
    });
  });

  describe("reading", () => {
    it("gets many keys, more than one request holds, leaving out the missing", async () => {
      await deposito.putMany(
        "archivio",
        Array.from({ length: 230 }, (_, n) => elemento("M", String(n))),
      );
      const chiavi = Array.from({ length: 240 }, (_, n) => ({ pk: "M", sk: String(n) }));
      expect(await deposito.getMany("archivio", chiavi)).toHaveLength(230);
    });

    it("puts many again without a trace", async () => {
      const elementi = Array.from({ length: 60 }, (_, n) => elemento("P", String(n)));
      await deposito.putMany("archivio", elementi);
      await deposito.putMany("archivio", elementi);
      const { elementi: letti } = await deposito.query({ tabella: "archivio", pk: "P", ordine: "asc", limite: 100 });
      expect(letti).toHaveLength(60);
    });

    it("filters by every operator", async () => {
      await put(
        elemento("1", "1", { elenco: "E", ordine: "1", stato: "APERTA", n: 5, nome: "rossi" }),
        elemento("2", "1", { elenco: "E", ordine: "2", stato: "CHIUSA", n: 7 }),
        elemento("3", "1", { elenco: "E", ordine: "3", n: 9, nome: "bianchi" }),
      );
      const quali = async (...filtri: NonNullable<Interrogazione["filtri"]>): Promise<string[]> =>
        (await deposito.query(lista({ filtri }))).elementi.map((e) => e.pk);
      expect(await quali({ campo: "stato", op: "=", valore: "APERTA" })).toEqual(["1"]);
      expect(await quali({ campo: "stato", op: "!=", valore: "APERTA" })).toEqual(["2", "3"]);
      expect(await quali({ campo: "n", op: ">", valore: 5 }, { campo: "n", op: "<=", valore: 9 })).toEqual(["2", "3"]);
      expect(await quali({ campo: "n", op: "<", valore: 7 })).toEqual(["1"]);
      expect(await quali({ campo: "n", op: ">=", valore: 9 })).toEqual(["3"]);
      expect(await quali({ campo: "stato", op: "in", valore: ["APERTA", "CHIUSA"] })).toEqual(["1", "2"]);
      expect(await quali({ campo: "nome", op: "contiene", valore: "ross" })).toEqual(["1"]);
      expect(await quali({ campo: "nome", op: "contiene", valore: ["nessuno", "ross"] })).toEqual(["1"]);
      expect(await quali({ campo: "nome", op: "contiene", valore: [] })).toEqual([]);
      expect(await quali({ campo: "nome", op: "esiste" })).toEqual(["1", "3"]);
      expect(await quali({ campo: "stato", op: "manca" })).toEqual(["3"]);
    });

    it("pages without gaps or repetitions, in both directions, with any limit and with filters", async () => {
      await deposito.putMany(
        "archivio",
        Array.from({ length: 57 }, (_, n) => elemento(`r${n}`, "1", { elenco: "E", ordine: String(n % 11).padStart(3, "0"), pari: n % 2 })),
      );
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 1, max: 20 }),
          fc.constantFrom("asc" as const, "desc" as const),
          fc.boolean(),
          async (limite, ordine, soloPari) => {
            const filtri = soloPari ? [{ campo: "pari", op: "=" as const, valore: 0 }] : [];
            const visti: string[] = [];
            let dopo: Interrogazione["dopo"];
            do {
              const pezzo = await deposito.query(lista({ limite, ordine, filtri, ...(dopo && { dopo }) }));
              expect(pezzo.elementi.length).toBeLessThanOrEqual(limite);
              visti.push(...pezzo.elementi.map((e) => e.pk));
              dopo = pezzo.dopo;
            } while (dopo);
            expect(visti).toHaveLength(soloPari ? 29 : 57);
            expect(new Set(visti).size).toBe(visti.length);
          },
        ),
        { numRuns: 12 },
      );
    });

    it("reads prefixes and intervals of the sort key", async () => {
      await put(...["A#1", "A#2", "B#1"].map((sk) => elemento("K", sk)));
      const skDi = async (sk: NonNullable<Interrogazione["sk"]>): Promise<string[]> =>
        (await deposito.query({ tabella: "archivio", pk: "K", sk, ordine: "desc", limite: 10 })).elementi.map((e) => e.sk);
      expect(await skDi({ inizia: "A#" })).toEqual(["A#2", "A#1"]);
      expect(await skDi({ da: "A#2" })).toEqual(["B#1", "A#2"]);
      expect(await skDi({ a: "A#1" })).toEqual(["A#1"]);
      expect(await skDi({ da: "A#2", a: "A#9" })).toEqual(["A#2"]);
    });

    it("counts up to a ceiling, from where a page ended", async () => {
      await deposito.putMany(
        "archivio",
        Array.from({ length: 30 }, (_, n) => elemento(`c${n}`, "1", { elenco: "E", ordine: String(n).padStart(3, "0") })),
      );
      expect(await deposito.count(lista(), 1000)).toEqual({ numero: 30, troncato: false });
      expect(await deposito.count(lista(), 10)).toEqual({ numero: 10, troncato: true });
      const { dopo } = await deposito.query(lista({ limite: 25 }));
      expect(dopo && (await deposito.count(lista({ dopo }), 1000)).numero).toBe(5);
    });

    it.each(["asc", "desc"] as const)("stops after the items that it may look at, and finds the rest from there: %s", async (ordine) => {
      await deposito.putMany(
        "archivio",
        Array.from({ length: 30 }, (_, n) =>
          elemento(`c${n}`, "1", { elenco: "E", ordine: String(n).padStart(3, "0"), raro: n % 14 === 0 ? "si" : "no" }),
        ),
      );
      const limitata = lista({ ordine, filtri: [{ campo: "raro", op: "=", valore: "si" }], lettiMassimi: 8 });
      expect(await deposito.count(limitata, 1000)).toEqual({ numero: 1, troncato: true });
      const pezzi: (readonly unknown[])[] = [];
      let dopo: Interrogazione["dopo"];
      do {
        const pezzo = await deposito.query({ ...limitata, ...(dopo && { dopo }) });
        pezzi.push(pezzo.elementi.map((e) => e["ordine"]));
        dopo = pezzo.dopo;
      } while (dopo);
      expect(pezzi).toEqual(ordine === "asc" ? [["000"], ["014"], [], ["028"]] : [["028"], ["014"], [], ["000"]]);
    });
  });

  it("gives a counter's values once each to concurrent callers", async () => {
    const valori = await Promise.all(
      Array.from({ length: 50 }, () => deposito.increment("archivio", { pk: "CNT", sk: "C" }, "valore", 100)),
    );
    expect(new Set(valori).size).toBe(50);
    expect(Math.max(...valori)).toBe(5000);
  });
};

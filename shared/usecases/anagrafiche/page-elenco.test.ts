import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageElenco, type RichiestaElenco } from "./page-elenco.ts";

interface Voce {
  readonly id: string;
  readonly nome: string;
}
const ordinabili = { nome: (voce: Voce) => voce.nome };
const page = (voci: readonly Voce[], richiesta: Partial<RichiestaElenco<"nome">>) =>
  pageElenco(
    voci,
    { limite: 25, salta: 0, totale: true, ordinamento: [{ campo: "nome", verso: "asc" }], ...richiesta },
    ordinabili,
    ({ id }) => id,
  );

const voci = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1, maxLength: 4 }), nome: fc.constantFrom("a", "B", "à", "10", "9") }), {
  selector: ({ id }) => id,
  maxLength: 20,
});

describe("pageElenco", () => {
  it("gives every entry once, in order, whatever the size of the page", () => {
    fc.assert(
      fc.property(voci, fc.integer({ min: 1, max: 7 }), fc.constantFrom("asc" as const, "desc" as const), (elenco, limite, verso) => {
        const ordinamento = [{ campo: "nome", verso }] as const;
        const intero = page(elenco, { limite: 100, ordinamento }).elementi.map(({ id }) => id);
        const trovati: string[] = [];
        let cursore: string | undefined;
        do {
          const pagina = page(elenco, { limite, ordinamento, ...(cursore !== undefined && { cursore }) });
          trovati.push(...pagina.elementi.map(({ id }) => id));
          cursore = pagina.cursore;
        } while (cursore !== undefined);
        expect(trovati).toEqual(intero);
        expect([...trovati].sort()).toEqual(elenco.map(({ id }) => id).sort());
      }),
    );
  });

  it("does not repeat the entries before which another one was inserted", () => {
    const elenco = ["b", "c", "d"].map((nome) => ({ id: nome, nome }));
    const { cursore } = page(elenco, { limite: 1 });
    const seguito = page([{ id: "a", nome: "a" }, ...elenco], { limite: 1, cursore: cursore ?? "" });
    expect(seguito.elementi).toEqual([{ id: "c", nome: "c" }]);
  });

  it("goes on from the position when the last entry taken has left the list", () => {
    const elenco = ["a", "b", "c"].map((nome) => ({ id: nome, nome }));
    expect(page(elenco.slice(1), { limite: 1, cursore: "1~a" }).elementi).toEqual([{ id: "c", nome: "c" }]);
  });

  it("stops the total where asked, and says so", () => {
    const elenco = ["a", "b", "c"].map((nome) => ({ id: nome, nome }));
    expect(page(elenco, { tettoTotale: 2 })).toMatchObject({ totale: 2, totaleTroncato: true });
    expect(page(elenco, { tettoTotale: 3 })).toMatchObject({ totale: 3, totaleTroncato: false });
    expect(page(elenco, { totale: false })).not.toHaveProperty("totale");
  });

  it("begins again with a cursor that is not its own", () => {
    expect(page([{ id: "a", nome: "a" }], { cursore: "eyJ" }).elementi).toHaveLength(1);
  });
});

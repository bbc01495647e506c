import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildPendenza } from "../../../tests/sostegno/esempi.ts";
import { findNomeLibero, nomeDi } from "./find-nome-libero.ts";

/** `chiuse` debts no longer payable, then perhaps one that is. */
const search = async (chiuse: number, aperta: boolean) => {
  let letture = 0;
  const nomi = new Map(Array.from({ length: chiuse + (aperta ? 1 : 0) }, (_, i) => [nomeDi("X", i + 1), i + 1 > chiuse] as const));
  const nome = await findNomeLibero(
    "X",
    async (idPendenza) => {
      letture += 1;
      const stato = nomi.get(idPendenza);
      return stato === undefined ? undefined : buildPendenza({ stato: stato ? "NON_ESEGUITA" : "ESEGUITA" });
    },
    ({ stato }) => stato === "NON_ESEGUITA",
  );
  return { nome, letture };
};

describe("the name of a request repeated", () => {
  it("is the first when nobody asked before, in one read", async () => {
    expect(await search(0, false)).toEqual({ nome: "X", letture: 1 });
  });

  it("is that of the debt still payable, else the one after the last, in few reads", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 3_000 }), fc.boolean(), async (chiuse, aperta) => {
        const { nome, letture } = await search(chiuse, aperta);
        expect(nome).toBe(nomeDi("X", chiuse + 1));
        expect(letture).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(chiuse + 2)) + 2);
      }),
    );
  });
});

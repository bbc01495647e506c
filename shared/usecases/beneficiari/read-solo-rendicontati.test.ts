/** Rows of other intermediaries counted once: not when the receipt came, not of a flow replaced, not beyond what a call may read. */
import { beforeEach, expect, it } from "vitest";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { buildRiga, buildRiscossione, FLUSSO, storeFlusso } from "../../../tests/sostegno/flussi.ts";
import { createMemoria, type Memoria } from "../../../tests/sostegno/memoria.ts";
import { readSoloRendicontati } from "./read-solo-rendicontati.ts";

let memoria: Memoria;
beforeEach(async () => {
  memoria = await createMemoria();
});

const read = async (massimo = Number.POSITIVE_INFINITY) => {
  const periodo = { idDominio: COMUNE, da: "2026-10-31T23:00:00.000Z", a: "2026-11-30T22:59:59.999Z" };
  const lette: string[] = [];
  for await (const riga of readSoloRendicontati(memoria)(periodo, massimo))
    lette.push(riga.ok ? riga.valore.iur : (riga.errore.dettaglio ?? ""));
  return lette;
};
const store = (righe: readonly number[], altro: Parameters<typeof storeFlusso>[2] = {}) =>
  storeFlusso(
    memoria,
    righe.map((n) => buildRiga(n)),
    altro,
    {},
    "ALTRO_INTERMEDIARIO",
  );

it("la ricevuta che arriva dopo la toglie di qui", async () => {
  await store([1, 2]);
  expect(await read()).toEqual(["iur-1", "iur-2"]);
  await memoria.store({ azione: "crea", entita: "riscossione", valore: buildRiscossione(2, { tipo: "ALTRO_INTERMEDIARIO" }) });
  expect(await read()).toEqual(["iur-1"]);
});

it("di un flusso superato non si conta, e due flussi che la riportano la contano una volta", async () => {
  await store([1, 2], { obsoleto: true });
  await store([2], { revisione: 2 });
  await store([2, 3], { idFlusso: FLUSSO.replace("000000001", "000000002") });
  expect(await read()).toEqual(["iur-2", "iur-3"]);
});

it("oltre il massimo si dice come averle tutte", async () => {
  await store([1, 2, 3]);
  expect((await read(2)).at(-1)).toContain("sono più di 2; restringere il periodo, o chiedere un file");
});

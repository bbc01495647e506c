/** Credits of single payments are found from the flow that reports them, however many there are, in few requests. */
import { describe, expect, it } from "vitest";
import { buildMovimento, createAbbinamentiDiProva } from "../../../tests/sostegno/abbinamenti.ts";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { buildIuv, buildRiga, FLUSSO, storeFlusso } from "../../../tests/sostegno/flussi.ts";
import { findPagatiDaSoli } from "./find-pagati-da-soli.ts";

/** Credits of a month, each naming a payment of its own; the older of the list is of the day before. */
const createAccrediti = async (quanti: number) => {
  const prova = await createAbbinamentiDiProva();
  for (let n = 1; n <= quanti; n += 1)
    await prova.storeMovimento(
      buildMovimento(`M${n}`, BigInt(1000 + n), `/RFB/${buildIuv(n)}`, { dataContabile: n === 1 ? "2026-11-24" : "2026-11-25" }),
    );
  for (let n = 1; n <= quanti; n += 50)
    await prova.recompute({ movimenti: Array.from({ length: Math.min(50, quanti - n + 1) }, (_, i) => `M${n + i}`) });
  return { prova, find: () => findPagatiDaSoli(prova)(COMUNE, FLUSSO) };
};

describe("i movimenti che pagano da soli ciò che un flusso riporta", () => {
  it("si trovano anche se sono più di duecento, in tre richieste", async () => {
    const { prova, find } = await createAccrediti(230);
    await storeFlusso(prova, [buildRiga(1), buildRiga(900)]);
    prova.richieste.length = 0;
    expect(await find()).toEqual(["M1"]);
    expect(prova.richieste).toHaveLength(3);
  });

  it("di un flusso lungo si chiedono solo i codici che i movimenti nominano", async () => {
    const { prova, find } = await createAccrediti(3);
    await storeFlusso(prova, [buildRiga(2), buildRiga(900)], { numeroPagamenti: 5000 });
    prova.richieste.length = 0;
    expect(await find()).toEqual(["M2"]);
    expect(prova.richieste).toHaveLength(5);
  });

  it("un flusso che nessuno conosce, o senza accrediti singoli in quei giorni, non costa altro", async () => {
    const { prova, find } = await createAccrediti(0);
    expect(await find()).toEqual([]);
    await storeFlusso(prova, [buildRiga(1)]);
    prova.richieste.length = 0;
    expect(await find()).toEqual([]);
    expect(prova.richieste).toHaveLength(2);
  });
});

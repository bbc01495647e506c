import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { IUV, PAGAMENTO, seedPagamento, storePendenza } from "./sostegno.ts";

describe("GET /pagamento/v2/pendenze", () => {
  let ambiente: AmbienteApi;
  beforeAll(async () => {
    ambiente = await createAmbiente();
    await seedPagamento(ambiente);
  });
  afterAll(() => ambiente.stop());

  it.each<[string, Record<string, string>, number]>([
    ["payment code", { iuv: IUV }, 1],
    ["another payment code", { iuv: "01000000000000999" }, 0],
    ["portal payment", { idPagamento: PAGAMENTO }, 1],
    ["debtor", { idDebitore: "rssmra85t10a562s" }, 1],
  ])("lists by %s", async (_caso, query, quanti) => {
    const { status, body } = await ambiente.invoke("pagamento/findPendenze", { query });
    expect([status, body["numRisultati"]]).toEqual([200, quanti]);
  });

  it("shows a collected debt as paid, to the filter as well", async () => {
    const incassata = { idPendenza: "INCASSATA", iuv: "01000000000000233", numeroAvviso: "301000000000000233" };
    await storePendenza(ambiente, { ...incassata, stato: "INCASSATA" });
    const { body } = await ambiente.invoke("pagamento/findPendenze", { query: { stato: "ESEGUITA", campi: "idPendenza,stato" } });
    expect(body["risultati"]).toContainEqual({ idPendenza: "INCASSATA", stato: "ESEGUITA" });
    expect(await ambiente.invoke("pagamento/findPendenze", { query: { stato: "INCASSATA" } })).toMatchObject({
      status: 400,
      body: { dettaglio: expect.stringMatching(/^stato: /) },
    });
  });

  it("refuses a page that a Lambda could not carry, saying what to do; a shorter one passes", async () => {
    for (let n = 40; n < 66; n++) {
      const iuv = `01000000000000${n}3`;
      const datiAllegati = { testo: "x".repeat(250_000) };
      await storePendenza(ambiente, { idPendenza: `GRANDE-${n}`, iuv, numeroAvviso: `3${iuv}`, idA2A: "GEST-MENSA", datiAllegati });
    }
    const find = (risultatiPerPagina: string) =>
      ambiente.invoke("pagamento/findPendenze", { query: { idA2A: "GEST-MENSA", risultatiPerPagina } });
    expect(await find("200")).toMatchObject({
      status: 400,
      body: { codice: "100001", dettaglio: expect.stringMatching(/^risultatiPerPagina: /) },
    });
    expect((await find("10")).status).toBe(200);
  });
});

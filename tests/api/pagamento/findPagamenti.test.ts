import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { seedPagamento } from "./sostegno.ts";

describe("GET /pagamento/v2/pagamenti", () => {
  let ambiente: AmbienteApi;
  beforeAll(async () => {
    ambiente = await createAmbiente();
    await seedPagamento(ambiente);
  });
  afterAll(() => ambiente.stop());

  it.each<[string, Record<string, string>, number]>([
    ["everything", {}, 1],
    ["the state", { stato: "ESEGUITO" }, 1],
    ["another state", { stato: "IN_CORSO" }, 0],
    ["the portal's session", { idSessionePortale: "sessione-7" }, 1],
    ["another session", { idSessionePortale: "8" }, 0],
    ["the day, to its end", { dataDa: "2026-11-25", dataA: "2026-11-25" }, 1],
    ["the day after", { dataDa: "2026-11-26" }, 0],
  ])("lists by %s", async (_caso, query, quanti) => {
    const { status, body } = await ambiente.invoke("pagamento/findPagamenti", { query });
    expect(status).toBe(200);
    expect(body).toMatchObject({ numRisultati: quanti, pagina: 1 });
    expect(body["risultati"]).toHaveLength(quanti);
  });

  it("is empty for an application that started none", async () => {
    const { body } = await ambiente.invoke("pagamento/findPagamenti", { as: "gest-mensa" });
    expect(body["risultati"]).toEqual([]);
  });

  it("refuses an order that does not exist, naming the parameter", async () => {
    const { status, body } = await ambiente.invoke("pagamento/findPagamenti", { query: { ordinamento: "+importo" } });
    expect([status, body["codice"]]).toEqual([400, "100001"]);
    expect(body["dettaglio"]).toContain("ordinamento");
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { IUV, PAGAMENTO, seedPagamento } from "./sostegno.ts";

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
});

/** A caller that asks too much is told to wait; the others do not notice. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMUNE, PASSWORD } from "../../sostegno/anagrafica.ts";
import { type AmbienteApi, createAmbiente, type Esito } from "../ambiente.ts";

let ambiente: AmbienteApi;
const A_PARTE = "gestionale-a-parte";

const call = (as: string): Promise<Esito> => ambiente.invoke("pendenze/getProfilo", { as });
const calls = async (as: string, quante: number): Promise<Esito[]> => {
  const esiti: Esito[] = [];
  for (let n = 0; n < quante; n += 1) esiti.push(await call(as));
  return esiti;
};
const statusDi = (esiti: readonly Esito[]): number[] => esiti.map(({ status }) => status);

beforeAll(async () => {
  ambiente = await createAmbiente({ FIORINO_LIMITE_RICHIESTE: "1,9" });
  const body = {
    ...{ principal: A_PARTE, password: PASSWORD, domini: [COMUNE], tipiPendenza: ["*"], apiPendenze: true },
    limiteRichieste: { richiesteAlSecondo: 500, picco: 500 },
  };
  expect((await ambiente.invoke("backoffice/addApplicazione", { params: { idA2A: "A-PARTE" }, body })).status).toBe(201);
});
afterAll(() => ambiente.stop());

describe("the limit of a caller", () => {
  it("is that of the installation: beyond it 429, with how long to wait, and nothing in the journal", async () => {
    const esiti = await calls("gest-tributi", 13);
    expect(statusDi(esiti).filter((status) => status === 200).length).toBeGreaterThanOrEqual(9);
    const rifiutata = esiti.find(({ status }) => status === 429);
    expect(rifiutata).toMatchObject({ headers: { "retry-after": "1" }, body: { codice: "429000", dettaglio: "riprovare tra 1 secondi" } });
    const { ScanCommand } = await import("@aws-sdk/lib-dynamodb");
    const { Items = [] } = await ambiente.dynamo.client.send(new ScanCommand({ TableName: "prova-eventi" }));
    expect(JSON.stringify(Items)).not.toContain("429000");
  });

  it("is its own when the registry gives it one, and is read back", async () => {
    expect(new Set(statusDi(await calls(A_PARTE, 12)))).toEqual(new Set([200]));
    const { body } = await ambiente.invoke("backoffice/getApplicazione", { params: { idA2A: "A-PARTE" } });
    expect(body["limiteRichieste"]).toEqual({ richiesteAlSecondo: 500, picco: 500 });
  });

  it("does not touch the others while one is refused", async () => {
    await calls("gest-tributi", 6);
    const [rumorosa, quieta] = [await calls("gest-tributi", 3), await call(A_PARTE)];
    expect(statusDi(rumorosa)).toContain(429);
    expect(quieta.status).toBe(200);
  });

  it.each([
    ["zero", { richiesteAlSecondo: 0 }],
    ["beyond what the gateway gives", { richiesteAlSecondo: 10_001 }],
    ["without a rate", { picco: 10 }],
    ["with a fraction", { richiesteAlSecondo: 1.5 }],
  ])("is refused %s, naming the field", async (_caso, limiteRichieste) => {
    const body = { principal: A_PARTE, limiteRichieste };
    const esito = await ambiente.invoke("backoffice/addApplicazione", { params: { idA2A: "A-PARTE" }, body });
    expect([esito.status, String(esito.body["dettaglio"])]).toEqual([400, expect.stringContaining("limiteRichieste")]);
  });
});

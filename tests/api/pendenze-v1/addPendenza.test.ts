import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { readCampioni } from "../../sostegno/campioni.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { chiave, corpo } from "../pendenze/impianto.ts";

describe("PUT /pendenze/v1/pendenze/{idA2A}/{idPendenza}", () => {
  let api: AmbienteApi;
  beforeAll(async () => {
    api = await createAmbiente();
  });
  afterAll(() => api.stop());
  const put = (idPendenza: string, body: unknown, query: Readonly<Record<string, string>> = {}) =>
    api.invoke("pendenze-v1/addPendenza", { params: chiave(idPendenza), query, body });

  it.each(readCampioni("pendenze-v1/addPendenza").map((campione) => [campione.caso, campione] as const))(
    "answers the sample %s as it says",
    async (_caso, { pathParameters, queryStringParameters, body, expected }) => {
      const { status } = await api.invoke("pendenze-v1/addPendenza", {
        params: pathParameters ?? {},
        query: queryStringParameters ?? {},
        body,
      });
      expect(status).toBe(expected.status);
    },
  );

  it("answers with the notice: 201 when it creates, 200 when it updates or repeats", async () => {
    const creata = await put("P1", corpo({ dataScadenza: "2099-12-31" }));
    expect(creata).toMatchObject({
      status: 201,
      body: { stato: "Non pagato", importo: 100.5, idDominio: COMUNE, descrizione: "TARI 2026", dataScadenza: "2099-12-31" },
    });
    const numeroAvviso = String(creata.body["numeroAvviso"]);
    expect(creata.body["qrcode"]).toBe(`PAGOPA|002|${numeroAvviso}|${COMUNE}|10050`);
    for (const causale of ["TARI 2026 corretta", "TARI 2026 corretta"])
      expect(await put("P1", corpo({ causale }))).toMatchObject({ status: 200, body: { numeroAvviso, descrizione: causale } });
  });

  it("prints the notice when asked for", async () => {
    const { body } = await put("P2", corpo(), { stampaAvviso: "true" });
    expect(Buffer.from(String(body["pdf"]), "base64").subarray(0, 5).toString()).toBe("%PDF-");
  });

  it("is the same debt for v2", async () => {
    await put("P3", corpo());
    const { status, body } = await api.invoke("pendenze/getPendenza", { params: chiave("P3") });
    expect([status, body["causale"]]).toEqual([200, "TARI 2026"]);
  });

  it.each([
    ["documento", corpo({ documento: { identificativo: "D1", descrizione: "Piano", rata: 1 } }), 400, "documento"],
    ["proprieta", corpo({ proprieta: { linguaSecondaria: "de" } }), 400, "proprieta"],
    ["allegati", corpo({ allegati: [] }), 400, "allegati"],
    ["an amount that is not the sum of its items", corpo({ importo: 1 }), 422, "importo"],
  ])("refuses %s, naming it", async (_cosa, body, status, nome) => {
    expect(await put("P4", body)).toMatchObject({ status, body: { dettaglio: expect.stringContaining(nome) } });
  });

  it("refuses a digital notification mode that does not exist, and any parameter of v2", async () => {
    for (const query of [{ modalitaAvvisaturaDigitale: "MAI" }, { dataAvvisatura: "MAI" }] as Record<string, string>[])
      expect(await put("P5", corpo(), query)).toMatchObject({
        status: 400,
        body: { dettaglio: expect.stringContaining(Object.keys(query)[0] ?? "?") },
      });
  });
});

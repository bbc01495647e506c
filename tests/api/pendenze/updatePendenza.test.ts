import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chiave, corpo, createImpianto, type ImpiantoPendenze } from "./impianto.ts";

describe("PATCH /pendenze/v2/pendenze/{idA2A}/{idPendenza}", () => {
  let api: ImpiantoPendenze;
  beforeAll(async () => {
    api = await createImpianto();
    await api.sample("addPendenza", "a-due-voci");
  });
  afterAll(() => api.stop());
  const patch = (idPendenza: string, body: unknown, as = "gest-tributi") =>
    api.invoke("pendenze/updatePendenza", { params: chiave(idPendenza), body, as });
  const get = async (idPendenza: string) => (await api.invoke("pendenze/getPendenza", { params: chiave(idPendenza) })).body;
  const stato = (value: string) => [{ op: "REPLACE", path: "/stato", value }];

  it("answers its samples in order, with an empty body", async () => {
    for (const [caso, atteso] of [
      ["a-annulla", "ANNULLATA"],
      ["b-ripristina", "NON_ESEGUITA"],
      ["c-nota", "NON_ESEGUITA"],
    ] as const) {
      const { esito } = await api.sample("updatePendenza", caso);
      expect([esito.status, esito.testo]).toEqual([200, ""]);
      expect((await get("TARI-2026-0001"))["stato"]).toBe(atteso);
    }
  });

  it("annuls with its reason in one read and one transaction; a PUT makes the debt payable again", async () => {
    await api.put("P1");
    api.richieste.length = 0;
    await patch("P1", [...stato("ANNULLATA"), { op: "REPLACE", path: "/descrizioneStato", value: "Doppia emissione" }]);
    expect(api.richieste).toEqual(["Query", "TransactWriteItems"]);
    expect(await get("P1")).toMatchObject({ stato: "ANNULLATA", descrizioneStato: "Doppia emissione" });
    await api.put("P1", corpo());
    const riattivata = await get("P1");
    expect(riattivata["stato"]).toBe("NON_ESEGUITA");
    expect(riattivata).not.toHaveProperty("descrizioneStato");
  });

  it.each([
    ["a body that is not a list", { op: "REPLACE", path: "/stato", value: "ANNULLATA" }],
    ["no operation", []],
    ["an operation on a path that is not served", [{ op: "REPLACE", path: "/importo", value: 1 }]],
    ["an operation that the path does not take", [{ op: "DELETE", path: "/stato", value: "ANNULLATA" }]],
    ["a state that is not of callers", stato("ESEGUITA")],
    ["a note without text", [{ op: "ADD", path: "/nota", value: { oggetto: "x" } }]],
  ])("refuses %s with 400", async (_caso, body) => {
    expect(await patch("TARI-2026-0001", body)).toMatchObject({ status: 400, body: { codice: "SINTASSI" } });
  });

  it.each([
    ["IGNOTA", "gest-tributi", 404, "404000"],
    ["TARI-2026-0001", "gest-mensa", 400, "APP_002"],
  ])("on %s by %s answers %i %s", async (idPendenza, as, status, codice) => {
    expect(await patch(idPendenza, stato("ANNULLATA"), as)).toMatchObject({ status, body: { codice } });
  });

  it("refuses to restore what is not annulled, with the refusal in the journal", async () => {
    await api.put("P2");
    expect(await patch("P2", stato("NON_ESEGUITA"))).toMatchObject({
      status: 422,
      body: { codice: "VER_003", dettaglio: expect.stringContaining("ANNULLATA") },
    });
  });
});

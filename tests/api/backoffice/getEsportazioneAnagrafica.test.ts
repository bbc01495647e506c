import { describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { createProvaInstallazione } from "./importazioni.ts";

const prova = createProvaInstallazione();
const get = (idDominio?: string, as?: string) =>
  prova.invoke("getEsportazioneAnagrafica", { ...(idDominio !== undefined && { query: { idDominio } }), ...(as !== undefined && { as }) });

describe("GET /backoffice/v1/esportazioni/anagrafica", () => {
  it("gives the whole registry as a file, without hashes or keys", async () => {
    const { status, headers, body, testo } = await get();
    expect([status, headers["content-type"], headers["content-disposition"]]).toEqual([
      200,
      "application/json",
      'attachment; filename="anagrafica-installazione.json"',
    ]);
    expect(body).toMatchObject({ schema: "fiorino/anagrafica", versione: 1, segretiEsclusi: [expect.stringContaining("subscriptionKey")] });
    expect(
      ["intermediari", "entrate", "tipiPendenza", "domini", "applicazioni", "operatori"].map((s) => [s, (body[s] as unknown[]).length]),
    ).toEqual([
      ["intermediari", 1],
      ["entrate", 3],
      ["tipiPendenza", 4],
      ["domini", 2],
      ["applicazioni", 3],
      ["operatori", 1],
    ]);
    expect(testo).not.toMatch(/scrypt|passwordHash|"versione":\d+,"id/);
  });

  it("gives one creditor to who works for it, as far as they may read", async () => {
    const { status, body } = await get(COMUNE, "operatore-limitato");
    expect([status, Object.keys(body)]).toEqual([200, ["schema", "versione", "data", "idDominio", "entrate", "tipiPendenza", "domini"]]);
  });

  it.each([
    ["of somebody else", UNIONE, "operatore-limitato", 404],
    ["unknown", "00000000000", undefined, 404],
    ["with an id that is not one", "123", undefined, 400],
    ["whole, for who works for some creditors", undefined, "operatore-limitato", 400],
  ])("refuses one %s", async (_caso, idDominio, as, status) => {
    expect((await get(idDominio, as)).status).toBe(status);
  });

  it("sends to the bucket what no answer can carry", async () => {
    const definizione = Buffer.from("x".repeat(200_000)).toString("base64");
    for (let i = 0; i < 20; i += 1) {
      const corpo = { descrizione: `Tipo ${i}`, visualizzazione: definizione };
      expect(await prova.write({ percorso: `/tipiPendenza/GRANDE-${i}`, corpo })).toBe(201);
    }
    const { status, headers } = await get();
    expect(status).toBe(303);
    const chiave = decodeURIComponent(new URL(headers["location"] ?? "").pathname.slice(1));
    const documento = JSON.parse(prova.oggetti().get(chiave)?.toString() ?? "{}");
    expect(documento["tipiPendenza"]).toHaveLength(24);
  });
});

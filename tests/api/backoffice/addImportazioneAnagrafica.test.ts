import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { buildInstallazione } from "../../../local/demo/installazione.ts";
import { createProvaInstallazione } from "./importazioni.ts";

const prova = createProvaInstallazione();
const ENTI = 5;

const post = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  prova.invoke("addImportazioneAnagrafica", { body, headers });

describe("POST /backoffice/v1/importazioni/anagrafica", () => {
  it("refuses who may only look", async () => {
    const documento = { schema: "fiorino/anagrafica", versione: 1, operatori: [{ principal: "io", ragioneSociale: "Io" }] };
    const esito = await prova.invoke("addImportazioneAnagrafica", { body: documento, as: "operatore-limitato" });
    expect([esito.status, esito.body["codice"]]).toEqual([403, "403000"]);
  });

  it("configures over the API, exports, empties, imports, and finds no difference", async () => {
    const { comuni, enti } = buildInstallazione(ENTI);
    for (const scrittura of comuni) expect(await prova.write(scrittura)).toBe(201);
    await Promise.all(
      enti.map(async (scritture) => {
        for (const scrittura of scritture) expect(await prova.write(scrittura)).toBe(201);
      }),
    );
    const esportato = (await prova.invoke("getEsportazioneAnagrafica")).body;
    expect(esportato["domini"]).toHaveLength(ENTI + 2);

    await prova.svuota();
    const vuoto = (await prova.invoke("getEsportazioneAnagrafica")).body;
    expect(Object.keys(vuoto)).toEqual(["schema", "versione", "data"]);

    const { status, body } = await prova.importa(esportato);
    expect(status).toBe(200);
    expect(body["importazione"]).toMatchObject({ stato: "CONCLUSA", rifiutate: 0, confronto: { modificate: 0, invariate: 0, assenti: 0 } });

    const { data: _prima, segretiEsclusi: _esclusi, ...prima } = esportato;
    const { data: _dopo, ...dopo } = (await prova.invoke("getEsportazioneAnagrafica")).body;
    expect(dopo).toEqual(prima);
    const confronto = await prova.importa(esportato, { simulazione: "true" });
    expect(confronto.body["importazione"]).toMatchObject({
      ...{ simulazione: true, scritte: 0 },
      confronto: { aggiunte: 0, modificate: 0, assenti: 0 },
    });
  });

  it("answers where to follow it, and keeps the document as it came", async () => {
    const documento = { schema: "fiorino/anagrafica", versione: 1, entrate: [] };
    const { status, headers, body } = await post(documento);
    expect([status, headers["location"]]).toEqual([202, `/backoffice/v1/importazioni/anagrafica/${body["id"]}`]);
    expect(body).toMatchObject({
      stato: "IN_ATTESA",
      richiedente: "amministratore",
      esiti: `/importazioni/anagrafica/${body["id"]}/esiti`,
    });
    expect(prova.oggetti().get(`documenti/importazioni/${body["id"]}/documento.json`)?.toString()).toBe(JSON.stringify(documento));
  });

  it("takes it compressed", async () => {
    const zip = gzipSync(JSON.stringify({ schema: "fiorino/anagrafica", versione: 1 }));
    expect((await post(zip, { "content-type": "application/gzip" })).status).toBe(202);
  });

  it.each<readonly [string, unknown, string, RegExp]>([
    ["is cut", '{"schema":"fiorino/anagrafica","versione":1,"entrate":[{"idEntr', "application/json", /non è JSON ben formato/],
    ["repeats a key", '{"schema":"fiorino/anagrafica","versione":1,"versione":1}', "application/json", /^versione: la chiave compare/],
    ["nests without end", `${'{"a":'.repeat(60)}1${"}".repeat(60)}`, "application/json", /annida più di 32 livelli/],
    ["is not text", Buffer.from([0x7b, 0xff, 0x7d]), "application/json", /non è testo UTF-8/],
    ["is no gzip", Buffer.from("{}"), "application/gzip", /non è un gzip leggibile/],
    ["explodes when opened", gzipSync(Buffer.alloc(65 * 1_048_576)), "application/gzip", /supera 64 MB/],
    ["is a form", "a=1", "application/x-www-form-urlencoded", /content-type: ammessi/],
    ["is of a version to come", { schema: "fiorino/anagrafica", versione: 99 }, "application/json", /versione: 99 è successiva/],
  ])("refuses a document that %s", async (_caso, body, tipo, atteso) => {
    const esito = await post(body, { "content-type": tipo });
    expect([esito.status, esito.body["dettaglio"]]).toEqual([400, expect.stringMatching(atteso)]);
  });
});

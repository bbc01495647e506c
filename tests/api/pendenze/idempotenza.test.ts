/** Idempotency-Key on the real handlers: what a caller that lost the answer asks again is done once. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";

let api: AmbienteApi;
beforeAll(async () => {
  api = await createAmbiente();
});
afterAll(() => api.stop());

const params = (idTipoPendenza: string) => ({ idEntrata: idTipoPendenza });
const corpo = (descrizione: string) => ({ descrizione, tipoContabilita: "ALTRO", codiceContabilita: "0101101TS" });
const put = (id: string, descrizione: string, chiave: string, as = "amministratore", altre: Record<string, string> = {}) =>
  api.invoke("backoffice/addEntrata", {
    params: params(id),
    body: corpo(descrizione),
    headers: { "idempotency-key": chiave, ...altre },
    as,
  });
const leggi = async (id: string) => (await api.invoke("backoffice/getEntrata", { params: params(id) })).headers["etag"];
const chiavi = async () => {
  const { ScanCommand } = await import("@aws-sdk/lib-dynamodb");
  const { Items = [] } = await api.dynamo.client.send(new ScanCommand({ TableName: "prova-anagrafiche" }));
  return Items.filter(({ pk }) => String(pk).startsWith("ACC#IDM#"));
};

describe("the same key with the same request", () => {
  it("gives the first answer again and writes nothing more", async () => {
    const prima = await put("IDEM1", "Rifiuti", "chiave-1");
    const seconda = await put("IDEM1", "Rifiuti", "chiave-1");
    expect([prima.status, prima.headers["idempotency-replayed"]]).toEqual([201, undefined]);
    expect([seconda.status, seconda.testo, seconda.headers["idempotency-replayed"]]).toEqual([201, prima.testo, "true"]);
    expect(await leggi("IDEM1")).toBe('"1"');
    // Taken, marked in the transaction of the change, closed with the answer.
    expect(await chiavi()).toMatchObject([{ stato: "completa", versione: 3 }]);
  });

  it("is done once even when asked ten times together", async () => {
    const esiti = await Promise.all(Array.from({ length: 10 }, () => put("IDEM2", "Rifiuti", "chiave-2")));
    const status = esiti.map((esito) => esito.status);
    expect(status.filter((valore) => valore === 201).length).toBeGreaterThanOrEqual(1);
    expect(status.filter((valore) => valore !== 201 && valore !== 409)).toEqual([]);
    expect(await leggi("IDEM2")).toBe('"1"');
  });

  it("gives again the body of an answer, which the store holds sealed", async () => {
    const crea = () =>
      api.invoke("pendenze/addPendenza", {
        params: { idA2A: "GEST-TRIBUTI", idPendenza: "IDEM-P" },
        headers: { "idempotency-key": "chiave-3" },
        body: {
          idDominio: COMUNE,
          idTipoPendenza: "TARI",
          causale: "Rifiuti 2026",
          importo: 10,
          soggettoPagatore: { tipo: "F", identificativo: "RSSMRA80A01H501U", anagrafica: "Mario Rossi" },
          voci: [{ idVocePendenza: "1", importo: 10, descrizione: "Rifiuti", codEntrata: "TARI" }],
        },
      });
    const prima = await crea();
    const seconda = await crea();
    expect([seconda.status, seconda.body]).toEqual([prima.status, prima.body]);
    expect(JSON.stringify(await chiavi())).not.toMatch(/RSSMRA|Rifiuti 2026/);
  });

  it("gives again a refusal that does not depend on the moment", async () => {
    const rifiuta = () => put("IDEM4", "", "chiave-4");
    expect((await rifiuta()).status).toBe(400);
    expect((await put("IDEM4", "Rifiuti", "chiave-4")).status).toBe(201);
  });
});

describe("the same key with another request", () => {
  it("is refused with 422, and changes nothing", async () => {
    expect((await put("IDEM5", "Rifiuti", "chiave-5")).status).toBe(201);
    for (const altra of [put("IDEM5", "Altro", "chiave-5"), put("IDEM6", "Rifiuti", "chiave-5")])
      expect(await altra).toMatchObject({ status: 422, body: { codice: "422001" } });
    expect(await leggi("IDEM5")).toBe('"1"');
    expect(await leggi("IDEM6")).toBeUndefined();
  });

  it("of another caller is another key", async () => {
    expect((await put("IDEM7", "Rifiuti", "chiave-7")).status).toBe(201);
    expect((await put("IDEM7", "Altro", "chiave-7", "operatore-limitato")).status).toBe(403);
  });
});

describe("a request that fell", () => {
  const imposta = async (id: string, chiave: string, campi: Record<string, unknown>) => {
    await put(id, "Rifiuti", chiave);
    const trovate = await chiavi();
    const mia = trovate.sort((a, b) => Number(b["presaFino"]) - Number(a["presaFino"]))[0];
    if (!mia) throw new Error("nessuna chiave");
    const { PutCommand } = await import("@aws-sdk/lib-dynamodb");
    await api.dynamo.client.send(new PutCommand({ TableName: "prova-anagrafiche", Item: { ...mia, ...campi } }));
  };

  it("while it may still be at work is waited for (409)", async () => {
    await imposta("IDEM8", "chiave-8", { stato: "in corso" });
    expect(await put("IDEM8", "Rifiuti", "chiave-8")).toMatchObject({ status: 409, body: { codice: "409003" } });
  });

  it("before it changed anything is done by who asks again", async () => {
    await imposta("IDEM9", "chiave-9", { stato: "in corso", presaFino: 0 });
    expect(await put("IDEM9", "Rifiuti", "chiave-9")).toMatchObject({ status: 200 });
  });

  it("after it changed the state is not done twice", async () => {
    await imposta("IDEM10", "chiave-10", { stato: "eseguita", presaFino: 0 });
    expect(await put("IDEM10", "Rifiuti", "chiave-10")).toMatchObject({
      status: 409,
      body: { dettaglio: expect.stringContaining("già stata eseguita") },
    });
    expect(await leggi("IDEM10")).toBe('"1"');
  });

  it("after a day is forgotten", async () => {
    await imposta("IDEM11", "chiave-11", { scadeAlle: 1 });
    expect(await put("IDEM11", "Altro", "chiave-11")).toMatchObject({ status: 200 });
  });
});

describe("the header", () => {
  it.each(["", "con spazi", "è", "x".repeat(256)])("«%.20s» is refused", async (chiave) => {
    expect(await put("IDEM12", "Rifiuti", chiave)).toMatchObject({
      status: 400,
      body: { dettaglio: expect.stringContaining("Idempotency-Key") },
    });
  });

  it("on a read counts for nothing, and without it no key is written", async () => {
    const prima = (await chiavi()).length;
    await api.invoke("backoffice/getEntrata", { params: params("IDEM1"), headers: { "idempotency-key": "chiave-lettura" } });
    await api.invoke("backoffice/addEntrata", { params: params("IDEM13"), body: corpo("Rifiuti") });
    expect((await chiavi()).length).toBe(prima);
  });

  it("of a request whose condition failed leaves the key free", async () => {
    const con = (versione: string) => put("IDEM1", "Cambiata", "chiave-14", "amministratore", { "if-match": versione });
    expect((await con('"9"')).status).toBe(412);
    expect((await con('"9"')).status).toBe(412);
  });
});

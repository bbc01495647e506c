import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DepositoS3, startDepositoS3 } from "../../sostegno/deposito-s3.ts";
import { chiave, corpo, createImpianto, type ImpiantoPendenze } from "./impianto.ts";

const digest = (contenuto: string) => createHash("sha256").update(contenuto).digest("hex");
const stringhe = (valore: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(Object(valore)).map(([nome, testo]) => [nome, String(testo)]));

describe("POST /pendenze/v2/allegati", () => {
  let s3: DepositoS3;
  let api: ImpiantoPendenze;
  beforeAll(async () => {
    s3 = await startDepositoS3();
    api = await createImpianto({ AWS_ENDPOINT_URL_S3: s3.endpoint, FIORINO_BUCKET_DOCUMENTI: "documenti" });
  });
  afterAll(async () => {
    await api.stop();
    await s3.stop();
  });
  const ask = (body: unknown) => api.invoke("pendenze/addAllegato", { body });

  it.each(["documento-di-8-mb", "oltre-il-limite"])("answers the sample %s as it says", async (caso) => {
    const { atteso, esito } = await api.sample("addAllegato", caso);
    expect(esito.status).toBe(atteso);
  });

  it("says where to upload what the debt then names by its digest", async () => {
    const contenuto = "un documento grande";
    const impronta = digest(contenuto);
    const { status, body } = await ask({ impronta, dimensione: contenuto.length });
    expect([status, body["impronta"], body["metodo"]]).toEqual([201, impronta, "PUT"]);

    const allegati = [{ nome: "grande.txt", tipo: "text/plain", impronta }];
    expect(await api.put("GRANDE", corpo({ allegati }))).toMatchObject({
      status: 422,
      body: { codice: "422000", dettaglio: expect.stringContaining("allegati.0.impronta") },
    });
    const caricato = await fetch(String(body["url"]), { method: "PUT", headers: stringhe(body["intestazioni"]), body: contenuto });
    expect(caricato.status).toBe(200);
    expect((await api.put("GRANDE", corpo({ allegati }))).status).toBe(201);
    const letta = await api.invoke("pendenze/getPendenza", { params: chiave("GRANDE") });
    expect(letta.body["allegati"]).toMatchObject([{ nome: "grande.txt", dimensione: contenuto.length }]);
  });

  it("asks nothing of the bucket nor of the archive", async () => {
    s3.richieste.length = 0;
    await ask({ impronta: digest("x"), dimensione: 1 });
    api.richieste.length = 0;
    expect((await ask({ impronta: digest("x"), dimensione: 1 })).status).toBe(201);
    expect([s3.richieste, api.richieste.filter((r) => r !== "PutItem" && r !== "BatchWriteItem")]).toEqual([[], []]);
  });

  it.each([
    ["a digest in upper case", { impronta: "A".repeat(64), dimensione: 1 }, "impronta"],
    ["no bytes", { impronta: "a".repeat(64), dimensione: 0 }, "dimensione"],
    ["half a byte", { impronta: "a".repeat(64), dimensione: 1.5 }, "dimensione"],
    ["no size", { impronta: "a".repeat(64) }, "dimensione"],
  ])("refuses %s, naming the field", async (_caso, body, campo) => {
    expect(await ask(body)).toMatchObject({ status: 400, body: { dettaglio: expect.stringContaining(campo) } });
  });
});

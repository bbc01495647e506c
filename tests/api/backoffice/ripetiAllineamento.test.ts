/** A new send asked for by a person: state, message and journal entry together. */
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, describe, expect, it } from "vitest";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { readCampioni } from "../../sostegno/campioni.ts";
import { DI_UNIONE, SOLO_MENSA, seedAllineamenti } from "./allineamenti.ts";
import { createProva, LIMITATO } from "./prove.ts";

const prova = createProva();
const params = (n: number) => ({ idDominio: COMUNE, iuv: `0100000000000000${n}` });
const body = { motivazione: "Prova" };
const scan = async (tabella: string): Promise<readonly Record<string, unknown>[]> =>
  (await prova.ambiente().dynamo.client.send(new ScanCommand({ TableName: tabella }))).Items ?? [];

describe("POST /backoffice/v1/allineamenti/{idDominio}/{iuv}/ripeti", () => {
  beforeAll(() => seedAllineamenti(prova));

  it("does what its samples say, and queues the message with the change", async () => {
    const prima = (await scan("prova-archivio")).filter((e) => e["coda"] === "gpd").length;
    for (const { pathParameters, body: corpo, expected } of readCampioni("backoffice/ripetiAllineamento")) {
      expect((await prova.invoke("ripetiAllineamento", { params: pathParameters ?? {}, body: corpo })).status).toBe(expected.status);
    }
    expect((await prova.invoke("getAllineamento", { params: params(2) })).body).toMatchObject({ stato: "DA_RIPETERE" });
    expect((await scan("prova-archivio")).filter((e) => e["coda"] === "gpd")).toHaveLength(prima + 1);
    expect((await scan("prova-eventi")).filter((e) => e["tipoEvento"] === "ripetiAllineamento" && e["esito"] === "OK")).toMatchObject([
      { categoriaEvento: "UTENTE", dettaglioEsito: "Chiave di sottoscrizione rinnovata", idPendenza: "P-2", principal: "amministratore" },
    ]);
  });

  it.each<[string, number, unknown, string | undefined, number, string]>([
    ["without a reason", 2, {}, undefined, 400, "motivazione"],
    ["a debt that no archive follows", 9, body, undefined, 404, "allineamento"],
    ["a debt of other creditors", 2, body, DI_UNIONE, 404, "allineamento"],
    ["who may only read", 3, body, SOLO_MENSA, 403, "diritto W"],
    ["who has no right", 2, body, LIMITATO, 403, "diritto W"],
  ])("refuses %s", async (_caso, n, corpo, as, status, motivo) => {
    const esito = await prova.invoke("ripetiAllineamento", { params: params(n), body: corpo, ...(as !== undefined && { as }) });
    expect(esito).toMatchObject({ status, body: { dettaglio: expect.stringContaining(motivo) } });
  });
});

/** The detail of a receipt for operators: that of Riconciliazione, with their rights. */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { findCampione } from "../../sostegno/campioni.ts";
import { buildPendenza, buildRicevuta } from "../../sostegno/esempi.ts";
import { createProva, LIMITATO } from "./prove.ts";
import { DI_UNIONE, SOLO_LETTURA, seedRecuperi, store } from "./recuperi.ts";

const prova = createProva();
const ORIGINALE = { gzip: gzipSync("<busta/>").toString("base64"), digest: createHash("sha256").update("<busta/>").digest("hex") };

describe("GET /backoffice/v1/ricevute/{idDominio}/{iuv}/{idRicevuta}", () => {
  beforeAll(async () => {
    await seedRecuperi(prova);
    await store(
      prova,
      { azione: "crea", entita: "pendenza", valore: buildPendenza() },
      { azione: "crea", entita: "ricevuta", valore: buildRicevuta({ originale: ORIGINALE }) },
    );
  });

  it("answers its sample with the debt it pays", async () => {
    const { pathParameters, expected } = findCampione("backoffice/getRicevuta");
    const { status, body } = await prova.invoke("getRicevuta", { params: pathParameters ?? {}, as: SOLO_LETTURA });
    expect([status, body]).toEqual([
      expected.status,
      expect.objectContaining({ idRicevuta: "ricevuta-1", importo: 100.5, esito: "ESEGUITO" }),
    ]);
    expect(body["pendenza"]).toMatchObject({ idPendenza: "TARI-2026-1" });
  });

  it("404 to one that is not there, 403 to a creditor of others and to who has no right", async () => {
    const params = findCampione("backoffice/getRicevuta").pathParameters ?? {};
    expect((await prova.invoke("getRicevuta", { params: { ...params, idRicevuta: "altra" } })).status).toBe(404);
    expect((await prova.invoke("getRicevuta", { params, as: DI_UNIONE })).status).toBe(403);
    expect((await prova.invoke("getRicevuta", { params, as: LIMITATO })).status).toBe(403);
  });
});

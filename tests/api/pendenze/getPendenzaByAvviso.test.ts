import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { createImpianto, type ImpiantoPendenze } from "./impianto.ts";

const NUMERO = "301900000000000180";

describe("GET /pendenze/v2/pendenze/byAvviso/{idDominio}/{numeroAvviso}", () => {
  let api: ImpiantoPendenze;
  beforeAll(async () => {
    api = await createImpianto();
    await api.sample("addPendenza", "a-due-voci");
  });
  afterAll(() => api.stop());
  const get = (idDominio: string, numeroAvviso: string, as = "gest-tributi") =>
    api.invoke("pendenze/getPendenzaByAvviso", { params: { idDominio, numeroAvviso }, as });

  it("answers the sample, and the same as by idPendenza, with one request", async () => {
    const { atteso, esito } = await api.sample("getPendenzaByAvviso", "dettaglio");
    expect(esito.status).toBe(atteso);
    const { body } = await api.invoke("pendenze/getPendenza", { params: { idA2A: "GEST-TRIBUTI", idPendenza: "TARI-2026-0001" } });
    expect(esito.body).toEqual(body);
    api.richieste.length = 0;
    await get(COMUNE, NUMERO);
    expect(api.richieste).toEqual(["Query"]);
  });

  it.each([
    ["an unknown number", COMUNE, "301900000000000181", "gest-tributi"],
    ["the same IUV under another first digit", COMUNE, `1${NUMERO.slice(1)}`, "gest-tributi"],
    ["the number of another creditor", UNIONE, NUMERO, "gest-tributi"],
    ["a caller without that creditor", COMUNE, NUMERO, "gest-mensa"],
  ])("answers 404 to %s", async (_caso, idDominio, numeroAvviso, as) => {
    expect(await get(idDominio, numeroAvviso, as)).toMatchObject({ status: 404, body: { codice: "404000" } });
  });
});

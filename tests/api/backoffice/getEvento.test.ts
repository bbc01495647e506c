import { beforeAll, describe, expect, it } from "vitest";
import { findCampione } from "../../sostegno/campioni.ts";
import { EVENTI, IUV, LETTORE, MESSAGGIO, seedGiornale } from "./giornale.ts";
import { createProva, LIMITATO } from "./prove.ts";

const prova = createProva();
const campione = findCampione("backoffice/getEvento");
const id = campione.pathParameters?.["id"] ?? "";
const get = (riferimento: string, as?: string) =>
  prova.invoke("getEvento", { params: { id: riferimento }, ...(as !== undefined && { as }) });

describe("GET /backoffice/v1/eventi/{id}", () => {
  beforeAll(() => seedGiornale(prova));

  it("risponde al suo campione, con le righe di SANP e i messaggi", async () => {
    const { status, body } = await get(id);
    expect([status, body]).toEqual([
      campione.expected.status,
      expect.objectContaining({
        tipoEvento: "paGetPaymentV2",
        righeSanp: [
          expect.objectContaining({ sottoTipoEvento: "REQ", identificativoFruitore: "NodoDeiPagamentiSPC", numeroAvviso: `3${IUV}` }),
          expect.objectContaining({ sottoTipoEvento: "RESP", dataOraEvento: "2026-03-01T10:00:00.012Z", esito: "OK" }),
        ],
        parametriRichiesta: expect.objectContaining({ payload: Buffer.from(MESSAGGIO).toString("base64") }),
        parametriRisposta: expect.objectContaining({ payload: Buffer.from("<risposta/>").toString("base64") }),
      }),
    ]);
  });

  it("chi non ha il diritto ai contenuti vede tutto il resto", async () => {
    const { status, body, testo } = await get(id, LETTORE);
    expect([status, body["tipoEvento"]]).toEqual([200, EVENTI[0]?.tipoEvento]);
    expect(testo).not.toContain("payload");
  });

  it("la lettura dei contenuti resta nel giornale del codice letto", async () => {
    await get(id);
    const query = { iuv: IUV, categoriaEvento: "UTENTE", sottotipoEvento: "LETTURA_CONTENUTI" };
    const { body } = await prova.invoke("findEventi", { query });
    expect(body["risultati"]).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ tipoEvento: "getEvento", parametriRichiesta: expect.objectContaining({ principal: "amministratore" }) }),
      ]),
    );
  });

  it.each([
    ["inesistente", `${id.slice(0, -2)}AA`, undefined, 404],
    ["che non è un riferimento", "1234", undefined, 404],
    ["a chi non legge il giornale", id, LIMITATO, 403],
  ])("%s", async (_caso, riferimento, as, status) => expect((await get(riferimento, as)).status).toBe(status));

  it("di un altro dominio non esiste", async () => {
    const { body } = await prova.invoke("findEventi", { query: { tipoEvento: "getAllPublishedFlows" } });
    const [altrui] = Array.isArray(body["risultati"]) ? body["risultati"] : [];
    expect([(await get(String(altrui.id))).status, (await get(String(altrui.id), LETTORE)).status]).toEqual([200, 404]);
  });
});

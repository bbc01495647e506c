import { beforeAll, describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { findCampione } from "../../sostegno/campioni.ts";
import { IUV, LETTORE, MESSAGGIO, NUMERO_AVVISO, seedGiornale } from "./giornale.ts";
import { createProva, LIMITATO } from "./prove.ts";

const prova = createProva();
const find = (query: Readonly<Record<string, string>>, as?: string) =>
  prova.invoke("findEventi", { query, ...(as !== undefined && { as }) });

describe("GET /backoffice/v1/eventi", () => {
  beforeAll(() => seedGiornale(prova));

  it("risponde al suo campione", async () => {
    const { queryStringParameters, expected } = findCampione("backoffice/findEventi");
    const { status, body } = await find(queryStringParameters ?? {});
    expect([status, body["risultati"]]).toEqual([
      expected.status,
      [
        {
          id: expect.any(String),
          componente: "API_PAGOPA",
          categoriaEvento: "INTERFACCIA",
          ruolo: "SERVER",
          tipoEvento: "paGetPaymentV2",
          esito: "OK",
          severita: 0,
          dataEvento: "2026-03-01T10:00:00.000Z",
          durataEvento: 12,
          transactionId: "t1",
          idDominio: COMUNE,
          iuv: IUV,
          numeroAvviso: NUMERO_AVVISO,
          datiPagoPA: { idPsp: "BCITITMM", idStazione: "99001122334_01" },
          parametriRichiesta: {
            url: "/pagopa/paForNode",
            method: "POST",
            headers: [{ nome: "authorization", valore: "***" }],
            digest: expect.any(String),
            dataOraRichiesta: "2026-03-01T10:00:00.000Z",
            principal: "nodo",
          },
          parametriRisposta: { status: 200, digest: expect.any(String), dataOraRisposta: "2026-03-01T10:00:00.012Z" },
        },
      ],
    ]);
  });

  it.each<[string, Record<string, string>, string | undefined, readonly string[]]>([
    ["per IUV", { iuv: IUV }, undefined, ["paGetPaymentV2"]],
    ["per dominio ed esito", { idDominio: UNIONE, esito: "FAIL" }, undefined, ["getAllPublishedFlows"]],
    ["per giorno", { idDominio: UNIONE, dataDa: "2026-03-02", dataA: "2026-03-02" }, undefined, ["getAllPublishedFlows"]],
    ["per operazione, di un altro giorno", { idDominio: COMUNE, tipoEvento: "paGetPaymentV2", dataA: "2026-02-28" }, undefined, []],
    ["di un dominio di altri", { idDominio: UNIONE }, LETTORE, []],
    ["di tutti i propri domini", { componente: "API_PAGOPA" }, LETTORE, ["paGetPaymentV2"]],
  ])("trova %s", async (_caso, query, as, attesi) => {
    const { status, body } = await find(query, as);
    const risultati = Array.isArray(body["risultati"]) ? body["risultati"] : [];
    expect([status, risultati.map(({ tipoEvento }) => tipoEvento)]).toEqual([200, attesi]);
  });

  it("con messaggi=true dà il contenuto solo a chi ne ha il diritto", async () => {
    const [amministratore, lettore] = await Promise.all([
      find({ iuv: IUV, messaggi: "true", tipoEvento: "paGetPaymentV2" }),
      find({ iuv: IUV, messaggi: "true", tipoEvento: "paGetPaymentV2" }, LETTORE),
    ]);
    expect(amministratore.body["risultati"]).toMatchObject([
      { parametriRichiesta: { payload: Buffer.from(MESSAGGIO).toString("base64") } },
    ]);
    expect(lettore.status).toBe(200);
    expect(lettore.testo).not.toContain("payload");
  });

  it.each([
    [{ componente: "API_IGNOTA" }, undefined, 400],
    [{ numeroAvviso: "123" }, undefined, 400],
    [{ messaggi: "true", risultatiPerPagina: "100" }, undefined, 400],
    [{ iuv: IUV }, LIMITATO, 403],
  ])("rifiuta %j", async (query, as, status) => expect((await find(query as Record<string, string>, as)).status).toBe(status));
});

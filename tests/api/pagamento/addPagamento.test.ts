import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { storePendenza } from "./sostegno.ts";

const REDIRECT = "https://checkout.pagopa.it/c/abc";
const BODY = { pendenze: [{ idA2A: "GEST-TRIBUTI", idPendenza: "TARI-2026-1" }], urlRitorno: "https://portale.example/esito" };

describe("POST /pagamento/v2/pagamenti", () => {
  let ambiente: AmbienteApi;
  let checkout: Server;
  let carrelli: { url: string | undefined; corpo: Record<string, unknown> }[] = [];
  let risposta: { status: number; location?: string; corpo?: string };

  beforeAll(async () => {
    checkout = createServer((req, res) => {
      const pezzi: Buffer[] = [];
      req.on("data", (pezzo: Buffer) => pezzi.push(pezzo));
      req.on("end", () => {
        carrelli.push({ url: req.url, corpo: JSON.parse(Buffer.concat(pezzi).toString("utf8")) });
        res.writeHead(risposta.status, risposta.location === undefined ? {} : { location: risposta.location }).end(risposta.corpo ?? "");
      });
    });
    await new Promise<void>((resolve) => checkout.listen(0, "127.0.0.1", resolve));
    const { port } = checkout.address() as AddressInfo;
    ambiente = await createAmbiente({}, `http://127.0.0.1:${port}/checkout/ec/v2`);
    await storePendenza(ambiente, {});
    await storePendenza(ambiente, {
      idPendenza: "PAGATA",
      iuv: "01000000000000244",
      numeroAvviso: "301000000000000244",
      stato: "ESEGUITA",
    });
  });
  beforeEach(() => {
    carrelli = [];
    risposta = { status: 302, location: REDIRECT };
  });
  afterAll(async () => {
    checkout.close();
    await ambiente.stop();
  });

  it("opens the cart and says where to send the citizen; the redirect is not followed", async () => {
    const { status, body, headers } = await ambiente.invoke("pagamento/addPagamento", { body: BODY, query: { idSessionePortale: "s-1" } });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      idSession: body["id"],
      location: `/pagamento/v2/pagamenti/${body["id"]}`,
      redirect: REDIRECT,
    });
    expect(headers["location"]).toBe(body["location"]);
    expect(carrelli).toEqual([
      {
        url: "/checkout/ec/v2/carts",
        corpo: {
          idCart: body["id"],
          paymentNotices: [
            {
              noticeNumber: "301000000000000133",
              fiscalCode: COMUNE,
              amount: 10_050,
              companyName: "Comune di Prova",
              description: "TARI 2026",
            },
          ],
          returnUrls: {
            returnOkUrl: `https://portale.example/esito?idPagamento=${body["id"]}&esito=OK`,
            returnCancelUrl: `https://portale.example/esito?idPagamento=${body["id"]}&esito=CANCEL`,
            returnErrorUrl: `https://portale.example/esito?idPagamento=${body["id"]}&esito=ERROR`,
            returnWaitingUrl: `https://portale.example/esito?idPagamento=${body["id"]}&esito=WAITING`,
          },
        },
      },
    ]);
    const letto = await ambiente.invoke("pagamento/getPagamento", { params: { id: String(body["id"]) } });
    expect(letto.body).toMatchObject({ stato: "IN_CORSO", idSessionePortale: "s-1", pspRedirectUrl: REDIRECT });
  });

  it.each<[string, unknown, number, string, string]>([
    ["no debt", { ...BODY, pendenze: [] }, 400, "SINTASSI", "pendenze"],
    [
      "six debts",
      { ...BODY, pendenze: Array.from({ length: 6 }, (_, i) => ({ idA2A: "A", idPendenza: String(i) })) },
      400,
      "SINTASSI",
      "pendenze",
    ],
    ["a reference of no kind", { ...BODY, pendenze: [{ idDominio: COMUNE }] }, 400, "SINTASSI", "pendenze.0"],
    [
      "a notice number of 17 digits",
      { ...BODY, pendenze: [{ idDominio: COMUNE, numeroAvviso: "30100000000000013" }] },
      400,
      "SINTASSI",
      "pendenze.0",
    ],
    ["an unknown field", { ...BODY, importo: 3 }, 400, "SINTASSI", "importo"],
    ["a return address that is not one", { ...BODY, urlRitorno: "javascript:alert(1)" }, 400, "SINTASSI", "urlRitorno"],
    ["no return address", { pendenze: BODY.pendenze }, 422, "PAG_013", "urlRitorno"],
    ["an unknown debt", { ...BODY, pendenze: [{ idA2A: "GEST-TRIBUTI", idPendenza: "IGNOTA" }] }, 422, "VER_008", "IGNOTA"],
    ["a paid debt", { ...BODY, pendenze: [{ idA2A: "GEST-TRIBUTI", idPendenza: "PAGATA" }] }, 422, "PAG_006", "ESEGUITA"],
    ["text that is not JSON", "{pendenze", 400, "SINTASSI", "JSON"],
  ])("refuses %s naming it, and opens no cart", async (_caso, body, status, codice, nominato) => {
    const esito = await ambiente.invoke("pagamento/addPagamento", { body });
    expect([esito.status, esito.body["codice"]]).toEqual([status, codice]);
    expect(esito.body["dettaglio"]).toContain(nominato);
    expect(carrelli).toEqual([]);
  });

  it.each([
    [400, 500, "NDP_001", /contattare l'ente/],
    [401, 500, "NDP_001", /contattare l'ente/],
    [422, 422, "PAG_014", /già pagato o in corso/],
    [429, 429, "429000", /troppe richieste/],
    [500, 500, "NDP_001", /riprovare/],
    [502, 502, "NDP_000", /riprovare/],
    [200, 500, "NDP_001", /contattare l'ente/],
  ])("tells apart Checkout's %i for the citizen, and keeps its words for the operator", async (suo, nostro, codice, testo) => {
    risposta = { status: suo, corpo: JSON.stringify({ title: "Titolo", detail: `dettaglio ${suo}` }) };
    const { status, body } = await ambiente.invoke("pagamento/addPagamento", { body: BODY });
    expect([status, body["codice"]]).toEqual([nostro, codice]);
    expect(body["dettaglio"]).toMatch(testo);
    expect(body["dettaglio"]).not.toContain("Titolo");
    const elenco = await ambiente.invoke("pagamento/findPagamenti", { query: { stato: "FALLITO" } });
    expect(JSON.stringify(elenco.body["risultati"])).toContain(`Titolo: dettaglio ${suo}`);
  });

  it("never follows the redirect and passes it on as it is", async () => {
    const prima = carrelli.length;
    risposta = { status: 302, location: "/c/carrello?x=%7E&y=a+b#z" };
    const { status, body } = await ambiente.invoke("pagamento/addPagamento", { body: BODY });
    expect([status, body["redirect"]]).toEqual([201, "/c/carrello?x=%7E&y=a+b#z"]);
    expect(carrelli.length).toBe(prima + 1);
  });

  it("asks for the right to write payments", async () => {
    const { status } = await ambiente.invoke("pagamento/addPagamento", { body: BODY, as: "senza-diritti" });
    expect(status).toBe(403);
  });
});

/** What pagoPA answers, read strictly where it matters: amounts by their digits, business days kept, failures told apart. */
import { describe, expect, it } from "vitest";
import { type Esito, ok } from "../../domain/esito.ts";
import type { ErroreHttp, RichiestaHttp, RispostaHttp } from "./client.ts";
import { createFdr } from "./fdr.ts";

const CONNETTORE = { url: "https://fdr.example/service/v1/", subscriptionKey: "chiave" };
const CHIAVE = { idDominio: "01234567890", idFlusso: "2026-11-24ABI03069-1", idPsp: "ABI03069", revisione: 2 };

const createProva = (risposta: Esito<Partial<RispostaHttp>, ErroreHttp>) => {
  const richieste: RichiestaHttp[] = [];
  const fdr = createFdr({
    request: async (richiesta) => {
      richieste.push(richiesta);
      return risposta.ok ? ok({ status: 200, headers: {}, testo: "", ...risposta.valore }) : risposta;
    },
  });
  return { fdr, richieste };
};
const conCorpo = (corpo: unknown) => createProva(ok({ testo: JSON.stringify(corpo) }));

const RIGA = {
  index: 1,
  iuv: "01000000000000133",
  iur: "abc",
  idTransfer: 1,
  pay: 10.01,
  payStatus: "EXECUTED",
  payDate: "2026-11-23T00:00:00Z",
};
const pagina = (...righe: object[]) => ({ metadata: { pageSize: 1000, pageNumber: 1, totPage: 3 }, count: righe.length, data: righe });
const TESTATA = {
  status: "PUBLISHED",
  revision: 2,
  fdrDate: "2026-11-24T18:30:00.123Z",
  regulation: "TRN",
  regulationDate: "2026-11-24",
  sender: { type: "BIC_CODE", id: "BCITITMM", pspId: "ABI03069", pspName: "Banca", pspBrokerId: "1", channelId: "2" },
  receiver: { id: "01234567890", organizationId: "01234567890", organizationName: "Comune" },
  totPayments: 2,
  sumPayments: 20.03,
  campoNuovo: true,
};

describe("client FdR-3", () => {
  it("chiede la pagina con la chiave di sottoscrizione", async () => {
    const { fdr, richieste } = conCorpo(pagina(RIGA));
    expect(await fdr.getPagamenti(CONNETTORE, CHIAVE, 2)).toMatchObject({
      ok: true,
      valore: { pagineTotali: 3, righe: [{ importo: 1001n, esito: 0, data: "2026-11-23", indice: 1 }] },
    });
    expect(richieste[0]).toMatchObject({
      url: "https://fdr.example/service/v1/organizations/01234567890/fdrs/2026-11-24ABI03069-1/revisions/2/psps/ABI03069/payments?page=2&size=1000",
      headers: { "Ocp-Apim-Subscription-Key": "chiave" },
    });
  });

  it.each([
    ["EXECUTED", 0],
    ["REVOKED", 3],
    ["STAND_IN", 4],
    ["STAND_IN_NO_RPT", 8],
    ["NO_RPT", 9],
    ["QUALCOSA", -1],
  ])("esito %s: %i", async (payStatus, esito) => {
    expect(await conCorpo(pagina({ ...RIGA, payStatus })).fdr.getPagamenti(CONNETTORE, CHIAVE, 1)).toMatchObject({
      valore: { righe: [{ esito }] },
    });
  });

  it.each([
    ["2026-11-23T00:00:00Z", "2026-11-23"],
    ["2026-11-22T23:00:00Z", "2026-11-23"],
    ["2026-11-23", "2026-11-23"],
    ["2026-07-22T22:30:00.5Z", "2026-07-23"],
  ])("giorno del pagamento %s: %s", async (payDate, data) => {
    expect(await conCorpo(pagina({ ...RIGA, payDate })).fdr.getPagamenti(CONNETTORE, CHIAVE, 1)).toMatchObject({
      valore: { righe: [{ data }] },
    });
  });

  it.each([
    [0.1 + 0.2, 30n],
    [1234567890.12, 123456789012n],
    [1.15, 115n],
  ])("importo %d", async (sumPayments, importoTotale) => {
    expect(await conCorpo({ ...TESTATA, sumPayments }).fdr.getTestata(CONNETTORE, CHIAVE)).toMatchObject({ valore: { importoTotale } });
  });

  it("la testata porta il secondo dell'emissione e il mittente come lo scrive l'XML", async () => {
    const { fdr } = conCorpo(TESTATA);
    expect(await fdr.getTestata(CONNETTORE, CHIAVE)).toMatchObject({
      valore: {
        dataFlusso: "2026-11-24T18:30:00.000Z",
        mittente: { tipo: "B", id: "BCITITMM" },
        numeroPagamenti: 2,
        idDominioRicevente: "01234567890",
      },
    });
  });

  it("l'elenco chiede solo quanto pubblicato dopo", async () => {
    const { fdr, richieste } = conCorpo({
      ...pagina(),
      data: [{ fdr: CHIAVE.idFlusso, pspId: "ABI03069", revision: 2, published: "2026-11-24T20:00:00Z", flowDate: "2026-11-24T18:30:00Z" }],
    });
    const esito = await fdr.findPubblicati(CONNETTORE, CHIAVE.idDominio, 1, "2026-11-23T20:00:00.000Z");
    expect(esito).toMatchObject({ valore: { flussi: [{ ...CHIAVE, dataPubblicazione: "2026-11-24T20:00:00.000Z" }] } });
    expect(richieste[0]?.url).toContain("publishedGt=2026-11-23T20%3A00%3A00.000Z");
  });

  it.each<[string, Parameters<typeof createProva>[0], string]>([
    ["429", ok({ status: 429 }), "troppe-richieste"],
    ["404", ok({ status: 404, testo: '{"appErrorCode":"FDR-3001","errors":[{"message":"not found"}]}' }), "non-trovato"],
    ["401", ok({ status: 401 }), "rifiutato"],
    ["500", ok({ status: 500 }), "irraggiungibile"],
    ["rete", { ok: false, errore: { causa: "rete", dettaglio: "ECONNRESET" } }, "irraggiungibile"],
    ["pagina di un proxy", ok({ testo: "<html>" }), "irraggiungibile"],
    ["importo con tre decimali", ok({ testo: JSON.stringify({ ...TESTATA, sumPayments: 1.005 }) }), "illeggibile"],
    ["importo negativo", ok({ testo: JSON.stringify({ ...TESTATA, sumPayments: -1 }) }), "illeggibile"],
    ["data inesistente", ok({ testo: JSON.stringify({ ...TESTATA, regulationDate: "2026-02-30" }) }), "illeggibile"],
  ])("%s", async (_caso, risposta, causa) => {
    expect(await createProva(risposta).fdr.getTestata(CONNETTORE, CHIAVE)).toMatchObject({ ok: false, errore: { causa } });
  });
});

/** The client of biz-events against answers as pagoPA writes them, wrong ones included. */
import { describe, expect, it } from "vitest";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { ok } from "../../domain/esito.ts";
import type { RicevutaNodo } from "../../domain/pagamenti/messaggi-nodo.ts";
import { composeRicevuta } from "../../runtime/soap/compose-ricevuta.ts";
import { openBusta } from "../../runtime/soap/envelope.ts";
import { readRichiesta } from "../../runtime/soap/pa-for-node-parse.ts";
import { createBizEvents } from "./biz-events.ts";
import type { RichiestaHttp } from "./client.ts";

/** As pagoPA answers: nulls for what is absent, numbers of any form. */
const RISPOSTA = `{
  "receiptId": "e2f1", "noticeNumber": "301000000000000133", "fiscalCode": "${COMUNE}", "outcome": "OK",
  "creditorReferenceId": "01000000000000133", "paymentAmount": 100.10, "description": "TARI & rifiuti", "companyName": "Comune", "officeName": null,
  "debtor": {"entityUniqueIdentifierType": "F", "entityUniqueIdentifierValue": "RSSMRA85T10A562S", "fullName": "Mario Rossi", "email": "m@example.it"},
  "transferList": [
    {"idTransfer": 1, "transferAmount": 84.1, "fiscalCodePA": "${COMUNE}", "iban": "IT60X0542811101000000123456", "mbdAttachment": null,
     "remittanceInformation": "/RFB/x", "transferCategory": "9/0101101IM/", "metadata": [{"key": "k", "value": "v"}, {"key": "vuota"}]},
    {"idTransfer": 2, "transferAmount": 1.6E1, "fiscalCodePA": "${COMUNE}", "iban": null, "mbdAttachment": null,
     "remittanceInformation": "bollo", "transferCategory": "9/0301116TS/"}],
  "idPSP": "ABI03069", "pspFiscalCode": "123", "pspPartitaIVA": null, "pspCompanyName": "Banca", "idChannel": "CANALE", "channelDescription": null,
  "payer": null, "paymentMethod": "cash", "fee": 1.50, "primaryCiIncurredFee": 0, "paymentDateTime": "2026-11-23",
  "paymentDateTimeFormatted": "2026-11-23T11:30:00", "applicationDate": "2026-11-23", "transferDate": "2026-11-24", "nuovoCampo": {"a": 1}
}`;

const createProva = (status: number, testo: string, headers: Record<string, string> = {}) => {
  const chieste: RichiestaHttp[] = [];
  const client = createBizEvents({
    request: async (richiesta) => {
      chieste.push(richiesta);
      return ok({ status, testo, headers });
    },
  });
  const get = () =>
    client.get(
      { url: "http://pagopa/bizevents/service/v1/", subscriptionKey: "k" },
      { idDominio: COMUNE, iuv: "01000000000000133", iur: "e2f1" },
    );
  return { get, chieste };
};
const receiptDi = async (testo: string): Promise<RicevutaNodo> => {
  const esito = await createProva(200, testo).get();
  if (!esito.ok) throw new Error(esito.errore.dettaglio);
  return esito.valore;
};

describe("una ricevuta di biz-events", () => {
  it("si chiede per ente, IUR e IUV, con la chiave di sottoscrizione", async () => {
    const { get, chieste } = createProva(200, RISPOSTA);
    await get();
    expect(chieste).toMatchObject([
      {
        method: "GET",
        url: `http://pagopa/bizevents/service/v1/organizations/${COMUNE}/receipts/e2f1/paymentoptions/01000000000000133`,
        headers: { "Ocp-Apim-Subscription-Key": "k" },
      },
    ]);
  });

  it("arriva al centesimo, con gli istanti in UTC e i nulli come campi assenti", async () => {
    const receipt = await receiptDi(RISPOSTA);
    expect(receipt).toMatchObject({
      paymentAmount: 10_010n,
      fee: 150n,
      primaryCiIncurredFee: 0n,
      paymentDateTime: "2026-11-23T10:30:00.000Z",
      PSPCompanyName: "Banca",
      channelDescription: "CANALE",
      debtor: { "e-mail": "m@example.it" },
    });
    expect(receipt.transferList.map(({ transferAmount, IBAN, MBDAttachment }) => [transferAmount, IBAN, MBDAttachment])).toEqual([
      [8410n, "IT60X0542811101000000123456", undefined],
      [1600n, undefined, ""],
    ]);
    expect(receipt).not.toHaveProperty("payer");
    expect(receipt).not.toHaveProperty("officeName");
  });

  it("nella busta del Nodo è una paSendRTV2 che il nostro lettore accetta, con gli stessi valori", async () => {
    const receipt = await receiptDi(RISPOSTA);
    const testata = { idPA: COMUNE, idBrokerPA: "80008000801", idStation: "80008000801_01" };
    const busta = composeRicevuta(testata, receipt);
    if (!busta.ok) throw new Error(busta.errore);
    const radice = openBusta(busta.valore, 256);
    const letta = radice.ok ? readRichiesta("paSendRTV2", radice.valore) : radice;
    if (!letta.ok) throw new Error("busta non leggibile");
    expect(letta.valore).toMatchObject({
      ...testata,
      receipt: {
        receiptId: "e2f1",
        paymentAmount: 10_010n,
        fee: 150n,
        description: "TARI & rifiuti",
        paymentDateTime: "2026-11-23T10:30:00.000Z",
        debtor: receipt.debtor,
        transferList: [
          { transferAmount: 8410n, metadata: [{ key: "k", value: "v" }] },
          { transferAmount: 1600n, MBDAttachment: "" },
        ],
      },
    });
  });

  it.each([
    ["un importo con millesimi", RISPOSTA.replace("100.10", "100.105"), "paymentAmount"],
    ["un importo negativo", RISPOSTA.replace("84.1", "-84.1"), "transferList.0.transferAmount"],
    ["senza transfer", RISPOSTA.replace(/"transferList": \[[\s\S]*?\]\s*,\s*"idPSP"/, '"transferList": [], "idPSP"'), "transferList"],
    ["una data che non esiste", RISPOSTA.replace("2026-11-23T11:30:00", "2026-13-23T11:30:00"), "paymentDateTimeFormatted"],
    ["un esito sconosciuto", RISPOSTA.replace('"outcome": "OK"', '"outcome": "BOH"'), "outcome"],
  ])("%s è illeggibile, e dice quale campo", async (_caso, testo, campo) => {
    expect(await createProva(200, testo).get()).toMatchObject({
      ok: false,
      errore: { causa: "illeggibile", dettaglio: expect.stringContaining(campo) },
    });
  });

  it.each([
    [400, "illeggibile"],
    [403, "rifiutata"],
    [404, "non-trovata"],
    [408, "irraggiungibile"],
    [422, "non-trovata"],
    [401, "rifiutata"],
    [429, "troppe-richieste"],
    [500, "irraggiungibile"],
    [503, "irraggiungibile"],
  ])("HTTP %i è %s", async (status, causa) => {
    const { get } = createProva(status, '{"title": "t", "status": 1, "detail": "d"}', { "retry-after": "120" });
    expect(await get()).toEqual({ ok: false, errore: { causa, dettaglio: `pagoPA ha risposto ${status} t d`, attesaSecondi: 120 } });
  });

  it("una pagina che non è JSON è un disservizio, non una risposta", async () => {
    expect(await createProva(200, "<html>").get()).toMatchObject({ ok: false, errore: { causa: "irraggiungibile" } });
  });
});

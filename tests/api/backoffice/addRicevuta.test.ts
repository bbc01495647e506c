/** The manual upload of a receipt: same routine as the Node's, idempotent, and nothing believed that does not add up. */
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { beforeAll, describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { findCampione } from "../../sostegno/campioni.ts";
import { buildPendenza } from "../../sostegno/esempi.ts";
import { FLUSSO, PSP } from "../../sostegno/flussi.ts";
import { scriviRt } from "../../sostegno/storico.ts";
import { consegnaRt } from "../pagopa/messaggi-storici.ts";
import { createProva, LIMITATO } from "./prove.ts";
import { buildRecupero, DI_UNIONE, SOLO_LETTURA, seedRecuperi, store } from "./recuperi.ts";

const prova = createProva();
const campione = findCampione("backoffice/addRicevuta");
const BUSTA = String(campione.body);
const XML = { "content-type": "text/xml" };
const carica = (body: unknown, altro: { as?: string; headers?: Record<string, string> } = {}) =>
  prova.invoke("addRicevuta", { body, headers: XML, ...altro });

/** The sample about the nth debt. */
const buildBusta = (n: number, cambia: (busta: string) => string = (busta) => busta): string =>
  cambia(BUSTA.replaceAll("000000000133", `00000000013${n}`).replace("ricevuta-caricata-1", `ricevuta-caricata-${n}`));
const pendenza = (n: number) =>
  ({
    azione: "crea",
    entita: "pendenza",
    valore: buildPendenza({ idPendenza: `TARI-2026-${n}`, iuv: `0100000000000013${n}`, numeroAvviso: `30100000000000013${n}` }),
  }) as const;
const letta = async (n: number) => {
  const { status, body } = await prova.invoke("getRicevuta", {
    params: { idDominio: COMUNE, iuv: `0100000000000013${n}`, idRicevuta: `ricevuta-caricata-${n}` },
  });
  return { status, body };
};
const senzaBusta = (busta: string): string =>
  busta
    .replace(/^[\s\S]*<soapenv:Body>/, "")
    .replace(/<\/soapenv:Body>[\s\S]*$/, "")
    .replace("<paf:paSendRTV2Request>", '<paf:paSendRTV2Request xmlns:paf="http://pagopa-api.pagopa.gov.it/pa/paForNode.xsd">');

describe("POST /backoffice/v1/ricevute", () => {
  beforeAll(async () => {
    await seedRecuperi(prova);
    await store(prova, pendenza(3), pendenza(4), pendenza(5), pendenza(6), pendenza(7), pendenza(9));
    const riga = {
      versione: 0,
      idDominio: COMUNE,
      idFlusso: FLUSSO,
      idPsp: PSP,
      revisione: 1,
      progressivo: 1,
      indice: 1,
      esito: 0,
      data: "2026-11-23",
    } as const;
    await store(
      prova,
      {
        azione: "crea",
        entita: "rendicontazione",
        valore: { ...riga, iuv: "01000000000000136", iur: "ricevuta-caricata-6", importo: 9_000n, stato: "ANOMALA", segnalazioni: [] },
      },
      {
        azione: "crea",
        entita: "recupero",
        valore: buildRecupero(3, { iuv: "01000000000000133", iur: "ricevuta-caricata-1", stato: "NON_TROVATO" }),
      },
    );
  });

  it("registers its sample as the Node's: debt paid, search closed, attempt in the answer; the second time it says so", async () => {
    const prima = await carica(campione.body);
    expect([prima.status, prima.body]).toEqual([
      campione.expected.status,
      expect.objectContaining({
        stato: "RT_ACCETTATA_PA",
        pendenza: expect.objectContaining({ idPendenza: "TARI-2026-3", stato: "ESEGUITA" }),
        rt: expect.objectContaining({ receiptId: "ricevuta-caricata-1", paymentAmount: 100.5 }),
      }),
    ]);
    const seconda = await carica(campione.body);
    expect([seconda.status, seconda.body["stato"]]).toEqual([200, "RT_ACCETTATA_PA"]);
    const { body } = await prova.invoke("getRecupero", {
      params: { idDominio: COMUNE, iuv: "01000000000000133", iur: "ricevuta-caricata-1" },
    });
    expect(body).toMatchObject({ stato: "RECUPERATO", provenienza: "MANUALE" });
    const { Items = [] } = await prova.ambiente().dynamo.client.send(new ScanCommand({ TableName: "prova-eventi" }));
    expect(Items.filter((e) => e["tipoEvento"] === "paSendRTV2")).toMatchObject([
      {
        categoriaEvento: "UTENTE",
        sottotipoEvento: "MANUALE",
        principal: "amministratore",
        iuv: "01000000000000133",
        ccp: "ricevuta-caricata-1",
      },
    ]);
  });

  it("takes the message out of its envelope, and from a form", async () => {
    expect((await carica(senzaBusta(buildBusta(4)))).status).toBe(201);
    expect((await letta(4)).body["rt"]).toMatchObject({ xml: Buffer.from(senzaBusta(buildBusta(4))).toString("base64") });
    const confine = "----confine";
    const modulo = `--${confine}\r\nContent-Disposition: form-data; name="file"; filename="rt.xml"\r\nContent-Type: text/xml\r\n\r\n${buildBusta(5)}\r\n--${confine}--\r\n`;
    const headers = { "content-type": `multipart/form-data; boundary=${confine}` };
    expect((await carica(Buffer.from(modulo), { headers })).status).toBe(201);
  });

  it("takes an RT of the legacy family, in its envelope or alone", async () => {
    const rt = scriviRt({
      idDominio: COMUNE,
      iuv: "01000000000000139",
      ccp: "ricevuta-caricata-9",
      righe: [{ importo: 10_050n, iur: "IUR-9" }],
    });
    const { status, body } = await carica(rt);
    expect([status, body]).toEqual([201, expect.objectContaining({ pendenza: expect.objectContaining({ stato: "ESEGUITA" }) })]);
    expect((await carica(rt)).status).toBe(200);
    expect(
      (await carica(consegnaRt({ iuv: "01000000000000139", ccp: "ricevuta-caricata-9", righe: [{ importo: 10_050n, iur: "IUR-9" }] })))
        .status,
    ).toBe(200);
    expect((await letta(9)).body["rt"]).toMatchObject({ xml: Buffer.from(rt).toString("base64") });
  });

  it.each<[string, string, number, string, string]>([
    ["an RT of an unknown creditor", scriviRt({ idDominio: "99999999990" }), 422, "PAA_ID_DOMINIO_ERRATO", "identificativoDominio"],
    ["an RT against its schema", scriviRt({ idDominio: COMUNE }).replace("12.50", "12.5"), 400, "PAA_SINTASSI_XSD", "RT/datiPagamento"],
    [
      "an RT of a payment not made",
      scriviRt({ idDominio: COMUNE, iuv: "01000000000000137", esito: "1", righe: [] }),
      422,
      "PAA_SEMANTICA",
      "non riuscito",
    ],
    ["what is not XML", "non è xml", 400, "PAA_SINTASSI_EXTRAXSD", "XML"],
    ["a DOCTYPE", buildBusta(7).replace("?>", "?><!DOCTYPE x>"), 400, "PAA_SINTASSI_EXTRAXSD", "DOCTYPE"],
    [
      "another message",
      buildBusta(7).replaceAll("paSendRTV2Request", "paGetPaymentV2Request"),
      400,
      "PAA_SINTASSI_EXTRAXSD",
      "paSendRTReq",
    ],
    ["an amount with three decimals", buildBusta(7).replace("100.50", "100.505"), 400, "PAA_SINTASSI_XSD", "paymentAmount"],
    ["a missing element", buildBusta(7).replace(/<idPSP>.*?<\/idPSP>/, ""), 400, "PAA_SINTASSI_XSD", "idPSP"],
    [
      "another intermediary",
      buildBusta(7).replace("<idBrokerPA>80008000801", "<idBrokerPA>80008000802"),
      422,
      "PAA_ID_INTERMEDIARIO_ERRATO",
      "idBrokerPA",
    ],
    ["another station", buildBusta(7).replace("80008000801_01", "80008000801_09"), 422, "PAA_STAZIONE_INT_ERRATA", "idStation"],
    ["an unknown creditor", buildBusta(7).replaceAll("01234567897", "99999999990"), 422, "PAA_ID_DOMINIO_ERRATO", "idPA"],
    ["an unknown notice", buildBusta(8), 422, "PAA_RPT_SCONOSCIUTA", "noticeNumber"],
    ["a sum that does not add up", buildBusta(7).replace("<paymentAmount>100.50", "<paymentAmount>100.51"), 422, "PAA_SEMANTICA", "somma"],
    ["a payment that was not made", buildBusta(7).replace("<outcome>OK", "<outcome>KO"), 422, "PAA_SEMANTICA", "non riuscito"],
    ["another amount than the flow's", buildBusta(6), 422, "PAA_SEMANTICA", "90.00"],
    [
      "an altered copy of one already here",
      buildBusta(3).replace("ricevuta-caricata-3", "ricevuta-caricata-1").replaceAll("100.50", "10.50"),
      422,
      "PAA_RECEIPT_DUPLICATA",
      "receiptId",
    ],
  ])("refuses %s", async (_caso, busta, status, codice, motivo) => {
    expect(await carica(busta)).toMatchObject({ status, body: { codice, dettaglio: expect.stringContaining(motivo) } });
  });

  it("leaves untouched what it refuses", async () => {
    expect((await letta(7)).status).toBe(404);
    expect((await letta(6)).status).toBe(404);
  });

  it.each([
    [DI_UNIONE, 403],
    [SOLO_LETTURA, 403],
    [LIMITATO, 403],
  ])("is not for %s", async (as, status) => {
    expect((await carica(buildBusta(7), { as })).status).toBe(status);
  });

  it("files the copy of a secondary creditor with its own part, and answers with the receipt", async () => {
    const copia = buildBusta(7, (busta) =>
      busta.replace("<idPA>01234567897", `<idPA>${UNIONE}`).replace("<fiscalCodePA>01234567897", `<fiscalCodePA>${UNIONE}`),
    );
    const esito = await carica(copia, { as: DI_UNIONE });
    expect(esito).toMatchObject({ status: 201, body: { idRicevuta: "ricevuta-caricata-7", importo: 100.5 } });
  });
});

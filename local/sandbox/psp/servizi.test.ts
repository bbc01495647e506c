import { readFileSync } from "node:fs";
import { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlRegisterInputProvider } from "libxml2-wasm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contratto } from "../../../tests/sostegno/contratti.ts";
import { figlio, parseXml, testoDi } from "../comune/xml.ts";
import { SCHEMI, scriviRichiesta } from "../nodo/servizi.ts";
import { addAvviso, type Banco, COMUNE, openBanco } from "../prove/banco.ts";
import { busta, rispostaKo } from "../prove/gateway-finto.ts";

const NS = 'xmlns:p="http://pagopa-api.pagopa.gov.it/pa/paForNode.xsd"';
const AVVISO = "301000000000000077";
const CAMPI = {
  ...{ veicoloTarga: "AB123CD", codiceFiscalePagatore: "RSSMRA85T10A562S", denominazionePagatore: "Mario Rossi", note: "lago" },
  ...{ codiceFiscaleIntestatario: "RSSMRA85T10A562S", denominazioneIntestatario: "Mario & Maria", codiceFiscaleComune: COMUNE },
  ...{
    organizationFiscalCode: COMUNE,
    companyName: "Comune",
    debtorFiscalCode: "RSSMRA85T10A562S",
    debtorFullName: "Mario Rossi",
    amount: "35.50",
  },
};

const rispostaSpontanea = (altro = ""): string =>
  busta(
    `<p:paDemandPaymentNoticeResponse ${NS}><outcome>OK</outcome>${altro}<qrCode><fiscalCode>${COMUNE}</fiscalCode><noticeNumber>${AVVISO}</noticeNumber></qrCode>` +
      "<paymentList><paymentOptionDescription><amount>22.21</amount><options>EQ</options><allCCP>false</allCCP></paymentOptionDescription></paymentList>" +
      `<paymentDescription>CIE</paymentDescription><fiscalCodePA>${COMUNE}</fiscalCodePA><companyName>Comune</companyName></p:paDemandPaymentNoticeResponse>`,
  );

let banco: Banco;
beforeEach(async () => {
  banco = await openBanco();
});
afterEach(() => banco.close());

const rispondi = (corpo: string) => {
  banco.gateway.rispondi = (radice) => (radice === "paDemandPaymentNoticeRequest" ? { stato: 200, corpo } : undefined);
};
const spontaneo = (corpo: object) => banco.json("POST", "/sandbox/psp/spontanei", corpo);
const CIE = { idDominio: COMUNE, idServizio: "00009", idSoggettoServizio: "00001", schema: "Cie_1_0_0", campi: CAMPI };

describe("un servizio chiesto allo sportello", () => {
  it("arriva all'ente con i suoi dati e torna con il numero avviso", async () => {
    rispondi(rispostaSpontanea());
    const { corpo } = await spontaneo(CIE);
    expect(corpo).toMatchObject({ esito: "OK", numeroAvviso: AVVISO, importo: 22.21, causale: "CIE" });
    const [ricevuta] = banco.gateway.ricevute;
    expect(ricevuta).toMatchObject({ radice: "paDemandPaymentNoticeRequest", soapAction: '"paDemandPaymentNotice"' });
    const richiesta = figlio(figlio(parseXml(ricevuta?.busta ?? ""), "Body"), "paDemandPaymentNoticeRequest");
    expect([testoDi(richiesta, "idServizio"), testoDi(richiesta, "idSoggettoServizio")]).toEqual(["00009", "00001"]);
    const dati = Buffer.from(testoDi(richiesta, "datiSpecificiServizioRequest") ?? "", "base64").toString();
    expect(dati).toBe(scriviRichiesta("Cie_1_0_0", CAMPI));
  });

  it("si può chiedere come lo scrive una persona", async () => {
    rispondi(rispostaSpontanea());
    const { corpo } = await spontaneo({ servizio: "Tassa automobilistica", targa: "AB123CD", codiceFiscale: "RSSMRA85T10A562S" });
    expect(corpo).toMatchObject({ esito: "OK", idDominio: "91001750081" });
  });

  it.each([
    ["un rifiuto dell'ente", rispostaKo("paDemandPaymentNoticeResponse", "PAA_SEMANTICA"), "PPT_ERRORE_EMESSO_DA_PAA"],
    ["una risposta senza numero avviso", rispostaSpontanea().replace(/<qrCode>.*<\/qrCode>/, ""), "PPT_STAZIONE_INT_PA_ERRORE_RESPONSE"],
    ["un elemento di troppo", rispostaSpontanea("<altro/>"), "PPT_STAZIONE_INT_PA_ERRORE_RESPONSE"],
    ["la risposta di un'altra primitiva", rispostaKo("paVerifyPaymentNoticeRes", "PAA_SEMANTICA"), "PPT_STAZIONE_INT_PA_ERRORE_RESPONSE"],
  ])("è rifiutato per %s", async (_caso, risposta, faultCode) => {
    rispondi(risposta);
    expect((await spontaneo(CIE)).corpo).toMatchObject({ esito: "KO", fault: { faultCode } });
  });

  it("non si chiede senza dati, né a un ente che il Nodo non conosce", async () => {
    expect((await spontaneo({ idDominio: COMUNE, idServizio: "00009", idSoggettoServizio: "00001" })).stato).toBe(422);
    expect((await spontaneo({ ...CIE, idDominio: "11111111111" })).corpo).toMatchObject({
      fault: { faultCode: "PPT_DOMINIO_SCONOSCIUTO" },
    });
  });
});

describe("le opzioni di un avviso", () => {
  const opzioni = (corpo: object) => banco.json("POST", "/sandbox/psp/opzioni", corpo);
  beforeEach(() => {
    const { altri } = banco.gateway;
    banco.gateway.altri = async (req, res) => {
      const [, idDominio, numeroAvviso] = /^\/pagopa\/payment-options\/organizations\/(\d+)\/notices\/(\d+)$/.exec(req.url ?? "") ?? [];
      if (idDominio === undefined) return (await altri?.(req, res)) ?? false;
      const avviso = banco.gateway.avvisi.get(`${idDominio}/${numeroAvviso}`);
      const corpo = avviso ? { paymentOptions: [{ amount: Number(avviso.importo) }], metodo: req.method } : { appErrorCode: "ODP-107" };
      res.writeHead(avviso ? 200 : 404, { "content-type": "application/json" }).end(JSON.stringify(corpo));
      return true;
    };
  });

  it.each(["GET", "POST"])("si chiedono con %s", async (metodo) => {
    const numeroAvviso = addAvviso(banco, 1, 1250n);
    const { corpo } = await opzioni({ idDominio: COMUNE, numeroAvviso, metodo });
    expect(corpo).toMatchObject({
      esito: "OK",
      stato: 200,
      opzioni: { paymentOptions: [{ amount: 1250 }], metodo },
      scambi: [{ statoHttp: 200 }],
    });
  });

  it("dicono perché non ci sono", async () => {
    const { corpo } = await opzioni({ idDominio: COMUNE, numeroAvviso: AVVISO });
    expect(corpo).toMatchObject({ esito: "KO", stato: 404, errore: { appErrorCode: "ODP-107" } });
  });

  it("mancano quando la stazione non risponde", async () => {
    await banco.json("POST", "/sandbox/guasti", { parte: "nodo", tipo: "perso", operazione: "paVerifyPaymentOptions" });
    const { corpo } = await opzioni({ idDominio: COMUNE, numeroAvviso: addAvviso(banco, 1, 1250n) });
    expect(corpo).toMatchObject({ esito: "KO", stato: 0, scambi: [{ errore: "ODP_STAZIONE_INT_PA_IRRAGGIUNGIBILE" }] });
  });
});

const COMUNI = "xsd-common/sac-common-types-1.0.xsd";
const percorso = (nome: string): string | undefined => contratto(`pagopa/${nome}`);
if (percorso(COMUNI) !== undefined) {
  describe("secondo gli schemi ufficiali", () => {
    it.each(SCHEMI)("la richiesta di %s è valida", (schema) => {
      const leggi = (nome: string) => readFileSync(percorso(nome) ?? "");
      const nome = `catalogo-servizi/${schema}.xsd`;
      xmlRegisterInputProvider(new XmlBufferInputProvider({ [`cat/${nome}`]: leggi(nome), [`cat/${COMUNI}`]: leggi(COMUNI) }));
      const validatore = XsdValidator.fromDoc(XmlDocument.fromBuffer(leggi(nome), { url: `cat/${nome}` }));
      expect(() => validatore.validate(XmlDocument.fromString(scriviRichiesta(schema, CAMPI) ?? ""))).not.toThrow();
    });
  });
}

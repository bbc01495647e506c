import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contratto } from "../../../tests/sostegno/contratti.ts";
import { type Nodo as Elemento, parseXml } from "../comune/xml.ts";
import { PSP } from "../psp/psp.ts";
import { bustaAttivazione, bustaRicevuta, bustaVerifica } from "./buste.ts";
import type { DatiPagamento } from "./modello.ts";

const destinatario = { idPA: "01234567897", idBrokerPA: "99001122334", idStation: "99001122334_01" };
const dati: DatiPagamento = {
  iuv: "01000000000000112",
  importo: 2_600n,
  dataScadenza: "2026-12-31",
  causale: `TARI <2026> & "città" ${"x".repeat(100)}`,
  ragioneSociale: "Comune di Borgofiorino",
  ufficio: "Ufficio Tributi",
  debitore: {
    tipo: "F",
    identificativo: "RSSMRA85T10A562S",
    anagrafica: "Mario D'Ambrò",
    indirizzo: "Via Roma",
    civico: "1",
    cap: "12900",
    localita: "Borgofiorino",
    provincia: "CN",
    nazione: "IT",
    email: "mario.rossi@example.it",
  },
  trasferimenti: [
    {
      idTransfer: 1,
      importo: 1_000n,
      idDominio: "01234567897",
      iban: "IT35C9900112900000000000001",
      causale: "/RFB/01000000000000112",
      categoria: "9/0101101IM/",
    },
    {
      idTransfer: 2,
      importo: 1_600n,
      idDominio: "01234567897",
      ragioneSociale: "Comune",
      marcaAcquistata: Buffer.from("<MarcaDaBollo/>").toString("base64"),
      causale: "bollo",
      categoria: "9/9/",
      metadata: [["chiave", "valore"]],
    },
  ],
  metadata: [["a", "b"]],
};
const PAGATO_IL = Date.parse("2026-03-29T00:30:00Z");
const avviso = { idDominio: "01234567897", numeroAvviso: "301000000000000112" };
const solo = { ...dati, importo: 1_000n, trasferimenti: dati.trasferimenti.slice(0, 1) };
const ricevuta = {
  ...avviso,
  receiptId: "a".repeat(32),
  dati,
  psp: PSP[0],
  pagatoIl: PAGATO_IL,
  paymentNote: "carrello-1",
  ragioneSociale: "Comune",
};

const buste: [string, string][] = [
  ["paVerifyPaymentNotice", bustaVerifica(destinatario, avviso.idDominio, avviso.numeroAvviso)],
  ["paGetPayment minima", bustaAttivazione(1, destinatario, avviso)],
  [
    "paGetPaymentV2",
    bustaAttivazione(2, destinatario, { ...avviso, importo: 1n, paymentNote: "carrello", transferType: "POSTAL", dueDate: "2026-12-31" }),
  ],
  ["paSendRT", bustaRicevuta(1, destinatario, { ...ricevuta, dati: solo })],
  ["paSendRTV2", bustaRicevuta(2, destinatario, ricevuta)],
];

const trova = (nodo: Elemento, nome: string): Elemento | undefined =>
  nodo.nome === nome ? nodo : nodo.figli.map((figlio) => trova(figlio, nome)).find((esito) => esito !== undefined);

describe("le buste del Nodo", () => {
  it.each(buste)("%s qualifica solo la radice e non scrive elementi vuoti", (_nome, testo) => {
    const corpo = trova(parseXml(testo), "Body")?.figli[0];
    const vuoti: string[] = [];
    const visita = (nodo: Elemento): void => {
      for (const figlio of nodo.figli) {
        if (figlio.ns !== "" || (figlio.figli.length === 0 && figlio.testo === "")) vuoti.push(figlio.nome);
        visita(figlio);
      }
    };
    if (corpo !== undefined) visita(corpo);
    expect(corpo?.ns).toBe("http://pagopa-api.pagopa.gov.it/pa/paForNode.xsd");
    expect(vuoti).toEqual([]);
  });

  it("la ricevuta porta il testo dell'ente senza cambiarlo e l'ora di Roma del pagamento", () => {
    const busta = parseXml(bustaRicevuta(2, destinatario, ricevuta));
    expect(trova(busta, "description")?.testo).toBe(dati.causale);
    expect(trova(busta, "paymentDateTime")?.testo).toBe("2026-03-29T01:30:00");
    expect(trova(busta, "transferDate")?.testo).toBe("2026-03-30");
    expect(trova(busta, "paymentNote")?.testo).toBe("carrello-1");
    expect(trova(busta, "paymentAmount")?.testo).toBe("26.00");
  });
});

const xsd = contratto("pagopa/wsdl/xsd/paForNode.xsd");
const comuni = contratto("pagopa/xsd-common/sac-common-types-1.0.xsd");
if (xsd !== undefined && comuni !== undefined) {
  const { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlRegisterInputProvider } = await import("libxml2-wasm");
  const schema = readFileSync(xsd, "utf8").replace("../../xsd-common/", "");
  xmlRegisterInputProvider(new XmlBufferInputProvider({ "sac-common-types-1.0.xsd": readFileSync(comuni) }));
  const validator = XsdValidator.fromDoc(XmlDocument.fromString(schema));
  describe("le buste del Nodo secondo lo schema ufficiale", () => {
    it.each(buste)("%s è valida", (_nome, testo) => {
      const corpo = /<soapenv:Body>(.*)<\/soapenv:Body>/s.exec(testo)?.[1] ?? "";
      const documento = XmlDocument.fromString(
        corpo.replace(/^<paf:(\w+)>/, '<paf:$1 xmlns:paf="http://pagopa-api.pagopa.gov.it/pa/paForNode.xsd">'),
      );
      expect(() => validator.validate(documento)).not.toThrow();
      documento.dispose();
    });
    it("e lo schema sa dire di no", () => {
      const documento = XmlDocument.fromString('<paf:paSendRTReq xmlns:paf="http://pagopa-api.pagopa.gov.it/pa/paForNode.xsd"/>');
      expect(() => validator.validate(documento)).toThrow();
      documento.dispose();
    });
  });
}

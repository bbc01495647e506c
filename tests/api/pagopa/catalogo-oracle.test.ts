/** The requests of the service catalogue: our reader against the official schemas, on each service and on a table of mutations. */
import { readFileSync } from "node:fs";
import { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlRegisterInputProvider } from "libxml2-wasm";
import { describe, expect, it } from "vitest";
import { SCHEMI_SERVIZIO, type SchemaServizio } from "../../../shared/domain/servizi/servizio.ts";
import { readDatiServizio } from "../../../shared/runtime/soap/servizi-pagopa.ts";
import { contratto } from "../../sostegno/contratti.ts";
import { BOLLO_AUTO, CIE, CUP, PASSAPORTO, PESCA } from "./servizi.ts";

const RICHIESTE: Readonly<Record<SchemaServizio, string>> = {
  TassaAutomobilistica_1_1_0: BOLLO_AUTO(),
  A001_Passaporto_1_0_0: PASSAPORTO,
  D847_Pesca_1_0_0: PESCA,
  Cup_1_0_0: CUP(),
  Cie_1_0_0: CIE,
};

/** Applied to every request that they change. */
const MUTAZIONI: readonly (readonly [string, (xml: string) => string])[] = [
  ["another root", (xml) => xml.replaceAll(/(<\/?(?:ta:)?)(tassaAuto|pagamento\w+|pratica\w+)/g, "$1altro")],
  ["no namespace", (xml) => xml.replace(/ xmlns(:ta)?="[^"]*"/, ' xmlns:ta="urn:altro"')],
  ["an attribute", (xml) => xml.replace(/<(ta:)?(veicoloConTarga|codicePratica|companyName|codiceCausale)/, '$& x="1"')],
  ["text between the elements", (xml) => xml.replace("><", ">testo<")],
  ["white space between the elements", (xml) => xml.replaceAll("><", ">\n\t<")],
  ["a comment and CDATA", (xml) => xml.replace("><", "><!-- c --><").replace("Mario Rossi", "<![CDATA[Mario & Rossi]]>")],
  ["an empty name", (xml) => xml.replaceAll(/Mario Rossi|Luigi Bianchi/g, "")],
  ["a name of 50 characters", (xml) => xml.replaceAll(/Mario Rossi|Luigi Bianchi/g, "è".repeat(50))],
  ["a name of 51 characters", (xml) => xml.replaceAll("Luigi Bianchi", "è".repeat(51))],
  ["a name of 71 characters", (xml) => xml.replaceAll("Mario Rossi", "è".repeat(71))],
  ["an empty code of the practice", (xml) => xml.replace(/>(A001|D847)</, "><")],
  ["another code of the practice", (xml) => xml.replace(/>(A001|D847)</, ">B001<")],
  ["an empty tax code", (xml) => xml.replaceAll(/RSSMRA85T10A562S|BNCLGU80A01H501X/g, "")],
  ["a tax code with blanks", (xml) => xml.replaceAll("BNCLGU80A01H501X", " BNCLGU80A01H501X")],
  [
    "elements in another order",
    (xml) => xml.replace(/(<ta:tipoVeicoloTarga>.*?<\/ta:tipoVeicoloTarga>)(<ta:veicoloTarga>.*?<\/ta:veicoloTarga>)/, "$2$1"),
  ],
  ["an element repeated", (xml) => xml.replace(/<(ta:)?(codicePratica|codiceCausale|amount|veicoloTarga)>.*?<\/(ta:)?\2>/, "$&$&")],
  ["an element missing", (xml) => xml.replace(/<(ta:)?(codicePratica|codiceCausale|amount|veicoloTarga)>.*?<\/(ta:)?\2>/, "")],
  ["no note", (xml) => xml.replace(/<ta:note>.*<\/ta:note>/, "")],
  ["an empty note", (xml) => xml.replace("lago", "")],
  ["a note of 41 characters", (xml) => xml.replace("lago", "x".repeat(41))],
  ["no e-mail", (xml) => xml.replace(/<debtorEmail>.*<\/debtorEmail>/, "")],
  ["a wrong e-mail", (xml) => xml.replace("mario@example.it", "mario")],
  ["an ISTAT code", (xml) => xml.replace(/<organizationFiscalCode>.*<\/organizationFiscalCode>/, "<istatCode>058091</istatCode>")],
  ["an empty ISTAT code", (xml) => xml.replace(/<organizationFiscalCode>.*<\/organizationFiscalCode>/, "<istatCode/>")],
  [
    "a cadastral code of three",
    (xml) => xml.replace(/<organizationFiscalCode>.*<\/organizationFiscalCode>/, "<catastaleCode>H50</catastaleCode>"),
  ],
  ["two of a choice", (xml) => xml.replace("<companyName>", "<catastaleCode>H501</catastaleCode>$&")],
  ["none of a choice", (xml) => xml.replace(/<organizationFiscalCode>.*<\/organizationFiscalCode>/, "")],
  ["an amount of one decimal", (xml) => xml.replace("35.50", "35.5")],
  ["an amount of zero", (xml) => xml.replace("35.50", "0.00")],
  ["the greatest amount", (xml) => xml.replace("35.50", "999999999.99")],
  ["an amount beyond", (xml) => xml.replace("35.50", "1000000000.00")],
  ["a vehicle type of the list", (xml) => xml.replace(">1<", ">4<")],
  ["a cause of the list", (xml) => xml.replace("codiceCausale>1<", "codiceCausale>11<")],
  ["a cause out of it", (xml) => xml.replace("codiceCausale>1<", "codiceCausale>3<")],
  ["a plate of nine", (xml) => xml.replace("AB123CD", "AB123CDXY")],
  ["a plate of six", (xml) => xml.replace("AB123CD", "AB123C")],
];

const isAccettata = (schema: SchemaServizio, xml: string): boolean =>
  readDatiServizio(
    {
      ...{ idPA: "01234567897", idBrokerPA: "80008000801", idStation: "80008000801_01", idServizio: "00001", idSoggettoServizio: "00001" },
      datiSpecificiServizioRequest: Buffer.from(xml).toString("base64"),
    },
    schema,
  ).ok;

describe("our reader", () => {
  it.each(SCHEMI_SERVIZIO)("takes a complete request of %s and no other service's", (schema) => {
    for (const [altro, xml] of Object.entries(RICHIESTE)) expect([altro, isAccettata(schema, xml)]).toEqual([altro, altro === schema]);
  });
});

const percorso = (nome: string): string | undefined => contratto(`pagopa/${nome}`);
const COMUNI = "xsd-common/sac-common-types-1.0.xsd";

if (percorso(COMUNI) !== undefined) {
  const leggi = (nome: string): Buffer => readFileSync(percorso(nome) ?? "");
  const openOracolo = (schema: SchemaServizio): ((xml: string) => boolean) => {
    const nome = `catalogo-servizi/${schema}.xsd`;
    xmlRegisterInputProvider(new XmlBufferInputProvider({ [`cat/${nome}`]: leggi(nome), [`cat/${COMUNI}`]: leggi(COMUNI) }));
    const validatore = XsdValidator.fromDoc(XmlDocument.fromBuffer(leggi(nome), { url: `cat/${nome}` }));
    return (xml) => {
      try {
        validatore.validate(XmlDocument.fromString(xml));
        return true;
      } catch {
        return false;
      }
    };
  };

  describe("the official schema agrees", () => {
    it.each(SCHEMI_SERVIZIO)("on %s, whatever is done to it", (schema) => {
      const oracolo = openOracolo(schema);
      const xml = RICHIESTE[schema];
      expect(oracolo(xml)).toBe(true);
      for (const [nome, muta] of MUTAZIONI) expect([nome, isAccettata(schema, muta(xml))]).toEqual([nome, oracolo(muta(xml))]);
    });

    it.each(MUTAZIONI)("%s changes at least one request", (_nome, muta) => {
      expect(Object.values(RICHIESTE).some((xml) => muta(xml) !== xml)).toBe(true);
    });
  });
}

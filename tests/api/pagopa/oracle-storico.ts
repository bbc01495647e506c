/** libxml2 with the official schemas of the legacy family: RPT and RT, and the messages inside the two WSDLs. Present only on the machines that check them. */
import { readFileSync } from "node:fs";
import { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlRegisterInputProvider } from "libxml2-wasm";
import { contratto } from "../../sostegno/contratti.ts";

const PAGAMENTI = contratto("pagopa/gad/xsd/PagInf_RPT_RT_6_2_0.xsd");
const WSDL = {
  PagamentiTelematiciCCP: contratto("pagopa/gad/wsdl/PaPerNodoPagamentoPsp.wsdl"),
  PagamentiTelematiciRT: contratto("pagopa/gad/wsdl/PaPerNodo.wsdl"),
} as const;

export const hasSchemiStorici =
  PAGAMENTI !== undefined && WSDL.PagamentiTelematiciCCP !== undefined && WSDL.PagamentiTelematiciRT !== undefined;

export type Oracolo = (xml: string) => string | undefined;

const leggi = (percorso: string | undefined): string => {
  if (percorso === undefined) throw new Error("mancano gli schemi ufficiali della famiglia storica");
  return readFileSync(percorso, "utf8");
};

const validatoreDi =
  (schema: XmlDocument): Oracolo =>
  (xml) => {
    let documento: XmlDocument | undefined;
    try {
      documento = XmlDocument.fromString(xml);
      XsdValidator.fromDoc(schema).validate(documento);
      return undefined;
    } catch (errore) {
      return errore instanceof Error ? errore.message : String(errore);
    } finally {
      documento?.dispose();
    }
  };

/** Says why an RPT or an RT is not valid; undefined when it is. */
export const openOracoloPagamenti = (): Oracolo => validatoreDi(XmlDocument.fromString(leggi(PAGAMENTI), { url: "mem/PagInf.xsd" }));

/** The WSDL includes a file of another namespace, where these types no longer are: they are put back as the guide describes them. */
const TIPI_MANCANTI = [
  '<xsd:simpleType name="stText35"><xsd:restriction base="xsd:string"><xsd:minLength value="1"/><xsd:maxLength value="35"/></xsd:restriction></xsd:simpleType>',
  '<xsd:simpleType name="stCausaleVersamento"><xsd:restriction base="xsd:string"><xsd:minLength value="1"/><xsd:maxLength value="140"/></xsd:restriction></xsd:simpleType>',
  '<xsd:simpleType name="stImporto"><xsd:restriction base="xsd:decimal"><xsd:pattern value="\\d+\\.\\d{2}"/></xsd:restriction></xsd:simpleType>',
].join("");

/** Says why the child of a SOAP body is not valid for a service. */
export function openOracoloServizio(servizio: keyof typeof WSDL): Oracolo {
  const wsdl = leggi(WSDL[servizio]);
  const schema =
    [...wsdl.matchAll(/<xsd:schema[\s\S]*?<\/xsd:schema>/g)].map(([testo]) => testo).find((testo) => testo.includes("paa")) ?? "";
  const completo = schema
    .replace(/schemaLocation="[^"]*PagInf_RPT_RT_6_2_0.xsd"/, 'schemaLocation="mem/PagInf.xsd"')
    .replace(/<xsd:include[^>]*\/>/, TIPI_MANCANTI)
    .replace(
      "<xsd:schema ",
      '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:ppt="http://ws.pagamenti.telematici.gov/" xmlns:pay_i="http://www.digitpa.gov.it/schemas/2011/Pagamenti/" ',
    );
  xmlRegisterInputProvider(new XmlBufferInputProvider({ "mem/PagInf.xsd": readFileSync(PAGAMENTI ?? "") }));
  return validatoreDi(XmlDocument.fromString(completo, { url: "servizio.xsd" }));
}

/** The schemas inside an official WSDL, taken out so that a message can be checked against them. */
import { readFileSync } from "node:fs";
import { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlRegisterInputProvider } from "libxml2-wasm";

const PREFISSI =
  ' xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:ppt="http://ws.pagamenti.telematici.gov/" xmlns:ppthead="http://ws.pagamenti.telematici.gov/ppthead"';

export interface Oracolo {
  /** @throws Error with the reasons of the schema. @param elemento text of the element, with its own namespace declarations. */
  validate(elemento: string): void;
}

/** @param busta path of the official schema of the SOAP envelope, which the headers refer to. */
export const createOracolo = (wsdl: string, spazio: string, busta: string): Oracolo => {
  xmlRegisterInputProvider(new XmlBufferInputProvider({ "../xsd/envelope.xsd": readFileSync(busta) }));
  const testo = readFileSync(wsdl, "utf8");
  const schema = [...testo.matchAll(/<xsd:schema[\s>][\s\S]*?<\/xsd:schema>/g)]
    .map(([intero]) => intero)
    .find((intero) => intero.slice(0, 400).includes(`targetNamespace="${spazio}"`));
  if (schema === undefined) throw new Error(`${wsdl}: nessuno schema di ${spazio}`);
  const validator = XsdValidator.fromDoc(XmlDocument.fromString(schema.replace("<xsd:schema", `<xsd:schema${PREFISSI}`)));
  return {
    validate: (elemento) => {
      const documento = XmlDocument.fromString(elemento);
      try {
        validator.validate(documento);
      } finally {
        documento.dispose();
      }
    },
  };
};

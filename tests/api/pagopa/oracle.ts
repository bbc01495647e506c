/** libxml2 with the official schema of paForNode: present beside the repository on the machines that check it, never needed by the product. */
import { readFileSync } from "node:fs";
import { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlRegisterInputProvider } from "libxml2-wasm";
import { contratto } from "../../sostegno/contratti.ts";

const SCHEMA = contratto("pagopa/wsdl/xsd/paForNode.xsd");
const COMUNI = contratto("pagopa/xsd-common/sac-common-types-1.0.xsd");

export const hasSchemiUfficiali = SCHEMA !== undefined && COMUNI !== undefined;

/** A function that says why a document (the content of the SOAP body, not the envelope) is not valid; undefined when it is. */
export function openOracolo(): (xml: string) => string | undefined {
  if (SCHEMA === undefined || COMUNI === undefined) throw new Error("mancano gli schemi ufficiali di paForNode");
  xmlRegisterInputProvider(
    new XmlBufferInputProvider({
      "mem/wsdl/xsd/paForNode.xsd": readFileSync(SCHEMA),
      "mem/xsd-common/sac-common-types-1.0.xsd": readFileSync(COMUNI),
    }),
  );
  const schema = XmlDocument.fromBuffer(readFileSync(SCHEMA), { url: "mem/wsdl/xsd/paForNode.xsd" });
  const validatore = XsdValidator.fromDoc(schema);
  return (xml) => {
    let documento: XmlDocument | undefined;
    try {
      documento = XmlDocument.fromString(xml);
      validatore.validate(documento);
      return undefined;
    } catch (errore) {
      return errore instanceof Error ? errore.message : String(errore);
    } finally {
      documento?.dispose();
    }
  };
}

/** The child of Body with the namespace declarations it inherits from the envelope. */
export function corpoDi(busta: string): string {
  const corpo = /:Body>([\s\S]*)<\/[^>]*:Body>/.exec(busta)?.[1] ?? "";
  const dichiarazioni = [...busta.slice(0, busta.indexOf(":Body>")).matchAll(/xmlns:[\w-]+="[^"]*"/g)].map(([d]) => d).join(" ");
  return corpo.replace(/^(<[^\s/>]+)/, `$1 ${dichiarazioni}`);
}

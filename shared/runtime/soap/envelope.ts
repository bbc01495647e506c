/** SOAP 1.1 envelope of an inbound call: opens it within limits and gives the root element of the body, on which everything is decided (never SOAPAction). */

import { NS_PA_FOR_NODE, NS_PPT, NS_PPTHEAD, NS_SOAP } from "../../contracts/pagopa/namespaces.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { type Nodo, parseXml } from "./xml-tree.ts";

const isSoap = (nodo: Nodo, nome: string): boolean => nodo.nome === nome && nodo.ns === NS_SOAP;

/** Root element of the body, with the SOAP header that came with it. */
export interface Radice extends Nodo {
  readonly intestazione?: Nodo;
}

/**
 * Opens the envelope.
 * @param kilobyteMassimi limit on the UTF-8 size, checked before anything is parsed.
 * @param namespace of the families served at this address: the root must belong to one of them.
 * @returns the root element of the body with the header of the envelope, or the reason of the refusal in Italian (a PAA_SINTASSI_EXTRAXSD).
 */
export function openBusta(testo: string, kilobyteMassimi: number, namespace: readonly string[] = [NS_PA_FOR_NODE]): Esito<Radice> {
  if (Buffer.byteLength(testo, "utf8") > kilobyteMassimi * 1024) return ko(`il messaggio supera ${kilobyteMassimi} kB`);
  const xml = parseXml(testo);
  if (!xml.ok) return xml;
  const busta = xml.valore;
  if (!isSoap(busta, "Envelope")) return ko(`l'elemento radice deve essere Envelope di SOAP 1.1 (${NS_SOAP})`);
  const [primo, secondo] = busta.figli;
  const intestazione = primo && isSoap(primo, "Header") ? primo : undefined;
  const corpo = intestazione ? secondo : primo;
  if (!corpo || !isSoap(corpo, "Body")) return ko("la busta SOAP non contiene Body");
  if (busta.figli.length > (intestazione ? 2 : 1)) return ko("la busta SOAP contiene elementi oltre a Header e Body");
  const obbligo = intestazione?.figli.find((voce) =>
    // The header of the legacy family is understood, where that family is served.
    voce.ns === NS_PPTHEAD && namespace.includes(NS_PPT)
      ? false
      : voce.attributi.some((a) => a.ns === NS_SOAP && a.nome === "mustUnderstand" && a.valore === "1"),
  );
  if (obbligo) return ko(`l'intestazione ${obbligo.nome.slice(0, 60)} è dichiarata mustUnderstand ma non è prevista`);
  const [radice, altro] = corpo.figli;
  if (!radice || altro || corpo.testo.trim() !== "") return ko("Body deve contenere un solo elemento");
  if (!namespace.includes(radice.ns))
    return ko(`l'elemento ${radice.nome.slice(0, 60)} deve appartenere al namespace ${namespace.join(" o ")}`);
  return ok(intestazione ? { ...radice, intestazione } : radice);
}

/**
 * Name of the first known element that opens somewhere in a text we could not parse: used only to choose the form of the refusal, so that even a broken
 * message is answered with the response element of its primitive.
 */
export function guessElemento<const E extends string>(testo: string, elementi: readonly E[]): E | undefined {
  const inizio = testo.slice(0, 20_000);
  return elementi.find((elemento) => new RegExp(`<(?:[\\w.-]+:)?${elemento}[\\s/>]`).test(inizio));
}

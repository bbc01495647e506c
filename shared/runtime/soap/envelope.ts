/** SOAP 1.1 envelope of an inbound call: opens it within limits and gives the root element of the body, on which everything is decided (never SOAPAction). */

import { NS_PA_FOR_NODE, NS_SOAP } from "../../contracts/pagopa/namespaces.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { type Nodo, parseXml } from "./xml-tree.ts";

const isSoap = (nodo: Nodo, nome: string): boolean => nodo.nome === nome && nodo.ns === NS_SOAP;

/** Bytes or text → text. Bytes that are not UTF-8 are refused rather than repaired: the original has to be kept as it came. */
export function decodeCorpo(corpo: Uint8Array): Esito<string> {
  try {
    return ok(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(corpo));
  } catch {
    return ko("il messaggio non è codificato in UTF-8");
  }
}

/**
 * Opens the envelope.
 * @param kilobyteMassimi limit on the UTF-8 size, checked before anything is parsed.
 * @returns the root element of the body, in the namespace of paForNode, or the reason of the refusal in Italian (a PAA_SINTASSI_EXTRAXSD).
 */
export function openBusta(testo: string, kilobyteMassimi: number): Esito<Nodo> {
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
    voce.attributi.some((a) => a.ns === NS_SOAP && a.nome === "mustUnderstand" && a.valore === "1"),
  );
  if (obbligo) return ko(`l'intestazione ${obbligo.nome.slice(0, 60)} è dichiarata mustUnderstand ma non è prevista`);
  const [radice, altro] = corpo.figli;
  if (!radice || altro || corpo.testo.trim() !== "") return ko("Body deve contenere un solo elemento");
  if (radice.ns !== NS_PA_FOR_NODE) return ko(`l'elemento ${radice.nome.slice(0, 60)} deve appartenere al namespace ${NS_PA_FOR_NODE}`);
  return ok(radice);
}

/**
 * Name of the first known element that opens somewhere in a text we could not parse: used only to choose the form of the refusal, so that even a broken
 * message is answered with the response element of its primitive.
 */
export function guessElemento<const E extends string>(testo: string, elementi: readonly E[]): E | undefined {
  const inizio = testo.slice(0, 20_000);
  return elementi.find((elemento) => new RegExp(`<(?:[\\w.-]+:)?${elemento}[\\s/>]`).test(inizio));
}

/**
 * Text of an untrusted XML document → small tree with namespaces and order. saxes is chosen for being strict (well-formedness, duplicate attributes,
 * prefixes, character references) and for never expanding what a document declares; limits are ours: depth, elements, no DOCTYPE.
 */
import { type SaxesAttributeNS, SaxesParser } from "saxes";
import { type Esito, ko, ok } from "../../domain/esito.ts";

export interface Nodo {
  /** Local name. */
  readonly nome: string;
  /** Namespace, empty when unqualified. */
  readonly ns: string;
  readonly attributi: readonly { readonly nome: string; readonly ns: string; readonly valore: string }[];
  readonly figli: readonly Nodo[];
  /** Character data directly inside, CDATA included. */
  readonly testo: string;
}

/** The deepest legal message has 9 levels and the richest about 400 elements: the limits leave room, not a door. */
const PROFONDITA_MASSIMA = 32;
const ELEMENTI_MASSIMI = 5_000;
const NS_XMLNS = "http://www.w3.org/2000/xmlns/";

type NodoAperto = { nome: string; ns: string; attributi: Nodo["attributi"]; figli: NodoAperto[]; testo: string };

/** Raised by the handlers and caught in parseXml: saxes has no other way to be stopped half-way. */
class XmlRifiutato extends Error {}

const attributiDi = (attributi: Readonly<Record<string, SaxesAttributeNS>>): Nodo["attributi"] =>
  Object.values(attributi)
    .filter((attributo) => attributo.uri !== NS_XMLNS)
    .map((attributo) => ({ nome: attributo.local, ns: attributo.uri, valore: attributo.value }));

/**
 * Reads one document, already decoded: the encoding that it declares has been followed, or is of no more use. The size has to be checked before: here it is only bounded by what the caller passes.
 * @returns the root element, or the reason of the refusal in Italian (with line and column when the text is not well-formed).
 */
export function parseXml(testo: string): Esito<Nodo> {
  if (hasDoctypeNelPrologo(testo)) return ko("il documento contiene una dichiarazione DOCTYPE, non ammessa");
  const parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: "1.0" });
  const aperti: NodoAperto[] = [];
  let radice: NodoAperto | undefined;
  let elementi = 0;
  const rifiuta = (motivo: string): never => {
    throw new XmlRifiutato(motivo);
  };

  parser.on("doctype", () => rifiuta("il documento contiene una dichiarazione DOCTYPE, non ammessa"));
  parser.on("opentag", (tag) => {
    if (aperti.length >= PROFONDITA_MASSIMA) rifiuta(`gli elementi sono annidati oltre ${PROFONDITA_MASSIMA} livelli`);
    elementi += 1;
    if (elementi > ELEMENTI_MASSIMI) rifiuta(`il documento ha più di ${ELEMENTI_MASSIMI} elementi`);
    const nodo: NodoAperto = { nome: tag.local, ns: tag.uri, attributi: attributiDi(tag.attributes), figli: [], testo: "" };
    const padre = aperti.at(-1);
    if (padre) padre.figli.push(nodo);
    else radice = nodo;
    aperti.push(nodo);
  });
  parser.on("closetag", () => {
    aperti.pop();
  });
  const addTesto = (pezzo: string): void => {
    const corrente = aperti.at(-1);
    if (corrente) corrente.testo += pezzo;
  };
  parser.on("text", addTesto);
  parser.on("cdata", addTesto);
  parser.on("error", () => rifiuta(`XML non ben formato alla riga ${parser.line}, colonna ${parser.column}`));

  try {
    parser.write(testo.startsWith("\uFEFF") ? testo.slice(1) : testo).close();
  } catch (errore) {
    if (errore instanceof XmlRifiutato) return ko(errore.message);
    throw errore;
  }
  return radice ? ok(radice) : ko("documento XML vuoto");
}

/** Seen before any parsing, in what precedes the first element; a DOCTYPE hidden behind a comment is caught by the parser's own event. */
function hasDoctypeNelPrologo(testo: string): boolean {
  const inizio = testo.search(/<[A-Za-z_:]/);
  return /<!DOCTYPE/i.test(inizio < 0 ? testo : testo.slice(0, inizio));
}

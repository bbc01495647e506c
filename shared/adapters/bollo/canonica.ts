/** Canonical XML 1.0, inclusive and exclusive, of an element and what is below it (W3C xml-c14n, xml-exc-c14n): the text that is digested and signed. */
import type { Elemento } from "./albero.ts";

const NS_XML = "http://www.w3.org/XML/1998/namespace";

export type Modo = "inclusiva" | "esclusiva";

const escapeTesto = (testo: string): string =>
  testo.replace(/[&<>\r]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;" })[c] ?? "");
const escapeAttributo = (testo: string): string =>
  testo.replace(
    /[&<"\t\n\r]/g,
    (c) => ({ "&": "&amp;", "<": "&lt;", '"': "&quot;", "\t": "&#x9;", "\n": "&#xA;", "\r": "&#xD;" })[c] ?? "",
  );

/** By code point, as the recommendation wants: not by the rules of a language. */
const confronta = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Namespaces in scope: those of the ancestors, overridden by its own. `xml` is never written. */
const inVigore = (elemento: Elemento): Map<string, string> => {
  const ereditati = elemento.padre ? inVigore(elemento.padre) : new Map<string, string>();
  for (const [prefisso, uri] of elemento.dichiarazioni) if (prefisso !== "xml") ereditati.set(prefisso, uri);
  return ereditati;
};

const prefissoDi = (qname: string): string => (qname.includes(":") ? (qname.split(":")[0] ?? "") : "");

/** Prefixes that the element or its attributes use; an attribute without prefix has no namespace. */
const usatiDa = (elemento: Elemento): ReadonlySet<string> =>
  new Set([elemento.prefisso, ...elemento.attributi.map(({ qname }) => prefissoDi(qname)).filter((p) => p !== "" && p !== "xml")]);

/** Declarations to write on an element, given those already in force in the output. */
const daScrivere = (elemento: Elemento, modo: Modo, resi: ReadonlyMap<string, string>): readonly (readonly [string, string])[] => {
  const usati = usatiDa(elemento);
  return [...inVigore(elemento)]
    .filter(([prefisso]) => modo === "inclusiva" || usati.has(prefisso))
    .filter(([prefisso, uri]) => (resi.get(prefisso) ?? "") !== uri)
    .sort(([a], [b]) => confronta(a, b));
};

/** In the inclusive form the apex takes the `xml:` attributes of its ancestors. */
const attributiXml = (elemento: Elemento | undefined): Elemento["attributi"] =>
  elemento ? [...attributiXml(elemento.padre), ...elemento.attributi.filter(({ ns }) => ns === NS_XML)] : [];

const attributiDi = (elemento: Elemento, modo: Modo, apice: boolean): Elemento["attributi"] => {
  if (!apice || modo === "esclusiva") return elemento.attributi;
  const ereditati = new Map(attributiXml(elemento.padre).map((attributo) => [attributo.local, attributo]));
  for (const { ns, local } of elemento.attributi) if (ns === NS_XML) ereditati.delete(local);
  return [...ereditati.values(), ...elemento.attributi];
};

const write = (
  elemento: Elemento,
  modo: Modo,
  resi: ReadonlyMap<string, string>,
  escluso: Elemento | undefined,
  apice: boolean,
): string => {
  const nuovi = daScrivere(elemento, modo, resi);
  const dopo = new Map([...resi, ...nuovi]);
  const dichiarazioni = nuovi.map(([prefisso, uri]) => ` ${prefisso === "" ? "xmlns" : `xmlns:${prefisso}`}="${escapeAttributo(uri)}"`);
  const attributi = [...attributiDi(elemento, modo, apice)]
    .sort((a, b) => confronta(a.ns, b.ns) || confronta(a.local, b.local))
    .map(({ qname, valore }) => ` ${qname}="${escapeAttributo(valore)}"`);
  const contenuto = elemento.figli.map((figlio) => {
    if (typeof figlio === "string") return escapeTesto(figlio);
    return figlio === escluso ? "" : write(figlio, modo, dopo, escluso, false);
  });
  return `<${elemento.qname}${dichiarazioni.join("")}${attributi.join("")}>${contenuto.join("")}</${elemento.qname}>`;
};

/** @param escluso left out with all it holds: the signature, in its own enveloped transform. */
export const canonicalize = (elemento: Elemento, modo: Modo, escluso?: Elemento): string => write(elemento, modo, new Map(), escluso, true);

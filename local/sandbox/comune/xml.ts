/**
 * Reading and writing XML as an outside party does: every text is escaped on the way out, and on the way in a DOCTYPE, an excess of size
 * or depth and anything not well-formed is refused before a value is looked at.
 */
import { SaxesParser } from "saxes";

export interface Nodo {
  readonly nome: string;
  readonly ns: string;
  readonly figli: Nodo[];
  testo: string;
}

const MASSIMO_CARATTERI = 2_000_000;
const MASSIMA_PROFONDITA = 40;

// Characters that XML 1.0 cannot carry even escaped (section 2.2); lone surrogates included.
const ILLEGALI = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const ENTITA: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Text safe for an element or a quoted attribute, in XML and in HTML alike. */
export const escapeXml = (testo: string): string => testo.replace(ILLEGALI, "").replace(/[&<>"']/g, (carattere) => ENTITA[carattere] ?? "");

/** `<nome>testo</nome>`, or nothing at all when the value is absent or empty: pagoPA refuses empty optional elements (3.4). */
export const tag = (nome: string, valore: string | number | boolean | undefined): string =>
  valore === undefined || valore === "" ? "" : `<${nome}>${escapeXml(String(valore))}</${nome}>`;

/** Wraps already written children; nothing when there are none. */
export const blocco = (nome: string, ...figli: string[]): string => {
  const dentro = figli.join("");
  return dentro === "" ? "" : `<${nome}>${dentro}</${nome}>`;
};

/** Parses a document. @throws Error with the reason (Italian) when it is not acceptable. */
export const parseXml = (testo: string): Nodo => {
  if (testo.length > MASSIMO_CARATTERI) throw new Error(`documento oltre ${MASSIMO_CARATTERI} caratteri`);
  const radice: Nodo = { nome: "", ns: "", figli: [], testo: "" };
  const pila: Nodo[] = [radice];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("doctype", () => {
    throw new Error("DOCTYPE non ammesso");
  });
  parser.on("error", (errore) => {
    throw new Error(`XML non ben formato: ${errore.message}`);
  });
  const addTesto = (pezzo: string): void => {
    const corrente = pila.at(-1);
    if (corrente !== undefined) corrente.testo += pezzo;
  };
  parser.on("text", addTesto);
  parser.on("cdata", addTesto);
  parser.on("opentag", (elemento) => {
    if (pila.length > MASSIMA_PROFONDITA) throw new Error(`oltre ${MASSIMA_PROFONDITA} livelli di annidamento`);
    const nodo: Nodo = { nome: elemento.local, ns: elemento.uri, figli: [], testo: "" };
    pila.at(-1)?.figli.push(nodo);
    pila.push(nodo);
  });
  parser.on("closetag", () => {
    pila.pop();
  });
  parser.write(testo).close();
  const documento = radice.figli[0];
  if (documento === undefined) throw new Error("documento vuoto");
  return documento;
};

export const figlio = (nodo: Nodo | undefined, nome: string): Nodo | undefined => nodo?.figli.find((altro) => altro.nome === nome);

/** Text of the descendant reached by names; undefined when a step is missing. */
export const testoDi = (nodo: Nodo | undefined, ...nomi: string[]): string | undefined => {
  let corrente = nodo;
  for (const nome of nomi) corrente = figlio(corrente, nome);
  return corrente?.testo;
};

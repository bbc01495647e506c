/**
 * The XML of a digital stamp with everything that its signature covers: prefixes, declarations and the order of text and elements. What a stamp has no
 * reason to hold (DOCTYPE, comments, processing instructions) is refused, because each of them has served to make a signature say something else.
 */
import { SaxesParser } from "saxes";
import { type Esito, ko, ok } from "../../domain/esito.ts";

export interface Attributo {
  /** As written, prefix included. */
  readonly qname: string;
  readonly local: string;
  readonly ns: string;
  readonly valore: string;
}

export interface Elemento {
  readonly qname: string;
  readonly prefisso: string;
  readonly local: string;
  readonly ns: string;
  /** Declarations written on this element: prefix (empty = default) → namespace. */
  readonly dichiarazioni: ReadonlyMap<string, string>;
  readonly attributi: readonly Attributo[];
  readonly figli: readonly (Elemento | string)[];
  readonly padre: Elemento | undefined;
}

const PROFONDITA_MASSIMA = 24;
const ELEMENTI_MASSIMI = 500;
const NS_XMLNS = "http://www.w3.org/2000/xmlns/";

class Rifiutato extends Error {}

type Aperto = { figli: (Elemento | string)[]; elemento: Elemento };

/** Errors: Italian sentence. */
export function parseAlbero(testo: string): Esito<Elemento> {
  const parser = new SaxesParser({ xmlns: true });
  const aperti: Aperto[] = [];
  let radice: Elemento | undefined;
  let elementi = 0;
  const rifiuta = (motivo: string): never => {
    throw new Rifiutato(motivo);
  };
  parser.on("doctype", () => rifiuta("contiene una dichiarazione DOCTYPE"));
  parser.on("comment", () => rifiuta("contiene un commento"));
  parser.on("processinginstruction", () => rifiuta("contiene un'istruzione di elaborazione"));
  parser.on("error", (errore) => rifiuta(`XML non ben formato: ${errore.message.slice(0, 100)}`));
  parser.on("opentag", (tag) => {
    elementi += 1;
    if (aperti.length >= PROFONDITA_MASSIMA || elementi > ELEMENTI_MASSIMI) rifiuta("ha più elementi del previsto");
    const attributi = Object.values(tag.attributes);
    const dichiarati = attributi.filter(({ uri }) => uri === NS_XMLNS);
    const figli: (Elemento | string)[] = [];
    const elemento: Elemento = {
      qname: tag.name,
      prefisso: tag.prefix,
      local: tag.local,
      ns: tag.uri,
      dichiarazioni: new Map(dichiarati.map(({ prefix, local, value }) => [prefix === "xmlns" ? local : "", value])),
      attributi: attributi
        .filter(({ uri }) => uri !== NS_XMLNS)
        .map(({ name, local, uri, value }) => ({ qname: name, local, ns: uri, valore: value })),
      figli,
      padre: aperti.at(-1)?.elemento,
    };
    aperti.at(-1)?.figli.push(elemento);
    radice ??= elemento;
    aperti.push({ figli, elemento });
  });
  parser.on("closetag", () => {
    aperti.pop();
  });
  const addTesto = (pezzo: string): void => {
    aperti.at(-1)?.figli.push(pezzo);
  };
  parser.on("text", addTesto);
  parser.on("cdata", addTesto);
  try {
    parser.write(testo.startsWith("\uFEFF") ? testo.slice(1) : testo).close();
  } catch (errore) {
    if (errore instanceof Rifiutato) return ko(errore.message);
    throw errore;
  }
  return radice ? ok(radice) : ko("è vuoto");
}

export const isElemento = (figlio: Elemento | string): figlio is Elemento => typeof figlio !== "string";

/** Element children, in order. */
export const elementiDi = (elemento: Elemento): readonly Elemento[] => elemento.figli.filter(isElemento);

/** Text directly inside. */
export const testoDi = (elemento: Elemento): string => elemento.figli.filter((figlio) => !isElemento(figlio)).join("");

/** The element and all below it, in document order. */
export const discendentiDi = (elemento: Elemento): readonly Elemento[] => [elemento, ...elementiDi(elemento).flatMap(discendentiDi)];

/** The only child of that name; undefined when it is missing or there is more than one. */
export const unicoFiglio = (elemento: Elemento, ns: string, local: string): Elemento | undefined => {
  const [primo, altro] = elementiDi(elemento).filter((figlio) => figlio.ns === ns && figlio.local === local);
  return altro ? undefined : primo;
};

export const attributoDi = (elemento: Elemento, nome: string): string | undefined =>
  elemento.attributi.find(({ ns, local }) => ns === "" && local === nome)?.valore;

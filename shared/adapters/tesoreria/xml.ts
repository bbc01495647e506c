/**
 * Large XML read as it comes: no tree, at most one row and one piece of 64 kB in memory. DOCTYPE and entities are refused, depth and the length of anything between
 * two marks are bounded, prefixes and namespaces are not looked at (banks disagree on them).
 */
import { SaxesParser } from "saxes";
import { CAUSALE_MASSIMA } from "./campi.ts";
import { openTesto, sentenceCorretti } from "./caratteri.ts";

const PROFONDITA_MASSIMA = 64;
/** Characters of one text, tag, comment: a signature's certificate is the longest honest one. */
const ELEMENTO_MASSIMO = 256 * 1024;

/** The file cannot be read further. */
export class FileNonValido extends Error {}

export const rifiuta = (motivo: string): never => {
  throw new FileNonValido(motivo);
};

/** What a format makes of the elements; both may throw FileNonValido. */
export interface GestoreXml<T> {
  /** @param percorso local names from the root, the new one last. */
  open(percorso: readonly string[], attributi: Readonly<Record<string, string>>): void;
  /** @param testo text of the element itself, cut at 4096 characters. */
  close(percorso: readonly string[], testo: string): void;
  /** The rows made since last time. */
  take(): readonly T[];
}

export interface FineXml {
  /** Why nothing more could be read; undefined when the document is whole. */
  readonly rifiuto: string | undefined;
  readonly segnalazioni: readonly string[];
}

const localName = (nome: string): string => nome.slice(nome.indexOf(":") + 1);

/** Characters that XML forbids and old hosts leave in their texts: a blank takes their place, so that a file is not lost for one of them. */
const NON_AMMESSI = /[^\P{Cc}\t\n\r\u0080-\u009f]|[\uFFFE\uFFFF]/gu;

const createParser = <T>(gestore: GestoreXml<T>, conta: () => void): { parser: SaxesParser; linea: () => number; aperti: () => number } => {
  const parser = new SaxesParser({ xmlns: false, forceXMLVersion: true, defaultXMLVersion: "1.0" });
  const percorso: string[] = [];
  let testo = "";
  parser.on("doctype", () => rifiuta("il documento contiene una dichiarazione DOCTYPE, non ammessa"));
  parser.on("error", (errore) =>
    rifiuta(
      /entity/i.test(errore.message)
        ? `riga ${parser.line}: il documento usa un'entità non ammessa`
        : `riga ${parser.line}: XML non ben formato`,
    ),
  );
  parser.on("opentag", ({ name, attributes }) => {
    conta();
    if (percorso.length >= PROFONDITA_MASSIMA) rifiuta(`riga ${parser.line}: elementi annidati per più di ${PROFONDITA_MASSIMA} livelli`);
    percorso.push(localName(name));
    testo = "";
    gestore.open(percorso, attributes);
  });
  const addTesto = (pezzo: string): void => {
    conta();
    if (testo.length < CAUSALE_MASSIMA) testo = (testo + pezzo).slice(0, CAUSALE_MASSIMA);
  };
  parser.on("text", addTesto);
  parser.on("cdata", addTesto);
  parser.on("comment", conta);
  parser.on("processinginstruction", conta);
  parser.on("closetag", () => {
    conta();
    gestore.close(percorso, testo);
    percorso.pop();
    testo = "";
  });
  return { parser, linea: () => parser.line, aperti: () => percorso.length };
};

/** Reads the document, giving the rows of the handler as soon as they are there. Never throws for what the document holds. */
export async function* readXml<T>(byte: AsyncIterable<Uint8Array>, gestore: GestoreXml<T>): AsyncGenerator<T, FineXml, undefined> {
  const aperto = await openTesto(byte);
  if (!aperto.ok) return { rifiuto: aperto.errore, segnalazioni: [] };
  const { pezzi } = aperto.valore;
  let sospesi = 0;
  const { parser, linea, aperti } = createParser(gestore, () => {
    sospesi = 0;
  });
  let sostituiti = 0;
  let vista = false;
  /** @returns why the document stops here. */
  const write = (pezzo: string | undefined): string | undefined => {
    try {
      if (pezzo === undefined) {
        if (!vista) rifiuta("il file è vuoto");
        if (aperti() > 0) rifiuta(`il file è tagliato alla riga ${linea()}`);
        parser.close();
        return undefined;
      }
      vista ||= pezzo.trim() !== "";
      sospesi += pezzo.length;
      parser.write(
        pezzo.replace(NON_AMMESSI, () => {
          sostituiti += 1;
          return " ";
        }),
      );
      if (sospesi > ELEMENTO_MASSIMO) rifiuta(`riga ${linea()}: un elemento supera ${ELEMENTO_MASSIMO / 1024} kB`);
      return undefined;
    } catch (errore) {
      if (errore instanceof FileNonValido) return errore.message;
      throw errore;
    }
  };
  const end = (rifiuto: string | undefined): FineXml => {
    const corretti = sentenceCorretti(aperto.valore);
    const controlli = sostituiti === 0 ? [] : [`${sostituiti} caratteri di controllo non ammessi in XML sono stati sostituiti da spazi`];
    return { rifiuto, segnalazioni: [...(corretti === undefined ? [] : [corretti]), ...controlli] };
  };
  for await (const pezzo of pezzi) {
    const rifiuto = write(pezzo);
    yield* gestore.take();
    if (rifiuto !== undefined) return end(rifiuto);
  }
  const rifiuto = write(undefined);
  yield* gestore.take();
  return end(rifiuto);
}

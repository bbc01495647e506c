/** The parts of a workbook (ECMA-376) that are read before its rows: which sheets there are, which styles are dates, the texts that cells share. */
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { FileIlleggibile } from "./file-illeggibile.ts";
import { type Epoca, isFormatoData } from "./seriali.ts";

const PROFONDITA_MASSIMA = 64;
/** Characters of the shared texts, all together, and how many they are. */
export const TESTI_CARATTERI_MASSIMI = 24_000_000;
export const TESTI_MASSIMI = 1_000_000;
/** Characters between two elements: beyond, the parser would only be holding a text made to fill the memory. */
const TRATTO_MASSIMO = 1_048_576;
/** Characters of a cell. */
export const CELLA_MASSIMA = 32_767;

/** The name without its prefix: each producer has its own. */
const localOf = (nome: string): string => nome.slice(nome.indexOf(":") + 1);

export interface Ascolto {
  open(nome: string, attributi: Readonly<Record<string, string>>): void;
  close(nome: string): void;
  text(testo: string): void;
}

/** A part read as a stream, told element by element; `afterPezzo` runs between two pieces. DOCTYPE is refused before any of its content counts. */
export async function* scanXml(pezzi: AsyncIterable<Uint8Array>, ascolto: Ascolto): AsyncGenerator<void, void, undefined> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let [profondita, tratto] = [0, 0];
  parser.on("error", (errore) => {
    throw new FileIlleggibile(`il foglio di calcolo non è XML valido: ${errore.message.slice(0, 120)}`);
  });
  parser.on("doctype", () => {
    throw new FileIlleggibile("il foglio di calcolo contiene una DOCTYPE");
  });
  parser.on("opentag", ({ name, attributes }: SaxesTagPlain) => {
    profondita += 1;
    tratto = 0;
    if (profondita > PROFONDITA_MASSIMA) throw new FileIlleggibile(`il foglio di calcolo ha più di ${PROFONDITA_MASSIMA} livelli`);
    ascolto.open(localOf(name), attributes);
  });
  parser.on("closetag", ({ name }) => {
    profondita -= 1;
    tratto = 0;
    ascolto.close(localOf(name));
  });
  parser.on("text", (testo) => ascolto.text(testo));
  parser.on("cdata", (testo) => ascolto.text(testo));
  const decoder = new TextDecoder("utf-8");
  for await (const pezzo of pezzi) {
    parser.write(decoder.decode(pezzo, { stream: true }));
    tratto += pezzo.length;
    if (tratto > TRATTO_MASSIMO) throw new FileIlleggibile(`il foglio di calcolo contiene un testo di oltre ${TRATTO_MASSIMO} byte`);
    yield;
  }
  parser.write(decoder.decode());
  parser.close();
  yield;
}

const scanTutto = async (pezzi: AsyncIterable<Uint8Array>, ascolto: Ascolto): Promise<void> => {
  for await (const _ of scanXml(pezzi, ascolto));
};

const NULLA = (): void => undefined;

export interface FoglioXlsx {
  readonly nome: string;
  readonly visibile: boolean;
  readonly parte: string;
}

export interface CartellaXlsx {
  readonly fogli: readonly FoglioXlsx[];
  readonly epoca: Epoca;
}

const folderOf = (percorso: string): string => percorso.slice(0, percorso.lastIndexOf("/") + 1);

/** Name of a part as the archive calls it: relative to the workbook, or from the root. */
const resolveParte = (cartella: string, verso: string): string => {
  if (verso.startsWith("/")) return verso.slice(1);
  const passi = `${folderOf(cartella)}${verso}`.split("/");
  const percorso: string[] = [];
  for (const passo of passi) {
    if (passo === "..") percorso.pop();
    else if (passo !== "." && passo !== "") percorso.push(passo);
  }
  return percorso.join("/");
};

/** Sheets in their order, and where each one is. */
export async function readCartella(
  cartella: string,
  workbook: AsyncIterable<Uint8Array>,
  relazioni: AsyncIterable<Uint8Array>,
): Promise<CartellaXlsx> {
  const verso = new Map<string, string>();
  await scanTutto(relazioni, {
    open: (nome, { Id, Target, TargetMode }) => {
      if (nome === "Relationship" && Id !== undefined && Target !== undefined && TargetMode !== "External")
        verso.set(Id, resolveParte(cartella, Target));
    },
    close: NULLA,
    text: NULLA,
  });
  const fogli: FoglioXlsx[] = [];
  let epoca: Epoca = 1900;
  await scanTutto(workbook, {
    open: (nome, attributi) => {
      const { date1904 } = attributi;
      if (nome === "workbookPr" && (date1904 === "1" || date1904 === "true")) epoca = 1904;
      if (nome !== "sheet") return;
      const id = Object.entries(attributi).find(([chiave]) => chiave !== "sheetId" && localOf(chiave) === "id")?.[1];
      const parte = verso.get(id ?? "");
      if (parte !== undefined)
        fogli.push({ nome: attributi["name"] ?? "", visibile: (attributi["state"] ?? "visible") === "visible", parte });
    },
    close: NULLA,
    text: NULLA,
  });
  return { fogli, epoca };
}

/** By place of the style: whether its numbers are days. */
export async function readStiliData(stili: AsyncIterable<Uint8Array>): Promise<readonly boolean[]> {
  const codici = new Map<number, string>();
  const date: number[] = [];
  let dentro = false;
  await scanTutto(stili, {
    open: (nome, attributi) => {
      if (nome === "numFmt") codici.set(Number(attributi["numFmtId"]), attributi["formatCode"] ?? "");
      else if (nome === "cellXfs") dentro = true;
      else if (nome === "xf" && dentro) date.push(Number(attributi["numFmtId"] ?? 0));
    },
    close: (nome) => {
      if (nome === "cellXfs") dentro = false;
    },
    text: NULLA,
  });
  return date.map((id) => isFormatoData(id, codici));
}

/** The texts that cells point to, bounded together. Phonetic readings are left out. */
export async function readTestiCondivisi(condivisi: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
  const testi: string[] = [];
  let caratteri = 0;
  let [corrente, inTesto, fonetica] = ["", false, 0];
  await scanTutto(condivisi, {
    open: (nome) => {
      if (nome === "si") corrente = "";
      else if (nome === "t") inTesto = fonetica === 0;
      else if (nome === "rPh") fonetica += 1;
    },
    close: (nome) => {
      if (nome === "t") inTesto = false;
      else if (nome === "rPh") fonetica -= 1;
      else if (nome === "si") {
        caratteri += corrente.length;
        if (caratteri > TESTI_CARATTERI_MASSIMI || testi.length >= TESTI_MASSIMI)
          throw new FileIlleggibile("il foglio di calcolo ha troppi testi: salvarlo come CSV");
        testi.push(corrente);
      }
    },
    text: (testo) => {
      if (inTesto && corrente.length < CELLA_MASSIMA) corrente += testo.slice(0, CELLA_MASSIMA);
    },
  });
  return testi;
}

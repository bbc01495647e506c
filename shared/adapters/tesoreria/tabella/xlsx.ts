/** Rows of a workbook of today (XLSX): one sheet read as a stream, values as they were last computed; a formula is never run. */
import type { Cella, RigaTabella } from "../../../domain/tesoreria/profili/tabella.ts";
import { COLONNE_MASSIME } from "../../../domain/tracciati/csv.ts";
import { ZipNonValido } from "../../../ports/pacchetti-zip.ts";
import { listZip, openVoce, type VoceZip } from "../../zip/lettore.ts";
import { FileIlleggibile } from "./file-illeggibile.ts";
import { chooseFoglio } from "./scegli-foglio.ts";
import { dayOfSeriale, type Epoca } from "./seriali.ts";
import { CELLA_MASSIMA, readCartella, readStiliData, readTestiCondivisi, scanXml } from "./xlsx-parti.ts";

interface Contesto {
  readonly testi: readonly string[];
  readonly stiliData: readonly boolean[];
  readonly epoca: Epoca;
}

/** "BC12" → 54; -1 when it is no reference. */
const columnOf = (riferimento: string): number => {
  let colonna = 0;
  for (const carattere of riferimento) {
    const n = carattere.charCodeAt(0) - 64;
    if (n < 1 || n > 26) break;
    colonna = colonna * 26 + n;
  }
  return colonna - 1;
};

interface CellaLetta {
  readonly tipo: string;
  readonly stile: number;
  readonly valore: string;
  readonly scritto: string;
}

/** Numbers as they are, days where the style says so, everything else as text. */
const toCella = ({ tipo, stile, valore, scritto }: CellaLetta, { testi, stiliData, epoca }: Contesto): Cella => {
  if (tipo === "s") return testi[Number(valore)] ?? "";
  if (tipo === "inlineStr") return scritto;
  if (tipo === "d") return valore.slice(0, 10);
  if (tipo !== "n" || valore.trim() === "") return valore;
  const numero = Number(valore);
  if (!Number.isFinite(numero)) return valore;
  const giorno = stiliData[stile] ? dayOfSeriale(numero, epoca) : undefined;
  return giorno === undefined ? { numero } : { numero, giorno };
};

/** Gathers the rows while the part is told; they are taken away between two pieces. */
class Righe {
  readonly #contesto: Contesto;
  #pronte: RigaTabella[] = [];
  #riga = 0;
  #celle: Cella[] = [];
  #colonna = -1;
  #tipo = "n";
  #stile = 0;
  #valore = "";
  #scritto = "";
  #dove: "v" | "t" | undefined;
  #inLinea = false;
  #difetto: string | undefined;

  constructor(contesto: Contesto) {
    this.#contesto = contesto;
  }

  take(): readonly RigaTabella[] {
    const pronte = this.#pronte;
    this.#pronte = [];
    return pronte;
  }

  open(nome: string, attributi: Readonly<Record<string, string>>): void {
    if (nome === "row") {
      const numero = Number(attributi["r"]);
      if (Number.isInteger(numero) && numero <= this.#riga) throw new FileIlleggibile("le righe del foglio di calcolo non sono in ordine");
      this.#riga = Number.isInteger(numero) ? numero : this.#riga + 1;
      [this.#celle, this.#colonna, this.#difetto] = [[], -1, undefined];
    } else if (nome === "c") {
      const scritta = columnOf(attributi["r"] ?? "");
      this.#colonna = scritta < 0 ? this.#colonna + 1 : scritta;
      this.#tipo = attributi["t"] ?? "n";
      this.#stile = Number(attributi["s"] ?? 0);
      [this.#valore, this.#scritto] = ["", ""];
    } else if (nome === "is") this.#inLinea = true;
    else if (nome === "v") this.#dove = "v";
    else if (nome === "t" && this.#inLinea) this.#dove = "t";
  }

  close(nome: string): void {
    if (nome === "v" || nome === "t") this.#dove = undefined;
    else if (nome === "is") this.#inLinea = false;
    else if (nome === "c") this.#closeCella();
    else if (nome === "row") {
      const difetto = this.#difetto === undefined ? {} : { difetto: this.#difetto };
      this.#pronte.push({ riga: this.#riga, celle: this.#celle, ...difetto });
    }
  }

  text(testo: string): void {
    if (this.#dove === "v" && this.#valore.length < CELLA_MASSIMA) this.#valore += testo.slice(0, CELLA_MASSIMA);
    if (this.#dove === "t" && this.#scritto.length < CELLA_MASSIMA) this.#scritto += testo.slice(0, CELLA_MASSIMA);
  }

  #closeCella(): void {
    const letta = { tipo: this.#tipo, stile: this.#stile, valore: this.#valore, scritto: this.#scritto };
    const cella = toCella(letta, this.#contesto);
    if (this.#colonna >= COLONNE_MASSIME) {
      if (cella !== "") this.#difetto = `più di ${COLONNE_MASSIME} colonne`;
      return;
    }
    while (this.#celle.length < this.#colonna) this.#celle.push("");
    this.#celle[this.#colonna] = cella;
  }
}

async function* readFoglio(file: Buffer, nome: string | undefined): AsyncGenerator<RigaTabella, void, undefined> {
  const leggi = async (da: number, quanti: number): Promise<Uint8Array> => file.subarray(da, da + quanti);
  const voci = await listZip(leggi, file.length);
  if (!voci.ok) throw new FileIlleggibile(voci.errore);
  const perNome = new Map<string, VoceZip>(voci.valore.map((voce) => [voce.nome.toLowerCase(), voce]));
  const open = async (parte: string): Promise<AsyncIterable<Uint8Array> | undefined> => {
    const voce = perNome.get(parte.toLowerCase());
    const pezzi = voce && (await openVoce(voce, leggi));
    if (pezzi && !pezzi.ok) throw new FileIlleggibile(pezzi.errore);
    return pezzi?.valore;
  };
  const cartella = "xl/workbook.xml";
  const [workbook, relazioni] = [await open(cartella), await open("xl/_rels/workbook.xml.rels")];
  if (!workbook || !relazioni) throw new FileIlleggibile("il file non è un foglio di calcolo XLSX: manca xl/workbook.xml");
  const { fogli, epoca } = await readCartella(cartella, workbook, relazioni);
  const foglio = await open(chooseFoglio(fogli, nome).parte);
  if (!foglio) throw new FileIlleggibile("il foglio di calcolo è incompleto: manca un foglio che la cartella nomina");
  const [condivisi, stili] = [await open("xl/sharedStrings.xml"), await open("xl/styles.xml")];
  const righe = new Righe({
    testi: condivisi ? await readTestiCondivisi(condivisi) : [],
    stiliData: stili ? await readStiliData(stili) : [],
    epoca,
  });
  for await (const _ of scanXml(foglio, righe)) yield* righe.take();
}

/** @param nome sheet; absent = the first visible. Throws FileIlleggibile. */
export async function* readXlsx(file: Buffer, nome: string | undefined): AsyncGenerator<RigaTabella, void, undefined> {
  try {
    yield* readFoglio(file, nome);
  } catch (errore) {
    throw errore instanceof ZipNonValido ? new FileIlleggibile(errore.message) : errore;
  }
}

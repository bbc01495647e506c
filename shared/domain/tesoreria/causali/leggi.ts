/** Reading of a bank's text: which flows, IUV and IUR it names, through the table of the forms and that of what banks do to them. */
import { normalizeIdFlusso } from "../../valori/causale.ts";
import { numeroAvvisoToIuv } from "../../valori/numero-avviso.ts";
import { ALTERAZIONI } from "./alterazioni.ts";
import { type CodiceLetto, LUNGHEZZA_ID_FLUSSO, readIdFlusso, readIur, readIuv, readNumeroAvviso } from "./codici.ts";
import { FORME, type Forma } from "./forme.ts";

export interface FlussoInCausale {
  /** Upper case, without blanks, as `normalizeIdFlusso` makes it; of a cut one, what is left: a prefix. */
  readonly idFlusso: string;
  /** "troncato": the text stops inside it. */
  readonly integrita: "intero" | "troncato";
  /** Nothing follows it: even when it has the whole form it may be the beginning of a longer one. */
  readonly inFondo: boolean;
  /** Every reading that the blanks allow, the likeliest first, idFlusso included. */
  readonly letture: readonly string[];
  /** n of TXT/n: 0 the ordinary transfer, 1..9 the later ones of the same flow. */
  readonly integrazione?: number;
}

export interface CausaleLetta {
  /** Rows of FORME recognised, the likeliest first. */
  readonly forme: readonly string[];
  /** Rows of ALTERAZIONI seen. */
  readonly alterazioni: readonly string[];
  /** The likeliest first, at most 20 of each kind, without doubles. */
  readonly flussi: readonly FlussoInCausale[];
  readonly iuv: readonly string[];
  readonly iur: readonly string[];
  /** What no form explains, blanks collapsed. */
  readonly testoResiduo: string;
}

/** One code found, where it stands in the text that was read. */
export interface Trovato {
  readonly forma: Forma;
  readonly codice: CodiceLetto;
  readonly integrazione?: number;
  /** From the words of the form to the end of the code. */
  readonly inizio: number;
  readonly fine: number;
}

/** Nothing beyond is looked at: no treasurer's file has longer texts. */
export const LUNGHEZZA_CAUSALE = 4096;
const CHIAVI_MASSIME = 20;

const compact = (testo: string): string => testo.replace(/\s+/g, " ").trim();

/** The text without what can be undone for sure, and the alterations that were. */
const prepare = (testo: string): { readonly pulito: string; readonly annullate: readonly string[] } => {
  const annullate: string[] = [];
  let pulito = compact(testo);
  for (const { id, annulla } of ALTERAZIONI) {
    const dopo = annulla === undefined ? pulito : pulito.replace(annulla.trova, annulla.metti);
    if (dopo !== pulito) annullate.push(id);
    pulito = dopo;
  }
  return { pulito: compact(pulito), annullate };
};

const readCodice = (forma: Forma, testo: string, da: number, senzaTrattini: boolean): CodiceLetto | undefined => {
  // No code with its separators is longer.
  const resto = testo.slice(da, da + 100);
  if (forma.codice === "flusso") return readIdFlusso(resto, { certa: forma.certa, unisci: forma.id !== "FLUSSO_NUDO", senzaTrattini });
  if (forma.codice === "iuv") return readIuv(resto, testo.charAt(da - 1));
  return forma.codice === "avviso" ? readNumeroAvviso(resto) : readIur(resto);
};

/** Every code of the text, by the order of the forms and then by that of the text. Linear: each form goes through the text once and looks 100 characters ahead. */
function findCodici(testo: string, forme: readonly Forma[], senzaTrattini: boolean): readonly Trovato[] {
  const trovati: Trovato[] = [];
  const presi = new Uint8Array(testo.length + 1);
  for (const forma of forme) {
    for (const parole of testo.matchAll(forma.parole)) {
      const da = parole.index + parole[0].length;
      if (presi[da] === 1) continue;
      const codice = readCodice(forma, testo, da, senzaTrattini);
      if (codice === undefined) continue;
      const n = parole.groups?.["n"];
      trovati.push({ forma, codice, inizio: parole.index, fine: da + codice.fine, ...(n !== undefined && { integrazione: Number(n) }) });
      presi.fill(1, parole.index, da + codice.fine);
    }
  }
  return trovati;
}

/** Codes of the given forms in the first characters of a text. */
export const findCodiciDi = (testo: string, forme: readonly Forma[], caratteri: number): readonly Trovato[] =>
  findCodici(compact(testo.slice(0, caratteri)), forme, false);

const isVuoto = (testo: string): boolean => !/[A-Z0-9]/i.test(testo);

const toFlusso = ({ codice, integrazione, fine }: Trovato, testo: string): FlussoInCausale => {
  const letture = [...new Set(codice.letture.map(normalizeIdFlusso))];
  return {
    idFlusso: letture[0] ?? "",
    integrita: codice.troncato ? "troncato" : "intero",
    inFondo: codice.troncato || ((letture[0] ?? "").length < LUNGHEZZA_ID_FLUSSO && isVuoto(testo.slice(fine))),
    letture,
    ...(integrazione !== undefined && { integrazione }),
  };
};

/** A flow named twice is one, and a cut copy of a whole one is no flow. */
const distinctFlussi = (flussi: readonly FlussoInCausale[]): readonly FlussoInCausale[] => {
  const interi = flussi.filter(({ integrita }) => integrita === "intero");
  const visti = new Set<string>();
  return flussi
    .filter(({ idFlusso, integrita }) => {
      const copia = integrita === "troncato" && interi.some((altro) => altro.letture.some((lettura) => lettura.startsWith(idFlusso)));
      if (copia || visti.has(idFlusso)) return false;
      visti.add(idFlusso);
      return true;
    })
    .toSorted((a, b) => Number(a.integrita === "troncato") - Number(b.integrita === "troncato"))
    .slice(0, CHIAVI_MASSIME);
};

const testoResiduo = (testo: string, trovati: readonly Trovato[]): string => {
  let resto = "";
  let da = 0;
  for (const { inizio, fine } of trovati.toSorted((a, b) => a.inizio - b.inizio)) {
    if (inizio > da) resto += ` ${testo.slice(da, inizio)}`;
    da = Math.max(da, fine);
  }
  return compact(`${resto} ${testo.slice(da)}`.replace(/(?<![A-Z0-9])PUR(?![A-Z0-9])/gi, " ").replace(/(?<= |^)[^A-Z0-9 ]+(?= |$)/gi, " "));
};

/** Flows, IUV and IUR that a bank's text names. Never throws; time is linear in the first 4,096 characters. */
export function readCausale(testo: string): CausaleLetta {
  const letto = testo.slice(0, LUNGHEZZA_CAUSALE);
  const { pulito, annullate } = prepare(letto);
  const trovati = findCodici(pulito, FORME, annullate.includes("DATA_SENZA_TRATTINI"));
  const codiciDi = (tipi: readonly Forma["codice"][]): readonly string[] =>
    [
      ...new Set(
        trovati
          .filter(({ forma }) => tipi.includes(forma.codice))
          .map(({ forma, codice }) =>
            forma.codice === "avviso" ? numeroAvvisoToIuv(codice.letture[0] ?? "") : (codice.letture[0] ?? "").toUpperCase(),
          ),
      ),
    ].slice(0, CHIAVI_MASSIME);
  return {
    forme: [...new Set(trovati.map(({ forma }) => forma.id))],
    alterazioni: [...annullate, ...ALTERAZIONI.filter(({ segno }) => segno?.test(letto)).map(({ id }) => id)],
    flussi: distinctFlussi(trovati.filter(({ forma }) => forma.codice === "flusso").map((trovato) => toFlusso(trovato, pulito))),
    iuv: codiciDi(["iuv", "avviso"]),
    iur: codiciDi(["iur"]),
    testoResiduo: testoResiduo(pulito, trovati),
  };
}

export const hasChiavi = ({ flussi, iuv, iur }: Pick<CausaleLetta, "flussi" | "iuv" | "iur">): boolean =>
  flussi.length + iuv.length + iur.length > 0;

/**
 * The movement as the archive keeps it: what every line of every file said of one piece of money, joined. Joining is commutative and repeatable, so the
 * same lines in any order, in any number of files, give the same movement.
 */
import { definiti } from "../definiti.ts";
import { normalizeIdFlusso } from "../valori/causale.ts";
import type { DocumentoMovimento, FormatoTesoreria, RigaLetta, SegnoMovimento } from "./movimento.ts";
import { foldOperazioni, type OperazioneRegistrata, sortOperazioni } from "./operazioni.ts";
import type { StatoMovimento } from "./stati-movimento.ts";

/** What the text of a movement names, normalised: the evidence that joins money to flows and payments. */
export interface ChiaviMovimento {
  /** Ids of flows, every reading that the text allows. */
  readonly flussi: readonly string[];
  /** Beginnings of ids that the text cuts, or that may go on. */
  readonly troncati: readonly string[];
  readonly iuv: readonly string[];
  readonly iur: readonly string[];
}

export type EsitoRigaLetta = "NUOVO" | "AGGIORNATO" | "PRESENTE";

/** A line that told the movement. */
export interface OrigineMovimento {
  readonly idCaricamento: string;
  /** Digest of the file: the same file loaded twice has the same lines. */
  readonly file: string;
  readonly riga: number;
  readonly formato: FormatoTesoreria;
  readonly esito: EsitoRigaLetta;
}

export interface Movimento {
  readonly versione: number;
  readonly idDominio: string;
  readonly id: string;
  readonly stato: StatoMovimento;
  readonly segno: SegnoMovimento;
  /** Cents. */
  readonly importo: bigint;
  /** Cents covered by orders, and cancelled. */
  readonly importoRegolarizzato: bigint;
  readonly importoStornato: bigint;
  /** Days in Europe/Rome. */
  readonly dataContabile: string;
  readonly dataValuta?: string;
  readonly causale: string;
  readonly conto?: string;
  readonly documento?: DocumentoMovimento;
  readonly numeroSospeso?: string;
  readonly esercizio?: number;
  readonly numeroDocumento?: string;
  readonly sct?: string;
  readonly riferimentoBanca?: string;
  readonly ordinante?: string;
  readonly chiavi: ChiaviMovimento;
  readonly operazioni: readonly OperazioneRegistrata[];
  readonly origini: readonly OrigineMovimento[];
  /** Facts that do not add up, in Italian. */
  readonly segnalazioni: readonly string[];
  /** Instants. */
  readonly dataRegistrazione: string;
  readonly dataAggiornamento: string;
}

/** What one line contributes. */
export interface RigaRegistrabile {
  readonly riga: RigaLetta;
  readonly chiavi: ChiaviMovimento;
  readonly origine: OrigineMovimento;
}

/** Files that told the same movement: beyond, the first ones are remembered. */
const ORIGINI_MASSIME = 20;
const CHIAVI_MASSIME = 20;

const unisci = (a: readonly string[], b: readonly string[]): readonly string[] =>
  b.every((valore) => a.includes(valore)) ? a : [...new Set([...a, ...b])].sort().slice(0, CHIAVI_MASSIME);

const unisciChiavi = (a: ChiaviMovimento, b: ChiaviMovimento): ChiaviMovimento => ({
  flussi: unisci(a.flussi, b.flussi),
  troncati: unisci(a.troncati, b.troncati),
  iuv: unisci(a.iuv, b.iuv),
  iur: unisci(a.iur, b.iur),
});

/** The lesser, when both are there: a choice that does not depend on who came first. */
const minore = <T extends string | number>(a: T | undefined, b: T | undefined): T | undefined =>
  a === undefined ? b : b === undefined || a <= b ? a : b;
/** The longer text says more. */
const maggiore = (a: string, b: string): string => (a.length !== b.length ? (a.length > b.length ? a : b) : a <= b ? a : b);
const isIban = (conto: string): boolean => /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(conto);
const sceltaConto = (a: string | undefined, b: string | undefined): string | undefined => {
  if (a === undefined || b === undefined || isIban(a) === isIban(b)) return minore(a, b);
  return isIban(a) ? a : b;
};

export const isStessaRiga = (a: OrigineMovimento, b: OrigineMovimento): boolean => a.file === b.file && a.riga === b.riga;

const operazioneDi = ({ operazione, importo, dataContabile, numeroDocumento, progressivoDocumento }: RigaLetta): OperazioneRegistrata => ({
  operazione,
  importo,
  data: dataContabile,
  ...(operazione !== "ESEGUITO" && numeroDocumento !== undefined && { numeroDocumento }),
  ...(operazione !== "ESEGUITO" && progressivoDocumento !== undefined && { progressivoDocumento }),
});

type Derivati = "stato" | "importo" | "importoRegolarizzato" | "importoStornato" | "dataContabile" | "segnalazioni";

const derive = (movimento: Omit<Movimento, Derivati>): Movimento => ({ ...movimento, ...foldOperazioni(movimento.operazioni) });

/** A movement told for the first time. @param adesso instant. */
export const createMovimento = (idDominio: string, id: string, { riga, chiavi, origine }: RigaRegistrabile, adesso: string): Movimento => {
  const { segno, dataValuta, causale, conto, documento, numeroSospeso, esercizio, numeroDocumento, sct, riferimentoBanca, ordinante } =
    riga;
  return derive({
    versione: 0,
    idDominio,
    id,
    segno,
    causale,
    chiavi: unisciChiavi({ flussi: [], troncati: [], iuv: [], iur: [] }, chiavi),
    operazioni: [operazioneDi(riga)],
    origini: [origine],
    dataRegistrazione: adesso,
    dataAggiornamento: adesso,
    ...definiti({ dataValuta, conto, documento, numeroSospeso, esercizio, numeroDocumento, sct, riferimentoBanca, ordinante }),
  });
};

/**
 * The movement with what another line says of it; the very same object when the line adds nothing.
 * `ricorda`: the line is remembered even if it adds nothing, because only its place in the file tells it from a twin.
 */
export const joinRiga = (
  movimento: Movimento,
  { riga, chiavi, origine }: RigaRegistrabile,
  ricorda: boolean,
  adesso: string,
): Movimento => {
  if (movimento.origini.some((altra) => isStessaRiga(altra, origine))) return movimento;
  const campi = definiti({
    dataValuta: minore(movimento.dataValuta, riga.dataValuta),
    conto: sceltaConto(movimento.conto, riga.conto),
    documento: minore(movimento.documento, riga.documento),
    numeroSospeso: movimento.numeroSospeso ?? riga.numeroSospeso,
    esercizio: minore(movimento.esercizio, riga.esercizio),
    numeroDocumento: minore(movimento.numeroDocumento, riga.numeroDocumento),
    sct: minore(movimento.sct, riga.sct),
    riferimentoBanca: minore(movimento.riferimentoBanca, riga.riferimentoBanca),
    ordinante: maggiore(movimento.ordinante ?? "", riga.ordinante ?? "") || undefined,
  });
  const unito = derive({
    ...movimento,
    ...campi,
    causale: maggiore(movimento.causale, riga.causale),
    chiavi: unisciChiavi(movimento.chiavi, chiavi),
    operazioni: sortOperazioni([...movimento.operazioni, operazioneDi(riga)]),
  });
  const uguale = isUguale(movimento, unito);
  if (uguale && !ricorda) return movimento;
  const esito = uguale ? "PRESENTE" : "AGGIORNATO";
  const origini = movimento.origini.length < ORIGINI_MASSIME ? [...movimento.origini, { ...origine, esito } as const] : movimento.origini;
  return uguale ? { ...movimento, origini } : { ...unito, origini, dataAggiornamento: adesso };
};

const CAMPI_DETTI = [
  ...["dataValuta", "causale", "conto", "documento", "numeroSospeso", "esercizio", "numeroDocumento", "sct", "riferimentoBanca"],
  "ordinante",
] as const;

const isUguale = (a: Movimento, b: Movimento): boolean =>
  a.operazioni.length === b.operazioni.length &&
  a.operazioni.every((operazione, i) => operazione.data === b.operazioni[i]?.data) &&
  (["flussi", "troncati", "iuv", "iur"] as const).every((nome) => a.chiavi[nome].length === b.chiavi[nome].length) &&
  CAMPI_DETTI.every((nome) => Reflect.get(a, nome) === Reflect.get(b, nome));

/** Whether it is money that a flow or a payment may explain. */
export const isDaAbbinare = ({ stato, segno }: Pick<Movimento, "stato" | "segno">): boolean =>
  segno === "ENTRATA" && (stato === "ESEGUITO" || stato === "REGOLARIZZATO");

/** Cents that are really there. */
export const importoNetto = ({ stato, importo, importoStornato }: Pick<Movimento, "stato" | "importo" | "importoStornato">): bigint =>
  stato === "STORNATO" || stato === "IN_ATTESA" ? 0n : importo - importoStornato;

/** Whether the text of the movement names this flow, or a beginning of it. */
export const namesFlusso = ({ chiavi }: Pick<Movimento, "chiavi">, idFlusso: string): boolean => {
  const cercato = normalizeIdFlusso(idFlusso);
  return chiavi.flussi.includes(cercato) || chiavi.troncati.some((troncato) => cercato.startsWith(troncato));
};

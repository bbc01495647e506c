/**
 * An anomaly as an item of work. What the evidence says (`evidenza`, `fatti`) and what people decided (owner, note, due date, hidden until, closed) are kept
 * apart: recomputation acts only when the evidence changes, and never takes back what a person said.
 */
import { giornoDi, inizioGiorno } from "../valori/date.ts";
import type { CodiceAnomalia } from "./codici-anomalia.ts";
import { type Instradamento, route } from "./instradamento.ts";
import { idAnomalia, type SoggettoAnomalia } from "./soggetto.ts";
import { type StatoAnomalia, statiAnomalia } from "./stati-anomalia.ts";

/** What the evidence shows of it now. */
export interface FattiAnomalia {
  /** Cents: what is there, and what was expected. */
  readonly importo?: bigint;
  readonly importoAtteso?: bigint;
  /** Day of the fact. */
  readonly giorno?: string;
  /** Rows concerned. */
  readonly quante?: number;
  readonly iuv?: string;
  readonly idTipoPendenza?: string;
  readonly idUnitaOperativa?: string;
  /** One sentence, in Italian. */
  readonly dettaglio?: string;
}

export interface AnomaliaTrovata extends FattiAnomalia {
  readonly codice: CodiceAnomalia;
  /** Day from which it is worth somebody's time: before it, what is missing may still come. Absent = at once. */
  readonly dal?: string;
}

export interface Chiusura {
  readonly autore: string;
  readonly motivazione: string;
  /** Instant. */
  readonly data: string;
  /** The facts on which it was decided: with others the matter is open again. */
  readonly fatti: string;
}

export interface Anomalia {
  readonly versione: number;
  readonly idDominio: string;
  readonly id: string;
  readonly codice: CodiceAnomalia;
  readonly soggetto: SoggettoAnomalia;
  readonly stato: StatoAnomalia;
  readonly evidenza: "PRESENTE" | "ASSENTE";
  readonly fatti: FattiAnomalia;
  readonly coda: string;
  readonly regola?: string;
  readonly assegnatario?: string;
  readonly nota?: string;
  /** Days. */
  readonly scadenza?: string;
  readonly nascostaFino?: string;
  /** Instants: first found; worth looking at, that is its place in the lists; last changed. */
  readonly dataApertura: string;
  readonly dataEmersione: string;
  readonly dataUltimaVariazione: string;
  /** Last time it was closed by a decision; kept when it opens again. */
  readonly chiusura?: Chiusura;
}

/** One change, by whom: append only. */
export interface VoceAnomalia {
  readonly versione: number;
  readonly idDominio: string;
  readonly idAnomalia: string;
  readonly id: string;
  /** Instant. */
  readonly data: string;
  readonly autore: string;
  readonly evento: string;
  readonly motivazione?: string;
  /** Names of the fields with what they were and are, in words. */
  readonly campi: Readonly<Record<string, { readonly prima?: string; readonly dopo?: string }>>;
}

/** Who recomputes signs with this name. */
export const AUTORE_RICALCOLO = "ricalcolo";

export interface AnomaliaVariata {
  readonly anomalia: Anomalia;
  readonly evento: string;
  readonly autore: string;
  readonly motivazione?: string;
}

const FATTI_CHE_CONTANO = ["importo", "importoAtteso", "quante"] as const;

/** A reworded sentence is not another fact. */
const firmaDi = (fatti: FattiAnomalia): string => FATTI_CHE_CONTANO.map((nome) => String(fatti[nome] ?? "")).join("|");

const NOMI_FATTI = [...FATTI_CHE_CONTANO, "giorno", "iuv", "idTipoPendenza", "idUnitaOperativa", "dettaglio"] as const;
const isUguali = (a: FattiAnomalia, b: FattiAnomalia): boolean => NOMI_FATTI.every((nome) => a[nome] === b[nome]);

const emersioneDi = (dal: string | undefined, adesso: string): string => {
  if (dal === undefined) return adesso;
  const inizio = inizioGiorno(dal);
  return inizio > adesso ? inizio : adesso;
};

const create = (
  idDominio: string,
  soggetto: SoggettoAnomalia,
  { codice, dal, ...fatti }: AnomaliaTrovata,
  instradamento: Instradamento,
  adesso: string,
): AnomaliaVariata => {
  const { chiudiCon, coda, ...destinazione } = route(instradamento, { codice, ...fatti }, giornoDi(emersioneDi(dal, adesso)));
  const autore = chiudiCon === undefined ? AUTORE_RICALCOLO : `regola ${destinazione.regola ?? ""}`;
  const chiusura = chiudiCon === undefined ? {} : { chiusura: { autore, motivazione: chiudiCon, data: adesso, fatti: firmaDi(fatti) } };
  const anomalia: Anomalia = {
    versione: 0,
    ...{ idDominio, id: idAnomalia(soggetto, codice), codice, soggetto, fatti, coda },
    ...destinazione,
    ...chiusura,
    stato: chiudiCon === undefined ? "APERTA" : "CHIUSA",
    evidenza: "PRESENTE",
    dataApertura: adesso,
    dataEmersione: emersioneDi(dal, adesso),
    dataUltimaVariazione: adesso,
  };
  return { anomalia, evento: "apri", autore, ...(chiudiCon !== undefined && { motivazione: chiudiCon }) };
};

/** Closed on these very facts: the decision holds. */
const isDecisa = ({ stato, chiusura }: Anomalia, fatti: FattiAnomalia): boolean => stato === "CHIUSA" && chiusura?.fatti === firmaDi(fatti);

/**
 * The evidence shows it. Undefined when that is already known.
 * @param attuale the anomaly as it is kept, if there is one. @param adesso instant.
 */
export function openAnomalia(
  attuale: Anomalia | undefined,
  dove: { readonly idDominio: string; readonly soggetto: SoggettoAnomalia; readonly instradamento: Instradamento },
  trovata: AnomaliaTrovata,
  adesso: string,
): AnomaliaVariata | undefined {
  if (!attuale) return create(dove.idDominio, dove.soggetto, trovata, dove.instradamento, adesso);
  const { codice: _codice, dal, ...fatti } = trovata;
  const nota = attuale.evidenza === "PRESENTE";
  if (nota && isUguali(attuale.fatti, fatti)) return undefined;
  const aggiornata: Anomalia = { ...attuale, fatti, evidenza: "PRESENTE", dataUltimaVariazione: adesso };
  const ritrovata = isDecisa(attuale, fatti) ? undefined : statiAnomalia.next(attuale.stato, "ritrova");
  if (!ritrovata?.ok) return { anomalia: aggiornata, evento: nota ? "aggiorna" : "ritrova", autore: AUTORE_RICALCOLO };
  const dataEmersione = emersioneDi(dal, adesso);
  return { anomalia: { ...aggiornata, stato: ritrovata.valore, dataEmersione }, evento: "ritrova", autore: AUTORE_RICALCOLO };
}

/** The evidence no longer shows it. Undefined when that is already known: a person who opened it again is not contradicted twice. */
export function closeAnomalia(attuale: Anomalia | undefined, adesso: string): AnomaliaVariata | undefined {
  if (attuale?.evidenza !== "PRESENTE") return undefined;
  const risolta = statiAnomalia.next(attuale.stato, "risolvi");
  const anomalia: Anomalia = {
    ...attuale,
    stato: risolta.ok ? risolta.valore : attuale.stato,
    evidenza: "ASSENTE",
    dataUltimaVariazione: adesso,
  };
  return { anomalia, evento: "risolvi", autore: AUTORE_RICALCOLO };
}

/** The signature of the facts of today, for who closes on them. */
export const firmaFatti = ({ fatti }: Anomalia): string => firmaDi(fatti);

/** Hidden until a day: out of the lists of who works, until then. @param oggi day. */
export const isNascosta = ({ nascostaFino }: Anomalia, oggi: string): boolean => nascostaFino !== undefined && nascostaFino > oggi;

/** Days late count from the day after the due date. @param oggi day. */
export const isInRitardo = ({ stato, scadenza }: Anomalia, oggi: string): boolean =>
  stato === "APERTA" && scadenza !== undefined && scadenza < oggi;

/** One message instead of a hundred: what arrived in the queue of an office since the last time, sent when nothing more is arriving and people are at work. */
import { giornoDi, toIsoRoma } from "../valori/date.ts";
import type { Anomalia } from "./anomalia.ts";
import type { CodiceAnomalia } from "./codici-anomalia.ts";
import type { OrarioRiepiloghi } from "./instradamento.ts";

export interface RigaRiepilogo {
  readonly codice: CodiceAnomalia;
  readonly numero: number;
  /** Cents. */
  readonly importo: bigint;
}

/** Delivery to the application that the creditor chose. */
export interface ConsegnaRiepilogo {
  readonly idA2A: string;
  readonly stato: "DA_SPEDIRE" | "SPEDITO" | "ANNULLATO";
  readonly tentativi: number;
  readonly descrizioneStato?: string;
  /** Instants. */
  readonly dataUltimoTentativo?: string;
  readonly dataProssimoTentativo?: string;
}

export interface Riepilogo {
  readonly versione: number;
  readonly idDominio: string;
  readonly coda: string;
  readonly id: string;
  /** Instants: when it was made; the stretch of anomalies it tells, `da` excluded. */
  readonly data: string;
  readonly da: string;
  readonly a: string;
  readonly righe: readonly RigaRiepilogo[];
  /** The first of them, by name. */
  readonly anomalie: readonly string[];
  readonly numero: number;
  /** More than could be counted in one run: the next summary goes on from there. */
  readonly continua: boolean;
  readonly consegna?: ConsegnaRiepilogo;
}

/** Where the last summary of a queue ended: whoever comes second with the same one is refused. */
export interface SegnalibroRiepilogo {
  readonly versione: number;
  readonly idDominio: string;
  readonly coda: string;
  /** Place in the list of the queue of the last anomaly told (`postoDi`). */
  readonly finoA: string;
}

/** Place of an anomaly in the lists: two of the same instant are told apart. */
export const postoDi = ({ dataEmersione, id }: Pick<Anomalia, "dataEmersione" | "id">): string => `${dataEmersione}#${id}`;

/** Named in a summary. */
const NOMINATE = 50;
/** A queue that never rests still gets its summary: the oldest waits at most this long. */
export const ATTESA_MASSIMA_MINUTI = 24 * 60;
const MINUTO_MS = 60_000;

const minutiTra = (da: string, a: string): number => (Date.parse(a) - Date.parse(da)) / MINUTO_MS;

/** Whether it is time. @param nuove oldest first. @param adesso instant. */
export function isOraDiRiepilogo(
  { quieteMinuti, dalle, alle }: OrarioRiepiloghi,
  nuove: readonly Pick<Anomalia, "dataEmersione">[],
  adesso: string,
): boolean {
  const [prima, ultima] = [nuove[0], nuove.at(-1)];
  if (!prima || !ultima) return false;
  const ora = toIsoRoma(adesso).slice(11, 16);
  if (ora < dalle || ora >= alle) return false;
  return minutiTra(ultima.dataEmersione, adesso) >= quieteMinuti || minutiTra(prima.dataEmersione, adesso) >= ATTESA_MASSIMA_MINUTI;
}

/** @param nuove not empty, oldest first. */
export function buildRiepilogo(
  chiave: { readonly idDominio: string; readonly coda: string; readonly id: string },
  nuove: readonly Anomalia[],
  quando: { readonly da: string; readonly a: string; readonly adesso: string; readonly continua: boolean },
): Riepilogo {
  const righe = new Map<CodiceAnomalia, RigaRiepilogo>();
  for (const { codice, fatti } of nuove) {
    const nota = righe.get(codice);
    righe.set(codice, { codice, numero: (nota?.numero ?? 0) + 1, importo: (nota?.importo ?? 0n) + (fatti.importo ?? 0n) });
  }
  return {
    versione: 0,
    ...chiave,
    data: quando.adesso,
    da: quando.da,
    a: quando.a,
    righe: [...righe.values()].sort((a, b) => b.numero - a.numero || (a.codice < b.codice ? -1 : 1)),
    anomalie: nuove.slice(0, NOMINATE).map(({ id }) => id),
    numero: nuove.length,
    continua: quando.continua,
  };
}

/** Name of a summary: one per queue and stretch, so that two runs at once write the same one. */
export const idRiepilogo = (adesso: string): string =>
  `${giornoDi(adesso).replaceAll("-", "")}-${adesso.slice(11, 19).replaceAll(":", "")}`;

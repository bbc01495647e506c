/**
 * The nightly comparison of an archive of pagoPA with ours, for one creditor: two passes (theirs, then ours) that stop and go on as the time allows, and
 * what they found. Everything is remembered with the progress, so that a run that dies is taken up where it had got.
 */
import type { ArchivioPagoPA } from "./archivi.ts";

/** REMOTA: pages of theirs; LOCALE: pages of ours, against what the first pass saw. */
export type FaseVerifica = "REMOTA" | "LOCALE" | "CONCLUSA";

export type TipoDifferenza =
  /** pagoPA has it and we do not: never touched, it may have been loaded by other software of the creditor. */
  | "SOLO_PAGOPA"
  | "SOLO_QUI"
  | "DATI_DIVERSI"
  | "STATO_DIVERSO"
  /** Paid for pagoPA and not for us: no repair but the receipt. */
  | "PAGATA_SU_PAGOPA";

export interface Differenza {
  readonly tipo: TipoDifferenza;
  readonly iupd: string;
  readonly numeroAvviso?: string;
  readonly dettaglio: string;
  /** A new send was asked for. */
  readonly riparata: boolean;
}

export const TIPI_DIFFERENZA = [
  "SOLO_PAGOPA",
  "SOLO_QUI",
  "DATI_DIVERSI",
  "STATO_DIVERSO",
  "PAGATA_SU_PAGOPA",
] as const satisfies readonly TipoDifferenza[];

export type CifraVerifica = "remote" | "locali" | "uguali" | TipoDifferenza | "riparate";

export interface VerificaGpd {
  readonly versione: number;
  readonly idDominio: string;
  readonly archivio: ArchivioPagoPA;
  /** Day of the night, Europe/Rome. */
  readonly giorno: string;
  readonly fase: FaseVerifica;
  /** Page of theirs to read next, from 0. */
  readonly pagina: number;
  /** Where the list of ours has got. */
  readonly cursore?: string;
  readonly inizio: string;
  readonly fine?: string;
  /** Who holds it works until this instant; then another may go on. */
  readonly prenotataFino: string;
  readonly cifre: Readonly<Record<CifraVerifica, number>>;
  /** The first ones. */
  readonly differenze: readonly Differenza[];
  /** Why the last run stopped, when it was not for lack of time. */
  readonly dettaglio?: string;
}

/** Enough for a person to understand; the figures count them all. */
const DIFFERENZE_MASSIME = 100;

const CIFRE_VUOTE: VerificaGpd["cifre"] = {
  remote: 0,
  locali: 0,
  uguali: 0,
  SOLO_PAGOPA: 0,
  SOLO_QUI: 0,
  DATI_DIVERSI: 0,
  STATO_DIVERSO: 0,
  PAGATA_SU_PAGOPA: 0,
  riparate: 0,
};

/** @param fino instant until which it belongs to who makes it. */
export const newVerifica = (chi: Pick<VerificaGpd, "idDominio" | "archivio" | "giorno">, inizio: string, fino: string): VerificaGpd => ({
  versione: 0,
  ...chi,
  fase: "REMOTA",
  pagina: 0,
  inizio,
  prenotataFino: fino,
  cifre: CIFRE_VUOTE,
  differenze: [],
});

/** Taken up where it had got. */
export const resumeVerifica = ({ dettaglio: _dettaglio, ...nota }: VerificaGpd, fino: string): VerificaGpd => ({
  ...nota,
  prenotataFino: fino,
});

/** What a page added to the progress. */
export const addRisultati = (
  verifica: VerificaGpd,
  viste: Partial<Record<"remote" | "locali" | "uguali", number>>,
  differenze: readonly Differenza[],
): Pick<VerificaGpd, "cifre" | "differenze"> => {
  const cifre: Record<CifraVerifica, number> = { ...verifica.cifre };
  for (const nome of ["remote", "locali", "uguali"] as const) cifre[nome] += viste[nome] ?? 0;
  for (const { tipo, riparata } of differenze) {
    cifre[tipo] += 1;
    if (riparata) cifre.riparate += 1;
  }
  return { cifre, differenze: [...verifica.differenze, ...differenze].slice(0, DIFFERENZE_MASSIME) };
};

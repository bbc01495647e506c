/**
 * Where a subscription has got: its place among the announcements of the creditor, the debts held because one of their announcements was not taken, and whether the
 * subscriber is left alone for a while. Whoever delivers holds it for a time; a ring (its version raised) tells who holds it that there is more.
 */
import { addMinuti } from "../valori/date.ts";
import type { PostoVariazioni } from "../variazioni/variazione-contabile.ts";
import { attesaConsegna, GIORNI_TENTATIVI } from "./consegna.ts";

/** A debt whose later announcements wait for one that was not taken. */
export interface Trattenuto {
  readonly oggetto: string;
  readonly tentativi: number;
  /** Instants: first failure; next attempt. */
  readonly dal: string;
  readonly prossimo: string;
}

export interface Seguito {
  readonly versione: number;
  readonly idDominio: string;
  readonly idAbbonamento: string;
  readonly posto: PostoVariazioni;
  readonly presa?: { readonly chi: string; readonly finoA: string };
  readonly trattenuti: readonly Trattenuto[];
  /** Failures in a row, whatever the debt. */
  readonly falliti: number;
  /** The subscriber does not answer: nothing is sent before `prossimo`. */
  readonly guasto?: { readonly dal: string; readonly tentativi: number; readonly prossimo: string };
  /** Stopped until a person starts it again. */
  readonly pausa?: { readonly dal: string; readonly motivo: string; readonly automatica: boolean };
  /** Announcements told again, from a place up to an instant. */
  readonly rilettura?: { readonly posto: PostoVariazioni; readonly finoA: string };
  /** Single deliveries told again. */
  readonly ripetizioni: readonly { readonly oggetto: string; readonly idAnnuncio: string }[];
  readonly ultimaConsegna?: string;
}

/** Debts held: beyond, nothing new is taken up until some are let go. */
export const TRATTENUTI_MASSIMI = 100;
/** Failures in a row after which the subscriber is left alone. */
export const FALLITI_MASSIMI = 5;
const MINUTI_TENTATIVI = GIORNI_TENTATIVI * 24 * 60;

/** @param da instant from which announcements are told. */
export const createSeguito = (idDominio: string, idAbbonamento: string, da: string): Seguito => ({
  ...{ versione: 0, idDominio, idAbbonamento, posto: { da }, trattenuti: [], falliti: 0, ripetizioni: [] },
});

const after = (adesso: string, secondi: number): string => addMinuti(adesso, secondi / 60);

export const isEsaurito = (dal: string, adesso: string): boolean => adesso >= addMinuti(dal, MINUTI_TENTATIVI);

/** The debt is held, or held longer. */
export const hold = (seguito: Seguito, oggetto: string, adesso: string): Seguito => {
  const noto = seguito.trattenuti.find((altro) => altro.oggetto === oggetto);
  const tentativi = (noto?.tentativi ?? 0) + 1;
  const trattenuto = { oggetto, tentativi, dal: noto?.dal ?? adesso, prossimo: after(adesso, attesaConsegna(tentativi)) };
  return { ...seguito, trattenuti: [...seguito.trattenuti.filter((altro) => altro.oggetto !== oggetto), trattenuto] };
};

export const release = (seguito: Seguito, oggetto: string): Seguito => ({
  ...seguito,
  trattenuti: seguito.trattenuti.filter((altro) => altro.oggetto !== oggetto),
});

const withoutGuasto = ({ guasto: _guasto, ...resto }: Seguito): Seguito => resto;
const withoutPausa = ({ pausa: _pausa, ...resto }: Seguito): Seguito => resto;

/** Something was taken: the subscriber works, and what it had not taken is tried again at once. */
export const succeed = (seguito: Seguito, adesso: string): Seguito => ({
  ...withoutGuasto(seguito),
  ...(seguito.guasto && { trattenuti: seguito.trattenuti.map((uno) => ({ ...uno, prossimo: adesso })) }),
  ...{ falliti: 0, ultimaConsegna: adesso },
});

/**
 * Nothing was taken, `quanti` times. After some in a row, or when it asks for it, the subscriber is left alone.
 * @param attesaSecondi asked by the subscriber (Retry-After).
 */
export const fail = (seguito: Seguito, quanti: number, adesso: string, attesaSecondi?: number): Seguito => {
  const falliti = seguito.falliti + quanti;
  const troppi = falliti >= FALLITI_MASSIMI;
  if (!troppi && attesaSecondi === undefined && !seguito.guasto) return { ...seguito, falliti };
  const tentativi = (seguito.guasto?.tentativi ?? 0) + 1;
  const secondi = Math.max(attesaSecondi ?? 0, attesaConsegna(tentativi));
  return { ...seguito, falliti, guasto: { dal: seguito.guasto?.dal ?? adesso, tentativi, prossimo: after(adesso, secondi) } };
};

export const pause = (seguito: Seguito, motivo: string, adesso: string, automatica: boolean): Seguito =>
  seguito.pausa ? seguito : { ...seguito, pausa: { dal: adesso, motivo, automatica } };

/** The days of attempts begin again for what is held. */
export const resume = (seguito: Seguito, adesso: string): Seguito => ({
  ...withoutPausa(withoutGuasto(seguito)),
  falliti: 0,
  trattenuti: seguito.trattenuti.map(({ oggetto }) => ({ oggetto, tentativi: 0, dal: adesso, prossimo: adesso })),
});

export const take = (seguito: Seguito, chi: string, finoA: string): Seguito => ({ ...seguito, presa: { chi, finoA } });
export const leave = ({ presa: _presa, ...resto }: Seguito): Seguito => resto;
export const endRilettura = ({ rilettura: _rilettura, ...resto }: Seguito): Seguito => resto;

export const isPresaDaAltri = ({ presa }: Seguito, chi: string, adesso: string): boolean =>
  presa !== undefined && presa.chi !== chi && presa.finoA > adesso;

/** Instant in which somebody must look at it again, whatever happens meanwhile; absent when nothing waits. */
export const prossimoSguardo = ({ pausa, guasto, trattenuti }: Seguito): string | undefined => {
  if (pausa) return undefined;
  if (guasto) return guasto.prossimo;
  return trattenuti
    .map(({ prossimo }) => prossimo)
    .reduce<string | undefined>((min, uno) => (min === undefined || uno < min ? uno : min), undefined);
};

/**
 * Calendar days in Europe/Rome ("YYYY-MM-DD") and instants (ISO text in UTC with milliseconds and Z): due dates are Italian days, and a
 * gateway that runs in UTC would let a notice expire one or two hours early or late.
 */
import { type Esito, ko, ok } from "../esito.ts";

const ORA = 3_600_000;
const GIORNO = 24 * ORA;

const createFormato = (): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat("en-US", {
    timeZone: "Europe/Rome",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });

// Made at first use: it loads the time zone data, a third of the cold start of a function that may never need it.
let formato: Intl.DateTimeFormat | undefined;

// The offset changes on a whole UTC hour, so one answer serves an hour; bounded, since texts from outside choose the keys.
const scarti = new Map<number, number>();
const SCARTI_MASSIMI = 4_096;

/** Offset of Europe/Rome from UTC at an instant, both in milliseconds. */
function scartoRoma(millisecondi: number): number {
  const ora = Math.floor(millisecondi / ORA);
  const noto = scarti.get(ora);
  if (noto !== undefined) return noto;
  formato ??= createFormato();
  const parti = new Map(formato.formatToParts(ora * ORA).map(({ type, value }) => [type, Number(value)]));
  const parte = (nome: Intl.DateTimeFormatPartTypes): number => parti.get(nome) ?? 0;
  const locale = Date.UTC(parte("year"), parte("month") - 1, parte("day"), parte("hour"), parte("minute"), parte("second"));
  if (scarti.size >= SCARTI_MASSIMI) scarti.clear();
  scarti.set(ora, locale - ora * ORA);
  return locale - ora * ORA;
}

/** Instant of a wall clock in Rome: the first when the hour is repeated in October, one hour later when it is skipped in March. */
function istanteDaRoma(locale: number): number {
  const prima = scartoRoma(locale - GIORNO);
  const dopo = scartoRoma(locale + GIORNO);
  const candidati = [locale - prima, locale - dopo].filter((istante) => istante + scartoRoma(istante) === locale);
  return candidati.length > 0 ? Math.min(...candidati) : locale - prima;
}

const toIso = (millisecondi: number): string => new Date(millisecondi).toISOString();

function millisecondiDi(istante: string): number {
  const millisecondi = Date.parse(istante);
  if (Number.isNaN(millisecondi)) throw new RangeError(`Istante non valido: ${istante.slice(0, 40)}`);
  return millisecondi;
}

/** Calendar day in Rome of an instant. */
export function giornoDi(istante: string): string {
  const millisecondi = millisecondiDi(istante);
  return toIso(millisecondi + scartoRoma(millisecondi)).slice(0, 10);
}

/** First instant of a day in Rome. */
export const inizioGiorno = (giorno: string): string => toIso(istanteDaRoma(millisecondiDi(`${giorno}T00:00:00.000Z`)));

/** Last millisecond of a day in Rome. */
export const fineGiorno = (giorno: string): string => toIso(millisecondiDi(inizioGiorno(addGiorni(giorno, 1))) - 1);

/** The calendar day n days later (earlier when negative), whatever the clock changes in between. */
export const addGiorni = (giorno: string, giorni: number): string =>
  toIso(millisecondiDi(`${giorno}T00:00:00.000Z`) + giorni * GIORNO).slice(0, 10);

/** The instant n minutes later (earlier when negative). */
export const addMinuti = (istante: string, minuti: number): string => toIso(millisecondiDi(istante) + minuti * 60_000);

/** True for a day that exists in the calendar, from 0001-01-01 to 9999-12-31. */
export function isGiorno(testo: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(testo) || testo.startsWith("0000")) return false;
  const millisecondi = Date.parse(`${testo}T00:00:00.000Z`);
  return !Number.isNaN(millisecondi) && toIso(millisecondi).startsWith(testo);
}

const DATA_ORA = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,9}))?)?(?:(Z)|([+-])(0\d|1[0-4]):?([0-5]\d))?$/;

/**
 * Reads a date-time with Z or offset ("+02:00", or "+0200" as older Java clients write it); without offset it is a wall clock in Rome.
 * Fractions are cut to milliseconds. @param campo name of the field, for the message.
 */
export function parseIstante(testo: string, campo = "dataOra"): Esito<string> {
  const parti = DATA_ORA.exec(testo);
  const [, giorno = "", ore = "", minuti = "", secondi = "00", frazione = "", zeta, segno, oreScarto = "0", minutiScarto = "0"] =
    parti ?? [];
  if (!isGiorno(giorno)) {
    return ko(`Il campo ${campo} deve essere una data e ora esistente nella forma AAAA-MM-GGThh:mm:ss.sss, con Z o uno scarto come +02:00`);
  }
  const scritto = Date.parse(`${giorno}T${ore}:${minuti}:${secondi}.${frazione.slice(0, 3).padEnd(3, "0")}Z`);
  if (zeta !== undefined) return ok(toIso(scritto));
  if (segno === undefined) return ok(toIso(istanteDaRoma(scritto)));
  const scarto = (Number(oreScarto) * 60 + Number(minutiScarto)) * 60_000;
  return ok(toIso(segno === "-" ? scritto + scarto : scritto - scarto));
}

/** The instant as a wall clock in Rome with milliseconds and offset: "2026-03-29T03:00:00.000+02:00". */
export function toIsoRoma(istante: string): string {
  const millisecondi = millisecondiDi(istante);
  const scarto = scartoRoma(millisecondi);
  const minuti = Math.round(Math.abs(scarto) / 60_000);
  const due = (numero: number): string => String(numero).padStart(2, "0");
  return `${toIso(millisecondi + scarto).slice(0, -1)}${scarto < 0 ? "-" : "+"}${due(Math.floor(minuti / 60))}:${due(minuti % 60)}`;
}

/** A day as people read it in Italy: dd/mm/yyyy. */
export const giornoItaliano = (giorno: string): string => giorno.split("-").reverse().join("/");

/** True when the day is over: a debt that expires on a day is payable for the whole of it. Both are days in Rome. */
export const isTrascorso = (giorno: string, oggi: string): boolean => giorno < oggi;

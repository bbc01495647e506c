/** When a layout is due, and for which days. Nothing is remembered: a run has the name of its days, and is made once under it. */
import { addGiorni, giornoDi, toIsoRoma } from "../../valori/date.ts";
import type { Pianificazione } from "./tracciato-contabile.ts";

export interface Periodo {
  /** Days, inclusive. */
  readonly da: string;
  readonly a: string;
}

/** Days after which a run that nobody made is no longer made by itself: the job was stopped, and who needs the file asks for it. */
export const GIORNI_DI_RECUPERO = 5;

const settimanaDi = (giorno: string): number => (new Date(`${giorno}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The last period that is complete: the day, the week from Monday, the month before. @param adesso instant. */
export const periodoScaduto = ({ cadenza, ora }: Pianificazione, adesso: string): Periodo | undefined => {
  const oggi = giornoDi(adesso);
  const oraDiRoma = Number(toIsoRoma(adesso).slice(11, 13));
  // Before its hour, what is due is what was due yesterday.
  const giorno = oraDiRoma >= ora ? oggi : addGiorni(oggi, -1);
  if (cadenza === "GIORNALIERA") return { da: addGiorni(giorno, -1), a: addGiorni(giorno, -1) };
  const inizio = cadenza === "SETTIMANALE" ? addGiorni(giorno, -settimanaDi(giorno)) : `${giorno.slice(0, 7)}-01`;
  if (addGiorni(inizio, GIORNI_DI_RECUPERO) < giorno) return undefined;
  const a = addGiorni(inizio, -1);
  return { da: cadenza === "SETTIMANALE" ? addGiorni(inizio, -7) : `${a.slice(0, 7)}-01`, a };
};

/** A scheduled job as it stands: who is running it and until when, how it ended last. One run at a time, and a run that died frees itself. */
import { type Esito, ko, ok } from "../esito.ts";
import { addMinuti } from "../valori/date.ts";

export type StatoEsecuzione = "RICHIESTA" | "IN_CORSO" | "CONCLUSA" | "FALLITA";
export type OrigineEsecuzione = "SCHEDULAZIONE" | "OPERATORE";

/** One run, or the request of one. */
export interface Esecuzione {
  readonly versione: number;
  readonly id: string;
  readonly lavoro: string;
  readonly stato: StatoEsecuzione;
  readonly origine: OrigineEsecuzione;
  /** Who asked for it. */
  readonly principal?: string;
  readonly richiestaAlle: string;
  readonly avviataAlle?: string;
  readonly conclusaAlle?: string;
  readonly durataMillisecondi?: number;
  /** What the run counted. */
  readonly cifre?: Readonly<Record<string, number>>;
  readonly dettaglio?: string;
}

export interface Prenotazione {
  readonly idEsecuzione: string;
  readonly dal: string;
  /** After this instant nobody can still be running: the function's own limit is shorter. */
  readonly finoA: string;
}

export interface Lavoro {
  readonly versione: number;
  readonly nome: string;
  readonly inCorso?: Prenotazione;
  readonly ultima?: Esecuzione;
  /** End of the last run that went well. */
  readonly ultimoSuccesso?: string;
}

export interface Avvio {
  readonly nome: string;
  readonly idEsecuzione: string;
  /** The longest that a run may last. */
  readonly durataMassimaSecondi: number;
}

export interface StatoLavoro {
  readonly lavoro: Lavoro;
  readonly esecuzione: Esecuzione;
}

/** Room between the end of the function and that of its reservation, for clocks that differ. */
const MARGINE_SECONDI = 30;
const MASSIMO_DETTAGLIO = 500;

export const isInCorso = ({ inCorso }: Pick<Lavoro, "inCorso">, adesso: string): boolean => inCorso !== undefined && inCorso.finoA > adesso;

/** `occupato`: another run holds it; `gia-eseguita`: the same request was delivered twice. A run that failed may be tried again under its own id. */
export const beginEsecuzione = (
  trovato: { readonly lavoro: Lavoro | undefined; readonly esecuzione: Esecuzione | undefined },
  { nome, idEsecuzione, durataMassimaSecondi }: Avvio,
  adesso: string,
): Esito<StatoLavoro, "occupato" | "gia-eseguita"> => {
  const lavoro: Lavoro = trovato.lavoro ?? { versione: 0, nome };
  if (trovato.esecuzione?.stato === "CONCLUSA") return ko("gia-eseguita");
  if (isInCorso(lavoro, adesso)) return ko("occupato");
  const richiesta = trovato.esecuzione ?? { versione: 0, origine: "SCHEDULAZIONE", richiestaAlle: adesso };
  const { versione, origine, richiestaAlle } = richiesta;
  const principal = trovato.esecuzione?.principal;
  return ok({
    lavoro: {
      ...lavoro,
      inCorso: { idEsecuzione, dal: adesso, finoA: addMinuti(adesso, (durataMassimaSecondi + MARGINE_SECONDI) / 60) },
    },
    esecuzione: {
      ...{ versione, id: idEsecuzione, lavoro: nome, stato: "IN_CORSO", origine, richiestaAlle, avviataAlle: adesso },
      ...(principal !== undefined && { principal }),
    },
  });
};

export type Conclusione = { readonly cifre: Readonly<Record<string, number>> } | { readonly errore: string };

/** The reservation goes with the run that made it: one that was taken away in the meantime is not touched. */
export const endEsecuzione = ({ lavoro, esecuzione }: StatoLavoro, conclusione: Conclusione, adesso: string): StatoLavoro => {
  const durataMillisecondi = Math.max(0, Date.parse(adesso) - Date.parse(esecuzione.avviataAlle ?? adesso));
  const conclusa: Esecuzione = {
    ...esecuzione,
    conclusaAlle: adesso,
    durataMillisecondi,
    ...("errore" in conclusione
      ? { stato: "FALLITA", dettaglio: conclusione.errore.slice(0, MASSIMO_DETTAGLIO) }
      : { stato: "CONCLUSA", cifre: conclusione.cifre }),
  };
  const { inCorso: _finita, ...resto } = lavoro;
  return {
    lavoro: { ...resto, ultima: conclusa, ...(conclusa.stato === "CONCLUSA" && { ultimoSuccesso: adesso }) },
    esecuzione: conclusa,
  };
};

/** What an operator has asked for and has not begun after this long was lost on the way, or found the job busy. */
const MINUTI_DI_ATTESA = 15;

export const isMaiPartita = ({ stato, richiestaAlle }: Esecuzione, adesso: string): boolean =>
  stato === "RICHIESTA" && addMinuti(richiestaAlle, MINUTI_DI_ATTESA) < adesso;

/** What we know of the copy of a debt in an archive of pagoPA: what was sent, how it went, who is sending now. */
import type { Pendenza } from "../pendenze/pendenza.ts";
import type { AllineamentoVoluto, ArchivioPagoPA } from "./archivi.ts";
import { type StatoAllineamento, statiAllineamento } from "./stati-allineamento.ts";

export interface Allineamento {
  readonly versione: number;
  readonly idDominio: string;
  readonly iuv: string;
  readonly numeroAvviso: string;
  readonly idA2A: string;
  readonly idPendenza: string;
  /** Of the debt, for who may see only some. */
  readonly idTipoPendenza: string;
  readonly idUnitaOperativa?: string;
  readonly archivio: ArchivioPagoPA;
  /** Name of the position at pagoPA, the same for the whole life of the debt. */
  readonly iupd: string;
  readonly stato: StatoAllineamento;
  /** The last change of the debt (`AllineamentoVoluto.richiesta`) that pagoPA has answered, in good or bad. */
  readonly inviata: number;
  /** Whether pagoPA is known to hold the position: decides between insertion and update, and is put right by 404 and 409. */
  readonly presente: boolean;
  /** Sends of the same change that failed in a row, and which change it was. */
  readonly tentativi: number;
  readonly tentata?: number;
  /** Instant of the last event. */
  readonly data: string;
  /** Only IN_INVIO: instant after which the send is taken for abandoned. */
  readonly prenotataFino?: string;
  /** Last HTTP status and its meaning, when it did not go well. */
  readonly status?: number;
  readonly dettaglio?: string;
}

/** Digits and a dash only: the contract of pagoPA takes it in a path (`[\w*\h-]+`), and it holds no personal data. */
export const iupdDi = ({ idDominio, iuv }: Pick<Pendenza, "idDominio" | "iuv">): string => `${idDominio}-${iuv}`;

/** Longer than any exchange with pagoPA can last (every call has its limit), shorter than the queue waits before giving a message again. */
export const PRENOTAZIONE_SECONDI = 60;

/** Somebody else changed it right now, or has just begun. */
export const ATTESA_CONTESA_SECONDI = 5;

/** True while somebody is talking with pagoPA of this debt. */
export const isPrenotata = ({ stato, prenotataFino }: Allineamento, adesso: string): boolean =>
  stato === "IN_INVIO" && prenotataFino !== undefined && prenotataFino > adesso;

/**
 * Seconds to leave to who is at it: few at first, since most exchanges take one, then as many as have gone by. Asking every few seconds while a claim that
 * somebody died with expires would use up the deliveries that the queue grants a message.
 */
export const attesaDietro = ({ prenotataFino }: Allineamento, adesso: string): number => {
  const restano = prenotataFino === undefined ? 0 : (Date.parse(prenotataFino) - Date.parse(adesso)) / 1000;
  const passati = PRENOTAZIONE_SECONDI - restano;
  return Math.max(1, Math.ceil(Math.min(restano, Math.max(passati, ATTESA_CONTESA_SECONDI))));
};

/** Nothing to do: pagoPA has answered this change already. A repetition asked for by name goes again. */
export const isRisposta = ({ stato, inviata }: Allineamento, richiesta: number): boolean =>
  inviata >= richiesta && stato !== "DA_RIPETERE" && stato !== "IN_INVIO" && stato !== "IN_ATTESA";

const nuovo = (pendenza: Pendenza, archivio: ArchivioPagoPA, adesso: string): Allineamento => {
  const { idDominio, iuv, numeroAvviso, idA2A, idPendenza, idUnitaOperativa, idTipoPendenza } = pendenza;
  const identita = {
    ...{ idDominio, iuv, numeroAvviso, idA2A, idPendenza, archivio, idTipoPendenza, iupd: iupdDi(pendenza) },
    ...(idUnitaOperativa !== undefined && { idUnitaOperativa }),
  };
  return { versione: 0, ...identita, stato: "IN_INVIO", inviata: 0, presente: false, tentativi: 0, data: adesso };
};

/** The claim of who is about to call pagoPA. A change not tried yet begins its own count of failures. @param fino instant. */
export const prenota = (
  esistente: Allineamento | undefined,
  pendenza: Pendenza,
  { archivio, richiesta }: AllineamentoVoluto,
  adesso: string,
  fino: string,
): Allineamento => {
  const { status: _status, dettaglio: _dettaglio, ...noto } = esistente ?? nuovo(pendenza, archivio, adesso);
  const tentativi = richiesta > (noto.tentata ?? richiesta) ? 0 : noto.tentativi;
  return { ...noto, idTipoPendenza: pendenza.idTipoPendenza, tentativi, stato: "IN_INVIO", data: adesso, prenotataFino: fino };
};

export type EventoChiusura = "conferma" | "rimanda" | "rifiuta" | "diverge";

export interface Chiusura {
  readonly evento: EventoChiusura;
  /** The change that was sent. */
  readonly richiesta: number;
  readonly presente: boolean;
  readonly status?: number;
  readonly dettaglio?: string;
}

/** How the send ended. */
export const chiudi = (prenotato: Allineamento, { evento, richiesta, presente, ...motivo }: Chiusura, adesso: string): Allineamento => {
  const stato = statiAllineamento.next(prenotato.stato, evento);
  const { prenotataFino: _prenotataFino, tentata: _tentata, ...resto } = prenotato;
  const rimandato = evento === "rimanda";
  return {
    ...resto,
    ...motivo,
    stato: stato.ok ? stato.valore : prenotato.stato,
    presente,
    inviata: rimandato ? prenotato.inviata : Math.max(prenotato.inviata, richiesta),
    tentativi: rimandato ? prenotato.tentativi + 1 : 0,
    ...(rimandato && { tentata: richiesta }),
    data: adesso,
  };
};

/** Seconds before the n-th new attempt (n from 1): soon at first, since most troubles last seconds, then every two hours. */
const ATTESE = [5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200] as const;
export const attesaDopoFallimenti = (tentativi: number): number => ATTESE[Math.min(tentativi, ATTESE.length) - 1] ?? ATTESE[0];

/** About a working day of attempts: then it is a refusal that a person sees, and that the nightly check takes up again. */
export const TENTATIVI_MASSIMI = 12;

/**
 * One missing receipt asked to pagoPA. Taken in hand first, so that two runs never ask the same; counted against the calls that the key allows; and what is
 * found goes where the Node would have put it, the queue of receipts: there is no second path to the money.
 */
import { type Esito, ko } from "../../domain/esito.ts";
import type { RicevutaNodo, Testata } from "../../domain/pagamenti/messaggi-nodo.ts";
import { LIMITE_BIZ_EVENTS } from "../../domain/recuperi/quota.ts";
import { claim, found, missed, postpone, type Recupero } from "../../domain/recuperi/recupero.ts";
import { addMinuti } from "../../domain/valori/date.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Quote } from "../../ports/quote.ts";
import type { ErroreRicevutaPagoPa, RicevutePagoPa } from "../../ports/ricevute-pagopa.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import type { RicevutaDaAccettare } from "../pagamenti/accept-ricevuta.ts";
import { findPuntoRecupero, type PuntoRecupero } from "./punto-recupero.ts";

export interface PorteRichiesta {
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore" | "getStazione" | "getIntermediario">;
  readonly pagopa: RicevutePagoPa;
  readonly quote: Quote;
  readonly unitOfWork: Pick<UnitOfWork, "commit" | "putEventi">;
  readonly clock: Clock;
  /** The receipt as the Node would have sent it; the reason when it is not a receipt that the Node could send. */
  compose(testata: Testata, receipt: RicevutaNodo): Esito<string>;
  accept(ricevuta: RicevutaDaAccettare): Promise<void>;
}

/** `senza-chiamate`: the key has none left now; `altrui`: somebody else has it in hand. */
export type EsitoRichiesta = "trovata" | "mancata" | "disservizio" | "senza-chiamate" | "altrui";

/** Calls left of each key in this run: read once, then counted here too, so that a long list does not ask the store for each of its entries. */
export type ChiamateRimaste = Map<string, number>;

/** Outcome of the row: paid in stand-in. The receipts kept by pagoPA do not say it. */
const STAND_IN = 4;
/** When a 429 names no wait. */
const PAUSA_MINUTI = 60;
/** Wait believed of a 429, at most. */
const PAUSA_MASSIMA_MINUTI = 24 * 60;

const SENZA_SERVIZIO = "La stazione del dominio non ha un intermediario con il servizio di recupero delle ricevute";

const isRisposta = ({ causa }: ErroreRicevutaPagoPa): boolean => causa === "non-trovata" || causa === "illeggibile";

export const askRicevuta = (porte: PorteRichiesta) => {
  const { anagrafiche, pagopa, quote, unitOfWork, clock, compose, accept } = porte;

  /** False when somebody else has moved it meanwhile: what they know is at least as fresh. The exchange itself is in the journal of the outgoing calls. */
  const write = async (valore: Recupero | undefined): Promise<boolean> =>
    valore !== undefined && (await unitOfWork.commit([{ azione: "sostituisci", entita: "recupero", valore }])).ok;

  const settleErrore = async (preso: Recupero, { chiaveQuota }: PuntoRecupero, errore: ErroreRicevutaPagoPa) => {
    const adesso = clock.now();
    const { causa, dettaglio, attesaSecondi } = errore;
    if (causa === "troppe-richieste") {
      const minuti = attesaSecondi === undefined ? PAUSA_MINUTI : Math.min(PAUSA_MASSIMA_MINUTI, Math.ceil(attesaSecondi / 60));
      await quote.suspend(chiaveQuota, addMinuti(adesso, minuti));
    }
    const risposta = isRisposta(errore);
    await write(risposta ? missed(preso, adesso, dettaglio) : postpone(preso, adesso, dettaglio));
    return risposta ? "mancata" : "disservizio";
  };

  const settleRicevuta = async (preso: Recupero, punto: PuntoRecupero, receipt: RicevutaNodo, inizio: string) => {
    const completa = preso.esito === STAND_IN ? { ...receipt, standIn: true } : receipt;
    const altra = receipt.receiptId !== preso.iur;
    const busta = altra ? ko(`pagoPA ha dato un'altra ricevuta: ${receipt.receiptId}`) : compose(punto.testata, completa);
    if (!busta.ok)
      return settleErrore(preso, punto, { causa: "illeggibile", dettaglio: `Ricevuta inutilizzabile: ${busta.errore}`.slice(0, 300) });
    const adesso = clock.now();
    const { testata, principal } = punto;
    const quando = { ricevutaAlle: adesso, durataMillisecondi: Math.max(0, Date.parse(adesso) - Date.parse(inizio)) };
    await accept({ primitiva: "paSendRTV2", provenienza: "RECUPERO", testata, principal, busta: busta.valore, ...quando });
    await write(found(preso, adesso));
    return "trovata" as const;
  };

  /** Where to ask, when something can be asked now. Without a service the receipt waits: an administrator may add one. */
  const ready = async (recupero: Recupero, rimaste: ChiamateRimaste): Promise<PuntoRecupero | undefined> => {
    const punto = await findPuntoRecupero(anagrafiche, recupero.idDominio);
    if (!punto) {
      await write(postpone(recupero, clock.now(), SENZA_SERVIZIO));
      return undefined;
    }
    const { chiaveQuota } = punto;
    const note = rimaste.get(chiaveQuota) ?? (await quote.remaining(chiaveQuota, LIMITE_BIZ_EVENTS));
    rimaste.set(chiaveQuota, note);
    return note > 0 ? punto : undefined;
  };

  /** @throws Error only for our own store and queue: the claim expires and the receipt is asked again. */
  const ask = async (recupero: Recupero, punto: PuntoRecupero, rimaste: ChiamateRimaste): Promise<EsitoRichiesta> => {
    const { chiaveQuota, connettore } = punto;
    const inizio = clock.now();
    const valore = claim(recupero, inizio);
    if (!valore || !(await write(valore))) return "altrui";
    const concessa = await quote.spend(chiaveQuota, LIMITE_BIZ_EVENTS);
    rimaste.set(chiaveQuota, concessa ? (rimaste.get(chiaveQuota) ?? 1) - 1 : 0);
    if (!concessa) return "senza-chiamate";
    const preso = { ...valore, versione: valore.versione + 1 };
    const { idDominio, iuv, iur } = preso;
    const risposta = await pagopa.get(connettore, { idDominio, iuv, iur });
    if (risposta.ok) return settleRicevuta(preso, punto, risposta.valore, inizio);
    if (risposta.errore.causa === "troppe-richieste") rimaste.set(chiaveQuota, 0);
    return settleErrore(preso, punto, risposta.errore);
  };

  return { ready, ask };
};

/**
 * Delivers a notification about a payment code. Idempotent on both sides: what is delivered is not sent again, and the creditor's system may be told twice of the
 * same thing. The state tells an operator what happened and when the next attempt is due. A system hears of one payment code in the order of what happened.
 */

import { readEsitoRiga } from "../../domain/notifiche/invio-rendicontazioni.ts";
import { type ChiaveNotifica, findPrecedente, type Notifica, riferimentoDi } from "../../domain/notifiche/notifica.ts";
import { attesaDopo } from "../../domain/notifiche/riprova.ts";
import { notificheAnnullamento } from "../../domain/notifiche/tentativi-superati.ts";
import { addMinuti } from "../../domain/valori/date.ts";
import type { Posizione, Posizioni } from "../../ports/posizioni.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { createComposeNotifica, type PorteComposizione } from "./compose-notifica.ts";
import { openNotifiche } from "./open-notifiche.ts";

interface Porte extends Omit<PorteComposizione, "posizioni"> {
  readonly posizioni: Pick<Posizioni, "getPosizione"> & PorteComposizione["posizioni"];
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
}

/** `riprova`: seconds after which the message must come back. */
export type EsitoConsegna =
  | { readonly esito: "consegnata" | "gia-consegnata" | "annullata" }
  | { readonly esito: "riprova"; readonly secondi: number };

const EVENTI = {
  RICEVUTA: "notificaRicevuta",
  ATTIVAZIONE: "notificaAttivazione",
  ANNULLAMENTO: "notificaAnnullamento",
  RPP: "callbackRpp",
} as const satisfies Readonly<Record<Notifica["tipo"], string>>;

const GIA_CONSEGNATA: EsitoConsegna = { esito: "gia-consegnata" };

export const createDeliverNotifica = (porte: Porte) => {
  const { posizioni, unitOfWork, clock } = porte;
  const compose = createComposeNotifica(porte);

  const settle = async (
    notifica: Notifica,
    traccia: Traccia,
    campi: Parameters<Traccia["evento"]>[0],
    altre: readonly Notifica[] = [],
  ): Promise<void> => {
    const { idDominio, iuv, idA2A } = notifica;
    const chi = { componente: "API_ENTE", ruolo: "CLIENT", tipoEvento: EVENTI[notifica.tipo], idDominio, iuv } as const;
    const { modifiche, messaggi } = openNotifiche(altre);
    const esito = await unitOfWork.commit([{ azione: "sostituisci", entita: "notifica", valore: notifica }, ...modifiche], {
      eventi: [traccia.evento({ ...chi, ...(notifica.tipo !== "RPP" && { idA2A }), ccp: riferimentoDi(notifica), ...campi })],
      messaggi,
    });
    // Two deliveries of one message may race: the second finds the version moved, and has nothing to add. Nor has it to what another message opened meanwhile.
    if (!esito.ok && altre.length > 0) await settle(notifica, traccia, campi);
  };

  const annulla = async (notifica: Notifica, descrizioneStato: string, traccia: Traccia, status?: number): Promise<EsitoConsegna> => {
    const adesso = clock.now();
    await settle({ ...notifica, stato: "ANNULLATA", descrizioneStato, dataUltimoTentativo: adesso }, traccia, {
      ...{ esito: "KO", dettaglioEsito: descrizioneStato },
      ...(status !== undefined && { parametriRisposta: { status, data: adesso } }),
    });
    return { esito: "annullata" };
  };

  const send = async (notifica: Notifica, posizione: Posizione, traccia: Traccia): Promise<EsitoConsegna> => {
    const composta = await compose(notifica, posizione);
    if (!composta.ok) return annulla(notifica, composta.errore, traccia);
    const adesso = clock.now();
    const consegna = await composta.valore();
    const tentativi = notifica.tentativi + 1;
    const { dataProssimoTentativo: _passato, ...resto } = notifica;
    if (consegna.ok) {
      const spedita: Notifica = { ...resto, stato: "SPEDITA", tentativi, dataUltimoTentativo: adesso };
      const superati = notifica.tipo === "ATTIVAZIONE" ? notificheAnnullamento(notifica, posizione, clock.now()) : [];
      await settle(spedita, traccia, { parametriRisposta: { status: consegna.valore.status, data: clock.now() } }, superati);
      return { esito: "consegnata" };
    }
    const { dettaglio, status } = consegna.errore;
    // A receipt is money, and is tried until somebody looks; the rest may be refused for good.
    if (notifica.tipo !== "RICEVUTA" && readEsitoRiga(status) !== "rimandata")
      return annulla({ ...resto, tentativi }, dettaglio, traccia, status);
    const secondi = attesaDopo(tentativi);
    const dataProssimoTentativo = addMinuti(adesso, secondi / 60);
    await settle({ ...resto, tentativi, descrizioneStato: dettaglio, dataUltimoTentativo: adesso, dataProssimoTentativo }, traccia, {
      esito: "FAIL",
      dettaglioEsito: dettaglio,
      severita: 3,
      ...(status !== undefined && { parametriRisposta: { status, data: clock.now() } }),
    });
    return { esito: "riprova", secondi };
  };

  /** The older ones of the same system first: one that waits for its time makes this one wait too. */
  const sendInOrdine = async (notifica: Notifica, posizione: Posizione, traccia: Traccia): Promise<EsitoConsegna> => {
    const precedente = findPrecedente(notifica, posizione.notifiche);
    if (!precedente) return send(notifica, posizione, traccia);
    const { dataProssimoTentativo: quando } = precedente;
    const secondi = quando === undefined ? 0 : Math.ceil((Date.parse(quando) - Date.parse(clock.now())) / 1000);
    if (secondi > 0) return { esito: "riprova", secondi };
    const prima = await send(precedente, posizione, traccia);
    return prima.esito === "riprova" ? prima : deliver(notifica, traccia);
  };

  /** @throws Error when there is no such notification, or what it is about is missing. */
  const deliver = async (chiave: ChiaveNotifica, traccia: Traccia): Promise<EsitoConsegna> => {
    const posizione = await posizioni.getPosizione(chiave);
    const id = riferimentoDi(chiave);
    const notifica = posizione.notifiche.find((n) => n.tipo === chiave.tipo && riferimentoDi(n) === id);
    if (!notifica) throw new Error(`notifica ${chiave.tipo} sconosciuta: ${chiave.idDominio} ${chiave.iuv} ${id}`);
    return notifica.stato === "DA_SPEDIRE" ? sendInOrdine(notifica, posizione, traccia) : GIA_CONSEGNATA;
  };

  return deliver;
};

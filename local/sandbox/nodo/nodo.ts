/**
 * The Node between PSPs and creditors: it verifies, activates under a token of thirty minutes, keeps concurrent attempts and double
 * payments away from the creditor, and sends the receipt to the stations of everybody who is paid.
 */
import { randomBytes } from "node:crypto";
import { type Esito, ko, ok } from "../../../shared/domain/esito.ts";
import { createFirma } from "../comune/firma.ts";
import type { Scambio } from "../comune/scambi.ts";
import type { Contesto } from "../contesto.ts";
import { findPsp } from "../psp/psp.ts";
import { bustaAttivazione, bustaRicevuta, bustaVerifica, type Destinatario, marcaDaBollo } from "./buste.ts";
import { faultDi, sendBusta } from "./client.ts";
import { type Configurazione, createConfigurazione, type EnteCensito } from "./configurazione.ts";
import { type Consegne, createConsegne } from "./consegne.ts";
import type { Consegna, DatiPagamento, Fault, Tentativo, Verifica } from "./modello.ts";
import { faultNodo, readPagamento, readVerifica, rispostaErrata } from "./risposte.ts";

const DURATA_TOKEN_MS = 30 * 60_000;

export interface Avviso {
  readonly idDominio: string;
  readonly numeroAvviso: string;
  readonly idPsp: string;
  /** Overrides the primitive version of the station. */
  readonly versione?: 1 | 2 | undefined;
  /** Skips the Node's own protection from concurrent and double payments, to see how the creditor behaves without it. */
  readonly forza?: boolean | undefined;
}

export interface Attivazione extends Avviso {
  readonly importo?: bigint | undefined;
  readonly paymentNote?: string | undefined;
  readonly transferType?: "POSTAL" | "PAGOPA" | undefined;
}

export interface Nodo {
  readonly configurazione: Configurazione;
  readonly consegne: Consegne;
  verificaNotice(avviso: Avviso, scambi: Scambio[]): Promise<Esito<Verifica, Fault>>;
  activate(attivazione: Attivazione, scambi: Scambio[]): Promise<Esito<Tentativo, Fault>>;
  /** The PSP says it has been paid. Receipts leave at once unless `senzaRicevuta` or the token is over (then PPT_TOKEN_SCADUTO). */
  sendReceipt(
    token: string,
    senzaRicevuta: boolean,
    scambi: Scambio[],
  ): Promise<Esito<{ tentativo: Tentativo; consegne: Consegna[] }, Fault>>;
  /** The PSP gives up: the notice is payable again. */
  cancel(token: string): void;
  tentativo(token: string): Tentativo | undefined;
}

const posizione = (avviso: { idDominio: string; numeroAvviso: string }): string => `${avviso.idDominio}/${avviso.numeroAvviso}`;

/** `onPagato` runs in the same transaction that makes the payment final: the PSP's books and the Node's agree even after a crash. */
export const createNodo = (contesto: Contesto, onPagato: (pagato: Tentativo & { pagatoIl: number }) => void): Nodo => {
  const configurazione = createConfigurazione(contesto.macchina.baseUrl);
  const consegne = createConsegne(contesto);
  const tentativi = contesto.archivio.raccolta<Tentativo>("tentativi");
  const firma = createFirma(contesto.archivio);
  const inAttivazione = new Set<string>();
  const salva = (tentativo: Tentativo): void => tentativi.put(tentativo.token, tentativo, { gruppo: posizione(tentativo) });

  /** What the Node answers by itself for a notice already paid or being paid. */
  const protezione = (avviso: Avviso): Fault | undefined => {
    if (avviso.forza === true) return undefined;
    const noti = tentativi.list(posizione(avviso));
    if (noti.some((tentativo) => tentativo.stato !== "ATTIVO"))
      return faultNodo("PPT_PAGAMENTO_DUPLICATO", "Pagamento in attesa risulta concluso al Nodo.");
    if (inAttivazione.has(posizione(avviso)) || noti.some((tentativo) => tentativo.scadeIl > contesto.ora()))
      return faultNodo("PPT_PAGAMENTO_IN_CORSO", "Pagamento in attesa risulta in corso al Nodo.");
    return undefined;
  };

  const verificaNotice: Nodo["verificaNotice"] = async (avviso, scambi) => {
    const ente = await findEnte(configurazione, avviso);
    if (!ente.ok) return ente;
    const fermo = protezione(avviso);
    if (fermo !== undefined) return ko(fermo);
    const busta = bustaVerifica(destinatario(ente.valore), avviso.idDominio, avviso.numeroAvviso);
    const esito = await sendBusta(contesto, "paVerifyPaymentNotice", busta, scambi);
    if (esito.tipo !== "OK") return ko(faultDi(esito));
    const letta = readVerifica(esito.corpo);
    return letta.ok ? letta : ko(rispostaErrata(letta.errore));
  };

  const attiva = async (attivazione: Attivazione, ente: EnteConStazione, scambi: Scambio[]): Promise<Esito<Tentativo, Fault>> => {
    const versione = attivazione.versione ?? ente.versionePrimitiva;
    const busta = bustaAttivazione(versione, destinatario(ente), attivazione);
    const esito = await sendBusta(contesto, versione === 2 ? "paGetPaymentV2" : "paGetPayment", busta, scambi);
    if (esito.tipo !== "OK") return ko(faultDi(esito));
    const letti = readPagamento(esito.corpo);
    if (!letti.ok) return ko(rispostaErrata(letti.errore));
    const iban = await ibanNonCensito(configurazione, letti.valore);
    if (iban !== undefined) return ko(rispostaErrata(iban));
    const tentativo: Tentativo = {
      token: randomBytes(16).toString("hex"),
      idDominio: attivazione.idDominio,
      numeroAvviso: attivazione.numeroAvviso,
      idPsp: attivazione.idPsp,
      stato: "ATTIVO",
      versione,
      scadeIl: contesto.ora() + DURATA_TOKEN_MS,
      dati: letti.valore,
      ...(attivazione.paymentNote === undefined ? {} : { paymentNote: attivazione.paymentNote }),
    };
    salva(tentativo);
    return ok(tentativo);
  };

  const activate: Nodo["activate"] = async (attivazione, scambi) => {
    const ente = await findEnte(configurazione, attivazione);
    if (!ente.ok) return ente;
    const fermo = protezione(attivazione);
    if (fermo !== undefined) return ko(fermo);
    inAttivazione.add(posizione(attivazione));
    try {
      return await attiva(attivazione, ente.valore, scambi);
    } finally {
      inAttivazione.delete(posizione(attivazione));
    }
  };

  const sendReceipt: Nodo["sendReceipt"] = async (token, senzaRicevuta, scambi) => {
    const noto = tentativi.get(token);
    if (noto === undefined) return ko(faultNodo("PPT_TOKEN_SCONOSCIUTO", "Token sconosciuto.", token));
    const pagatoIl = contesto.ora();
    const scaduto = noto.scadeIl <= pagatoIl;
    const nuove = senzaRicevuta || scaduto ? [] : await preparaConsegne(noto, pagatoIl);
    const pagato = contesto.archivio.transaction(() => {
      const tentativo = tentativi.get(token);
      if (tentativo?.stato !== "ATTIVO") return undefined;
      const concluso = {
        ...tentativo,
        stato: senzaRicevuta || scaduto ? ("PAGATO_SENZA_RICEVUTA" as const) : ("PAGATO" as const),
        pagatoIl,
      };
      salva(concluso);
      consegne.register(nuove);
      onPagato(concluso);
      return concluso;
    });
    if (pagato === undefined) return ko(faultNodo("PPT_ESITO_GIA_ACQUISITO", "Esito già acquisito.", token));
    if (scaduto) return ko(faultNodo("PPT_TOKEN_SCADUTO", "Token scaduto.", token));
    return ok({ tentativo: pagato, consegne: await consegne.sendNuove(nuove, scambi) });
  };

  return {
    configurazione,
    consegne,
    verificaNotice,
    activate,
    sendReceipt,
    cancel: (token) => {
      const tentativo = tentativi.get(token);
      if (tentativo?.stato === "ATTIVO") tentativi.delete(token);
    },
    tentativo: (token) => tentativi.get(token),
  };
};

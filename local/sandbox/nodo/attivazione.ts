/** Verification and activation at the Node: its own protections first, then the creditor's station, then the checks on what it answered. */
import { randomBytes } from "node:crypto";
import { type Esito, ko, ok } from "../../../shared/domain/esito.ts";
import type { Raccolta } from "../comune/archivio.ts";
import type { Scambio } from "../comune/scambi.ts";
import type { Contesto } from "../contesto.ts";
import { bustaAttivazione, bustaVerifica } from "./buste.ts";
import { destinatario, type EnteConStazione, findEnte, ibanNonCensito } from "./censimento.ts";
import { faultDi, sendBusta } from "./client.ts";
import type { Configurazione } from "./configurazione.ts";
import type { DatiPagamento, Fault, Tentativo, Verifica } from "./modello.ts";
import { faultNodo, readPagamento, readVerifica, rispostaErrata } from "./risposte.ts";
import type { StandIn } from "./stand-in.ts";

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
  /** The platform answers from its archive for this payment alone, whatever the station does. */
  readonly inStandIn?: boolean | undefined;
}

export interface Attivazioni {
  verificaNotice(avviso: Avviso, scambi: Scambio[]): Promise<Esito<Verifica, Fault>>;
  activate(attivazione: Attivazione, scambi: Scambio[]): Promise<Esito<Tentativo, Fault>>;
}

/** The notice of an attempt, as the key under which attempts are kept together. */
export const posizione = (avviso: { idDominio: string; numeroAvviso: string }): string => `${avviso.idDominio}/${avviso.numeroAvviso}`;

const chiediAllaStazione = async (
  contesto: Contesto,
  configurazione: Configurazione,
  attivazione: Attivazione,
  ente: EnteConStazione,
  scambi: Scambio[],
): Promise<Esito<DatiPagamento, Fault>> => {
  const versione = attivazione.versione ?? ente.versionePrimitiva;
  const busta = bustaAttivazione(versione, destinatario(ente), attivazione);
  const esito = await sendBusta(contesto, versione === 2 ? "paGetPaymentV2" : "paGetPayment", busta, scambi);
  if (esito.tipo !== "OK") return ko(faultDi(esito));
  const letti = readPagamento(esito.corpo);
  if (!letti.ok) return ko(rispostaErrata(letti.errore));
  const iban = await ibanNonCensito(configurazione, letti.valore);
  return iban === undefined ? letti : ko(rispostaErrata(iban));
};

const attiva = async (
  contesto: Contesto,
  configurazione: Configurazione,
  standIn: StandIn,
  attivazione: Attivazione,
  ente: EnteConStazione,
  scambi: Scambio[],
): Promise<Esito<Tentativo, Fault>> => {
  const sostituita = attivazione.inStandIn === true || standIn.isAttivo(ente.idStazione);
  const letti =
    sostituita || standIn.isAsincrono(attivazione.idDominio, attivazione.numeroAvviso)
      ? standIn.attiva(attivazione.idDominio, attivazione.numeroAvviso)
      : await chiediAllaStazione(contesto, configurazione, attivazione, ente, scambi);
  if (!letti.ok) return letti;
  return ok({
    token: randomBytes(16).toString("hex"),
    idDominio: attivazione.idDominio,
    numeroAvviso: attivazione.numeroAvviso,
    idPsp: attivazione.idPsp,
    stato: "ATTIVO",
    versione: attivazione.versione ?? ente.versionePrimitiva,
    scadeIl: contesto.ora() + DURATA_TOKEN_MS,
    dati: letti.valore,
    ...(attivazione.paymentNote === undefined ? {} : { paymentNote: attivazione.paymentNote }),
    ...(sostituita ? { standIn: true } : {}),
  });
};

export const createAttivazioni = (
  contesto: Contesto,
  configurazione: Configurazione,
  standIn: StandIn,
  tentativi: Raccolta<Tentativo>,
): Attivazioni => {
  const inAttivazione = new Set<string>();

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

  return {
    verificaNotice: async (avviso, scambi) => {
      const ente = await findEnte(configurazione, avviso);
      if (!ente.ok) return ente;
      const fermo = protezione(avviso);
      if (fermo !== undefined) return ko(fermo);
      if (standIn.isAttivo(ente.valore.idStazione) || standIn.isAsincrono(avviso.idDominio, avviso.numeroAvviso))
        return standIn.verifica(avviso.idDominio, avviso.numeroAvviso);
      const busta = bustaVerifica(destinatario(ente.valore), avviso.idDominio, avviso.numeroAvviso);
      const esito = await sendBusta(contesto, "paVerifyPaymentNotice", busta, scambi);
      if (esito.tipo !== "OK") return ko(faultDi(esito));
      const letta = readVerifica(esito.corpo);
      return letta.ok ? letta : ko(rispostaErrata(letta.errore));
    },
    activate: async (attivazione, scambi) => {
      const ente = await findEnte(configurazione, attivazione);
      if (!ente.ok) return ente;
      const fermo = protezione(attivazione);
      if (fermo !== undefined) return ko(fermo);
      inAttivazione.add(posizione(attivazione));
      try {
        const esito = await attiva(contesto, configurazione, standIn, attivazione, ente.valore, scambi);
        if (esito.ok) tentativi.put(esito.valore.token, esito.valore, { gruppo: posizione(esito.valore) });
        return esito;
      } finally {
        inAttivazione.delete(posizione(attivazione));
      }
    },
  };
};

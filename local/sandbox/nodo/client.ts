/** One SOAP exchange from the Node to the gateway: HTTP Basic, quoted SOAPAction, the timeouts of section 3.5, faults injected on request. */

import { attendi } from "../comune/guasti.ts";
import type { Scambio } from "../comune/scambi.ts";
import type { Contesto } from "../contesto.ts";
import { basic, NODO } from "../credenziali.ts";
import type { Fault } from "./modello.ts";
import { faultNodo, type Giudizio, judge, rispostaErrata } from "./risposte.ts";
import type { RadiceRisposta } from "./schema.ts";

export type Operazione = "paVerifyPaymentNotice" | "paGetPayment" | "paGetPaymentV2" | "paSendRT" | "paSendRTV2" | "paDemandPaymentNotice";

export const RADICE: Readonly<Record<Operazione, RadiceRisposta>> = {
  paVerifyPaymentNotice: "paVerifyPaymentNoticeRes",
  paGetPayment: "paGetPaymentRes",
  paGetPaymentV2: "paGetPaymentV2Response",
  paSendRT: "paSendRTRes",
  paSendRTV2: "paSendRTV2Response",
  paDemandPaymentNotice: "paDemandPaymentNoticeResponse",
};

const SECONDI: Readonly<Record<Operazione, number>> = {
  paVerifyPaymentNotice: 7,
  paGetPayment: 7,
  paGetPaymentV2: 7,
  paSendRT: 15,
  paSendRTV2: 15,
  paDemandPaymentNotice: 7,
};

/** What came of an exchange: a judged answer, or the Node's own fault when none is usable. */
export type EsitoScambio = Giudizio | { tipo: "NESSUNA"; fault: Fault };

type Grezzo = { stato: number; testo: string } | { errore: "TIMEOUT" | "IRRAGGIUNGIBILE" };

const chiama = async (contesto: Contesto, operazione: Operazione, busta: string): Promise<Grezzo> => {
  try {
    const risposta = await fetch(`${contesto.macchina.baseUrl}/pagopa/paForNode`, {
      method: "POST",
      headers: { "content-type": "text/xml; charset=utf-8", soapaction: `"${operazione}"`, authorization: basic(NODO) },
      body: busta,
      signal: AbortSignal.timeout(SECONDI[operazione] * 1000),
    });
    return { stato: risposta.status, testo: await risposta.text() };
  } catch (errore) {
    return { errore: errore instanceof DOMException && errore.name === "TimeoutError" ? "TIMEOUT" : "IRRAGGIUNGIBILE" };
  }
};

const esitoDi = (grezzo: Grezzo, operazione: Operazione): EsitoScambio => {
  if ("errore" in grezzo) {
    return grezzo.errore === "TIMEOUT"
      ? { tipo: "NESSUNA", fault: faultNodo("PPT_STAZIONE_INT_PA_TIMEOUT", "Timeout risposta dalla stazione.") }
      : { tipo: "NESSUNA", fault: faultNodo("PPT_STAZIONE_INT_PA_IRRAGGIUNGIBILE", "Errore di connessione verso la stazione.") };
  }
  if (grezzo.stato === 404 || grezzo.stato === 503) {
    const fault = faultNodo(
      "PPT_STAZIONE_INT_PA_SERVIZIO_NONATTIVO",
      "Il servizio applicativo della stazione non è attivo.",
      `HTTP ${grezzo.stato}`,
    );
    return { tipo: "NESSUNA", fault };
  }
  if (grezzo.stato !== 200) return { tipo: "NESSUNA", fault: rispostaErrata(`HTTP ${grezzo.stato}`) };
  return judge(grezzo.testo, RADICE[operazione]);
};

/** Applies the next fault of the Node, if any, around the call. */
const conGuasto = async (contesto: Contesto, operazione: Operazione, busta: string): Promise<Grezzo | Fault> => {
  const guasto = contesto.guasti.take("nodo", operazione);
  switch (guasto?.tipo) {
    case undefined:
      return chiama(contesto, operazione, busta);
    case "ritardo":
      await attendi(guasto.millisecondi);
      return chiama(contesto, operazione, busta);
    case "perso":
      if (guasto.fase === "risposta") await chiama(contesto, operazione, busta);
      return { errore: "TIMEOUT" };
    case "doppio": {
      const [, seconda] = await Promise.all([chiama(contesto, operazione, busta), chiama(contesto, operazione, busta)]);
      return seconda;
    }
    case "malformato":
      return chiama(contesto, operazione, busta.slice(0, Math.floor(busta.length * 0.6)));
    case "timeout": {
      // The creditor gets the message; the Node waits its seven or fifteen seconds, gives up, and reads nothing of what comes.
      const massimo = Math.min(guasto.millisecondi, SECONDI[operazione] * 1000);
      await Promise.all([attendi(massimo), chiama(contesto, operazione, busta)]);
      return { errore: "TIMEOUT" };
    }
    case "rifiutato":
    case "http":
    case "disordine":
    case "contraffatto":
      return faultNodo("PPT_SYSTEM_ERROR", "Errore generico.", "Rifiuto chiesto alla sandbox.");
  }
};

/** Sends an envelope, adds the exchange to `scambi` and to the common window, and judges the answer. */
export const sendBusta = async (contesto: Contesto, operazione: Operazione, busta: string, scambi: Scambio[]): Promise<EsitoScambio> => {
  const inizio = performance.now();
  const grezzo = await conGuasto(contesto, operazione, busta);
  const esito: EsitoScambio = "faultCode" in grezzo ? { tipo: "NESSUNA", fault: grezzo } : esitoDi(grezzo, operazione);
  const scambio: Scambio = {
    parte: "nodo",
    operazione,
    indirizzo: "/pagopa/paForNode",
    richiesta: busta,
    risposta: "testo" in grezzo ? grezzo.testo : "",
    millisecondi: Math.round((performance.now() - inizio) * 10) / 10,
    statoHttp: "stato" in grezzo ? grezzo.stato : 0,
    ...(esito.tipo === "ERRATA" ? { errore: esito.motivo } : {}),
    ...(esito.tipo === "NESSUNA" ? { errore: `${esito.fault.faultCode}: ${esito.fault.description ?? esito.fault.faultString}` } : {}),
    istante: contesto.istante(),
  };
  scambi.push(scambio);
  contesto.scambi.add(scambio);
  return esito;
};

/** The fault a PSP sees for an exchange that is not OK. */
export const faultDi = (esito: Exclude<EsitoScambio, { tipo: "OK" }>): Fault =>
  esito.tipo === "ERRATA" ? rispostaErrata(esito.motivo) : esito.fault;

/** How a party serves the gateway: every exchange is shown on the page, and the faults asked for that party happen here. */
import type { ServerResponse } from "node:http";
import type { Contesto } from "../contesto.ts";
import { attendi, type Guasto, type Parte } from "./guasti.ts";
import type { Gestore, Richiesta, Risposta } from "./http.ts";

/** Of a long answer (a page of a flow) the window keeps the beginning. */
const MASSIMO_MOSTRATO = 20_000;

export interface Servizio {
  readonly parte: Parte;
  readonly operazione: string;
  /** What the party answers when asked to refuse. */
  readonly rifiuto: Risposta;
}

const tronca = (risposta: Risposta): Risposta => {
  const corpo = String(risposta.corpo ?? "");
  return { ...risposta, corpo: corpo.slice(0, Math.floor(corpo.length / 2)) };
};

/** What the platform's front door answers by itself, whatever is behind it. */
const MESSAGGI: Readonly<Record<number, string>> = {
  401: "Access denied due to invalid subscription key.",
  403: "Forbidden",
  404: "Resource not found",
  422: "Unprocessable Entity",
  429: "Rate limit is exceeded. Try again in 60 seconds.",
  500: "Internal server error",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

const rispostaHttp = (stato: number): Risposta => ({
  stato,
  tipo: "application/json",
  corpo: JSON.stringify({ statusCode: stato, message: MESSAGGI[stato] }),
  ...(stato === 429 ? { intestazioni: { "retry-after": "60" } } : {}),
});

/** Late = slow answer; timeout = the work is done and the answer withheld until nobody waits for it; lost = connection dropped (before the work, or after it with `fase: risposta`); doubled = the work is done twice. */
const servi = async (
  guasto: Guasto | undefined,
  rifiuto: Risposta,
  lavoro: () => ReturnType<Gestore>,
  res: ServerResponse,
): Promise<Risposta | undefined> => {
  switch (guasto?.tipo) {
    case undefined:
      return lavoro();
    case "ritardo":
      await attendi(guasto.millisecondi);
      return lavoro();
    case "perso":
      if (guasto.fase === "risposta") await lavoro();
      res.destroy();
      return undefined;
    case "doppio":
      await lavoro();
      return lavoro();
    case "malformato": {
      const risposta = await lavoro();
      return risposta === undefined ? undefined : tronca(risposta);
    }
    case "timeout":
      await lavoro();
      await attendi(guasto.millisecondi);
      res.destroy();
      return undefined;
    case "http":
      return rispostaHttp(guasto.stato ?? 503);
    case "rifiutato":
    case "disordine":
    case "contraffatto":
      return rifiuto;
  }
};

const mostra = async (
  contesto: Contesto,
  servizio: Servizio,
  richiesta: Richiesta,
  risposta: Risposta | undefined,
  inizio: number,
): Promise<void> => {
  const corpo = await richiesta.testo().catch(() => "");
  contesto.scambi.add({
    parte: servizio.parte,
    operazione: servizio.operazione,
    indirizzo: `${richiesta.metodo} ${richiesta.url.pathname}${richiesta.url.search}`,
    richiesta: corpo.slice(0, MASSIMO_MOSTRATO),
    risposta: (risposta?.intestazioni?.["location"] ?? String(risposta?.corpo ?? "")).slice(0, MASSIMO_MOSTRATO),
    millisecondi: Math.round((performance.now() - inizio) * 10) / 10,
    statoHttp: risposta?.stato ?? 0,
    ...(risposta === undefined ? { errore: "connessione chiusa" } : {}),
    istante: contesto.istante(),
  });
};

/** Wraps a handler that the gateway calls. */
export const conServizio =
  (contesto: Contesto, servizio: Servizio, gestore: Gestore): Gestore =>
  async (richiesta, res) => {
    const inizio = performance.now();
    const guasto = contesto.guasti.take(servizio.parte, servizio.operazione);
    const risposta = await servi(guasto, servizio.rifiuto, () => gestore(richiesta, res), res);
    await mostra(contesto, servizio, richiesta, risposta, inizio);
    return risposta;
  };

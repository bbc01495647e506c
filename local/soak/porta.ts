/** The doors of the gateway as the run uses them: patient with a machine that is being killed, intolerant of any answer that should not be. */

import { type Operazione, RADICE } from "../sandbox/nodo/client.ts";
import type { DatiPagamento } from "../sandbox/nodo/modello.ts";
import { judge, readPagamento } from "../sandbox/nodo/risposte.ts";

export interface Credenziali {
  readonly username: string;
  readonly password: string;
}

/** How the exchanges went: what the report shows. */
export interface Conteggi {
  richieste: number;
  /** No connection, connection dropped, no answer in the Node's time. */
  senzaRisposta: number;
  /** HTTP 5xx, and KO PAA_SYSTEM_ERROR to a PSP. */
  guasti: number;
}

/** An answer that no kill explains: the run ends there. */
export class RispostaInattesa extends Error {
  override readonly name = "RispostaInattesa";
}

const PAUSA_MS = 100;
const ATTESA_MS: Readonly<Record<"ricevuta" | "altro", number>> = { ricevuta: 15_000, altro: 7_000 };
const PAZIENZA_MS = 300_000;

const basic = ({ username, password }: Credenziali): string => `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
const pausa = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSA_MS));

export interface Porta {
  readonly conteggi: Conteggi;
  /** JSON of a GET or PUT; insists while the machine is down. */
  rest(metodo: "GET" | "PUT", url: string, corpo?: unknown): Promise<unknown>;
  /** The data of a payment; insists as a PSP's customer does. */
  activate(operazione: Operazione, busta: string): Promise<DatiPagamento>;
  /** One attempt of the Node: whether it was answered OK. */
  deliver(operazione: Operazione, busta: string): Promise<boolean>;
}

export const createPorta = (base: string, applicazione: Credenziali, nodo: Credenziali): Porta => {
  const conteggi: Conteggi = { richieste: 0, senzaRisposta: 0, guasti: 0 };

  const chiedi = async (url: string, init: RequestInit, millisecondi: number): Promise<{ stato: number; testo: string } | undefined> => {
    conteggi.richieste += 1;
    try {
      const risposta = await fetch(url, { ...init, signal: AbortSignal.timeout(millisecondi) });
      return { stato: risposta.status, testo: await risposta.text() };
    } catch {
      conteggi.senzaRisposta += 1;
      return undefined;
    }
  };
  const soap = (operazione: Operazione, busta: string, millisecondi: number) =>
    chiedi(
      `${base}/pagopa/paForNode`,
      {
        method: "POST",
        headers: { "content-type": "text/xml; charset=utf-8", soapaction: `"${operazione}"`, authorization: basic(nodo) },
        body: busta,
      },
      millisecondi,
    );
  const insist = async <T>(cosa: string, prova: () => Promise<T | undefined>): Promise<T> => {
    for (const fine = performance.now() + PAZIENZA_MS; performance.now() < fine; await pausa()) {
      const esito = await prova();
      if (esito !== undefined) return esito;
    }
    throw new RispostaInattesa(`${cosa}: nessuna risposta utile in ${PAZIENZA_MS / 1000} secondi`);
  };

  return {
    conteggi,
    rest: (metodo, url, corpo) =>
      insist(`${metodo} ${url}`, async () => {
        const headers = { accept: "application/json", "content-type": "application/json", authorization: basic(applicazione) };
        const risposta = await chiedi(
          new URL(url, base).href,
          { method: metodo, headers, ...(corpo !== undefined && { body: JSON.stringify(corpo) }) },
          30_000,
        );
        if (risposta === undefined) return undefined;
        if (risposta.stato >= 500) {
          conteggi.guasti += 1;
          return undefined;
        }
        if (risposta.stato >= 400) throw new RispostaInattesa(`${metodo} ${url}: ${risposta.stato} ${risposta.testo.slice(0, 400)}`);
        return { corpo: JSON.parse(risposta.testo) };
      }).then(({ corpo: letto }): unknown => letto),
    activate: (operazione, busta) =>
      insist(operazione, async () => {
        const risposta = await soap(operazione, busta, ATTESA_MS.altro);
        if (risposta === undefined) return undefined;
        const esito = risposta.stato === 200 ? judge(risposta.testo, RADICE[operazione]) : undefined;
        if (risposta.stato >= 500 || (esito?.tipo === "KO" && esito.fault.originalFaultCode === "PAA_SYSTEM_ERROR")) {
          conteggi.guasti += 1;
          return undefined;
        }
        const letto = esito?.tipo === "OK" ? readPagamento(esito.corpo) : undefined;
        if (!letto?.ok) throw new RispostaInattesa(`${operazione}: HTTP ${risposta.stato} ${risposta.testo.slice(0, 600)}`);
        return letto.valore;
      }),
    deliver: async (operazione, busta) => {
      const risposta = await soap(operazione, busta, ATTESA_MS.ricevuta);
      if (risposta === undefined) return false;
      if (risposta.stato >= 500) {
        conteggi.guasti += 1;
        return false;
      }
      const esito = judge(risposta.testo, RADICE[operazione]);
      if (risposta.stato !== 200 || esito.tipo !== "OK")
        throw new RispostaInattesa(`${operazione}: HTTP ${risposta.stato} ${risposta.testo.slice(0, 600)}`);
      return true;
    },
  };
};

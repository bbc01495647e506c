/** Starts a scheduled job through the one request of Lambda that it needs: an asynchronous invocation, which Lambda keeps and repeats if the job fails. */
import http from "node:http";
import https from "node:https";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { AvvioLavori } from "../../ports/lavori.ts";
import { type CredenzialiAws, encodePercorso, sign } from "../s3/firma.ts";

export interface ConfigurazioneLambda {
  readonly endpoint: string;
  readonly regione: string;
  /** Of the names of the functions of the jobs. */
  readonly prefisso: string;
  readonly credenziali: CredenzialiAws;
}

const TEMPO_MILLISECONDI = 4_000;
/** What Lambda answers to an asynchronous invocation that it has taken. */
const PRESA_IN_CARICO = 202;

export class AvvioLambda implements AvvioLavori {
  readonly #configurazione: ConfigurazioneLambda;

  constructor(configurazione: ConfigurazioneLambda) {
    this.#configurazione = configurazione;
  }

  /** Not repeated: a call whose answer is lost may have been taken, and the job would only find itself already running. */
  async start(nome: string, idEsecuzione: string): Promise<Esito<void>> {
    try {
      const status = await this.#invoke(nome, JSON.stringify({ schedulazione: nome, idEsecuzione }));
      return status === PRESA_IN_CARICO ? ok(undefined) : ko(`Lambda ha risposto ${status} all'avvio di ${nome}`);
    } catch (errore) {
      return ko(`Lambda non ha risposto all'avvio di ${nome}: ${errore instanceof Error ? errore.message : String(errore)}`);
    }
  }

  #invoke(nome: string, corpo: string): Promise<number> {
    const { endpoint, regione, prefisso, credenziali } = this.#configurazione;
    const { protocol, hostname, port, host } = new URL(endpoint);
    const percorso = `/2015-03-31/functions/${encodePercorso(`${prefisso}${nome}`)}/invocations`;
    const contenuto = Buffer.from(corpo, "utf8");
    const headers = sign({
      ...{ method: "POST", host, percorso, contenuto, istante: new Date(), regione, credenziali, servizio: "lambda" },
      headers: { "content-type": "application/json", "x-amz-invocation-type": "Event" },
    });
    const opzioni = {
      ...{ protocol, hostname, port, method: "POST", path: percorso, timeout: TEMPO_MILLISECONDI },
      headers: { ...headers, "content-length": String(contenuto.byteLength) },
    };
    return new Promise((resolve, reject) => {
      const richiesta = (protocol === "https:" ? https : http).request(opzioni, (risposta) => {
        risposta.resume();
        risposta.on("end", () => resolve(risposta.statusCode ?? 0));
        risposta.on("error", reject);
      });
      richiesta.on("timeout", () => richiesta.destroy(new Error(`nessuna risposta entro ${TEMPO_MILLISECONDI} ms`)));
      richiesta.on("error", reject);
      richiesta.end(contenuto);
    });
  }
}

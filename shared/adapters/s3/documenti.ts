/** The document bucket, through the two requests of S3 that it needs. A write that S3 does not acknowledge is an exception: nobody answers OK on it. */
import { createHash } from "node:crypto";
import http from "node:http";
import https from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import type { Documenti } from "../../ports/documenti.ts";
import { type CredenzialiAws, encodePercorso, sign } from "./firma.ts";

export interface ConfigurazioneS3 {
  /** Base URL of the service: buckets are addressed by path. */
  readonly endpoint: string;
  readonly regione: string;
  readonly bucket: string;
  readonly credenziali: CredenzialiAws;
  /** Sends the digest of what is written: a bucket with a retention refuses a write without it. */
  readonly impronta?: true;
}

interface Risposta {
  readonly status: number;
  readonly contenuto: Buffer;
}

const PROVE = 3;
const PAUSA_MILLISECONDI = 50;
const TEMPO_MILLISECONDI = 4_000;
const VUOTO = new Uint8Array();

export class DocumentiS3 implements Documenti {
  readonly #configurazione: ConfigurazioneS3;

  constructor(configurazione: ConfigurazioneS3) {
    this.#configurazione = configurazione;
  }

  async put(chiave: string, contenuto: Uint8Array, tipo: string): Promise<void> {
    const { status } = await this.#request("PUT", chiave, contenuto, { "content-type": tipo, ...this.#improntaDi(contenuto) });
    if (status !== 200) throw new Error(`il deposito dei documenti ha risposto ${status} alla scrittura di ${chiave}`);
  }

  async get(chiave: string): Promise<Uint8Array | undefined> {
    const { status, contenuto } = await this.#request("GET", chiave, VUOTO, {});
    if (status === 404) return undefined;
    if (status !== 200) throw new Error(`il deposito dei documenti ha risposto ${status} alla lettura di ${chiave}`);
    return contenuto;
  }

  #improntaDi(contenuto: Uint8Array): Readonly<Record<string, string>> {
    return this.#configurazione.impronta ? { "x-amz-checksum-sha256": createHash("sha256").update(contenuto).digest("base64") } : {};
  }

  /** Both requests may be repeated: what is written under a key never changes. */
  async #request(
    method: "GET" | "PUT",
    chiave: string,
    contenuto: Uint8Array,
    headers: Readonly<Record<string, string>>,
  ): Promise<Risposta> {
    for (let prova = 1; ; prova += 1) {
      try {
        const risposta = await this.#send(method, chiave, contenuto, headers);
        if (risposta.status < 500 || prova === PROVE) return risposta;
      } catch (errore) {
        if (prova === PROVE) throw errore;
      }
      await sleep(PAUSA_MILLISECONDI * 2 ** prova);
    }
  }

  #send(method: "GET" | "PUT", chiave: string, contenuto: Uint8Array, headers: Readonly<Record<string, string>>): Promise<Risposta> {
    const { endpoint, regione, bucket, credenziali } = this.#configurazione;
    const base = new URL(endpoint);
    const percorso = `/${encodePercorso(`${bucket}/${chiave}`)}`;
    const firmati = sign({ method, host: base.host, percorso, headers, contenuto, istante: new Date(), regione, credenziali });
    const opzioni = {
      protocol: base.protocol,
      hostname: base.hostname,
      port: base.port,
      method,
      path: percorso,
      headers: { ...firmati, "content-length": String(contenuto.byteLength) },
      timeout: TEMPO_MILLISECONDI,
    };
    return new Promise((resolve, reject) => {
      const richiesta = (base.protocol === "https:" ? https : http).request(opzioni, (risposta) => {
        const pezzi: Buffer[] = [];
        risposta.on("data", (pezzo: Buffer) => pezzi.push(pezzo));
        risposta.on("end", () => resolve({ status: risposta.statusCode ?? 0, contenuto: Buffer.concat(pezzi) }));
        risposta.on("error", reject);
      });
      richiesta.on("timeout", () =>
        richiesta.destroy(new Error(`nessuna risposta dal deposito dei documenti entro ${TEMPO_MILLISECONDI} ms`)),
      );
      richiesta.on("error", reject);
      richiesta.end(contenuto);
    });
  }
}

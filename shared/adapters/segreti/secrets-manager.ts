/**
 * Secrets of the connectors in AWS Secrets Manager, read with the one request that it takes. Remembered for some minutes, so that a warm call costs nothing;
 * a value that was refused is read again at once, but not at every refusal.
 */
import http from "node:http";
import https from "node:https";
import type { Clock } from "../../ports/clock.ts";
import type { Segreti, ValoreSegreto } from "../../ports/segreti.ts";
import { type CredenzialiAws, sign } from "../s3/firma.ts";

export interface ConfigurazioneSegreti {
  readonly endpoint: string;
  readonly regione: string;
  /** Secrets of this installation: its functions may read no other. */
  readonly prefisso: string;
  readonly credenziali: CredenzialiAws;
}

const DURATA_MILLISECONDI = 5 * 60_000;
/** A value that is not there, or that was just read, is not asked for again before this. */
const PAUSA_MILLISECONDI = 10_000;
const TEMPO_MILLISECONDI = 2_000;
const MASSIMO_RICORDI = 200;

interface Ricordo {
  readonly letto: number;
  readonly valore: ValoreSegreto | undefined;
}

const campo = (oggetto: object, nome: string): string | undefined => {
  const valore: unknown = Object.getOwnPropertyDescriptor(oggetto, nome)?.value;
  return typeof valore === "string" && valore !== "" ? valore : undefined;
};

/** A plain text, or `{"primaria", "secondaria", "scadenza", "host"}`. */
export const readSegreto = (testo: string): ValoreSegreto | undefined => {
  if (!testo.trimStart().startsWith("{")) return testo === "" ? undefined : { valori: [testo] };
  try {
    const letto: unknown = JSON.parse(testo);
    if (typeof letto !== "object" || letto === null) return undefined;
    const valori = [campo(letto, "primaria"), campo(letto, "secondaria")].filter((valore) => valore !== undefined);
    const scadenza = campo(letto, "scadenza");
    const host = campo(letto, "host");
    return valori.length === 0 ? undefined : { valori, ...(scadenza !== undefined && { scadenza }), ...(host !== undefined && { host }) };
  } catch {
    return undefined;
  }
};

export class SegretiSecretsManager implements Segreti {
  readonly #configurazione: ConfigurazioneSegreti;
  readonly #clock: Clock;
  readonly #ricordi = new Map<string, Ricordo>();

  constructor(configurazione: ConfigurazioneSegreti, clock: Clock) {
    this.#configurazione = configurazione;
    this.#clock = clock;
  }

  async get(nome: string, fresco = false): Promise<ValoreSegreto | undefined> {
    const adesso = Date.parse(this.#clock.now());
    const ricordo = this.#ricordi.get(nome);
    const durata = fresco || ricordo?.valore === undefined ? PAUSA_MILLISECONDI : DURATA_MILLISECONDI;
    // A memory from the future means that the clock went back: it does not count.
    if (ricordo && ricordo.letto <= adesso && adesso - ricordo.letto < durata) return ricordo.valore;
    const valore = await this.#read(nome);
    if (this.#ricordi.size >= MASSIMO_RICORDI) this.#ricordi.clear();
    this.#ricordi.set(nome, { letto: adesso, valore });
    return valore;
  }

  async #read(nome: string): Promise<ValoreSegreto | undefined> {
    const { status, testo } = await this.#send(JSON.stringify({ SecretId: `${this.#configurazione.prefisso}${nome}` }));
    const corpo: unknown = testo === "" ? {} : JSON.parse(testo);
    const oggetto = typeof corpo === "object" && corpo !== null ? corpo : {};
    if (status === 200) return readSegreto(campo(oggetto, "SecretString") ?? "");
    const tipo = campo(oggetto, "__type") ?? "";
    if (/ResourceNotFound|AccessDenied/.test(tipo)) return undefined;
    throw new Error(`il deposito dei segreti ha risposto ${status} per ${nome}`);
  }

  #send(corpo: string): Promise<{ status: number; testo: string }> {
    const { endpoint, regione, credenziali } = this.#configurazione;
    const { protocol, hostname, port, host } = new URL(endpoint);
    const contenuto = Buffer.from(corpo, "utf8");
    const headers = sign({
      ...{ method: "POST", host, percorso: "/", contenuto, istante: new Date(), regione, credenziali, servizio: "secretsmanager" },
      headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": "secretsmanager.GetSecretValue" },
    });
    const opzioni = {
      ...{ protocol, hostname, port, method: "POST", path: "/", timeout: TEMPO_MILLISECONDI },
      headers: { ...headers, "content-length": String(contenuto.byteLength) },
    };
    return new Promise((resolve, reject) => {
      const richiesta = (protocol === "https:" ? https : http).request(opzioni, (risposta) => {
        const pezzi: Buffer[] = [];
        risposta.on("data", (pezzo: Buffer) => pezzi.push(pezzo));
        risposta.on("end", () => resolve({ status: risposta.statusCode ?? 0, testo: Buffer.concat(pezzi).toString("utf8") }));
        risposta.on("error", reject);
      });
      richiesta.on("timeout", () =>
        richiesta.destroy(new Error(`nessuna risposta dal deposito dei segreti entro ${TEMPO_MILLISECONDI} ms`)),
      );
      richiesta.on("error", reject);
      richiesta.end(contenuto);
    });
  }
}

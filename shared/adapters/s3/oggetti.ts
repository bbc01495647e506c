/** Large objects of the document bucket, through the few requests of S3 that they need: ranges, parts, links. */
import http from "node:http";
import https from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import type { Oggetti, OggettoTrovato } from "../../ports/oggetti.ts";
import type { ConfigurazioneS3 } from "./documenti.ts";
import { encodeInterrogazione, encodePercorso, sign, signLink } from "./firma.ts";

interface Richiesta {
  readonly method: "GET" | "PUT" | "HEAD" | "POST" | "DELETE";
  readonly chiave: string;
  readonly parametri?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly contenuto?: Uint8Array;
}

interface Risposta {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly contenuto: Buffer;
}

const PROVE = 4;
const PAUSA_MILLISECONDI = 50;
const TEMPO_MILLISECONDI = 20_000;
const VUOTO = new Uint8Array();
/** S3 wants parts of at least 5 MB, and takes 10,000 of them. */
const PARTE_BYTE = 8 * 1_048_576;
/** Without the right to list the bucket S3 says 403 of what is not there. */
const ASSENTE = [403, 404];

const ENTITA: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const decodeEntita = (testo: string): string =>
  testo.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (intera, esadecimale?: string, decimale?: string, nome?: string) =>
    nome === undefined
      ? String.fromCodePoint(Number.parseInt(esadecimale ?? decimale ?? "0", esadecimale === undefined ? 10 : 16))
      : (ENTITA[nome] ?? intera),
  );

export class OggettiS3 implements Oggetti {
  readonly #configurazione: ConfigurazioneS3;
  readonly #agente: http.Agent;

  constructor(configurazione: ConfigurazioneS3) {
    this.#configurazione = configurazione;
    const { Agent } = configurazione.endpoint.startsWith("https:") ? https : http;
    this.#agente = new Agent({ keepAlive: true });
  }

  async put(chiave: string, contenuto: Uint8Array, tipo: string): Promise<void> {
    this.#expect(await this.#request({ method: "PUT", chiave, contenuto, headers: { "content-type": tipo } }), [200], chiave);
  }

  async get(chiave: string): Promise<Uint8Array | undefined> {
    const risposta = await this.#request({ method: "GET", chiave });
    if (ASSENTE.includes(risposta.status)) return undefined;
    return this.#expect(risposta, [200], chiave).contenuto;
  }

  async readTratto(chiave: string, da: number, quanti: number): Promise<Uint8Array> {
    const risposta = await this.#request({ method: "GET", chiave, headers: { range: `bytes=${da}-${da + quanti - 1}` } });
    // 416: nothing from there on.
    if (risposta.status === 416) return VUOTO;
    return this.#expect(risposta, [206], chiave).contenuto;
  }

  async size(chiave: string): Promise<number | undefined> {
    const risposta = await this.#request({ method: "HEAD", chiave });
    if (ASSENTE.includes(risposta.status)) return undefined;
    return Number(this.#expect(risposta, [200], chiave).headers["content-length"] ?? 0);
  }

  async compose(chiave: string, pezzi: AsyncIterable<Uint8Array>, tipo: string): Promise<number> {
    let caricamento: string | undefined;
    const etichette: string[] = [];
    let attesa: Uint8Array[] = [];
    let inAttesa = 0;
    let totale = 0;
    const send = async (): Promise<void> => {
      caricamento ??= await this.#begin(chiave, tipo);
      etichette.push(await this.#putParte(chiave, caricamento, etichette.length + 1, Buffer.concat(attesa)));
      attesa = [];
      inAttesa = 0;
    };
    for await (const pezzo of pezzi) {
      attesa.push(pezzo);
      inAttesa += pezzo.length;
      totale += pezzo.length;
      if (inAttesa >= PARTE_BYTE) await send();
    }
    if (caricamento === undefined) {
      await this.put(chiave, Buffer.concat(attesa), tipo);
      return totale;
    }
    if (inAttesa > 0) await send();
    await this.#complete(chiave, caricamento, etichette);
    return totale;
  }

  linkScrittura(chiave: string, tipo: string, secondi: number): string {
    return this.#link("PUT", chiave, { "content-type": tipo }, {}, secondi);
  }

  linkLettura(chiave: string, nomeFile: string, secondi: number): string {
    const nome = nomeFile.replace(/[^\w.-]/g, "_");
    return this.#link("GET", chiave, {}, { "response-content-disposition": `attachment; filename="${nome}"` }, secondi);
  }

  async list(prefisso: string, dopo?: string): Promise<readonly OggettoTrovato[]> {
    const parametri = { "list-type": "2", prefix: prefisso, ...(dopo !== undefined && { "start-after": dopo }) };
    const testo = this.#expect(await this.#request({ method: "GET", chiave: "", parametri }), [200], prefisso).contenuto.toString("utf8");
    return [...testo.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, voce = ""]) => {
      const campo = (nome: string): string => new RegExp(`<${nome}>([^<]*)</${nome}>`).exec(voce)?.[1] ?? "";
      const chiave = decodeEntita(campo("Key"));
      return { chiave, dimensione: Number(campo("Size")), etichetta: campo("ETag").replaceAll("&quot;", "").replaceAll('"', "") };
    });
  }

  async delete(chiave: string): Promise<void> {
    this.#expect(await this.#request({ method: "DELETE", chiave }), [200, 204, 404], chiave);
  }

  #link(
    method: "GET" | "PUT",
    chiave: string,
    headers: Readonly<Record<string, string>>,
    parametri: Readonly<Record<string, string>>,
    secondi: number,
  ): string {
    const { endpoint, regione, credenziali } = this.#configurazione;
    const percorso = this.#percorso(chiave);
    const { origin, host } = new URL(endpoint);
    const firma = { method, host, percorso, headers, istante: new Date(), regione, credenziali, secondi, parametri };
    return `${origin}${percorso}?${signLink(firma)}`;
  }

  async #begin(chiave: string, tipo: string): Promise<string> {
    const risposta = await this.#request({ method: "POST", chiave, parametri: { uploads: "" }, headers: { "content-type": tipo } });
    const testo = this.#expect(risposta, [200], chiave).contenuto.toString("utf8");
    const id = /<UploadId>([^<]+)<\/UploadId>/.exec(testo)?.[1];
    if (id === undefined) throw new Error(`il deposito dei documenti non ha aperto il caricamento di ${chiave}`);
    return id;
  }

  async #putParte(chiave: string, uploadId: string, numero: number, contenuto: Uint8Array): Promise<string> {
    const risposta = await this.#request({ method: "PUT", chiave, parametri: { partNumber: String(numero), uploadId }, contenuto });
    return String(this.#expect(risposta, [200], chiave).headers.etag ?? "");
  }

  async #complete(chiave: string, uploadId: string, etichette: readonly string[]): Promise<void> {
    const parti = etichette.map(
      (etag, i) => `<Part><PartNumber>${i + 1}</PartNumber><ETag>${etag.replaceAll('"', "&quot;")}</ETag></Part>`,
    );
    const corpo = Buffer.from(`<CompleteMultipartUpload>${parti.join("")}</CompleteMultipartUpload>`);
    const risposta = await this.#request({ method: "POST", chiave, parametri: { uploadId }, contenuto: corpo });
    const testo = this.#expect(risposta, [200], chiave).contenuto.toString("utf8");
    // S3 may answer 200 and then say that it failed.
    if (testo.includes("<Error>")) throw new Error(`il deposito dei documenti non ha composto ${chiave}: ${testo.slice(0, 200)}`);
  }

  #expect(risposta: Risposta, attesi: readonly number[], chiave: string): Risposta {
    if (!attesi.includes(risposta.status)) throw new Error(`il deposito dei documenti ha risposto ${risposta.status} per ${chiave}`);
    return risposta;
  }

  /** Of an object; of the bucket itself when the key is empty. */
  #percorso(chiave: string): string {
    return `/${encodePercorso(`${this.#configurazione.bucket}${chiave === "" ? "" : `/${chiave}`}`)}`;
  }

  /** Every request may be repeated: what is written under a key is a function of the key. */
  async #request(richiesta: Richiesta): Promise<Risposta> {
    for (let prova = 1; ; prova += 1) {
      try {
        const risposta = await this.#send(richiesta);
        if (risposta.status < 500 || prova === PROVE) return risposta;
      } catch (errore) {
        if (prova === PROVE) throw errore;
      }
      await sleep(PAUSA_MILLISECONDI * 2 ** prova);
    }
  }

  #send({ method, chiave, parametri = {}, headers = {}, contenuto = VUOTO }: Richiesta): Promise<Risposta> {
    const { endpoint, regione, credenziali } = this.#configurazione;
    const { protocol, hostname, port, host } = new URL(endpoint);
    const percorso = this.#percorso(chiave);
    const interrogazione = encodeInterrogazione(parametri);
    const firmati = sign({ method, host, percorso, interrogazione, headers, contenuto, istante: new Date(), regione, credenziali });
    const opzioni = {
      ...{ protocol, hostname, port, method, agent: this.#agente, timeout: TEMPO_MILLISECONDI },
      path: interrogazione === "" ? percorso : `${percorso}?${interrogazione}`,
      headers: { ...firmati, "content-length": String(contenuto.byteLength) },
    };
    return new Promise((resolve, reject) => {
      const richiesta = (protocol === "https:" ? https : http).request(opzioni, (risposta) => {
        const pezzi: Buffer[] = [];
        risposta.on("data", (pezzo: Buffer) => pezzi.push(pezzo));
        risposta.on("end", () => resolve({ status: risposta.statusCode ?? 0, headers: risposta.headers, contenuto: Buffer.concat(pezzi) }));
        risposta.on("error", reject);
      });
      richiesta.on("timeout", () =>
        richiesta.destroy(new Error(`nessuna risposta dal deposito dei documenti in ${TEMPO_MILLISECONDI} ms`)),
      );
      richiesta.on("error", reject);
      richiesta.end(contenuto);
    });
  }
}

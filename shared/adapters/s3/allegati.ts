/** Attachments in the document bucket: `allegati/{idA2A}/{impronta}`. Large ones go between caller and S3 without passing through a function. */
import { createHash } from "node:crypto";
import type { Allegati, ChiaveAllegato, RichiestaFirmata } from "../../ports/allegati.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Documenti } from "../../ports/documenti.ts";
import type { ConfigurazioneS3 } from "./documenti.ts";
import { encodePercorso, signLink } from "./firma.ts";

const SECONDI_SCRITTURA = 900;
const SECONDI_LETTURA = 300;
const SECONDI_INTERNI = 60;
const TEMPO_MILLISECONDI = 4_000;

const chiaveDi = ({ idA2A, impronta }: ChiaveAllegato): string => `allegati/${idA2A}/${impronta}`;

export class AllegatiS3 implements Allegati {
  readonly #documenti: Documenti;
  readonly #configurazione: ConfigurazioneS3;
  readonly #clock: Clock;

  constructor(documenti: Documenti, configurazione: ConfigurazioneS3, clock: Clock) {
    this.#documenti = documenti;
    this.#configurazione = configurazione;
    this.#clock = clock;
  }

  impronta(contenuto: Uint8Array): string {
    return createHash("sha256").update(contenuto).digest("hex");
  }

  put(chiave: ChiaveAllegato, contenuto: Uint8Array): Promise<void> {
    return this.#documenti.put(chiaveDi(chiave), contenuto, "application/octet-stream");
  }

  async get(chiave: ChiaveAllegato): Promise<Uint8Array | undefined> {
    const contenuto = await this.#documenti.get(chiaveDi(chiave));
    if (contenuto && this.impronta(contenuto) !== chiave.impronta)
      throw new Error(`l'allegato ${chiaveDi(chiave)} non corrisponde alla sua impronta`);
    return contenuto;
  }

  async findDimensione(chiave: ChiaveAllegato): Promise<number | undefined> {
    const { url } = this.#sign("HEAD", chiave, SECONDI_INTERNI, {});
    const risposta = await fetch(url, { method: "HEAD", signal: AbortSignal.timeout(TEMPO_MILLISECONDI) });
    if (risposta.status === 404) return undefined;
    if (risposta.status !== 200)
      throw new Error(`il deposito dei documenti ha risposto ${risposta.status} sull'allegato ${chiaveDi(chiave)}`);
    return Number(risposta.headers.get("content-length") ?? "0");
  }

  signScrittura(chiave: ChiaveAllegato, dimensione: number): RichiestaFirmata {
    const intestazioni = {
      "content-length": String(dimensione),
      "x-amz-checksum-sha256": Buffer.from(chiave.impronta, "hex").toString("base64"),
    };
    return { ...this.#sign("PUT", chiave, SECONDI_SCRITTURA, intestazioni), metodo: "PUT", intestazioni };
  }

  signLettura(chiave: ChiaveAllegato, nome: string, tipo: string): RichiestaFirmata {
    const parametri = {
      "response-content-disposition": `attachment; filename="${nome.replace(/[^\w.-]/g, "_")}"`,
      "response-content-type": tipo,
    };
    return { ...this.#sign("GET", chiave, SECONDI_LETTURA, {}, parametri), metodo: "GET", intestazioni: {} };
  }

  #sign(
    method: "GET" | "HEAD" | "PUT",
    chiave: ChiaveAllegato,
    secondi: number,
    headers: Readonly<Record<string, string>>,
    parametri: Readonly<Record<string, string>> = {},
  ): Pick<RichiestaFirmata, "url" | "scadenza"> {
    const { endpoint, regione, bucket, credenziali } = this.#configurazione;
    const { origin, host } = new URL(endpoint);
    const istante = new Date(this.#clock.now());
    const percorso = `/${encodePercorso(`${bucket}/${chiaveDi(chiave)}`)}`;
    const firma = signLink({ method, host, percorso, headers, parametri, istante, secondi, regione, credenziali });
    const url = `${origin}${percorso}?${firma}`;
    return { url, scadenza: new Date(istante.getTime() + secondi * 1_000).toISOString() };
  }
}

/**
 * What identity providers publish: their configuration and their keys, over HTTPS, remembered for minutes and bounded. An unknown key is looked for once
 * a minute at most, so that invented key ids do not become requests; when a provider is down, what it said last holds for an hour.
 */
import type { Algoritmo, Claims, ProviderIdentita } from "../../domain/accessi/provider.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { Clock } from "../../ports/clock.ts";
import { type ChiavePubblica, fitsAlgoritmo, isFirmaValida, isOggetto, readChiave, readJwt } from "./jwt.ts";

export interface ConfigurazioneEmittente {
  readonly autorizzazione: string;
  readonly token: string;
  readonly chiavi: string;
  /** What not every provider has. */
  readonly userinfo?: string;
  readonly uscita?: string;
}

interface Pubblicato {
  readonly configurazione: ConfigurazioneEmittente;
  readonly chiavi: readonly ChiavePubblica[];
  readonly letto: number;
}

const DURATA_MILLISECONDI = 10 * 60_000;
const PAUSA_MILLISECONDI = 60_000;
const DURATA_MASSIMA_MILLISECONDI = 60 * 60_000;
const TEMPO_MILLISECONDI = 5_000;
const MASSIMO_BYTE = 256 * 1024;
const MASSIMO_CHIAVI = 50;

export type Scarica = (url: string, opzioni?: RequestInit) => Promise<Response>;

/** Text of at most 256 kB within 5 s; redirects are not followed. Throws when it is anything else. */
export const fetchTesto = async (
  scarica: Scarica,
  url: string,
  opzioni: RequestInit = {},
): Promise<{ readonly testo: string; readonly tipo: string }> => {
  const risposta = await scarica(url, { ...opzioni, redirect: "error", signal: AbortSignal.timeout(TEMPO_MILLISECONDI) });
  const pezzi: Uint8Array[] = [];
  let byte = 0;
  for await (const pezzo of risposta.body ?? []) {
    byte += pezzo.byteLength;
    if (byte > MASSIMO_BYTE) throw new Error(`la risposta supera ${MASSIMO_BYTE} byte`);
    pezzi.push(pezzo);
  }
  if (!risposta.ok) throw new Error(`ha risposto ${risposta.status}`);
  return { testo: Buffer.concat(pezzi).toString("utf8"), tipo: risposta.headers.get("content-type") ?? "" };
};

export const fetchJson = async (scarica: Scarica, url: string, opzioni: RequestInit = {}): Promise<Readonly<Record<string, unknown>>> => {
  const letto: unknown = JSON.parse((await fetchTesto(scarica, url, opzioni)).testo);
  if (!isOggetto(letto)) throw new Error("non ha risposto un oggetto JSON");
  return letto;
};

const isAlgoritmo = (alg: string, ammessi: readonly Algoritmo[]): alg is Algoritmo => ammessi.some((ammesso) => ammesso === alg);

export class Emittenti {
  readonly #clock: Clock;
  readonly #scarica: Scarica;
  readonly #noti = new Map<string, Pubblicato>();
  readonly #tentati = new Map<string, number>();
  readonly #inCorso = new Map<string, Promise<Pubblicato>>();

  constructor(clock: Clock, scarica: Scarica = fetch) {
    this.#clock = clock;
    this.#scarica = scarica;
  }

  async #download(emittente: string): Promise<Pubblicato> {
    const documento = await fetchJson(this.#scarica, `${emittente.replace(/\/$/, "")}/.well-known/openid-configuration`);
    // OpenID Connect Discovery 4.3: a document that speaks for another issuer is not believed.
    if (documento["issuer"] !== emittente) throw new Error("la configurazione è di un altro emittente");
    const indirizzo = (nome: string): string => {
      const valore = documento[nome];
      if (typeof valore !== "string" || !URL.canParse(valore)) throw new Error(`la configurazione non ha ${nome}`);
      if (new URL(valore).protocol !== "https:" && !emittente.startsWith("http:")) throw new Error(`${nome}: atteso un indirizzo https`);
      return valore;
    };
    const facoltativo = <C extends string>(campo: C, nome: string): { readonly [N in C]?: string } =>
      documento[nome] === undefined ? {} : ({ [campo]: indirizzo(nome) } as { readonly [N in C]?: string });
    const configurazione = {
      ...facoltativo("userinfo", "userinfo_endpoint"),
      ...facoltativo("uscita", "end_session_endpoint"),
      autorizzazione: indirizzo("authorization_endpoint"),
      token: indirizzo("token_endpoint"),
      chiavi: indirizzo("jwks_uri"),
    };
    const { keys } = await fetchJson(this.#scarica, configurazione.chiavi);
    const lette = (Array.isArray(keys) ? keys : []).slice(0, MASSIMO_CHIAVI).flatMap((jwk) => readChiave(jwk) ?? []);
    return { configurazione, chiavi: lette, letto: Date.parse(this.#clock.now()) };
  }

  /** One request at a time per provider, whoever asks. */
  #load(emittente: string): Promise<Pubblicato> {
    const inCorso = this.#inCorso.get(emittente);
    if (inCorso) return inCorso;
    this.#tentati.set(emittente, Date.parse(this.#clock.now()));
    const carica = this.#download(emittente)
      .then((pubblicato) => {
        this.#noti.set(emittente, pubblicato);
        return pubblicato;
      })
      .finally(() => this.#inCorso.delete(emittente));
    this.#inCorso.set(emittente, carica);
    return carica;
  }

  #isRecente(istante: number | undefined, durata: number): boolean {
    const adesso = Date.parse(this.#clock.now());
    return istante !== undefined && istante <= adesso && adesso - istante < durata;
  }

  /** Throws when the provider has never answered, or not for an hour. */
  async #get(emittente: string): Promise<Pubblicato> {
    const noto = this.#noti.get(emittente);
    if (noto && this.#isRecente(noto.letto, DURATA_MILLISECONDI)) return noto;
    if (
      noto &&
      this.#isRecente(noto.letto, DURATA_MASSIMA_MILLISECONDI) &&
      this.#isRecente(this.#tentati.get(emittente), PAUSA_MILLISECONDI)
    )
      return noto;
    try {
      return await this.#load(emittente);
    } catch (errore) {
      if (noto && this.#isRecente(noto.letto, DURATA_MASSIMA_MILLISECONDI)) return noto;
      throw errore;
    }
  }

  async getConfigurazione(emittente: string): Promise<ConfigurazioneEmittente> {
    return (await this.#get(emittente)).configurazione;
  }

  /** Of several keys that would fit, the one with the token's `kid`; without a `kid`, the only one there is. */
  async #findChiave(emittente: string, kid: string | undefined, alg: Algoritmo): Promise<ChiavePubblica | undefined> {
    const scegli = (chiavi: readonly ChiavePubblica[]): ChiavePubblica | undefined => {
      const adatte = chiavi.filter((chiave) => fitsAlgoritmo(chiave, alg) && (kid === undefined || chiave.kid === kid));
      return adatte.length === 1 || kid !== undefined ? adatte[0] : undefined;
    };
    const trovata = scegli((await this.#get(emittente)).chiavi);
    if (trovata || this.#isRecente(this.#tentati.get(emittente), PAUSA_MILLISECONDI)) return trovata;
    return scegli((await this.#load(emittente)).chiavi);
  }

  /**
   * The claims of a token that this provider signed; their content is the caller's to check.
   * Errors: why not, for the log. Throws when the provider cannot be asked.
   */
  async verify(testo: string, { emittente, algoritmi }: Pick<ProviderIdentita, "emittente" | "algoritmi">): Promise<Esito<Claims>> {
    const jwt = readJwt(testo);
    if (!jwt) return ko("non è un token firmato");
    if (!isAlgoritmo(jwt.alg, algoritmi)) return ko("algoritmo non ammesso");
    const chiave = await this.#findChiave(emittente, jwt.kid, jwt.alg);
    if (!chiave) return ko("chiave sconosciuta");
    return isFirmaValida(jwt, jwt.alg, chiave) ? ok(jwt.claims) : ko("firma non valida");
  }
}

/** Issuer that a token says to be of, before anything is believed: it only chooses whose keys to try. */
export const readEmittente = (testo: string): string | undefined => {
  const iss = readJwt(testo)?.claims["iss"];
  return typeof iss === "string" ? iss : undefined;
};

/**
 * One exchange over HTTP: a time limit that covers it whole, a bounded answer, no redirect followed, and a guard on where it goes. The guard
 * reads the address, then looks again at what the name resolves to in the very moment of connecting: between the two nobody can move the name.
 */
import { type LookupAddress, type LookupAllOptions, lookup as resolveNome } from "node:dns";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { pipeline } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { checkIndirizzo, hostDi, isIpInterno } from "../../domain/valori/indirizzo-esterno.ts";
import type { ErroreHttp, RichiestaHttp, RispostaHttp } from "./messaggi.ts";

const MASSIMO_BYTE = 4 * 1024 * 1024;
const INTERNO = "EINTERNO";

/** Hosts that may be called although internal; absent = no guard (tests against a server of their own). */
export type Guardia = readonly string[] | undefined;

export type Scambio = Omit<RichiestaHttp, "auth" | "evento" | "tentativi">;

class IndirizzoInterno extends Error {
  readonly code = INTERNO;
}

type RisolviNome = (
  host: string,
  opzioni: LookupAllOptions,
  fatto: (errore: NodeJS.ErrnoException | null, trovati: LookupAddress[]) => void,
) => void;

/** Hands to the connection only addresses on the Internet; a name that has none is not called. */
export const createLookupEsterno =
  (risolvi: RisolviNome): LookupFunction =>
  (host, opzioni, fatto) =>
    risolvi(host, { ...opzioni, all: true }, (errore, trovati) => {
      const esterni = errore ? [] : trovati.filter(({ address }) => !isIpInterno(address));
      const [primo] = esterni;
      if (errore) fatto(errore, "");
      else if (!primo) fatto(new IndirizzoInterno(`${host} porta a un indirizzo interno`), "");
      else if (opzioni.all === true) fatto(null, esterni);
      else fatto(null, primo.address, primo.family);
    });

const lookupEsterno = createLookupEsterno(resolveNome);

const connect = (richiesta: Scambio, url: URL, guardia: Guardia, segnale: AbortSignal): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const protetta = guardia !== undefined && !guardia.includes(hostDi(url));
    const opzioni = {
      method: richiesta.method,
      headers: { accept: "*/*", "user-agent": "fiorino", "accept-encoding": "gzip, br", ...richiesta.headers },
      signal: segnale,
      ...(protetta && { lookup: lookupEsterno }),
    };
    const uscita = url.protocol === "https:" ? requestHttps(url, { ...opzioni, ...richiesta.tls }) : requestHttp(url, opzioni);
    uscita.once("response", resolve);
    // It may fail again after its answer has begun: then who reads the answer is told, and nobody else.
    uscita.on("error", reject);
    uscita.end(richiesta.body);
  });

const decompress = (risposta: IncomingMessage): AsyncIterable<Uint8Array> => {
  const codifica = risposta.headers["content-encoding"]?.toLowerCase();
  const filtro =
    codifica === "gzip" || codifica === "x-gzip"
      ? createGunzip()
      : codifica === "br"
        ? createBrotliDecompress()
        : codifica === "deflate"
          ? createInflate()
          : undefined;
  // What breaks in between reaches who reads the filter.
  return filtro ? pipeline(risposta, filtro, () => {}) : risposta;
};

/** undefined when the body is longer than allowed: reading stops there. */
const readBounded = async (risposta: IncomingMessage, massimo: number): Promise<Uint8Array | undefined> => {
  const pezzi: Uint8Array[] = [];
  let lunghezza = 0;
  for await (const pezzo of decompress(risposta)) {
    lunghezza += pezzo.byteLength;
    if (lunghezza > massimo) {
      risposta.destroy();
      return undefined;
    }
    pezzi.push(pezzo);
  }
  return Buffer.concat(pezzi);
};

const headersDi = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([nome, valore]) => [nome, Array.isArray(valore) ? valore.join(", ") : (valore ?? "")]));

/** Any status is a success here. Never throws for what the other side does. */
export const exchange = async (richiesta: Scambio, guardia: Guardia): Promise<Esito<RispostaHttp, ErroreHttp>> => {
  const ammesso = guardia ? checkIndirizzo(richiesta.url, guardia) : ok(undefined);
  if (!ammesso.ok) return ko({ causa: "rete", dettaglio: `indirizzo non ammesso: ${ammesso.errore}`, maiPartita: true });
  const segnale = AbortSignal.timeout(richiesta.timeoutMillisecondi);
  try {
    const risposta = await connect(richiesta, new URL(richiesta.url), guardia, segnale);
    const contenuto = await readBounded(risposta, richiesta.massimoByte ?? MASSIMO_BYTE);
    if (contenuto === undefined)
      return ko({ causa: "troppo-grande", dettaglio: `la risposta supera ${richiesta.massimoByte ?? MASSIMO_BYTE} byte` });
    return ok({ status: risposta.statusCode ?? 0, headers: headersDi(risposta), testo: new TextDecoder().decode(contenuto), contenuto });
  } catch (errore) {
    // Cut in the middle of its answer, a connection fails like one that fell: only the signal knows why.
    return ko(segnale.aborted ? scaduta(richiesta.timeoutMillisecondi) : describe(errore));
  }
};

/** The connection was never made: name not found, nobody listening, no route, an address where we do not go. */
const MAI_PARTITA = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", INTERNO];

const scaduta = (timeoutMillisecondi: number): ErroreHttp => ({
  causa: "tempo",
  dettaglio: `nessuna risposta completa entro ${timeoutMillisecondi} ms`,
});

const describe = (errore: unknown): ErroreHttp => {
  const codice = errore instanceof Error && "code" in errore ? String(errore.code) : undefined;
  const messaggio = errore instanceof Error ? errore.message.slice(0, 200) : "errore di rete";
  return {
    causa: "rete",
    dettaglio: codice === INTERNO ? `indirizzo non ammesso: ${messaggio}` : (codice ?? messaggio),
    ...(codice !== undefined && MAI_PARTITA.includes(codice) && { maiPartita: true }),
  };
};

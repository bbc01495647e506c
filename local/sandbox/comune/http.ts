/** The little HTTP that the sandbox needs: routes with named segments, bounded bodies, answers that always carry a length and a type. */
import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod";

export interface Richiesta {
  readonly metodo: string;
  readonly url: URL;
  readonly parametri: Readonly<Record<string, string>>;
  readonly req: IncomingMessage;
  /** The body as text, read once. @throws Rifiuto 413 beyond 5 MB. */
  testo(): Promise<string>;
  /** The body as JSON checked by a schema; an empty body counts as `{}`. @throws Rifiuto 400 naming the field. */
  json<S extends z.ZodType>(schema: S): Promise<z.output<S>>;
}

export interface Risposta {
  readonly stato: number;
  readonly tipo?: string;
  readonly corpo?: string | Buffer;
  readonly intestazioni?: Readonly<Record<string, string>>;
}

export type Gestore = (richiesta: Richiesta, res: ServerResponse) => Promise<Risposta | undefined> | Risposta | undefined;

export interface Rotta {
  readonly metodo: string;
  readonly parti: readonly string[];
  readonly gestore: Gestore;
}

/** A refusal on its way to the caller as `{errore}` with its status. */
export class Rifiuto extends Error {
  readonly stato: number;
  constructor(stato: number, messaggio: string) {
    super(messaggio);
    this.stato = stato;
  }
}

// The sandbox's refusals are read by people: zod's own messages in Italian, like those written here.
z.config(z.locales.it());

const MASSIMO_CORPO = 5_000_000;

/** `rotta("POST", "/sandbox/x/{id}", ...)`; `*` as last segment takes the rest in `parametri["*"]`. */
export const rotta = (metodo: string, percorso: string, gestore: Gestore): Rotta => ({
  metodo,
  parti: percorso.split("/").filter((parte) => parte !== ""),
  gestore,
});

const serializza = (_chiave: string, dato: unknown): unknown => (typeof dato === "bigint" ? Number(dato) : dato);

/** JSON answer; bigint cents are written as JSON integers. */
export const json = (stato: number, valore: unknown, tipo = "application/json; charset=utf-8"): Risposta => ({
  stato,
  tipo,
  corpo: JSON.stringify(valore, serializza),
});

export const html = (corpo: string, stato = 200): Risposta => ({
  stato,
  tipo: "text/html; charset=utf-8",
  corpo,
  intestazioni: {
    "content-security-policy":
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; form-action 'self' http: https:; base-uri 'none'; frame-ancestors 'none'",
  },
});

const matchRotta = (rotta_: Rotta, parti: readonly string[]): Record<string, string> | undefined => {
  const parametri: Record<string, string> = {};
  for (const [indice, attesa] of rotta_.parti.entries()) {
    if (attesa === "*") return { ...parametri, "*": parti.slice(indice).join("/") };
    const parte = parti[indice];
    if (parte === undefined) return undefined;
    if (attesa.startsWith("{")) parametri[attesa.slice(1, -1)] = parte;
    else if (attesa !== parte) return undefined;
  }
  return parti.length === rotta_.parti.length ? parametri : undefined;
};

const leggiCorpo = async (req: IncomingMessage): Promise<string> => {
  const pezzi: Buffer[] = [];
  let totale = 0;
  for await (const pezzo of req) {
    totale += pezzo.length;
    if (totale > MASSIMO_CORPO) throw new Rifiuto(413, `Il corpo supera ${MASSIMO_CORPO} byte.`);
    pezzi.push(pezzo);
  }
  return Buffer.concat(pezzi).toString("utf8");
};

const descriviErrori = (errore: z.ZodError): string =>
  errore.issues.map((problema) => `${problema.path.join(".") || "corpo"}: ${problema.message}`).join("; ");

const leggiJson = <S extends z.ZodType>(testo: string, schema: S): z.output<S> => {
  let valore: unknown = {};
  try {
    if (testo.trim() !== "") valore = JSON.parse(testo);
  } catch {
    throw new Rifiuto(400, "Il corpo non è JSON valido.");
  }
  const esito = schema.safeParse(valore);
  if (!esito.success) throw new Rifiuto(400, descriviErrori(esito.error));
  return esito.data;
};

const invia = (req: IncomingMessage, res: ServerResponse, risposta: Risposta): void => {
  const corpo = risposta.corpo ?? "";
  res.writeHead(risposta.stato, {
    ...(risposta.tipo === undefined ? {} : { "content-type": risposta.tipo }),
    "content-length": Buffer.byteLength(corpo),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...risposta.intestazioni,
  });
  res.end(req.method === "HEAD" ? undefined : corpo);
};

/** A page of another site must not be able to pay, push the clock or empty the machine of whoever visits it. */
const isDaAltroSito = (req: IncomingMessage): boolean => {
  const { origin, host } = req.headers;
  if (origin === undefined || req.method === "GET" || req.method === "HEAD") return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
};

/** The dispatcher: false when no route has the path, 405 when the path exists with other methods, `{errore}` for refusals. */
export const dispatch =
  (rotte: readonly Rotta[], prefissi: readonly string[]) =>
  async (req: IncomingMessage, res: ServerResponse): Promise<boolean> => {
    const url = new URL(req.url ?? "/", "http://127.0.0.1");
    const metodo = req.method === "HEAD" ? "GET" : (req.method ?? "GET");
    let parti: string[];
    try {
      parti = url.pathname
        .split("/")
        .filter((parte) => parte !== "")
        .map(decodeURIComponent);
    } catch {
      parti = ["\u0000"];
    }
    const candidate = rotte.flatMap((rotta_) => {
      const parametri = matchRotta(rotta_, parti);
      return parametri === undefined ? [] : [{ rotta: rotta_, parametri }];
    });
    const scelta = candidate.find((candidata) => candidata.rotta.metodo === metodo);
    if (scelta === undefined) {
      if (candidate.length > 0) {
        invia(req, res, json(405, { errore: `Metodo ${metodo} non previsto per ${url.pathname}.` }));
        return true;
      }
      if (!prefissi.some((prefisso) => parti[0] === prefisso)) return false;
      invia(req, res, json(404, { errore: `${url.pathname} non esiste nella sandbox.` }));
      return true;
    }
    if (isDaAltroSito(req)) {
      invia(req, res, json(403, { errore: "Richiesta di un altro sito: la sandbox si comanda solo dalle sue pagine." }));
      return true;
    }
    let letto: Promise<string> | undefined;
    const testo = (): Promise<string> => {
      letto ??= leggiCorpo(req);
      return letto;
    };
    try {
      const risposta = await scelta.rotta.gestore(
        { metodo, url, parametri: scelta.parametri, req, testo, json: async (schema) => leggiJson(await testo(), schema) },
        res,
      );
      if (risposta !== undefined && !res.writableEnded && !res.destroyed) invia(req, res, risposta);
    } catch (errore) {
      if (res.headersSent || res.destroyed) throw errore;
      if (errore instanceof Rifiuto) invia(req, res, json(errore.stato, { errore: errore.message }));
      else invia(req, res, json(500, { errore: `Errore della sandbox: ${errore instanceof Error ? errore.message : String(errore)}` }));
    }
    return true;
  };

/** Calls to an API of Fiorino with the types of its document: nothing but `fetch`, in a browser as in Node. */

/** A body that is not JSON: a file as it is, or a form with it. */
export interface CorpoGrezzo<T extends string = string> {
  readonly tipo: T;
  readonly contenuto: string | Blob | Uint8Array<ArrayBuffer> | FormData;
}

/** What an operation takes and gives; `risposte` by content type. */
interface Forma {
  readonly percorso?: unknown;
  readonly query?: unknown;
  readonly corpo?: unknown;
  readonly risposte: object;
}

interface Rotta {
  readonly metodo: string;
  readonly percorso: string;
  /** Content types of its answers; the first is what one gets without asking. */
  readonly tipi: readonly string[];
}

/** An API: the types of its operations and where they are. */
export interface Api<O> {
  readonly base: string;
  readonly operazioni: { readonly [K in keyof O]: Rotta };
}

type TipiDi<F> = F extends { readonly risposte: infer R } ? keyof R & string : never;
type TipoPredefinito<F> = "application/json" extends TipiDi<F> ? "application/json" : TipiDi<F>;
type DatiDi<F, T> = F extends { readonly risposte: infer R } ? (T extends keyof R ? R[T] : undefined) : never;

type Ingresso<F> = Omit<F, "risposte">;
interface Modo<T extends string> {
  /** Content type wanted, where the operation has several. */
  readonly accetta?: T;
  /** Idempotency-Key: the same request with the same key is done once. */
  readonly chiave?: string;
  /** ETag of what is replaced. */
  readonly ifMatch?: string;
  readonly signal?: AbortSignal;
}
type Argomenti<F, T extends string> =
  Readonly<Record<never, never>> extends Ingresso<F> ? [domanda?: Ingresso<F> & Modo<T>] : [domanda: Ingresso<F> & Modo<T>];

export interface Risposta<D> {
  readonly stato: number;
  readonly dati: D;
  readonly etag: string | undefined;
  readonly intestazioni: Headers;
}

/** The envelope of every refusal. */
export interface Problema {
  readonly categoria: string;
  readonly codice: string;
  readonly descrizione: string;
  readonly dettaglio?: string;
}

/** Fiorino answered no: why, and after how many seconds to try again when it says so. */
export class ErroreFiorino extends Error {
  readonly stato: number;
  readonly problema: Problema | undefined;
  readonly attesaSecondi: number | undefined;

  constructor(operazione: string, risposta: Response, problema: Problema | undefined) {
    super(`${operazione}: ${risposta.status} ${problema ? (problema.dettaglio ?? problema.descrizione) : ""}`.trim());
    this.name = "ErroreFiorino";
    this.stato = risposta.status;
    this.problema = problema;
    const attesa = risposta.headers.get("retry-after");
    this.attesaSecondi = attesa === null ? undefined : Number(attesa);
  }
}

/** None in a page of a portal: there the browser sends the session's cookie. */
export type Credenziali =
  | { readonly utente: string; readonly password: string }
  | { readonly appId: string; readonly apiKey: string }
  | { readonly token: string };

export interface Opzioni {
  /** Of the installation: `https://pagamenti.ente.it`. Empty in a page served by it. */
  readonly indirizzo: string;
  readonly credenziali?: Credenziali;
  /** Another `fetch`: with a proxy, a client certificate, cookies of its own. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

export interface Client<O> {
  /**
   * Calls an operation by its id.
   * @throws ErroreFiorino when the answer is a refusal; what `fetch` throws when there is none.
   */
  call<K extends keyof O & string, T extends TipiDi<O[K]> = TipoPredefinito<O[K]>>(
    operazione: K,
    ...domanda: Argomenti<O[K], T>
  ): Promise<Risposta<DatiDi<O[K], T>>>;
  /** Its address, for those one goes to with a browser: login, logout, a PDF in a new window. */
  urlOf<K extends keyof O & string>(
    operazione: K,
    domanda?: Partial<Pick<Ingresso<O[K]>, keyof Ingresso<O[K]> & ("percorso" | "query")>>,
  ): string;
}

const entriesOf = (valore: unknown): [string, unknown][] => (typeof valore === "object" && valore !== null ? Object.entries(valore) : []);

function buildUrl(indirizzo: string, base: string, { percorso }: Rotta, domanda: Pick<Forma, "percorso" | "query">): string {
  const nomi = new Map(entriesOf(domanda.percorso));
  const riempito = percorso.replace(/\{(\w+)\}/g, (_, nome: string) => {
    const valore = nomi.get(nome);
    if (valore === undefined || valore === "") throw new TypeError(`manca ${nome} nel percorso ${percorso}`);
    return encodeURIComponent(String(valore));
  });
  const query = new URLSearchParams();
  for (const [nome, valore] of entriesOf(domanda.query))
    for (const uno of Array.isArray(valore) ? valore : [valore]) if (uno !== undefined) query.append(nome, String(uno));
  return `${indirizzo.replace(/\/$/, "")}${base}${riempito}${query.size > 0 ? `?${query}` : ""}`;
}

const toBase64 = (testo: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(testo)));

function authorize(credenziali: Credenziali | undefined): Record<string, string> {
  if (!credenziali) return {};
  if ("token" in credenziali) return { authorization: `Bearer ${credenziali.token}` };
  if ("apiKey" in credenziali) return { "x-app-id": credenziali.appId, "x-api-key": credenziali.apiKey };
  return { authorization: `Basic ${toBase64(`${credenziali.utente}:${credenziali.password}`)}` };
}

const isGrezzo = (corpo: unknown): corpo is CorpoGrezzo =>
  typeof corpo === "object" && corpo !== null && "contenuto" in corpo && "tipo" in corpo && Object.keys(corpo).length === 2;

function buildCorpo(corpo: unknown): { headers: Record<string, string>; body?: BodyInit } {
  if (corpo === undefined) return { headers: {} };
  if (!isGrezzo(corpo)) return { headers: { "content-type": "application/json" }, body: JSON.stringify(corpo) };
  // Only fetch knows the boundary of a form.
  return { headers: corpo.contenuto instanceof FormData ? {} : { "content-type": corpo.tipo }, body: corpo.contenuto };
}

const isJson = (risposta: Response): boolean => /^application\/(?:[\w.+-]+\+)?json\b/.test(risposta.headers.get("content-type") ?? "");

/** What is not ours (a proxy's page) is a refusal without a reason. */
async function readProblema(risposta: Response): Promise<Problema | undefined> {
  const testo = await risposta.text();
  if (!isJson(risposta)) return undefined;
  try {
    const letto: Problema = JSON.parse(testo);
    return letto;
  } catch {
    return undefined;
  }
}

async function readDati(risposta: Response): Promise<unknown> {
  if (!isJson(risposta)) {
    const blob = await risposta.blob();
    return blob.size > 0 ? blob : undefined;
  }
  const testo = await risposta.text();
  return testo === "" ? undefined : JSON.parse(testo);
}

/** @param api one of the modules beside this: `pagamento`, `pendenze`, ... */
export function createClient<O>(
  api: Api<O>,
  { indirizzo, credenziali, fetch: chiedi = (url, init) => fetch(url, init) }: Opzioni,
): Client<O> {
  return {
    urlOf: (nome, domanda = {}) => buildUrl(indirizzo, api.base, api.operazioni[nome], domanda),
    async call<K extends keyof O & string, T extends TipiDi<O[K]> = TipoPredefinito<O[K]>>(nome: K, ...argomenti: Argomenti<O[K], T>) {
      const domanda: Partial<Forma> & Modo<string> = argomenti[0] ?? {};
      const rotta = api.operazioni[nome];
      const { headers, ...corpo } = buildCorpo(domanda.corpo);
      const accept = domanda.accetta ?? rotta.tipi[0];
      const risposta = await chiedi(buildUrl(indirizzo, api.base, rotta, domanda), {
        method: rotta.metodo,
        redirect: "manual",
        headers: {
          ...authorize(credenziali),
          ...headers,
          ...(accept !== undefined && { accept }),
          ...(domanda.chiave !== undefined && { "idempotency-key": domanda.chiave }),
          ...(domanda.ifMatch !== undefined && { "if-match": domanda.ifMatch }),
        },
        ...corpo,
        ...(domanda.signal && { signal: domanda.signal }),
      });
      if (!risposta.ok) throw new ErroreFiorino(nome, risposta, await readProblema(risposta));
      return {
        stato: risposta.status,
        dati: (await readDati(risposta)) as DatiDi<O[K], T>,
        etag: risposta.headers.get("etag") ?? undefined,
        intestazioni: risposta.headers,
      };
    },
  };
}

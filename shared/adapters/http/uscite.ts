/**
 * How a call to pagoPA is made: not at all while its endpoint does not answer (one breaker per endpoint), again only where the outcome allows it, and never
 * beyond the time that the caller gave to the whole. What happened is measured.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { type Esito, ko } from "../../domain/esito.ts";
import { attesaPrimaDiRipetere, type Tentata } from "../../domain/uscite/rimedi.ts";
import type { ErroreHttp, HttpClient, RichiestaHttp, RispostaHttp } from "./client.ts";
import type { Interruttore } from "./interruttore.ts";

export interface PorteUscite {
  readonly http: HttpClient;
  readonly interruttore: Interruttore;
  /** Figures of one call. */
  misura(valori: Readonly<Record<string, number>>): void;
  /** The endpoint is left alone, from now or still. */
  aperto?(): void;
  /** Between 0 and 1. */
  caso(): number;
  attendi?(millisecondi: number): Promise<unknown>;
}

type Risposta = Esito<RispostaHttp, ErroreHttp>;

const IDEMPOTENTI: readonly RichiestaHttp["method"][] = ["GET", "PUT", "DELETE"];

/** Host and product: behind one host pagoPA has many services, and one that is down says nothing of the others. */
const endpointDi = (url: string): string => {
  if (!URL.canParse(url)) return url;
  const { origin, pathname } = new URL(url);
  return `${origin}/${pathname.split("/")[1] ?? ""}`;
};

/** Retry-After as seconds or as a date; `data` of the answer makes the date relative to their clock. */
export const readRetryAfter = ({ "retry-after": valore, date }: Readonly<Record<string, string>>): number | undefined => {
  if (valore === undefined) return undefined;
  if (/^\d{1,6}$/.test(valore.trim())) return Number(valore) * 1_000;
  const differenza = Date.parse(valore) - Date.parse(date ?? "");
  return Number.isFinite(differenza) && differenza > 0 ? differenza : undefined;
};

const tentataDi = (esito: Risposta): Tentata => {
  if (!esito.ok) return { causa: esito.errore.causa, ...(esito.errore.maiPartita && { maiPartita: true }) };
  const attesa = readRetryAfter(esito.valore.headers);
  return { status: esito.valore.status, ...(attesa !== undefined && { attesaChiestaMillisecondi: attesa }) };
};

/** A refusal of the request is a service that works; too many requests is one to be left alone. */
const isGuasto = (esito: Risposta): boolean =>
  esito.ok ? esito.valore.status >= 500 || esito.valore.status === 429 : esito.errore.causa !== "troppo-grande";

const INTERROTTA: Risposta = ko({
  causa: "interrotta",
  dettaglio: "il servizio non risponde da più chiamate: sarà interrogato di nuovo fra poco",
  maiPartita: true,
});

export const createUscite = ({ http, interruttore, misura, aperto, caso, attendi = sleep }: PorteUscite): HttpClient => ({
  request: async (richiesta) => {
    const inizio = performance.now();
    const trascorsi = (): number => Math.round(performance.now() - inizio);
    const endpoint = endpointDi(richiesta.url);
    const idempotente = IDEMPOTENTI.includes(richiesta.method);
    let ultima: Risposta = INTERROTTA;
    for (let tentativo = 1; ; tentativo += 1) {
      if (!interruttore.pass(endpoint)) {
        misura({ chiamateInterrotte: 1 });
        aperto?.();
        return ultima;
      }
      const restano = richiesta.timeoutMillisecondi - trascorsi();
      ultima = await http.request({ ...richiesta, timeoutMillisecondi: Math.max(1, restano) });
      const guasto = isGuasto(ultima);
      if (interruttore.record(endpoint, guasto)) aperto?.();
      const attesa = attesaPrimaDiRipetere({
        tentata: tentataDi(ultima),
        idempotente,
        tentativo,
        tentativi: richiesta.tentativi ?? 1,
        restanoMillisecondi: richiesta.timeoutMillisecondi - trascorsi(),
        caso: caso(),
      });
      if (attesa === undefined) {
        misura({
          chiamate: 1,
          durataChiamataMillisecondi: trascorsi(),
          chiamateRipetute: tentativo - 1,
          ...(guasto && { chiamateFallite: 1 }),
        });
        return ultima;
      }
      await attendi(attesa);
    }
  },
});

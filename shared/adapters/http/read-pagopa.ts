/** How the REST services of pagoPA are read: a GET with the key of the connector, and an answer told apart into what it was good for. */
import type * as z from "zod";
import type { Connettore } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { CampiEvento } from "../../domain/eventi.ts";
import type { HttpClient } from "./client.ts";

export interface ErroreLettura {
  readonly causa: "troppe-richieste" | "irraggiungibile" | "rifiutato" | "non-trovato" | "illeggibile";
  readonly dettaglio: string;
}

interface Lettura<S extends z.ZodType> {
  /** Under the address of the connector. */
  readonly percorso: string;
  readonly schema: S;
  readonly evento: CampiEvento;
  readonly timeoutMillisecondi: number;
  readonly tentativi: number;
  /** What an answer of refusal says of itself, after a blank; empty when it says nothing. */
  describe(corpo: string): string;
}

const CAUSE: Readonly<Record<number, ErroreLettura["causa"]>> = { 404: "non-trovato", 429: "troppe-richieste" };

/** A page of a proxy rather than an answer of pagoPA: the next attempt may find it. */
export const NON_JSON = { causa: "irraggiungibile", dettaglio: "la risposta 200 di pagoPA non è JSON" } as const;

/** The first thing that the contract does not allow. */
export const illeggibile = (errore: z.ZodError): { readonly causa: "illeggibile"; readonly dettaglio: string } => {
  const [difetto] = errore.issues;
  const dettaglio = `${difetto?.path.join(".") ?? ""}: ${difetto?.message ?? "contenuto inatteso"}`.slice(0, 300);
  return { causa: "illeggibile", dettaglio };
};

/** Address and headers of a call to a service of pagoPA, with its subscription key when there is one. */
export const indirizzoPagopa = (connettore: Connettore, percorso: string) => ({
  url: `${connettore.url.replace(/\/+$/, "")}/${percorso}`,
  headers: {
    accept: "application/json",
    ...(connettore.subscriptionKey !== undefined && { "Ocp-Apim-Subscription-Key": connettore.subscriptionKey }),
  },
  auth: connettore.auth,
});

const parse = (corpo: string): unknown => {
  try {
    return JSON.parse(corpo);
  } catch {
    return undefined;
  }
};

export const readPagopa = async <S extends z.ZodType>(
  http: HttpClient,
  connettore: Connettore,
  { percorso, schema, evento, timeoutMillisecondi, tentativi, describe }: Lettura<S>,
): Promise<Esito<z.output<S>, ErroreLettura>> => {
  const esito = await http.request({ method: "GET", ...indirizzoPagopa(connettore, percorso), timeoutMillisecondi, tentativi, evento });
  if (!esito.ok) return ko({ causa: "irraggiungibile", dettaglio: esito.errore.dettaglio });
  const { status, testo: corpo } = esito.valore;
  if (status !== 200) {
    const causa = CAUSE[status] ?? (status >= 500 ? "irraggiungibile" : "rifiutato");
    return ko({ causa, dettaglio: `pagoPA ha risposto ${status}${describe(corpo)}` });
  }
  const json = parse(corpo);
  if (json === undefined) return ko(NON_JSON);
  const letto = schema.safeParse(json);
  return letto.success ? ok(letto.data) : ko(illeggibile(letto.error));
};

/**
 * App IO as a channel (reference 3.14): the profile first, since a citizen who does not have the app, or has switched the service off, is not a failure; then
 * the message, within the limits of their contract. The key is of the service of that creditor and type, and may be the name of a secret.
 */
import * as z from "zod";
import type { Recapito } from "../../domain/promemoria/promemoria.ts";
import type { Busta, CanaleInterrogabile, DomandaEsito, EsitoCanale, EsitoMessaggio } from "../../ports/comunicazioni.ts";
import type { HttpClient, RichiestaHttp } from "./client.ts";

const TIMEOUT_MILLISECONDI = 15_000;
const OGGETTO = { minimo: 10, massimo: 120 } as const;
const TESTO = { minimo: 80, massimo: 10_000 } as const;
/** Cents. */
const IMPORTO_MASSIMO = 9_999_999_999n;
const CODA = "\n\nMessaggio inviato dai servizi di pagamento dell'ente, senza risposta.";

const schemaImpostazioni = z.object({ url: z.string(), timeToLive: z.number().int().optional() });
const schemaProfilo = z.object({ sender_allowed: z.boolean() });
const schemaCreato = z.object({ id: z.string() });
const schemaStato = z.object({ status: z.string().optional(), read_status: z.string().optional() });

const tronca = (testo: string, massimo: number): string => (testo.length <= massimo ? testo : `${testo.slice(0, massimo - 1).trimEnd()}…`);

const leggi = <T extends z.ZodType>(schema: T, testo: string): z.output<T> | undefined => {
  try {
    const letto = schema.safeParse(JSON.parse(testo));
    return letto.success ? letto.data : undefined;
  } catch {
    return undefined;
  }
};

export const toMessaggioAppIO = ({ codiceFiscale, oggetto, testo, mittente, pagamento }: Busta, timeToLive: number | undefined) => {
  const completo = oggetto.length < OGGETTO.minimo ? `${oggetto} - ${mittente}`.padEnd(OGGETTO.minimo, ".") : oggetto;
  const lungo = testo.length < TESTO.minimo ? `${testo}${CODA}`.padEnd(TESTO.minimo, ".") : testo;
  return {
    fiscal_code: codiceFiscale,
    ...(timeToLive !== undefined && { time_to_live: timeToLive }),
    content: {
      subject: tronca(completo, OGGETTO.massimo),
      markdown: tronca(lungo, TESTO.massimo),
      ...(pagamento?.scadenza !== undefined && { due_date: pagamento.scadenza }),
      ...(pagamento &&
        pagamento.importo >= 1n &&
        pagamento.importo <= IMPORTO_MASSIMO && {
          payment_data: {
            amount: Number(pagamento.importo),
            notice_number: pagamento.numeroAvviso,
            invalid_after_due_date: false,
            payee: { fiscal_code: pagamento.idDominio },
          },
        }),
    },
  };
};

const secondiDi = (headers: Readonly<Record<string, string>>): number | undefined => {
  const trovati = /^\d{1,5}$/.exec(headers["retry-after"] ?? "");
  return trovati ? Number(trovati[0]) : undefined;
};

const riprova = (dettaglio: string, secondi?: number): EsitoCanale => ({
  esito: "riprova",
  dettaglio,
  ...(secondi !== undefined && { secondi }),
});

const daStato = (operazione: string, status: number, headers: Readonly<Record<string, string>>): EsitoCanale => {
  const dettaglio = `App IO ha risposto ${status} a ${operazione}`;
  // A key refused is put right by whoever administers; the others will not change.
  if (status === 429 || status >= 500 || status === 401 || status === 403) return riprova(dettaglio, secondiDi(headers));
  return { esito: "rifiutato", dettaglio };
};

/** A message has no key by which App IO would know it again: only a refusal that comes before the message is made may be tried again. */
const daInvio = (status: number, headers: Readonly<Record<string, string>>): EsitoCanale =>
  status >= 500 || status === 408
    ? { esito: "incerto", dettaglio: `App IO ha risposto ${status} a messages: potrebbe averlo preso` }
    : daStato("messages", status, headers);

/** Their states (API Messages, `status`): only two are the end. */
const STATI: ReadonlyMap<string, Recapito["stato"]> = new Map([
  ["ACCEPTED", "ACCETTATO"],
  ["THROTTLED", "ACCETTATO"],
  ["PROCESSED", "RECAPITATO"],
  ["REJECTED", "NON_RECAPITATO"],
  ["FAILED", "NON_RECAPITATO"],
] as const);

/** The path with the tax code is theirs: it is never written in a detail or in a log of ours. */
const findEsito =
  (http: HttpClient) =>
  async ({ idMessaggio, codiceFiscale, impostazioni, apiKey }: DomandaEsito): Promise<EsitoMessaggio> => {
    const letta = schemaImpostazioni.safeParse(impostazioni);
    if (!letta.success || apiKey === undefined)
      return { esito: "riprova", dettaglio: "App IO non è configurata per intero (appIOBatch.url, apiKey)" };
    const base = letta.data.url.replace(/\/+$/, "");
    const risposta = await http.request({
      method: "GET",
      url: `${base}/messages/${encodeURIComponent(codiceFiscale)}/${encodeURIComponent(idMessaggio)}`,
      headers: { accept: "application/json", "Ocp-Apim-Subscription-Key": apiKey },
      timeoutMillisecondi: TIMEOUT_MILLISECONDI,
    });
    if (!risposta.ok) return { esito: "riprova", dettaglio: `App IO non ha risposto (${risposta.errore.causa})` };
    const { status, testo } = risposta.valore;
    const detto = status === 200 ? leggi(schemaStato, testo) : undefined;
    const stato = STATI.get(detto?.status ?? "");
    if (!detto || !stato) return { esito: "riprova", dettaglio: `App IO ha risposto ${status} allo stato del messaggio` };
    const letto = detto.read_status === "READ" ? true : detto.read_status === "UNREAD" ? false : undefined;
    return {
      ...{ esito: "noto", stato, ...(letto !== undefined && { letto }) },
      ...(stato === "NON_RECAPITATO" && { dettaglio: `App IO non l'ha recapitato (${detto.status})` }),
    };
  };

/** @param http resolves the names of secrets and guards where calls go. */
export const createCanaleAppIO = (http: HttpClient): CanaleInterrogabile => ({
  findEsito: findEsito(http),
  send: async (busta) => {
    const letta = schemaImpostazioni.safeParse(busta.impostazioni);
    if (!letta.success || busta.apiKey === undefined) return riprova("App IO non è configurata per intero (appIOBatch.url, apiKey)");
    const base = letta.data.url.replace(/\/+$/, "");
    const comune = {
      headers: { accept: "application/json", "content-type": "application/json", "Ocp-Apim-Subscription-Key": busta.apiKey },
      timeoutMillisecondi: TIMEOUT_MILLISECONDI,
    };
    // The tax code is in the body and not in the address, which ends in logs.
    const chiesta: RichiestaHttp = {
      ...{ ...comune, method: "POST", url: `${base}/profiles`, body: JSON.stringify({ fiscal_code: busta.codiceFiscale }) },
    };
    const profilo = await http.request(chiesta);
    if (!profilo.ok) return riprova(`App IO: ${profilo.errore.dettaglio}`);
    if (profilo.valore.status === 404) return { esito: "irraggiungibile", dettaglio: "il cittadino non usa App IO" };
    if (profilo.valore.status !== 200) return daStato("profiles", profilo.valore.status, profilo.valore.headers);
    const ammesso = leggi(schemaProfilo, profilo.valore.testo)?.sender_allowed;
    if (ammesso === undefined) return riprova("App IO: il profilo non è leggibile");
    if (!ammesso) return { esito: "irraggiungibile", dettaglio: "il cittadino non vuole messaggi da questo servizio in App IO" };

    const body = JSON.stringify(toMessaggioAppIO(busta, letta.data.timeToLive));
    const creato = await http.request({ ...comune, method: "POST", url: `${base}/messages`, body });
    if (!creato.ok) {
      const { maiPartita, dettaglio } = creato.errore;
      return maiPartita
        ? riprova(`App IO: ${dettaglio}`)
        : { esito: "incerto", dettaglio: `App IO non ha detto se l'ha preso: ${dettaglio}` };
    }
    const { status, headers, testo } = creato.valore;
    if (status !== 201) return daInvio(status, headers);
    const idMessaggio = leggi(schemaCreato, testo)?.id;
    return { esito: "spedito", ...(idMessaggio !== undefined && { idMessaggio }) };
  },
});

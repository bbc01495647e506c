/** App IO, the three calls of its service API that a creditor makes, and a citizen's phone on which the messages are read. */
import * as z from "zod";
import { findEsitoProva } from "../../../shared/domain/prova/valori-magici.ts";
import { html, json, Rifiuto, type Risposta, type Rotta, rotta } from "../comune/http.ts";
import { conServizio } from "../comune/servizio.ts";
import type { Contesto } from "../contesto.ts";
import { escapeHtml, paginaHtml } from "../pagine/layout.ts";

interface Ricevuto {
  readonly id: string;
  readonly codiceFiscale: string;
  readonly ricevutoIl: string;
  readonly servizio: string;
  readonly contenuto: z.output<typeof Contenuto>;
  readonly letto?: boolean;
}

/** What a citizen of the sandbox wants; who is not here has the app and accepts every service. */
const Preferenze = z.strictObject({
  ...{ usaApp: z.boolean(), servizioAmmesso: z.boolean() },
  // What becomes of the messages that it is sent.
  esito: z.enum(["ACCEPTED", "THROTTLED", "PROCESSED", "REJECTED", "FAILED"]).exactOptional(),
});

const codiceFiscale = z.string().regex(/^[A-Z0-9]{16}$/);
const Contenuto = z.strictObject({
  subject: z.string().min(10).max(120),
  markdown: z.string().min(80).max(10_000),
  due_date: z.iso.datetime().optional(),
  payment_data: z
    .strictObject({
      amount: z.number().int().min(1).max(9_999_999_999),
      notice_number: z.string().regex(/^[0123]\d{17}$/),
      invalid_after_due_date: z.boolean().optional(),
      payee: z.strictObject({ fiscal_code: z.string().regex(/^\d{11}$/) }).optional(),
    })
    .optional(),
});
const Messaggio = z.strictObject({
  fiscal_code: codiceFiscale,
  time_to_live: z.number().int().min(3_600).max(604_800).optional(),
  content: Contenuto,
});

const problema = (status: number, title: string, detail: string): Risposta =>
  json(status, { status, title, detail }, "application/problem+json");

const TROPPE: Risposta = {
  ...problema(429, "Too many requests", "Rate limit is exceeded. Try again in 60 seconds."),
  intestazioni: { "retry-after": "60" },
};

const NOME = "messaggiAppIO";

export const rotteAppIO = (contesto: Contesto): Rotta[] => {
  const messaggi = contesto.archivio.raccolta<Ricevuto>(NOME);
  const preferenze = contesto.archivio.raccolta<z.output<typeof Preferenze>>("preferenzeAppIO");
  const di = (cf: string) => preferenze.get(cf) ?? { usaApp: true, servizioAmmesso: true };
  const rifiutati = contesto.archivio.raccolta<{ readonly il: string }>("limitiAppIO");
  /** The first time that this message comes: the second one goes. */
  const isTroppo = (codice: string, { subject, payment_data }: z.output<typeof Contenuto>): boolean => {
    const importo = payment_data === undefined ? undefined : BigInt(payment_data.amount);
    const chiave = `${codice}/${payment_data?.notice_number ?? ""}/${subject}`;
    if (findEsitoProva({ importo, codiceFiscale: codice }, ["comunicazione"]) !== "APPIO_LIMITE" || rifiutati.get(chiave)) return false;
    rifiutati.put(chiave, { il: contesto.istante() });
    return true;
  };
  const rifiuto = problema(500, "Internal server error", "Rifiuto chiesto alla sandbox");
  const servizio = (operazione: string) => ({ parte: "appio", operazione, rifiuto }) as const;
  const senzaChiave = problema(401, "Unauthorized", "Access denied due to missing subscription key.");

  const profilo = conServizio(contesto, servizio("profiles"), async (richiesta) => {
    if (richiesta.req.headers["ocp-apim-subscription-key"] === undefined) return senzaChiave;
    const { fiscal_code } = await richiesta.json(z.strictObject({ fiscal_code: codiceFiscale }));
    const chiesto = findEsitoProva({ codiceFiscale: fiscal_code }, ["comunicazione"]);
    if (chiesto === "APPIO_ESCLUSO") return json(200, { sender_allowed: false });
    const { servizioAmmesso, ...altro } = di(fiscal_code);
    const usaApp = altro.usaApp && chiesto !== "APPIO_NON_ATTIVA";
    return usaApp ? json(200, { sender_allowed: servizioAmmesso }) : problema(404, "Not found", "Profile not found.");
  });
  const invio = conServizio(contesto, servizio("messages"), async (richiesta) => {
    const chiave = richiesta.req.headers["ocp-apim-subscription-key"];
    if (typeof chiave !== "string") return senzaChiave;
    const { fiscal_code, content } = await richiesta.json(Messaggio);
    if (!di(fiscal_code).servizioAmmesso) return problema(403, "Forbidden", "Sender not allowed.");
    if (isTroppo(fiscal_code, content)) return TROPPE;
    const id = `IO${String(contesto.archivio.next("appio")).padStart(24, "0")}`;
    // The service is known by its key, of which only the end is shown.
    const valore = { id, codiceFiscale: fiscal_code, ricevutoIl: contesto.istante(), servizio: `…${chiave.slice(-4)}`, contenuto: content };
    messaggi.put(id, valore, { gruppo: fiscal_code, ordine: id });
    return json(201, { id });
  });

  const stato = conServizio(contesto, servizio("messages-get"), ({ req, parametri }) => {
    if (req.headers["ocp-apim-subscription-key"] === undefined) return senzaChiave;
    const messaggio = messaggi.get(parametri["id"] ?? "");
    if (!messaggio || messaggio.codiceFiscale !== parametri["codiceFiscale"]) return problema(404, "Not found", "Message not found.");
    const { id, codiceFiscale: fiscal_code, ricevutoIl: created_at, letto } = messaggio;
    const status = di(fiscal_code).esito ?? "PROCESSED";
    return json(200, {
      message: { id, fiscal_code, created_at },
      ...{ status, read_status: status === "PROCESSED" ? (letto ? "READ" : "UNREAD") : "UNAVAILABLE" },
    });
  });

  const scheda = ({
    id,
    letto,
    contenuto,
    ricevutoIl,
  }: Ricevuto): string => `<article class="card mb-3" style="max-width:24rem"><div class="card-body">
<h3 class="h6">${escapeHtml(contenuto.subject)}</h3><p>${escapeHtml(ricevutoIl)}</p>
<p style="white-space:pre-wrap">${escapeHtml(contenuto.markdown)}</p>
${contenuto.payment_data ? `<p><strong>Da pagare: ${(contenuto.payment_data.amount / 100).toFixed(2)} euro</strong>, avviso ${escapeHtml(contenuto.payment_data.notice_number)}</p>` : ""}
${letto ? "<p>Letto.</p>" : `<form method="post" action="/sandbox/appio/messaggi/${escapeHtml(id)}/letto"><button class="btn btn-outline-primary btn-sm" type="submit">Segna come letto</button></form>`}
</div></article>`;

  return [
    rotta("POST", "/sandbox/appio/api/v1/profiles", profilo),
    rotta("POST", "/sandbox/appio/api/v1/messages", invio),
    rotta("GET", "/sandbox/appio/api/v1/messages/{codiceFiscale}/{id}", stato),
    rotta("POST", "/sandbox/appio/messaggi/{id}/letto", ({ parametri }) => {
      const messaggio = messaggi.get(parametri["id"] ?? "");
      if (!messaggio) throw new Rifiuto(404, "Questo messaggio non c'è.");
      messaggi.put(messaggio.id, { ...messaggio, letto: true }, { gruppo: messaggio.codiceFiscale, ordine: messaggio.id });
      return { stato: 303, intestazioni: { location: "/sandbox/appio" } };
    }),
    rotta("PUT", "/sandbox/appio/cittadini/{codiceFiscale}", async (richiesta) => {
      const scelte = await richiesta.json(Preferenze);
      preferenze.put(richiesta.parametri["codiceFiscale"] ?? "", scelte);
      return json(200, scelte);
    }),
    rotta("GET", "/sandbox/appio/messaggi", ({ url }) => {
      const risultati = messaggi.list(url.searchParams.get("codiceFiscale") ?? undefined);
      return json(200, { numRisultati: risultati.length, risultati });
    }),
    rotta("GET", "/sandbox/appio", ({ url }) => {
      const chi = url.searchParams.get("codiceFiscale") ?? undefined;
      const persone = [...new Set(messaggi.list().map((messaggio) => messaggio.codiceFiscale))];
      const telefoni = persone
        .filter((persona) => chi === undefined || persona === chi)
        .map((persona) => `<h2 class="h4">${escapeHtml(persona)}</h2>${messaggi.list(persona).toReversed().map(scheda).join("\n")}`);
      const contenuto = `<h1>I telefoni</h1><p class="lead">I messaggi arrivati ai cittadini con App IO.</p>${telefoni.join("\n") || "<p>Nessun messaggio ancora.</p>"}`;
      return html(paginaHtml({ titolo: "App IO", sezione: "sandbox", contenuto }));
    }),
  ];
};

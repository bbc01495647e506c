/** SEND, the one call that a creditor's system makes while a notice is being paid: what its notification costs (API B2B v2.3, `retrieveNotificationPriceV23`). */
import * as z from "zod";
import { html, json, type Risposta, type Rotta, rotta } from "../comune/http.ts";
import { conServizio } from "../comune/servizio.ts";
import type { Contesto } from "../contesto.ts";
import { escapeHtml, paginaHtml } from "../pagine/layout.ts";

/** Cents of euro, and percent. */
const Notifica = z.strictObject({
  iun: z.string().max(25).default("AAAA-BBBB-CCCC-202611-D-1"),
  sendFee: z.number().int().min(0).max(100_000).default(100),
  analogCost: z.number().int().min(0).max(1_000_000).default(0),
  paFee: z.number().int().min(0).max(100_000).default(0),
  vat: z.number().int().min(0).max(100).default(22),
  notificationViewDate: z.iso.datetime().optional(),
  refinementDate: z.iso.datetime().optional(),
});
type Notifica = z.output<typeof Notifica>;

const problema = (status: number, title: string, detail: string): Risposta =>
  json(status, { type: "GENERIC_ERROR", status, title, detail });

const prezzoDi = ({ iun, sendFee, analogCost, paFee, vat, notificationViewDate, refinementDate }: Notifica) => ({
  ...{ iun, partialPrice: sendFee + analogCost, totalPrice: sendFee + paFee + analogCost + Math.round((analogCost * vat) / 100) },
  ...{ vat, paFee, sendFee, analogCost, notificationViewDate, refinementDate },
});

const COLONNE = ["IUN", "Costo", "Vista il", "Perfezionata il"];

export const rotteSend = (contesto: Contesto): Rotta[] => {
  const notifiche = contesto.archivio.raccolta<Notifica>("notificheSend");
  const chiaveDi = (parametri: Readonly<Record<string, string>>): string => `${parametri["idDominio"]}#${parametri["numeroAvviso"]}`;
  const rifiuto = problema(500, "Internal Server Error", "Rifiuto chiesto alla sandbox");
  const prezzo = conServizio(contesto, { parte: "send", operazione: "price", rifiuto }, ({ req, parametri }) => {
    if (req.headers["x-api-key"] === undefined) return problema(403, "Forbidden", "Missing Authentication Token");
    const notifica = notifiche.get(chiaveDi(parametri));
    return notifica ? json(200, prezzoDi(notifica)) : problema(404, "Not Found", "Notification cost not found");
  });

  const riga = (notifica: Notifica): string => {
    const { iun, totalPrice, notificationViewDate, refinementDate } = prezzoDi(notifica);
    const celle = [iun, `${(totalPrice / 100).toFixed(2)} euro`, notificationViewDate ?? "", refinementDate ?? ""];
    return `<tr>${celle.map((cella, i) => `<td class="text-break" data-label="${COLONNE[i]}">${escapeHtml(cella)}</td>`).join("")}</tr>`;
  };

  return [
    rotta("GET", "/sandbox/send/delivery/v2.3/price/{idDominio}/{numeroAvviso}", prezzo),
    rotta("PUT", "/sandbox/send/notifiche/{idDominio}/{numeroAvviso}", async (richiesta) => {
      const notifica = await richiesta.json(Notifica);
      notifiche.put(chiaveDi(richiesta.parametri), notifica);
      return json(200, prezzoDi(notifica));
    }),
    rotta("GET", "/sandbox/send", () => {
      const righe = notifiche.list().map(riga);
      const tabella = `<table class="table fio-tabella"><caption>Notifiche e loro costo</caption>
<thead><tr>${COLONNE.map((colonna) => `<th scope="col">${colonna}</th>`).join("")}</tr></thead><tbody>${righe.join("")}</tbody></table>`;
      const contenuto = `<h1>SEND</h1><p class="lead">Gli avvisi notificati con SEND e il costo della notifica, che si legge quando qualcuno li paga.</p>
${righe.length === 0 ? '<p>Nessuna notifica ancora: si dichiarano con <code class="text-break">PUT /sandbox/send/notifiche/{idDominio}/{numeroAvviso}</code>.</p>' : tabella}`;
      return html(paginaHtml({ titolo: "SEND", sezione: "sandbox", contenuto }));
    }),
  ];
};

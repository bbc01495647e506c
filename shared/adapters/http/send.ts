/** Client of the API B2B of SEND, version 2.3: the price of the notification of a notice. Amounts are eurocents, hence whole numbers. */
import * as z from "zod";
import { ko, ok } from "../../domain/esito.ts";
import type { Send } from "../../ports/send.ts";
import type { HttpClient } from "./client.ts";
import type { Interruttore } from "./interruttore.ts";

/** Somebody is waiting to pay: as long as a creditor's own system is given. */
const TEMPO_MILLISECONDI = 1_300;
const RISPOSTA_MASSIMA = 64 * 1024;

/** More than any notification costs: an answer beyond it is not believed. */
const MASSIMO = 100_000;
const cents = z
  .number()
  .int()
  .min(0)
  .max(MASSIMO)
  .transform((numero) => BigInt(numero));
const istante = z.iso.datetime({ offset: true }).transform((data) => new Date(data).toISOString());

const Prezzo = z.object({
  iun: z.string().min(1).max(25),
  totalPrice: cents,
  sendFee: cents.optional(),
  paFee: cents.optional(),
  analogCost: cents.optional(),
  vat: z.number().int().min(0).max(100).optional(),
  notificationViewDate: istante.nullish(),
  refinementDate: istante.nullish(),
});

const read = (testo: string): z.output<typeof Prezzo> | undefined => {
  try {
    const letto = Prezzo.safeParse(JSON.parse(testo));
    return letto.success ? letto.data : undefined;
  } catch {
    return undefined;
  }
};

/** @param http resolves secrets and guards where calls go. */
export const createSend = (http: HttpClient, interruttore: Interruttore): Send => ({
  getPrezzo: async ({ url, apiKey, idDominio, numeroAvviso }) => {
    const sistema = `send ${url}`;
    const guasto = (dettaglio: string) => ko({ causa: "guasto", dettaglio } as const);
    if (!interruttore.pass(sistema)) return guasto("SEND non risponde da più chiamate: sarà interrogata di nuovo fra poco");
    const risposta = await http.request({
      method: "GET",
      url: `${url.replace(/\/+$/, "")}/delivery/v2.3/price/${encodeURIComponent(idDominio)}/${encodeURIComponent(numeroAvviso)}`,
      headers: { accept: "application/json", "x-api-key": apiKey },
      timeoutMillisecondi: TEMPO_MILLISECONDI,
      massimoByte: RISPOSTA_MASSIMA,
    });
    interruttore.record(sistema, !risposta.ok || risposta.valore.status >= 500 || risposta.valore.status === 429);
    if (!risposta.ok) return guasto(`SEND: ${risposta.errore.dettaglio}`);
    const { status, testo } = risposta.valore;
    if (status === 404) return ko({ causa: "assente", dettaglio: "SEND non conosce una notifica di questo avviso" });
    if (status !== 200) return guasto(`SEND ha risposto ${status}`);
    const letto = read(testo);
    if (!letto) return guasto("SEND ha risposto con un prezzo che non si legge");
    const { iun, totalPrice, sendFee, paFee, analogCost, vat, notificationViewDate, refinementDate } = letto;
    return ok({
      ...{ iun, totale: totalPrice },
      ...(sendFee !== undefined && { quotaSend: sendFee }),
      ...(paFee !== undefined && { quotaEnte: paFee }),
      ...(analogCost !== undefined && { cartaceo: analogCost }),
      ...(vat !== undefined && { iva: vat }),
      ...(notificationViewDate && { dataVisualizzazione: notificationViewDate }),
      ...(refinementDate && { dataPerfezionamento: refinementDate }),
    });
  },
});

/**
 * Client of Checkout carts. The redirect is read from the answer and never followed: the page is for the citizen's browser.
 * v1 and v2 differ by the waiting address; the version is the last part of the connector's URL.
 */
import * as z from "zod";
import type { Connettore } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { CampiEvento } from "../../domain/eventi.ts";
import { causaCheckout } from "../../domain/pagamenti/rifiuti-checkout.ts";
import { numeroAvvisoToIuv } from "../../domain/valori/numero-avviso.ts";
import { rigaPagoPa } from "../../domain/valori/riga.ts";
import type { Carrello, Checkout, RifiutoCheckout } from "../../ports/checkout.ts";
import type { HttpClient } from "./client.ts";

const TEMPO_MILLISECONDI = 10_000;

const problema = z.looseObject({ title: z.string().optional(), detail: z.string().optional() });

const describeRifiuto = (testo: string): string => {
  try {
    const letto = problema.safeParse(JSON.parse(testo));
    if (letto.success) return [letto.data.title, letto.data.detail].filter((parte) => parte !== undefined).join(": ");
  } catch {
    // Not JSON: the text itself, shortened, is the best account we have.
  }
  return testo.slice(0, 200);
};

const toCorpo = (carrello: Carrello, conAttesa: boolean): string =>
  JSON.stringify({
    ...(carrello.emailNotice !== undefined && { emailNotice: carrello.emailNotice }),
    idCart: carrello.idCarrello,
    paymentNotices: carrello.avvisi.map((avviso) => ({
      noticeNumber: avviso.numeroAvviso,
      fiscalCode: avviso.idDominio,
      amount: Number(avviso.importo),
      companyName: rigaPagoPa(avviso.ragioneSociale),
      description: rigaPagoPa(avviso.causale),
    })),
    returnUrls: {
      returnOkUrl: carrello.ritorno.ok,
      returnCancelUrl: carrello.ritorno.annullato,
      returnErrorUrl: carrello.ritorno.errore,
      ...(conAttesa && { returnWaitingUrl: carrello.ritorno.attesa }),
    },
    ...(carrello.tuttoPostale && { allCCP: true }),
  });

/** Operations as the two contracts name them; a cart of one notice is about that one. */
const eventoDi = ({ avvisi, idCarrello }: Carrello, seconda: boolean): CampiEvento => {
  const [avviso, ...altri] = avvisi;
  const suo = avviso !== undefined && altri.length === 0 ? avviso : undefined;
  return {
    tipoEvento: seconda ? "PostCartsV2" : "PostCarts",
    idPagamento: idCarrello,
    ...(avviso && { idDominio: avviso.idDominio }),
    ...(suo && { numeroAvviso: suo.numeroAvviso, iuv: numeroAvvisoToIuv(suo.numeroAvviso) }),
  };
};

export const createCheckout = (http: HttpClient): Checkout => ({
  createCarrello: async (connettore: Connettore, carrello: Carrello): Promise<Esito<{ redirect: string }, RifiutoCheckout>> => {
    const base = connettore.url.replace(/\/+$/, "");
    const esito = await http.request({
      method: "POST",
      url: `${base}/carts`,
      headers: {
        "content-type": "application/json",
        accept: "application/json",
        ...(connettore.subscriptionKey !== undefined && { "Ocp-Apim-Subscription-Key": connettore.subscriptionKey }),
      },
      body: toCorpo(carrello, base.endsWith("/v2")),
      timeoutMillisecondi: TEMPO_MILLISECONDI,
      auth: connettore.auth,
      evento: eventoDi(carrello, base.endsWith("/v2")),
    });
    if (!esito.ok) return ko({ causa: esito.errore.causa === "tempo" ? "tempo" : "irraggiungibile", dettaglio: esito.errore.dettaglio });
    const { status, headers, testo } = esito.valore;
    const redirect = headers["location"];
    if (status === 302 && redirect !== undefined) return ok({ redirect });
    return ko({ causa: causaCheckout(status), status, dettaglio: describeRifiuto(testo) });
  },
});

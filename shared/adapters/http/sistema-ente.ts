/** Client of the API EC v2: the receipt is delivered by PUT, so a repetition changes nothing. */
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { MancataConsegna, NotificaRicevuta, ServizioIntegrazione, SistemaEnte } from "../../ports/sistema-ente.ts";
import type { HttpClient } from "./client.ts";

/** Default read time of GovPay's connector is 5 s (reference 1.13): the same limit, connection included. */
const TEMPO_MILLISECONDI = 7_000;
/** Of the answer only the status matters; the text goes to the journal, shortened. */
const RISPOSTA_MASSIMA = 64 * 1024;

const percorso = (notifica: NotificaRicevuta): string => {
  const parametri = new URLSearchParams();
  for (const nome of ["idSession", "idSessionePortale", "idCarrello"] as const) {
    const valore = notifica[nome];
    if (valore !== undefined) parametri.set(nome, valore);
  }
  const risorsa = [notifica.idDominio, notifica.iuv, notifica.idRicevuta].map(encodeURIComponent).join("/");
  return `/ricevute/${risorsa}${parametri.size > 0 ? `?${parametri.toString()}` : ""}`;
};

export const createSistemaEnte = (http: HttpClient): SistemaEnte => ({
  notifyRicevuta: async (
    servizio: ServizioIntegrazione,
    notifica: NotificaRicevuta,
  ): Promise<Esito<{ status: number }, MancataConsegna>> => {
    const esito = await http.request({
      method: "PUT",
      url: `${servizio.url.replace(/\/+$/, "")}${percorso(notifica)}`,
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(notifica.corpo),
      timeoutMillisecondi: TEMPO_MILLISECONDI,
      massimoByte: RISPOSTA_MASSIMA,
      auth: servizio.auth,
    });
    if (!esito.ok) return ko({ dettaglio: esito.errore.dettaglio });
    const { status, testo } = esito.valore;
    if (status >= 200 && status < 300) return ok({ status });
    return ko({ status, dettaglio: `il sistema dell'ente ha risposto ${status}: ${testo.slice(0, 200)}` });
  },
});

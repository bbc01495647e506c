/** Client of the API EC v2: the receipt is delivered by PUT, so a repetition changes nothing; a settlement row by POST, and may come twice. */
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
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

const JSON_TIPO = "application/json";
/** A flow is one document of some megabytes. */
const TEMPO_FLUSSO_MILLISECONDI = 15_000;

interface Spedizione {
  readonly method: "PUT" | "POST";
  readonly risorsa: string;
  readonly tipo: string;
  readonly body: string;
  readonly timeoutMillisecondi: number;
}

export const createSistemaEnte = (http: HttpClient): SistemaEnte => {
  const send = async (
    { url, auth }: Pick<ServizioIntegrazione, "url" | "auth">,
    { risorsa, tipo, ...richiesta }: Spedizione,
  ): Promise<Esito<{ status: number }, MancataConsegna>> => {
    const esito = await http.request({
      ...richiesta,
      url: `${url.replace(/\/+$/, "")}${risorsa}`,
      headers: { "content-type": tipo, accept: JSON_TIPO },
      massimoByte: RISPOSTA_MASSIMA,
      auth,
    });
    if (!esito.ok) return ko({ dettaglio: esito.errore.dettaglio });
    const { status, testo } = esito.valore;
    if (status >= 200 && status < 300) return ok({ status });
    return ko({ status, dettaglio: `il sistema dell'ente ha risposto ${status}: ${testo.slice(0, 200)}` });
  };
  const sendJson = (servizio: ServizioIntegrazione, method: Spedizione["method"], risorsa: string, corpo: unknown) =>
    send(servizio, { method, risorsa, tipo: JSON_TIPO, body: JSON.stringify(corpo), timeoutMillisecondi: TEMPO_MILLISECONDI });
  return {
    notifyRicevuta: (servizio, notifica) => sendJson(servizio, "PUT", percorso(notifica), notifica.corpo),
    notifyRendicontazione: (servizio, corpo) => sendJson(servizio, "POST", "/rendicontazioni", corpo),
    notifyRiepilogo: (servizio, corpo) => sendJson(servizio, "POST", "/riepiloghi", corpo),
    sendFlusso: (servizio, { idDominio, idFlusso, dataFlusso, xml }) => {
      const parametri = new URLSearchParams({ dataOraFlusso: toIsoRoma(dataFlusso) });
      const risorsa = `/flussiRendicontazione/${encodeURIComponent(idDominio)}/${encodeURIComponent(idFlusso)}?${parametri.toString()}`;
      return send(servizio, {
        method: "POST",
        risorsa,
        tipo: "application/xml",
        body: xml,
        timeoutMillisecondi: TEMPO_FLUSSO_MILLISECONDI,
      });
    },
  };
};

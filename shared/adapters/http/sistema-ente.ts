/** Client of the API EC, versions 2 and 1, and of the callbacks of a connector. A receipt of version 2 is a PUT, so a repetition changes nothing; what is posted may come twice. */
import { isUtf8 } from "node:buffer";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import type { MancataConsegna, NotificaRicevuta, ServizioIntegrazione, SistemaEnte } from "../../ports/sistema-ente.ts";
import type { HttpClient } from "./client.ts";
import type { Interruttore } from "./interruttore.ts";

/** Default read time of GovPay's connector is 5 s (reference 1.13): the same limit, connection included. */
const TEMPO_MILLISECONDI = 7_000;
/** Of the answer only the status matters; the text goes to the journal, shortened. */
const RISPOSTA_MASSIMA = 64 * 1024;

const segmenti = (...parti: readonly string[]): string => parti.map(encodeURIComponent).join("/");

/** The portal payment of the attempt, when it has one. */
const conSessione = (risorsa: string, notifica: Pick<NotificaRicevuta, "idSession" | "idSessionePortale" | "idCarrello">): string => {
  const parametri = new URLSearchParams();
  for (const nome of ["idSession", "idSessionePortale", "idCarrello"] as const) {
    const valore = notifica[nome];
    if (valore !== undefined) parametri.set(nome, valore);
  }
  return `${risorsa}${parametri.size > 0 ? `?${parametri.toString()}` : ""}`;
};

/** Whatever the alphabet of the layout, it leaves in UTF-8. */
const testoDi = (contenuto: Uint8Array): string => Buffer.from(contenuto).toString(isUtf8(contenuto) ? "utf8" : "latin1");
const base64Di = (testo: string): string => Buffer.from(testo, "utf8").toString("base64");

const JSON_TIPO = "application/json";
/** A flow, or a file, is one document of some megabytes. */
const TEMPO_DOCUMENTO_MILLISECONDI = 15_000;

/** The same addresses of the single things, of which a summary has a name of ours in place of theirs. */
const RISORSE_SINTESI = { SINTESI_PAGAMENTI: "rpp", SINTESI_FLUSSI_RENDICONTAZIONE: "flussiRendicontazione" } as const;

interface Spedizione {
  readonly method: "PUT" | "POST";
  readonly risorsa: string;
  readonly tipo: string;
  readonly body: string;
  readonly timeoutMillisecondi: number;
  readonly prova?: boolean | undefined;
}

/** @param interruttore one for the instance: a system that does not answer costs nothing to the others, and is tried again by the waits of each notification. */
export const createSistemaEnte = (http: HttpClient, interruttore?: Interruttore): SistemaEnte => {
  const send = async (
    { url, auth }: Pick<ServizioIntegrazione, "url" | "auth">,
    { risorsa, tipo, prova, ...richiesta }: Spedizione,
  ): Promise<Esito<{ status: number }, MancataConsegna>> => {
    if (interruttore?.pass(url) === false)
      return ko({ dettaglio: "il sistema dell'ente non risponde da più chiamate: sarà chiamato di nuovo al prossimo tentativo" });
    const esito = await http.request({
      ...richiesta,
      url: `${url.replace(/\/+$/, "")}${risorsa}`,
      headers: { "content-type": tipo, accept: JSON_TIPO, ...(prova && { "fiorino-prova": "true" }) },
      massimoByte: RISPOSTA_MASSIMA,
      auth,
    });
    interruttore?.record(
      url,
      esito.ok ? esito.valore.status >= 500 || esito.valore.status === 429 : esito.errore.causa !== "troppo-grande",
    );
    if (!esito.ok) return ko({ dettaglio: esito.errore.dettaglio });
    const { status, testo } = esito.valore;
    if (status >= 200 && status < 300) return ok({ status });
    return ko({ status, dettaglio: `il sistema dell'ente ha risposto ${status}: ${testo.slice(0, 200)}` });
  };
  const sendJson = (
    servizio: Pick<ServizioIntegrazione, "url" | "auth">,
    method: Spedizione["method"],
    risorsa: string,
    corpo: unknown,
    prova?: boolean,
  ) => send(servizio, { method, risorsa, tipo: JSON_TIPO, body: JSON.stringify(corpo), timeoutMillisecondi: TEMPO_MILLISECONDI, prova });
  const sendDocumento = (servizio: Pick<ServizioIntegrazione, "url" | "auth">, risorsa: string, tipo: string, body: string) =>
    send(servizio, { method: "POST", risorsa, tipo, body, timeoutMillisecondi: TEMPO_DOCUMENTO_MILLISECONDI });
  return {
    notifyRicevuta: (servizio, notifica) => {
      const { idDominio, iuv, idRicevuta, corpo, prova } = notifica;
      return sendJson(servizio, "PUT", conSessione(`/ricevute/${segmenti(idDominio, iuv, idRicevuta)}`, notifica), corpo, prova);
    },
    notifyPagamento: (servizio, notifica) => {
      const { idDominio, iuv, corpo, prova } = notifica;
      return sendJson(servizio, "POST", conSessione(`/pagamenti/${segmenti(idDominio, iuv)}`, notifica), corpo, prova);
    },
    notifyAnnullamento: (servizio, { idDominio, iuv, ccp, corpo, prova }) =>
      sendJson(servizio, "POST", `/pagamenti/${segmenti(idDominio, iuv, ccp)}/annulla`, corpo, prova),
    sendTracciato: (servizio, { idDominio, id, nome, nomeFile, da, a, contenuto }) => {
      const parametri = new URLSearchParams({ nome, nomeFile, dataInizio: da, dataFine: a });
      const risorsa = `/tracciatiContabili/${segmenti(idDominio, id)}?${parametri.toString()}`;
      return sendDocumento(servizio, risorsa, "text/plain; charset=utf-8", testoDi(contenuto));
    },
    sendSintesi: (servizio, { contenutoChiesto, idDominio, id, da, a, tipiPendenza, contenuto }) => {
      const parametri = new URLSearchParams({ dataInizio: da, dataFine: a });
      if (tipiPendenza.length > 0) parametri.set("tipiPendenza", tipiPendenza.join(","));
      return sendDocumento(
        servizio,
        `/${RISORSE_SINTESI[contenutoChiesto]}/${segmenti(idDominio, id)}?${parametri.toString()}`,
        "text/csv; charset=utf-8",
        testoDi(contenuto),
      );
    },
    sendRpp: (servizio, { idDominio, iuv, ccp, rpt, rt, prova }) => {
      const corpo = { ...(rpt !== undefined && { rpt: base64Di(rpt) }), ...(rt !== undefined && { rt: base64Di(rt) }) };
      return sendJson(servizio, "POST", `/rpp/${segmenti(idDominio, iuv, ccp)}`, corpo, prova);
    },
    notifyRendicontazione: (servizio, corpo) => sendJson(servizio, "POST", "/rendicontazioni", corpo),
    notifyRiepilogo: (servizio, corpo) => sendJson(servizio, "POST", "/riepiloghi", corpo),
    sendFlusso: (servizio, { idDominio, idFlusso, dataFlusso, xml }) => {
      const parametri = new URLSearchParams({ dataOraFlusso: toIsoRoma(dataFlusso) });
      const risorsa = `/flussiRendicontazione/${segmenti(idDominio, idFlusso)}?${parametri.toString()}`;
      return sendDocumento(servizio, risorsa, "application/xml", xml);
    },
  };
};

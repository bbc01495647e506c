/** Reading and writing of the FdR-3 contract (1.2.4): subscription key, parameters, pages, errors FDR-xxxx. */
import { randomUUID } from "node:crypto";
import { json, type Richiesta, type Risposta } from "../comune/http.ts";
import { formatImporto } from "../comune/importi.ts";
import { CHIAVE_SOTTOSCRIZIONE } from "../credenziali.ts";
import type { Psp } from "../psp/psp.ts";
import type { Flusso, Riga } from "./flussi.ts";

export const MASSIMA_PAGINA = 1000;
export const GIORNI_VISIBILI = 30;

const NOMI: Readonly<Record<number, string>> = { 400: "Bad Request", 404: "Not Found", 500: "Internal Server Error" };

/** A refusal in the shape of the contract. */
export const errore = (stato: number, appErrorCode: string, message: string, path?: string): Risposta =>
  json(
    stato,
    {
      errorId: randomUUID(),
      httpStatusCode: stato,
      httpStatusDescription: NOMI[stato] ?? "Error",
      appErrorCode,
      errors: [{ ...(path === undefined ? {} : { path }), message }],
    },
    "application/json",
  );

export const isRisposta = (valore: unknown): valore is Risposta => typeof valore === "object" && valore !== null && "stato" in valore;

/** The gateway in front of the service refuses a missing or wrong key before anything else is looked at. */
export const senzaChiave = (richiesta: Richiesta): Risposta | undefined => {
  const chiave = richiesta.req.headers["ocp-apim-subscription-key"] ?? richiesta.url.searchParams.get("subscription-key");
  if (chiave === CHIAVE_SOTTOSCRIZIONE) return undefined;
  const message =
    chiave === null || chiave === undefined
      ? "Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API."
      : "Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.";
  return json(401, { statusCode: 401, message });
};

export const intero = (richiesta: Richiesta, nome: string, predefinito: number, massimo: number): number | Risposta => {
  const testo = richiesta.url.searchParams.get(nome);
  if (testo === null) return predefinito;
  const valore = /^\d{1,9}$/.test(testo) ? Number(testo) : 0;
  return valore >= 1 && valore <= massimo ? valore : errore(400, "FDR-1000", `must be between 1 and ${massimo}`, nome);
};

/** Lower limit of a search: an instant inside the window of 30 days, or the start of the window when omitted (section 5.1). */
export const limite = (richiesta: Richiesta, nome: string, inizio: number): number | Risposta => {
  const testo = richiesta.url.searchParams.get(nome);
  if (testo === null) return inizio;
  const istante = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(testo) ? Date.parse(testo) : Number.NaN;
  if (Number.isNaN(istante)) return errore(400, "FDR-1000", "must be an ISO-8601 instant (yyyy-MM-dd'T'HH:mm:ss'Z')", nome);
  return istante >= inizio ? istante : errore(400, "FDR-1000", `must not be before the previous ${GIORNI_VISIBILI}th day`, nome);
};

export const pagina = <T>(elementi: readonly T[], numero: number, misura: number, totale: number): Record<string, unknown> => ({
  metadata: { pageSize: misura, pageNumber: numero, totPage: Math.max(1, Math.ceil(totale / misura)) },
  count: elementi.length,
  data: elementi,
});

export const presentaRiga = (riga: Riga): Record<string, unknown> => ({
  index: riga.indice,
  iuv: riga.iuv,
  iur: riga.iur,
  idTransfer: riga.idTransfer,
  pay: Number(formatImporto(riga.importo)),
  payStatus: riga.payStatus,
  payDate: `${riga.giorno}T00:00:00Z`,
});

export const presentaTestata = (flusso: Flusso, psp: Psp, ragioneSociale: string): Record<string, unknown> => ({
  status: "PUBLISHED",
  revision: flusso.revisione,
  created: flusso.creatoIl,
  updated: flusso.pubblicatoIl,
  fdr: flusso.idFlusso,
  fdrDate: flusso.dataFlusso,
  regulation: flusso.trn,
  regulationDate: flusso.dataRegolamento,
  bicCodePouringBank: psp.bic,
  sender: {
    type: psp.tipoMittente,
    id: psp.idMittente,
    pspId: psp.id,
    pspName: psp.nome,
    pspBrokerId: psp.idIntermediario,
    channelId: psp.idCanale,
  },
  receiver: { id: flusso.idDominio, organizationId: flusso.idDominio, organizationName: ragioneSociale },
  published: flusso.pubblicatoIl,
  computedTotPayments: flusso.numeroPagamenti,
  computedSumPayments: Number(formatImporto(flusso.importoTotale)),
  totPayments: flusso.numeroPagamenti,
  sumPayments: Number(formatImporto(flusso.importoTotale)),
});

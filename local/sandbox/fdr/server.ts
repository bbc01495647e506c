/** The FdR-3 server for organizations, exact to its contract (version 1.2.4): three reads, subscription key, errors FDR-xxxx. */
import { randomUUID } from "node:crypto";
import { conGuasti } from "../comune/guasti.ts";
import { json, type Richiesta, type Risposta, type Rotta, rotta } from "../comune/http.ts";
import { formatImporto } from "../comune/importi.ts";
import type { Contesto } from "../contesto.ts";
import { CHIAVE_SOTTOSCRIZIONE } from "../credenziali.ts";
import type { Configurazione } from "../nodo/configurazione.ts";
import { findPsp, type Psp } from "../psp/psp.ts";
import type { Flussi, Flusso, Riga } from "./flussi.ts";

const MASSIMA_PAGINA = 1000;
const GIORNI_VISIBILI = 30;
const GIORNO_MS = 86_400_000;
const BASE = "/sandbox/fdr-org/service/v1/organizations/{organizationId}/fdrs";

const NOMI: Readonly<Record<number, string>> = { 400: "Bad Request", 404: "Not Found", 500: "Internal Server Error" };

/** A refusal in the shape of the contract. */
const errore = (stato: number, appErrorCode: string, message: string, path?: string): Risposta =>
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

const isRisposta = (valore: unknown): valore is Risposta => typeof valore === "object" && valore !== null && "stato" in valore;

/** The gateway in front of the service refuses a missing or wrong key before anything else is looked at. */
const senzaChiave = (richiesta: Richiesta): Risposta | undefined => {
  const chiave = richiesta.req.headers["ocp-apim-subscription-key"] ?? richiesta.url.searchParams.get("subscription-key");
  if (chiave === CHIAVE_SOTTOSCRIZIONE) return undefined;
  const message =
    chiave === null || chiave === undefined
      ? "Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API."
      : "Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.";
  return json(401, { statusCode: 401, message });
};

const intero = (richiesta: Richiesta, nome: string, predefinito: number, massimo: number): number | Risposta => {
  const testo = richiesta.url.searchParams.get(nome);
  if (testo === null) return predefinito;
  const valore = /^\d{1,9}$/.test(testo) ? Number(testo) : 0;
  return valore >= 1 && valore <= massimo ? valore : errore(400, "FDR-1000", `must be between 1 and ${massimo}`, nome);
};

/** Lower limit of a search: an instant inside the window of 30 days, or the start of the window when omitted (section 5.1). */
const limite = (richiesta: Richiesta, nome: string, inizio: number): number | Risposta => {
  const testo = richiesta.url.searchParams.get(nome);
  if (testo === null) return inizio;
  const istante = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(testo) ? Date.parse(testo) : Number.NaN;
  if (Number.isNaN(istante)) return errore(400, "FDR-1000", "must be an ISO-8601 instant (yyyy-MM-dd'T'HH:mm:ss'Z')", nome);
  return istante >= inizio ? istante : errore(400, "FDR-1000", `must not be before the previous ${GIORNI_VISIBILI}th day`, nome);
};

const pagina = <T>(elementi: readonly T[], numero: number, misura: number, totale: number): Record<string, unknown> => ({
  metadata: { pageSize: misura, pageNumber: numero, totPage: Math.max(1, Math.ceil(totale / misura)) },
  count: elementi.length,
  data: elementi,
});

const presentaRiga = (riga: Riga): Record<string, unknown> => ({
  index: riga.indice,
  iuv: riga.iuv,
  iur: riga.iur,
  idTransfer: riga.idTransfer,
  pay: Number(formatImporto(riga.importo)),
  payStatus: riga.payStatus,
  payDate: `${riga.giorno}T00:00:00Z`,
});

const presentaTestata = (flusso: Flusso, psp: Psp, ragioneSociale: string): Record<string, unknown> => ({
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

export const rotteFdr = (contesto: Contesto, flussi: Flussi, configurazione: Configurazione): Rotta[] => {
  const inizioFinestra = (): number => Math.floor(contesto.ora() / GIORNO_MS) * GIORNO_MS - GIORNI_VISIBILI * GIORNO_MS;

  const controllaEnte = async (richiesta: Richiesta): Promise<{ idDominio: string; ragioneSociale: string } | Risposta> => {
    const idDominio = richiesta.parametri.organizationId ?? "";
    const ente = await configurazione.find(idDominio);
    if (ente === undefined) return errore(400, "FDR-2008", `Creditor institution with ID [${idDominio}] is invalid or unknown.`);
    if (!ente.abilitato) return errore(400, "FDR-2009", `Creditor institution with ID [${idDominio}] is not enabled.`);
    return ente;
  };

  const elenco = async (richiesta: Richiesta): Promise<Risposta> => {
    const ente = await controllaEnte(richiesta);
    if (isRisposta(ente)) return ente;
    const inizio = inizioFinestra();
    const numero = intero(richiesta, "page", 1, 999_999_999);
    const misura = intero(richiesta, "size", MASSIMA_PAGINA, MASSIMA_PAGINA);
    const dopo = limite(richiesta, "publishedGt", inizio);
    const flussiDal = limite(richiesta, "flowDate", inizio);
    for (const esito of [numero, misura, dopo, flussiDal]) if (isRisposta(esito)) return esito;
    if (isRisposta(numero) || isRisposta(misura)) return errore(400, "FDR-1000", "page");
    const pspId = richiesta.url.searchParams.get("pspId");
    if (pspId !== null && findPsp(pspId) === undefined) return errore(400, "FDR-2000", `PSP with ID [${pspId}] is invalid or unknown.`);
    const trovati = flussi
      .listUltimi(ente.idDominio)
      .filter((flusso) => Date.parse(flusso.pubblicatoIl) > Number(dopo) && Date.parse(flusso.dataFlusso) >= Number(flussiDal))
      .filter((flusso) => pspId === null || flusso.idPsp === pspId);
    const scelti = trovati.slice((numero - 1) * misura, numero * misura).map((flusso) => ({
      fdr: flusso.idFlusso,
      pspId: flusso.idPsp,
      revision: flusso.revisione,
      published: flusso.pubblicatoIl,
      flowDate: flusso.dataFlusso,
    }));
    return json(200, pagina(scelti, numero, misura, trovati.length), "application/json");
  };

  const trova = async (richiesta: Richiesta): Promise<{ flusso: Flusso; psp: Psp; ragioneSociale: string } | Risposta> => {
    const ente = await controllaEnte(richiesta);
    if (isRisposta(ente)) return ente;
    const { fdr = "", revision = "", pspId = "" } = richiesta.parametri;
    const psp = findPsp(pspId);
    if (psp === undefined) return errore(400, "FDR-2000", `PSP with ID [${pspId}] is invalid or unknown.`);
    if (!/^\d{4}-\d{2}-\d{2}/.test(fdr)) return errore(400, "FDR-3008", `Flow identifier [${fdr}] contains a date that is not compliant.`);
    if (!fdr.slice(10).startsWith(`${pspId}-`))
      return errore(400, "FDR-3009", `Flow identifier [${fdr}] contains a PSP ID that is not compliant.`);
    if (!/^[1-9]\d{0,8}$/.test(revision)) return errore(400, "FDR-1000", "must be greater than or equal to 1", "revision");
    const flusso = flussi.get(ente.idDominio, fdr, pspId, Number(revision));
    if (flusso === undefined || Date.parse(flusso.pubblicatoIl) < inizioFinestra())
      return errore(404, "FDR-3001", `Flow with ID [${fdr}] not found.`);
    return { flusso, psp, ragioneSociale: ente.ragioneSociale };
  };

  const testata = async (richiesta: Richiesta): Promise<Risposta> => {
    const trovato = await trova(richiesta);
    if (isRisposta(trovato)) return trovato;
    return json(200, presentaTestata(trovato.flusso, trovato.psp, trovato.ragioneSociale), "application/json");
  };

  const pagamenti = async (richiesta: Richiesta): Promise<Risposta> => {
    const trovato = await trova(richiesta);
    if (isRisposta(trovato)) return trovato;
    const numero = intero(richiesta, "page", 1, 999_999_999);
    const misura = intero(richiesta, "size", MASSIMA_PAGINA, MASSIMA_PAGINA);
    if (isRisposta(numero)) return numero;
    if (isRisposta(misura)) return misura;
    const righe = flussi.righe(trovato.flusso, (numero - 1) * misura, misura).map(presentaRiga);
    return json(200, pagina(righe, numero, misura, trovato.flusso.numeroPagamenti), "application/json");
  };

  const rifiuto = errore(500, "FDR-0500", "An unexpected error has occurred. Please contact support.");
  const servi = (percorso: string, operazione: string, gestore: (richiesta: Richiesta) => Promise<Risposta>): Rotta =>
    rotta(
      "GET",
      percorso,
      conGuasti(contesto.guasti, "fdr", operazione, rifiuto, (richiesta) => senzaChiave(richiesta) ?? gestore(richiesta)),
    );
  const uno = `${BASE}/{fdr}/revisions/{revision}/psps/{pspId}`;
  return [servi(BASE, "elenco", elenco), servi(uno, "testata", testata), servi(`${uno}/payments`, "pagamenti", pagamenti)];
};

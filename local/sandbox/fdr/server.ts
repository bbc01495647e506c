/** The FdR-3 server for organizations, exact to its contract (version 1.2.4): three reads over the flows that PSPs have published. */
import { json, type Richiesta, type Risposta, type Rotta, rotta } from "../comune/http.ts";
import { conServizio } from "../comune/servizio.ts";
import type { Contesto } from "../contesto.ts";
import type { Configurazione } from "../nodo/configurazione.ts";
import { findPsp, type Psp } from "../psp/psp.ts";
import {
  errore,
  GIORNI_VISIBILI,
  intero,
  isRisposta,
  limite,
  MASSIMA_PAGINA,
  pagina,
  presentaRiga,
  presentaTestata,
  senzaChiave,
} from "./contratto.ts";
import type { Flussi, Flusso } from "./flussi.ts";

const GIORNO_MS = 86_400_000;
const BASE = "/sandbox/fdr-org/service/v1/organizations/{organizationId}/fdrs";

interface Servizio {
  readonly contesto: Contesto;
  readonly flussi: Flussi;
  readonly configurazione: Configurazione;
}

const inizioFinestra = ({ contesto }: Servizio): number => Math.floor(contesto.ora() / GIORNO_MS) * GIORNO_MS - GIORNI_VISIBILI * GIORNO_MS;

const controllaEnte = async (
  { configurazione }: Servizio,
  richiesta: Richiesta,
): Promise<{ idDominio: string; ragioneSociale: string } | Risposta> => {
  const idDominio = richiesta.parametri.organizationId ?? "";
  const ente = await configurazione.find(idDominio);
  if (ente === undefined) return errore(400, "FDR-2008", `Creditor institution with ID [${idDominio}] is invalid or unknown.`);
  if (!ente.abilitato) return errore(400, "FDR-2009", `Creditor institution with ID [${idDominio}] is not enabled.`);
  return ente;
};

const elenco = async (servizio: Servizio, richiesta: Richiesta): Promise<Risposta> => {
  const ente = await controllaEnte(servizio, richiesta);
  if (isRisposta(ente)) return ente;
  const inizio = inizioFinestra(servizio);
  const numero = intero(richiesta, "page", 1, 999_999_999);
  const misura = intero(richiesta, "size", MASSIMA_PAGINA, MASSIMA_PAGINA);
  const dopo = limite(richiesta, "publishedGt", inizio);
  const flussiDal = limite(richiesta, "flowDate", inizio);
  for (const esito of [numero, misura, dopo, flussiDal]) if (isRisposta(esito)) return esito;
  if (isRisposta(numero) || isRisposta(misura)) return errore(400, "FDR-1000", "page");
  const pspId = richiesta.url.searchParams.get("pspId");
  if (pspId !== null && findPsp(pspId) === undefined) return errore(400, "FDR-2000", `PSP with ID [${pspId}] is invalid or unknown.`);
  const trovati = servizio.flussi
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

const trova = async (
  servizio: Servizio,
  richiesta: Richiesta,
): Promise<{ flusso: Flusso; psp: Psp; ragioneSociale: string } | Risposta> => {
  const ente = await controllaEnte(servizio, richiesta);
  if (isRisposta(ente)) return ente;
  const { fdr = "", revision = "", pspId = "" } = richiesta.parametri;
  const psp = findPsp(pspId);
  if (psp === undefined) return errore(400, "FDR-2000", `PSP with ID [${pspId}] is invalid or unknown.`);
  if (!/^\d{4}-\d{2}-\d{2}/.test(fdr)) return errore(400, "FDR-3008", `Flow identifier [${fdr}] contains a date that is not compliant.`);
  if (!fdr.slice(10).startsWith(`${pspId}-`))
    return errore(400, "FDR-3009", `Flow identifier [${fdr}] contains a PSP ID that is not compliant.`);
  if (!/^[1-9]\d{0,8}$/.test(revision)) return errore(400, "FDR-1000", "must be greater than or equal to 1", "revision");
  const flusso = servizio.flussi.get(ente.idDominio, fdr, pspId, Number(revision));
  if (flusso === undefined || Date.parse(flusso.pubblicatoIl) < inizioFinestra(servizio))
    return errore(404, "FDR-3001", `Flow with ID [${fdr}] not found.`);
  return { flusso, psp, ragioneSociale: ente.ragioneSociale };
};

const testata = async (servizio: Servizio, richiesta: Richiesta): Promise<Risposta> => {
  const trovato = await trova(servizio, richiesta);
  if (isRisposta(trovato)) return trovato;
  return json(200, presentaTestata(trovato.flusso, trovato.psp, trovato.ragioneSociale), "application/json");
};

const pagamenti = async (servizio: Servizio, richiesta: Richiesta): Promise<Risposta> => {
  const trovato = await trova(servizio, richiesta);
  if (isRisposta(trovato)) return trovato;
  const numero = intero(richiesta, "page", 1, 999_999_999);
  const misura = intero(richiesta, "size", MASSIMA_PAGINA, MASSIMA_PAGINA);
  if (isRisposta(numero)) return numero;
  if (isRisposta(misura)) return misura;
  const righe = servizio.flussi.righe(trovato.flusso, (numero - 1) * misura, misura).map(presentaRiga);
  return json(200, pagina(righe, numero, misura, trovato.flusso.numeroPagamenti), "application/json");
};

export const rotteFdr = (servizio: Servizio): Rotta[] => {
  const rifiuto = errore(500, "FDR-0500", "An unexpected error has occurred. Please contact support.");
  const servi = (percorso: string, operazione: string, gestore: (servizio: Servizio, richiesta: Richiesta) => Promise<Risposta>): Rotta =>
    rotta(
      "GET",
      percorso,
      conServizio(
        servizio.contesto,
        { parte: "fdr", operazione, rifiuto },
        (richiesta) => senzaChiave(richiesta) ?? gestore(servizio, richiesta),
      ),
    );
  const uno = `${BASE}/{fdr}/revisions/{revision}/psps/{pspId}`;
  return [servi(BASE, "elenco", elenco), servi(uno, "testata", testata), servi(`${uno}/payments`, "pagamenti", pagamenti)];
};

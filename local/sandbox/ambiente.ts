/** Who and what is on this machine: the addresses of the APIs and the credentials to try them with. */

import { CITTADINI } from "./cittadini/persone.ts";
import { PERCORSO_CITTADINI } from "./cittadini/rotte.ts";
import {
  AMMINISTRATORE,
  APPLICAZIONE,
  basic,
  CHIAVE_SOTTOSCRIZIONE,
  ENTE,
  NODO,
  OPERATORE,
  STAZIONE_STORICA,
  VERTICALE,
} from "./credenziali.ts";
import { PERCORSO } from "./identita/percorso.ts";
import { PERSONE } from "./identita/persone.ts";
import { PSP } from "./psp/psp.ts";
import { CREDITORI, STAZIONE, TIPI_PENDENZA } from "./seed-dati.ts";

export const API = [
  { nome: "pendenze", versione: "v2", titolo: "Pendenze", descrizione: "Carica, consulta e annulla le pendenze; stampa gli avvisi." },
  { nome: "pagamento", versione: "v2", titolo: "Pagamento", descrizione: "Avvia i pagamenti da un portale e ne segue l'esito." },
  { nome: "utente", versione: "v1", titolo: "Utente", descrizione: "Accesso e uscita dei cittadini, deleghe per le aziende." },
  { nome: "cittadino", versione: "v1", titolo: "Cittadino", descrizione: "Ciò che un portale mostra al cittadino." },
  { nome: "portale", versione: "v1", titolo: "Portale", descrizione: "Fra un front end e i back end di parti diverse." },
  {
    nome: "riconciliazione",
    versione: "v3",
    titolo: "Riconciliazione",
    descrizione: "Flussi, ricevute, riscossioni e riconciliazioni con la cassa.",
  },
  {
    nome: "backoffice",
    versione: "v1",
    titolo: "Backoffice",
    descrizione: "Enti, stazioni, conti, entrate, tipi di pendenza e applicazioni.",
  },
  { nome: "pagopa", versione: "", titolo: "pagoPA", descrizione: "Le primitive SOAP che il Nodo chiama (paForNode)." },
] as const;

const indirizzoDi = (baseUrl: string, api: (typeof API)[number]): string =>
  api.nome === "pagopa" ? `${baseUrl}/pagopa/paForNode` : `${baseUrl}/${api.nome}/${api.versione}`;

/** Whether the operator's own account exists: an installation without the operators' resource has only the administrator. */
const operatoreDi = async (baseUrl: string): Promise<{ username: string; password: string }> => {
  try {
    const risposta = await fetch(`${baseUrl}/backoffice/v1/profilo`, {
      headers: { authorization: basic(OPERATORE) },
      signal: AbortSignal.timeout(5_000),
    });
    return risposta.ok ? OPERATORE : AMMINISTRATORE;
  } catch {
    return AMMINISTRATORE;
  }
};

export const descriviAmbiente = async (baseUrl: string): Promise<Record<string, unknown>> => ({
  api: Object.fromEntries(API.map((api) => [api.nome, indirizzoDi(baseUrl, api)])),
  creditori: CREDITORI.map(({ idDominio, segregationCode, dati, conti }) => ({
    idDominio,
    ragioneSociale: dati.ragioneSociale,
    auxDigit: "3",
    segregationCode,
    iban: conti.map((conto) => conto.iban),
    tipiPendenza: TIPI_PENDENZA.map(({ idTipoPendenza }) => idTipoPendenza),
  })),
  stazione: STAZIONE.idStazione,
  stazioneStorica: { ...STAZIONE_STORICA, urlRPT: `${baseUrl}/sandbox/nodo`, subscriptionKey: CHIAVE_SOTTOSCRIZIONE },
  applicazione: APPLICAZIONE,
  verticale: VERTICALE,
  amministratore: AMMINISTRATORE,
  operatore: await operatoreDi(baseUrl),
  identita: {
    emittente: `${baseUrl}${PERCORSO}`,
    accesso: `${baseUrl}/backoffice/v1/login/oidc`,
    persone: PERSONE.map(({ id, nome, gruppi }) => ({ id, nome, gruppi })),
  },
  cittadini: {
    accesso: `${baseUrl}/utente/v1/login`,
    provider: ["spid", "cie"].map((stile) => `${baseUrl}${PERCORSO_CITTADINI}/${stile}`),
    persone: CITTADINI.map(({ id, codiceFiscale, nome, cognome, chi }) => ({ id, codiceFiscale, nome: `${nome} ${cognome}`, chi })),
  },
  nodo: NODO,
  ente: ENTE,
  psp: PSP.map(({ id, nome }) => ({ id, nome })),
  sandbox: `${baseUrl}/sandbox`,
  checkout: `${baseUrl}/sandbox/checkout/ec/v2`,
  fdr: { url: `${baseUrl}/sandbox/fdr-org/service/v1`, subscriptionKey: CHIAVE_SOTTOSCRIZIONE },
});

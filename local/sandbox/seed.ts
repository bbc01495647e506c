/**
 * The demonstration registry, written the way an administrator would: through the Backoffice API, over HTTP. Every step is a PUT, so it can
 * be run again at any time and brings the configuration back.
 */
import {
  APPLICAZIONE,
  CITTADINI_CLIENT,
  ENTE,
  NODO,
  OPERATORE,
  RIFERIMENTO_CHIAVE,
  RIFERIMENTO_PASSWORD_ENTE,
  VERTICALE,
} from "./credenziali.ts";
import { MODELLO_IUV } from "./ente/debiti.ts";
import { comunicazioni, promemoriaDi } from "./seed-comunicazioni.ts";
import { CREDITORI, type CreditoreDemo, ENTRATE, INTERMEDIARIO, SERVIZI, type ServizioDemo, STAZIONE, TIPI_PENDENZA } from "./seed-dati.ts";
import { type Fila, type Passo, runOndate } from "./seed-passi.ts";

/** Made the first time that it is asked for, with two keys. */
const ATTESA_EMITTENTI_MS = 30_000;

/** What the seed needs of the machine. */
export interface Destinazione {
  readonly baseUrl: string;
}

const intermediario = (baseUrl: string): Passo => ({
  percorso: `/intermediari/${INTERMEDIARIO.idIntermediario}`,
  corpo: {
    denominazione: INTERMEDIARIO.denominazione,
    principalPagoPa: NODO.username,
    passwordPagoPa: NODO.password,
    servizioPagoPa: { urlRPT: `${baseUrl}/sandbox/nodo`, subscriptionKey: RIFERIMENTO_CHIAVE },
    servizioPagoPaCheckout: { url: `${baseUrl}/sandbox/checkout/ec/v2`, subscriptionKey: RIFERIMENTO_CHIAVE },
    servizioPagoPaACA: { url: `${baseUrl}/sandbox/aca/debt-positions-service/v1`, subscriptionKey: RIFERIMENTO_CHIAVE },
    servizioPagoPaGPD: { url: `${baseUrl}/sandbox/gpd/debt-positions-service/v1`, subscriptionKey: RIFERIMENTO_CHIAVE },
    servizioPagoPaBackofficeEC: { url: `${baseUrl}/sandbox/backoffice/external/ec/v1`, subscriptionKey: RIFERIMENTO_CHIAVE },
    servizioPagoPaRecuperoRT: { url: `${baseUrl}/sandbox/bizevents/service/v1`, subscriptionKey: RIFERIMENTO_CHIAVE },
    servizioPagoPaFR: { url: `${baseUrl}/sandbox/fdr-org/service/v1`, subscriptionKey: RIFERIMENTO_CHIAVE },
    abilitato: true,
  },
});

const stazione: Passo = {
  percorso: `/intermediari/${INTERMEDIARIO.idIntermediario}/stazioni/${STAZIONE.idStazione}`,
  corpo: { versione: STAZIONE.versione, abilitato: true },
};

const dominio = (creditore: CreditoreDemo): Passo => ({
  percorso: `/domini/${creditore.idDominio}`,
  corpo: {
    ...creditore.dati,
    nazione: "IT",
    intermediato: true,
    stazione: STAZIONE.idStazione,
    auxDigit: "3",
    segregationCode: creditore.segregationCode,
    scaricaFr: true,
    abilitato: true,
  },
});

const conti = (creditore: CreditoreDemo): Passo[] =>
  creditore.conti.map((conto) => ({
    percorso: `/domini/${creditore.idDominio}/contiAccredito/${conto.iban}`,
    corpo: {
      bic: conto.bic,
      postale: conto.postale,
      descrizione: conto.descrizione,
      intestatario: creditore.dati.ragioneSociale,
      // Invented, like the accounts: with it the notices of the postal account carry their bollettino.
      ...(conto.postale && { autStampaPosteItaliane: "AUT. DB/DEMO/001 00001 DEL 01/01/2026" }),
      abilitato: true,
    },
  }));

const unita = (creditore: CreditoreDemo): Passo => ({
  percorso: `/domini/${creditore.idDominio}/unitaOperative/TRIBUTI`,
  corpo: { ragioneSociale: "Ufficio Tributi", abilitato: true },
});

const entrateDelCreditore = (creditore: CreditoreDemo): Passo[] =>
  creditore.entrate.map(([idEntrata, ibanAccredito]) => ({
    percorso: `/domini/${creditore.idDominio}/entrate/${idEntrata}`,
    corpo: { ibanAccredito, abilitato: true },
  }));

/** From a day that precedes any clock of the demonstration. */
const toServizio = ({ nome: _, idDominio: __, idTipoPendenza: ___, ...servizio }: ServizioDemo) => ({
  ...servizio,
  ...{ abilitato: true, commissione: false, dataInizioValidita: "2020-01-01", idA2A: APPLICAZIONE.idA2A },
});

const tipiDelCreditore = (creditore: CreditoreDemo): Passo[] =>
  TIPI_PENDENZA.map(({ idTipoPendenza }) => {
    const servizio = SERVIZI.find((voce) => voce.idDominio === creditore.idDominio && voce.idTipoPendenza === idTipoPendenza);
    return {
      percorso: `/domini/${creditore.idDominio}/tipiPendenza/${idTipoPendenza}`,
      corpo: {
        ...(servizio && { servizioPagoPA: toServizio(servizio) }),
        ...promemoriaDi(creditore.idDominio, idTipoPendenza),
      },
    };
  });

const applicazione = (baseUrl: string): Passo => ({
  percorso: `/applicazioni/${APPLICAZIONE.idA2A}`,
  corpo: {
    principal: APPLICAZIONE.username,
    password: APPLICAZIONE.password,
    domini: CREDITORI.map(({ idDominio }) => idDominio),
    tipiPendenza: ["*", "autodeterminazione"],
    apiPagamenti: true,
    apiPendenze: true,
    apiRagioneria: true,
    servizioIntegrazione: {
      url: `${baseUrl}/sandbox/ente`,
      versioneApi: "REST v2",
      auth: { username: ENTE.username, password: RIFERIMENTO_PASSWORD_ENTE },
    },
    acl: [],
    ruoli: [],
    abilitato: true,
  },
});

/** The debts of this one are not loaded: the gateway asks its system, whose notice numbers have a series of their own. */
const verticale = (baseUrl: string): Passo => ({
  percorso: `/applicazioni/${VERTICALE.idA2A}`,
  corpo: {
    principal: VERTICALE.username,
    password: VERTICALE.password,
    domini: CREDITORI.map(({ idDominio }) => idDominio),
    tipiPendenza: ["*"],
    codificaAvvisi: { regExpIuv: MODELLO_IUV, generazioneIuvInterna: true },
    apiPendenze: true,
    servizioIntegrazione: {
      url: `${baseUrl}/sandbox/ente`,
      versioneApi: "REST v2",
      auth: { username: ENTE.username, password: RIFERIMENTO_PASSWORD_ENTE },
    },
    acl: [],
    ruoli: [],
    abilitato: true,
  },
});

const LETTURA_E_SCRITTURA = ["R", "W"];
const LETTURA = ["R"];

/** What the groups of the identity provider are worth (credenziali.ts, PROVIDER). */
const RUOLI: Readonly<Record<string, readonly (readonly [servizio: string, autorizzazioni: readonly string[]])[]>> = {
  amministratori: [
    "Anagrafica PagoPA",
    "Anagrafica Creditore",
    "Anagrafica Applicazioni",
    "Anagrafica Ruoli",
    "Pagamenti",
    "Pendenze",
    "Rendicontazioni e Incassi",
    "Giornale degli Eventi",
    "Configurazione e manutenzione",
  ].map((servizio) => [servizio, LETTURA_E_SCRITTURA] as const),
  contabili: [
    ["Rendicontazioni e Incassi", LETTURA_E_SCRITTURA],
    ["Pagamenti", LETTURA],
    ["Pendenze", LETTURA],
    ["Anagrafica Creditore", LETTURA],
  ],
  sportello: [
    ["Pendenze", LETTURA_E_SCRITTURA],
    ["Pagamenti", LETTURA],
    ["Anagrafica Creditore", LETTURA],
  ],
};

const ruoli: readonly Passo[] = Object.entries(RUOLI).map(([idRuolo, acl]) => ({
  percorso: `/ruoli/${idRuolo}`,
  corpo: { acl: acl.map(([servizio, autorizzazioni]) => ({ servizio, autorizzazioni })) },
  facoltativo: true,
}));

const operatore: Passo = {
  percorso: `/operatori/${OPERATORE.username}`,
  corpo: {
    ragioneSociale: "Operatore di cassa",
    password: OPERATORE.password,
    domini: CREDITORI.map(({ idDominio }) => idDominio),
    tipiPendenza: ["*"],
    acl: [
      { servizio: "Pendenze", autorizzazioni: ["R", "W"] },
      { servizio: "Pagamenti", autorizzazioni: ["R", "W"] },
      { servizio: "Rendicontazioni e Incassi", autorizzazioni: ["R", "W"] },
      { servizio: "Anagrafica Creditore", autorizzazioni: ["R"] },
      { servizio: "Giornale degli Eventi", autorizzazioni: ["R"] },
    ],
    ruoli: [],
    abilitato: true,
  },
  facoltativo: true,
};

/** Citizens come in through the two providers of the sandbox, and may be sent back to the pages of this machine. */
const accessoCittadini = (baseUrl: string): Passo => ({
  percorso: "/configurazioni",
  metodo: "PATCH",
  corpo: [
    {
      op: "REPLACE",
      path: "/accessoCittadini",
      value: {
        abilitato: true,
        provider: (["spid", "cie"] as const).map((id) => ({
          ...{ id, nome: id.toUpperCase(), tipo: id.toUpperCase(), emittente: `${baseUrl}/sandbox/cittadini/${id}` },
          client: { id: CITTADINI_CLIENT, segreto: "segreto:cittadini", scope: "openid" },
          ...{ livelloMinimo: 2, acr: ["https://www.spid.gov.it/SpidL2"], logout: true },
        })),
        urlLogin: [{ id: "inizio", indirizzo: `${baseUrl}/sandbox` }],
        urlLogout: [{ id: "inizio", indirizzo: `${baseUrl}/sandbox` }],
      },
    },
  ],
  facoltativo: true,
});

/** Stamps are believed when they come from the PSPs of this machine; a gateway alone, without its sandbox, believes none. */
const marcheDaBollo = async (baseUrl: string): Promise<Fila> => {
  const risposta = await fetch(`${baseUrl}/sandbox/psp/emittenti-bolli`, { signal: AbortSignal.timeout(ATTESA_EMITTENTI_MS) });
  if (!risposta.ok) return [];
  const corpo = [{ op: "REPLACE", path: "/marcheDaBollo", value: await risposta.json() }];
  return [{ percorso: "/configurazioni", metodo: "PATCH", corpo, facoltativo: true }];
};

/**
 * Waves of rows: a wave begins when the one before has ended, its rows go together, and a row one step after the other. The steps of a row are
 * of one function, which so starts once: that is ten times what a step takes.
 */
const ondate = (baseUrl: string, marche: Fila): readonly (readonly Fila[])[] => [
  [
    [intermediario(baseUrl), stazione],
    ENTRATE.map(({ idEntrata, descrizione, codiceContabilita }) => ({
      percorso: `/entrate/${idEntrata}`,
      corpo: { descrizione, tipoContabilita: "ALTRO", codiceContabilita },
    })),
    TIPI_PENDENZA.map(({ idTipoPendenza, ...corpo }) => ({
      percorso: `/tipiPendenza/${idTipoPendenza}`,
      corpo: { ...corpo, abilitato: true },
    })),
    ruoli,
    [accessoCittadini(baseUrl), comunicazioni(baseUrl), ...marche],
  ],
  [CREDITORI.map(dominio)],
  [CREDITORI.flatMap(conti), CREDITORI.map(unita), [applicazione(baseUrl), verticale(baseUrl)], [operatore]],
  // After the accounts, and after the applications: a service of the catalogue names the one that owns its debts.
  [CREDITORI.flatMap(entrateDelCreditore), CREDITORI.flatMap(tipiDelCreditore)],
];

/** Seeds the demonstration registry. @throws Error (Italian) naming the first step refused. */
export const seed = async ({ baseUrl }: Destinazione): Promise<void> => runOndate(baseUrl, ondate(baseUrl, await marcheDaBollo(baseUrl)));

/** An installation to be configured from nothing: the PUTs of the Backoffice in the order in which they refer to each other, as many creditors as asked. */
import type { Oggetto } from "./cliente.ts";

export interface Scrittura {
  /** Relative to the API Backoffice. */
  readonly percorso: string;
  readonly corpo: Oggetto;
}

const INTERMEDIARIO = "80100000012";
const RUOLO = "Operatore-ente";
/** Segregation codes go from 00 to 49: so many creditors for each station. */
const ENTI_PER_STAZIONE = 50;

const TIPI = [
  { id: "TARI-D", descrizione: "Tassa sui rifiuti", contabilita: "E.1.01.01.51.001" },
  { id: "MENSA-D", descrizione: "Refezione scolastica", contabilita: "E.3.01.02.01.008" },
  { id: "SUOLO-D", descrizione: "Canone unico patrimoniale", contabilita: "E.3.01.03.01.002" },
  { id: "CIE-D", descrizione: "Carta d'identità elettronica", contabilita: "E.3.01.02.01.033" },
] as const;

/** Remainder of a number too long for a double, digit by digit. */
const resto97 = (cifre: string): number => [...cifre].reduce((resto, cifra) => (resto * 10 + Number(cifra)) % 97, 0);
const inCifre = (testo: string): string => [...testo].map((c) => (/\d/.test(c) ? c : String(c.charCodeAt(0) - 55))).join("");

/** CIN of an Italian account number: weights of odd and even places. */
const PESI = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
const cinDi = (bban: string): string => {
  const somma = [...bban].reduce((totale, cifra, i) => totale + (i % 2 === 0 ? (PESI[Number(cifra)] ?? 0) : Number(cifra)), 0);
  return String.fromCharCode(65 + (somma % 26));
};

const ibanDi = (abi: string, numero: number): string => {
  const bban = `${abi}01600${String(numero).padStart(12, "0")}`;
  const completo = `${cinDi(bban)}${bban}`;
  return `IT${String(98 - resto97(inCifre(`${completo}IT00`))).padStart(2, "0")}${completo}`;
};

const oauth2 = {
  ...{ clientId: "fiorino", clientSecret: "segreto:demo-oauth2", urlTokenEndpoint: "https://accesso.example.it/token", scope: "pagopa" },
};

const rete = (stazioni: number): Scrittura[] => [
  {
    percorso: `/intermediari/${INTERMEDIARIO}`,
    corpo: {
      denominazione: "Consorzio dei servizi digitali",
      principalPagoPa: "CN=nodo-consorzio.example.it,O=PagoPA S.p.A.,C=IT",
      servizioPagoPa: { urlRPT: "https://nodo.example.it/webservices", subscriptionKey: "segreto:demo-nodo" },
      servizioPagoPaCheckout: { url: "https://checkout.example.it/ec/v1", subscriptionKey: "segreto:demo-checkout", abilitaGDE: true },
      servizioPagoPaFR: { url: "https://fdr.example.it/service/v1", subscriptionKey: "segreto:demo-fdr" },
      servizioPagoPaGPD: { url: "https://gpd.example.it/v1", auth: oauth2 },
      servizioPagoPaBackofficeEC: {
        url: "https://selfcare.example.it/v1",
        auth: { apiId: "consorzio", apiKey: "segreto:demo-backoffice" },
      },
      abilitato: true,
    },
  },
  ...Array.from({ length: stazioni }, (_, i) => ({
    percorso: `/intermediari/${INTERMEDIARIO}/stazioni/${INTERMEDIARIO}_${String(i + 1).padStart(2, "0")}`,
    corpo: { versione: "V2", abilitato: true },
  })),
];

const ruolo = (): Scrittura => ({
  percorso: `/ruoli/${RUOLO}`,
  corpo: {
    acl: [
      { servizio: "Pendenze", autorizzazioni: ["R", "W"] },
      { servizio: "Anagrafica Creditore", autorizzazioni: ["R"] },
    ],
  },
});

const comuni = (): Scrittura[] =>
  TIPI.flatMap(({ id, descrizione, contabilita }) => [
    { percorso: `/entrate/${id}`, corpo: { descrizione, tipoContabilita: "SIOPE", codiceContabilita: contabilita } },
    {
      percorso: `/tipiPendenza/${id}`,
      corpo: {
        descrizione,
        pagaTerzi: true,
        abilitato: true,
        avvisaturaMail: { promemoriaAvviso: { abilitato: true, tipo: "freemarker", allegaPdf: true } },
      },
    },
  ]);

/** Works for its creditor alone. */
const utenzeDi = (i: number, idDominio: string): Scrittura[] => [
  {
    percorso: `/applicazioni/GEST-${i}`,
    corpo: {
      principal: `gestionale-${i}`,
      domini: [{ idDominio, unitaOperative: ["TRIBUTI"] }],
      tipiPendenza: TIPI.map(({ id }) => id),
      acl: [],
      ...{ apiPagamenti: true, apiPendenze: true, apiRagioneria: true, abilitato: true },
      servizioIntegrazione: {
        url: `https://gestionale-${i}.example.it/pagopa/v2`,
        versioneApi: "REST v2",
        auth: { username: "fiorino", password: "segreto:demo-gestionale" },
      },
    },
  },
  {
    percorso: `/operatori/operatore-${i}`,
    corpo: {
      ragioneSociale: `Operatore ${i}`,
      domini: [idDominio],
      tipiPendenza: ["*"],
      acl: [],
      ruoli: [RUOLO],
      abilitato: true,
    },
  },
];

const ente = (i: number): Scrittura[] => {
  const idDominio = `8${String(10_000_000_00 + i).padStart(10, "0")}`;
  const base = `/domini/${idDominio}`;
  const [banca, posta] = [ibanDi("05428", 100_000 + i), ibanDi("07601", 200_000 + i)];
  const stazione = Math.floor(i / ENTI_PER_STAZIONE) + 1;
  return [
    {
      percorso: base,
      corpo: {
        ragioneSociale: `Comune di Prova ${i + 1}`,
        gln: `800${idDominio.slice(0, 10)}`,
        cbill: `D${String(i).padStart(4, "0")}`,
        stazione: `${INTERMEDIARIO}_${String(stazione).padStart(2, "0")}`,
        auxDigit: "3",
        segregationCode: String(i % ENTI_PER_STAZIONE).padStart(2, "0"),
        ...{ indirizzo: "Piazza del Municipio", civico: "1", cap: "12100", localita: `Prova ${i + 1}`, provincia: "CN", nazione: "IT" },
        ...{ email: `protocollo@comune${i + 1}.example.it`, scaricaFr: true, abilitato: true },
      },
    },
    ...["TRIBUTI", "SCUOLA"].map((id) => ({
      percorso: `${base}/unitaOperative/${id}`,
      corpo: { ragioneSociale: `Ufficio ${id}`, abilitato: true },
    })),
    { percorso: `${base}/contiAccredito/${banca}`, corpo: { postale: false, abilitato: true, descrizione: "Tesoreria" } },
    {
      percorso: `${base}/contiAccredito/${posta}`,
      corpo: { postale: true, abilitato: true, intestatario: `Comune di Prova ${i + 1}`, autStampaPosteItaliane: "DB/SSIC/E 2026" },
    },
    ...TIPI.flatMap(({ id }) => [
      { percorso: `${base}/entrate/${id}`, corpo: { ibanAccredito: banca, ibanAppoggio: posta, abilitato: true } },
      { percorso: `${base}/tipiPendenza/${id}`, corpo: { abilitato: true, pagaTerzi: id !== "CIE-D" } },
    ]),
    ...utenzeDi(i, idDominio),
  ];
};

/** Groups in order: what is in one refers only to those before. Inside the last, the writes of one creditor are in order and those of two do not meet. */
export const buildInstallazione = (
  enti: number,
): { readonly comuni: readonly Scrittura[]; readonly enti: readonly (readonly Scrittura[])[] } => ({
  comuni: [...rete(Math.ceil(enti / ENTI_PER_STAZIONE)), ...comuni(), ruolo()],
  enti: Array.from({ length: enti }, (_, i) => ente(i)),
});

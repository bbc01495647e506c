/** The demonstration registry: who the creditors are and how they collect. Names and accounts are invented; codes and IBANs check out. */
import { FORM_BOLLO, FORM_OCCUPAZIONE } from "./form-cittadino.ts";
import { FORM_COSAP } from "./form-cosap.ts";

export const INTERMEDIARIO = { idIntermediario: "99001122334", denominazione: "Fiorino Servizi Digitali" } as const;
export const STAZIONE = { idStazione: "99001122334_01", versione: "V2" } as const;

export interface ContoDemo {
  readonly iban: string;
  readonly bic: string;
  readonly postale: boolean;
  readonly descrizione: string;
}

export interface EntrataDemo {
  readonly idEntrata: string;
  readonly descrizione: string;
  /** Code of the pagoPA taxonomy, without its prefix: a demonstration debt must load without remarks. */
  readonly codiceContabilita: string;
}

export interface CreditoreDemo {
  readonly idDominio: string;
  readonly segregationCode: string;
  /** IPA and SIOPE codes: the treasurer writes them in the cash journal. */
  readonly codiceIpa: string;
  readonly codiceIstat: string;
  readonly dati: {
    readonly ragioneSociale: string;
    readonly gln: string;
    readonly cbill: string;
    readonly indirizzo: string;
    readonly civico: string;
    readonly cap: string;
    readonly localita: string;
    readonly provincia: string;
    readonly email: string;
    readonly pec: string;
    readonly web: string;
    readonly area: string;
  };
  readonly conti: readonly ContoDemo[];
  /** Income codes of the creditor with the account each is credited to. */
  readonly entrate: readonly (readonly [string, string])[];
}

const COMUNE_CC = "IT35C9900112900000000000001";
const COMUNE_POSTALE = "IT05T0760112900001012345678";
const UNIONE_CC = "IT85J9900212901000000000002";

export const ENTRATE: readonly EntrataDemo[] = [
  { idEntrata: "TARI", descrizione: "Tassa sui rifiuti", codiceContabilita: "0101101IM/" },
  { idEntrata: "COSAP", descrizione: "Canone di occupazione del suolo pubblico", codiceContabilita: "0101102TS/" },
  { idEntrata: "MENSA", descrizione: "Refezione scolastica", codiceContabilita: "0107101TS/" },
  { idEntrata: "LIBERO", descrizione: "Altre entrate", codiceContabilita: "0103101AP/" },
];

export const TIPI_PENDENZA = [
  { idTipoPendenza: "TARI", descrizione: "Tassa sui rifiuti (TARI)", codificaIUV: "01", pagaTerzi: true },
  {
    idTipoPendenza: "COSAP",
    descrizione: "Canone di occupazione del suolo pubblico",
    codificaIUV: "02",
    pagaTerzi: true,
    portaleBackoffice: FORM_COSAP,
    portalePagamento: FORM_OCCUPAZIONE,
  },
  { idTipoPendenza: "MENSA", descrizione: "Refezione scolastica", codificaIUV: "03", pagaTerzi: true },
  { idTipoPendenza: "BOLLOT", descrizione: "Marca da bollo digitale", codificaIUV: "98", pagaTerzi: false, portalePagamento: FORM_BOLLO },
  { idTipoPendenza: "LIBERO", descrizione: "Pagamento libero", codificaIUV: "99", pagaTerzi: true },
] as const;

export const CREDITORI: readonly CreditoreDemo[] = [
  {
    idDominio: "01234567897",
    segregationCode: "01",
    codiceIpa: "CBFRNO",
    codiceIstat: "000123456",
    dati: {
      ragioneSociale: "Comune di Borgofiorino",
      gln: "8000000000019",
      cbill: "BF001",
      indirizzo: "Piazza del Municipio",
      civico: "1",
      cap: "12900",
      localita: "Borgofiorino",
      provincia: "CN",
      email: "tributi@borgofiorino.example",
      pec: "comune@pec.borgofiorino.example",
      web: "https://www.borgofiorino.example",
      area: "Ufficio Tributi",
    },
    conti: [
      { iban: COMUNE_CC, bic: "BDBGIT2BXXX", postale: false, descrizione: "Conto di tesoreria" },
      { iban: COMUNE_POSTALE, bic: "BPPIITRRXXX", postale: true, descrizione: "Conto corrente postale" },
    ],
    entrate: [
      ["TARI", COMUNE_CC],
      ["COSAP", COMUNE_CC],
      ["MENSA", COMUNE_POSTALE],
      ["LIBERO", COMUNE_CC],
    ],
  },
  {
    idDominio: "91001750081",
    segregationCode: "02",
    codiceIpa: "UCVALF",
    codiceIstat: "000123457",
    dati: {
      ragioneSociale: "Unione dei Comuni della Valfiorita",
      gln: "8000000000026",
      cbill: "VF002",
      indirizzo: "Via della Valle",
      civico: "22",
      cap: "12901",
      localita: "Valfiorita",
      provincia: "CN",
      email: "ragioneria@valfiorita.example",
      pec: "unione@pec.valfiorita.example",
      web: "https://www.valfiorita.example",
      area: "Ragioneria",
    },
    conti: [{ iban: UNIONE_CC, bic: "FIOPIT2FXXX", postale: false, descrizione: "Conto di tesoreria" }],
    entrate: [
      ["TARI", UNIONE_CC],
      ["COSAP", UNIONE_CC],
      ["MENSA", UNIONE_CC],
      ["LIBERO", UNIONE_CC],
    ],
  },
];

export interface ServizioDemo {
  /** As a person calls it, on the page. */
  readonly nome: string;
  readonly idDominio: string;
  /** Debt type that the requests become. */
  readonly idTipoPendenza: string;
  readonly idServizio: string;
  readonly idSoggettoServizio: string;
  readonly descrizione: string;
  readonly schema: string;
  readonly pendenza: Readonly<Record<string, unknown>>;
}

const BOLLO = "{{ se(tipoVeicoloTarga = '1', importo('180,50'), importo('35')) }}";

/** Spontaneous payments at a PSP: the services of the catalogue that the two creditors provide. */
export const SERVIZI: readonly ServizioDemo[] = [
  {
    ...{ nome: "Canone unico patrimoniale", idDominio: "01234567897", idTipoPendenza: "COSAP", schema: "Cup_1_0_0" },
    ...{ idServizio: "00007", idSoggettoServizio: "00001", descrizione: "Canone unico patrimoniale" },
    pendenza: {
      causale: "Canone unico patrimoniale",
      soggettoPagatore: {
        tipo: "F",
        identificativo: "{{ debtorFiscalCode }}",
        anagrafica: "{{ debtorFullName }}",
        email: "{{ debtorEmail }}",
      },
      importo: "{{ importo(amount) }}",
      voci: [{ idVocePendenza: "1", importo: "{{ importo(amount) }}", descrizione: "Canone unico patrimoniale", codEntrata: "COSAP" }],
    },
  },
  {
    ...{ nome: "Carta d'identità elettronica", idDominio: "01234567897", idTipoPendenza: "LIBERO", schema: "Cie_1_0_0" },
    ...{ idServizio: "00009", idSoggettoServizio: "00001", descrizione: "Carta d'identità elettronica" },
    pendenza: {
      causale: "Carta d'identità elettronica",
      soggettoPagatore: { tipo: "F", identificativo: "{{ codiceFiscaleIntestatario }}", anagrafica: "{{ denominazioneIntestatario }}" },
      importo: 22.21,
      voci: [{ idVocePendenza: "1", importo: 22.21, descrizione: "Emissione CIE", codEntrata: "LIBERO" }],
    },
  },
  {
    ...{ nome: "Tassa automobilistica", idDominio: "91001750081", idTipoPendenza: "LIBERO", schema: "TassaAutomobilistica_1_1_0" },
    ...{ idServizio: "00001", idSoggettoServizio: "00002", descrizione: "Tassa automobilistica" },
    pendenza: {
      idPendenza: "BOLLO-{{ maiuscolo(veicoloTarga) }}-{{ parte(oggi, 0, 4) }}",
      causale: "Tassa automobilistica {{ parte(oggi, 0, 4) }}, targa {{ maiuscolo(veicoloTarga) }}",
      importo: BOLLO,
      voci: [{ idVocePendenza: "1", importo: BOLLO, descrizione: "Tassa automobilistica", codEntrata: "LIBERO" }],
    },
  },
];

/** The demonstration registry: who the creditors are and how they collect. Names and accounts are invented; codes and IBANs check out. */

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
  { idTipoPendenza: "COSAP", descrizione: "Canone di occupazione del suolo pubblico", codificaIUV: "02", pagaTerzi: true },
  { idTipoPendenza: "MENSA", descrizione: "Refezione scolastica", codificaIUV: "03", pagaTerzi: true },
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

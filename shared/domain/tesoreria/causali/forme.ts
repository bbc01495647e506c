/**
 * How a transfer that comes from pagoPA is written: the standard forms of the SACI and those that treasurers use in their place, one row each. The reader follows
 * this table from the top, so the order is that of certainty; a new form is a new row, with the text that shows it.
 */

/** What follows the words of a form. */
export type CodiceForma = "flusso" | "iuv" | "avviso" | "iur";

export interface Forma {
  readonly id: string;
  readonly descrizione: string;
  readonly codice: CodiceForma;
  /** Up to the first character of the code; the group `n` is the number after TXT. */
  readonly parole: RegExp;
  /** The words alone prove that it is pagoPA: a code of an unusual shape is taken too. */
  readonly certa: boolean;
  readonly esempio: string;
  readonly atteso: string;
  readonly fonte: string;
}

/** Banks leave blanks inside words and take O for 0, I for 1 or l: one alternative per character, so that time stays linear. */
const tollerante = (parola: string): string =>
  [...parola].map((lettera) => (lettera === "O" ? "[O0]" : lettera === "I" ? "[I1L]" : lettera)).join(" ?");

const INIZIO = "(?<![A-Z0-9])";
/** The tag of the record (RI1) may be stuck to the reference. */
const INIZIO_RIFERIMENTO = "(?:(?<![A-Z0-9])|(?<=RI1))";
const SEPARATORE = " ?[^A-Z0-9 ]? ?";
/** Between a word and its code: any character, or nothing where a year, or digits, follow at once. */
const URI = `${tollerante("URI")}(?! ?[^A-Z0-9]? ?NOT ?PROVIDED)(?: ?[^A-Z0-9] ?|(?=2 ?[0O]))`;
const RIVERSAMENTO = `${tollerante("LGPE")}${SEPARATORE}${tollerante("RIVERSAMENTO")}`;
const MESE_GIORNO = "- ?(?:0 ?[1-9]|1 ?[0-2]) ?- ?(?:0 ?[1-9]|[12] ?\\d|3 ?[01])";
/** ABI code, or BIC of 8 or 11 characters: what nearly every sender is. */
const MITTENTE = "(?:A ?B ?I(?: ?\\d){5}|[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)";

const re = (...pezzi: readonly string[]): RegExp => new RegExp(pezzi.join(""), "gi");

const ID = "2026-03-17ABI03069-000012345";
const IUV = "01188340000064356";
const IUR = "3f2a9c0d4b5e6f708192a3b4c5d6e7f8";

export const FORME: readonly Forma[] = [
  {
    id: "CUMULATIVO_TXT",
    descrizione: "riversamento cumulativo con il numero dell'integrazione (0 = ordinario)",
    codice: "flusso",
    parole: re(RIVERSAMENTO, SEPARATORE, tollerante("TXT"), SEPARATORE, "(?<n>\\d)", SEPARATORE, URI),
    certa: true,
    esempio: `/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/${ID}`,
    atteso: ID,
    fonte: "SACI 2.0, operazione di trasferimento fondi; link-it/govpay#470",
  },
  {
    id: "CUMULATIVO",
    descrizione: "riversamento cumulativo, la forma più comune",
    codice: "flusso",
    parole: re(RIVERSAMENTO, SEPARATORE, URI),
    certa: true,
    esempio: `/PUR/LGPE-RIVERSAMENTO/URI/${ID}`,
    atteso: ID,
    fonte: "SACI 1.3; pagopa/pagopa-api#276",
  },
  {
    id: "CUMULATIVO_TESTO",
    descrizione: "riversamento cumulativo con un testo libero in mezzo",
    codice: "flusso",
    parole: re(RIVERSAMENTO, "[^]{0,150}?", `(?:${INIZIO}|(?=URI2 ?[0O]))`, URI),
    certa: true,
    esempio: `/PUR/LGPE-RIVERSAMENTO Banca Prova pagamenti del 20260317/URI/${ID}`,
    atteso: ID,
    fonte: "SACI 1.4",
  },
  {
    id: "CUMULATIVO_MUTILO",
    descrizione: "riversamento cumulativo che ha perso una delle prime parole",
    codice: "flusso",
    parole: re(
      `(?:${tollerante("RIVERSAMENTO")}|${INIZIO}${tollerante("LGPE")}(?:[ -]{0,3}[A-Z]{1,11})?)`,
      `(?:${SEPARATORE}TXT${SEPARATORE}(?<n>\\d))?`,
      SEPARATORE,
      URI,
    ),
    certa: false,
    esempio: `CRBIIT2B URI NOT PROVIDED RIVERSAMENTO/URI/${ID} PSP S.p.A.`,
    atteso: ID,
    fonte: "pagopa/pagopa-api#263",
  },
  {
    id: "URI_SOLO",
    descrizione: "resta solo URI con l'identificativo del flusso",
    codice: "flusso",
    parole: re(INIZIO, URI),
    certa: false,
    esempio: `BONIFICO SEPA URI/${ID}`,
    atteso: ID,
    fonte: "causale tagliata all'inizio; pagopa/pagopa-api#263",
  },
  {
    id: "FLUSSO_NUDO",
    descrizione: "resta solo l'identificativo del flusso",
    codice: "flusso",
    parole: re("(?<![A-Z0-9-])", `(?=2 ?0 ?\\d ?\\d ?${MESE_GIORNO} ?${MITTENTE} ?- ?[A-Z0-9])`),
    certa: false,
    esempio: `ACCREDITO INCASSI ${ID}`,
    atteso: ID,
    fonte: "causale riassunta dal tesoriere; più identificativi in una riga",
  },
  {
    id: "SINGOLO_RFS",
    descrizione: "pagamento singolo con riferimento strutturato RF, a gruppi di quattro",
    codice: "iuv",
    parole: re(INIZIO_RIFERIMENTO, "R ?F ?S(?: ?[^A-Z0-9] ?|(?=RF\\d\\d))"),
    certa: true,
    esempio: "/RFS/RF18 5390 0754 7034/10.00/TXT/TARI 2026",
    atteso: "RF18539007547034",
    fonte: "SACI 1.3, causale di versamento; link-it/govpay#366",
  },
  {
    id: "SINGOLO_RFB",
    descrizione: "pagamento singolo con riferimento libero: lo IUV",
    codice: "iuv",
    parole: re(INIZIO_RIFERIMENTO, "R ?F ?B(?: ?[^A-Z0-9] ?|(?=(?:\\d ?){15}))"),
    certa: true,
    esempio: `/RFB/${IUV}/10.00/TXT/TARI 2026`,
    atteso: IUV,
    fonte: "SACI 1.3, causale di versamento",
  },
  {
    id: "IUV_NOMINATO",
    descrizione: "lo IUV chiamato per nome",
    codice: "iuv",
    parole: re(INIZIO, "I ?U ?V(?: ?N(?:UM|R)?\\.?| ?CODICE)?(?: ?[^A-Z0-9] ?){1,2}"),
    certa: false,
    esempio: `INCASSO PAGOPA IUV: ${IUV} RETTA MENSA`,
    atteso: IUV,
    fonte: "registrazioni a mano del tesoriere",
  },
  {
    id: "AVVISO_PAGOPA",
    descrizione: "il numero d'avviso di 18 cifre, come nelle esecuzioni AVVISO PAGOPA del giornale di cassa OPI",
    codice: "avviso",
    parole: re(
      INIZIO,
      "(?:AVVISO|NAV|COD(?:ICE)?\\.? AVVISO)(?: PAGOPA| PAGO PA| DI PAGAMENTO| ANALOGICO)?(?: N(?:UMERO|UM|R)?\\b\\.?)?(?: ?[^A-Z0-9] ?){1,2}",
    ),
    certa: false,
    esempio: `AVVISO PAGOPA N. 3${IUV} COMUNE DI PROVA`,
    atteso: IUV,
    fonte: "OPI 1.8, tipo_esecuzione AVVISO PAGOPA",
  },
  {
    id: "CBILL",
    descrizione: "il numero d'avviso come codice bolletta CBILL",
    codice: "avviso",
    parole: re(INIZIO, "(?:C ?BILL|BOLLETTA|ID(?:ENTIFICATIVO)?\\.? BOLLETTA)(?: N(?:UMERO|UM|R)?\\b\\.?)?(?: ?[^A-Z0-9] ?){1,2}"),
    certa: false,
    esempio: `PAGAMENTO CBILL 3${IUV}`,
    atteso: IUV,
    fonte: "home banking che pagano con CBILL",
  },
  {
    id: "IUR_NOMINATO",
    descrizione: "l'identificativo della riscossione chiamato per nome",
    codice: "iur",
    parole: re(INIZIO, "(?:I ?U ?R|ID(?:ENTIFICATIVO)? (?:UNIVOCO )?RISCOSSIONE|ID RICEVUTA|RECEIPT ?ID)(?: ?[^A-Z0-9] ?){1,2}"),
    certa: false,
    esempio: `ACCREDITO SERVIZIO PAGOPA IUR ${IUR}`,
    atteso: IUR,
    fonte: "link-it/govpay#429",
  },
  {
    id: "POSTE_IUR",
    descrizione: "riga di Poste con la sola riscossione, senza flusso",
    codice: "iur",
    parole: re(INIZIO, "BOLLETTINO P ?\\.? ?A\\b ?\\.?[^]{0,60}?", INIZIO, "(?=(?:[0-9A-F] ?){31}[0-9A-F])"),
    certa: false,
    esempio: `ACCREDITO BOLLETTINO P.A. ${IUR}`,
    atteso: IUR,
    fonte: "link-it/govpay#429",
  },
];

/**
 * What banks do to the text of a transfer on its way to the treasurer, one row each. Where a rewriting undoes the damage for sure, the row carries it and the reader
 * applies it first, in this order; the others are borne by the words of the forms and by the readers of the codes, and the row says where.
 */

export interface Alterazione {
  readonly id: string;
  readonly descrizione: string;
  /** A text altered so, and the code that must come out of it. */
  readonly esempio: string;
  readonly atteso: string;
  readonly fonte: string;
  /** `trova` becomes `metti`, everywhere. */
  readonly annulla?: { readonly trova: RegExp; readonly metti: string };
  /** Seen in the text, for the reports: only where seeing it is not guessing. */
  readonly segno?: RegExp;
}

const ID = "2026-03-17ABI03069-000012345";
const IUV = "01188340000064356";
const PAYHUB = "pagopa/p4pa-payhub-activities, prove del lettore delle causali";
const SACI = "SACI: AT-05 passa da due banche";

/** Rows with a rewriting first, in the order in which they are applied. */
export const ALTERAZIONI: readonly Alterazione[] = [
  {
    id: "CODIFICA_WEB",
    descrizione: "barre scritte come entità HTML o in codifica percentuale",
    esempio: `&#47;PUR&#47;LGPE-RIVERSAMENTO&#x2F;URI%2F${ID}`,
    atteso: ID,
    fonte: "esportazioni dell'home banking",
    annulla: { trova: /&#47;|&#x2f;|%2f/gi, metti: "/" },
  },
  {
    id: "TRATTI_TIPOGRAFICI",
    descrizione: "trattini lunghi o speciali al posto del trattino",
    esempio: `/PUR/LGPE–RIVERSAMENTO/URI/2026–03–17ABI03069—000012345`,
    atteso: ID,
    fonte: "fogli di calcolo e copia da PDF",
    annulla: { trova: /[\u2010-\u2015\u2212\uFE63\uFF0D]/g, metti: "-" },
  },
  {
    id: "SPAZI_INVISIBILI",
    descrizione: "spazi di larghezza nulla e caratteri di controllo in mezzo al testo",
    esempio: `/PUR/LGPE-RIVER\u200BSAMENTO/URI/2026-03-17ABI\u00AD03069-0000\u000012345`,
    atteso: ID,
    fonte: "copia da PDF; tracciati a lunghezza fissa riempiti con zeri binari",
    annulla: { trova: /[\p{Cc}\p{Cf}]/gu, metti: "" },
  },
  {
    id: "ETICHETTA_CONTINUAZIONE",
    descrizione: "la causale prosegue in un altro record, con l'etichetta RI2, RI3 in mezzo alla chiave",
    esempio: "RI1/PUR/LGPE-RIVERSAMENTO/URI/2026-03-17ABI03069-0000 :RI2:12345",
    atteso: ID,
    fonte: "CBI RH, record 63; pagopa/pagopa-api#272",
    annulla: { trova: /[ :]{1,2}R ?I ?[2-9] ?[:/] ?(?=[A-Z0-9])/gi, metti: " " },
  },
  {
    id: "SEPARATORI_DOPPI",
    descrizione: "barre raddoppiate",
    esempio: `//PUR//LGPE-RIVERSAMENTO//URI//${ID}`,
    atteso: ID,
    fonte: "passaggi tra sistemi che proteggono la barra",
    annulla: { trova: /([/\\.:|])\1+/g, metti: "$1" },
  },
  {
    id: "DATA_SENZA_TRATTINI",
    descrizione: "la data dell'identificativo senza trattini, o con un altro segno",
    esempio: "/PUR/LGPE-RIVERSAMENTO/URI/2026 03 17ABI03069 000012345",
    atteso: ID,
    fonte: SACI,
    annulla: {
      trova:
        /(?<=URI|[^A-Z0-9]|^)(20\d\d)[ ./_]?(0[1-9]|1[0-2])[ ./_]?(0[1-9]|[12]\d|3[01])(?= ?A ?B ?I ?\d| ?[A-Z]{6}[A-Z0-9]{2}[ A-Z0-9]|(?<=URI[^A-Z0-9]{0,3}.{8,10})(?:[A-Z]|$))/gi,
      metti: "$1-$2-$3",
    },
  },
  {
    id: "SEPARATORE_CAMBIATO",
    descrizione: "punti, due punti o spazi al posto delle barre",
    esempio: `.PUR.LGPE-RIVERSAMENTO.URI.${ID}. TRN 1234`,
    atteso: ID,
    fonte: PAYHUB,
    segno: /P ?U ?R ?[^A-Z0-9/] ?L ?G ?P ?E/i,
  },
  {
    id: "SEPARATORI_PERSI",
    descrizione: "barre sparite, parole attaccate",
    esempio: `PURLGPERIVERSAMENTOURI${ID}`,
    atteso: ID,
    fonte: "pagopa/pagopa-api#272",
    segno: /PURLGPE|RIVERSAMENTOURI/i,
  },
  {
    id: "MAIUSCOLE",
    descrizione: "tutto in maiuscolo: gli identificativi si confrontano senza badare al caso",
    esempio: "/PUR/LGPE-RIVERSAMENTO/URI/2026-03-17UNCRITMM-A1B2C3",
    atteso: "2026-03-17UNCRITMM-A1B2C3",
    fonte: "govpay, parametro idFlussoCaseInsensitive",
  },
  {
    id: "MINUSCOLE",
    descrizione: "tutto in minuscolo",
    esempio: `/pur/lgpe-riversamento/uri/${ID.toLowerCase()}`,
    atteso: ID,
    fonte: SACI,
    segno: /^[^A-Z]*[a-z][^A-Z]*$/,
  },
  {
    id: "SPAZIO_NELLE_PAROLE",
    descrizione: "uno spazio dentro LGPE-RIVERSAMENTO",
    esempio: `/PUR/L GPE - RIVERSA MENTO/URI/${ID}`,
    atteso: ID,
    fonte: PAYHUB,
    segno: /L GPE|LG PE|LGP E|LGPE[ -]* -|LGPE- +R/i,
  },
  {
    id: "SPAZIO_NELLA_CHIAVE",
    descrizione: "uno spazio dentro la data o il numero dell'identificativo",
    esempio: "/PUR/LGPE-RIVERSAMENTO/URI/2026-03- 17ABI03069-0000 12345",
    atteso: ID,
    fonte: PAYHUB,
    segno: /20\d\d- ?\d\d- \d|20\d\d-\d\d-\d \d/,
  },
  {
    id: "RIGHE_A_COLONNE",
    descrizione: "testo spezzato a colonne fisse, con a capo e rientri",
    esempio: "/PUR/LGPE-RIVERSAMENTO/URI/2026-03-1\r\n   7ABI03069-000012345",
    atteso: ID,
    fonte: "CBI RH, campi di 35 e 105 caratteri",
    segno: /[\r\n]/,
  },
  {
    id: "PREFISSO_BANCA",
    descrizione: "parole della banca prima della causale: ACCREDITI VARI, BONIFICO ISTANTANEO, GIROFONDI BANCA D'ITALIA, GIROCONTO",
    esempio: `ACCREDITI VARI LGPE-RIVERSAMENTO/URI/${ID}`,
    atteso: ID,
    fonte: PAYHUB,
    segno: /^ *(?:ACCREDITI VARI|BON(?:IFICO|\.)? ?IST|GIROFONDI|GIROCONTO|ACCREDITO|BONIFICO)/i,
  },
  {
    id: "ETICHETTE_CBI",
    descrizione: "la causale chiusa fra etichette del record (:ERI: :RI3: :SEC:), anche con spazi tra le lettere",
    esempio: `:ERI:EUR 000000000012345 :MA2:EU R : R I 3 :/PUR/LGPE-RIVERSAMENTO/URI/${ID} :SEC:CASH :TR1:PSP CBILL`,
    atteso: ID,
    fonte: PAYHUB,
    segno: /: ?[A-Z] ?[A-Z] ?[A-Z0-9] ?:/i,
  },
  {
    id: "URI_NON_FORNITO",
    descrizione: "URI NOT PROVIDED prima della causale vera",
    esempio: `URI NOT PROVIDED /PUR/LGPE-RIVERSAMENTO/URI/${ID}`,
    atteso: ID,
    fonte: "pagopa/pagopa-api#263",
    segno: /NOT ?PROVIDED/i,
  },
  {
    id: "CODA_BANCA",
    descrizione: "ordinante, importi e riferimenti della banca dopo la chiave",
    esempio: `/PUR/LGPE-RIVERSAMENTO/URI/${ID} ORD PSP SPA 1234,50 EUR`,
    atteso: ID,
    fonte: "mypivot, esempi del giornale di cassa",
  },
  {
    id: "COPIA_TRONCATA",
    descrizione: "la causale ripetuta, la seconda volta tagliata",
    esempio: `/PUR/LGPE-RIVERSAMENTO/URI/${ID} .PUR.LGPE-RIVERSAMENTO.URI.2026-03- TRXID: 12`,
    atteso: ID,
    fonte: "pagopa/p4pa, prove end-to-end della tesoreria",
  },
  {
    id: "CHIAVE_TRONCATA",
    descrizione: "il testo finisce dentro l'identificativo",
    esempio: "/PUR/LGPE-RIVERSAMENTO/URI/2026-03-17ABI030",
    atteso: "2026-03-17ABI030",
    fonte: "pagopa/pagopa-api#272",
  },
  {
    id: "PIU_CHIAVI",
    descrizione: "più identificativi in una riga",
    esempio: `/PUR/LGPE-RIVERSAMENTO/URI/2026-03-16ABI03069-000012344,${ID}`,
    atteso: ID,
    fonte: "tesorieri che accreditano insieme più bonifici dello stesso PSP",
  },
  {
    id: "TESTO_ATTACCATO",
    descrizione: "il testo della banca attaccato alla causale",
    esempio: `000000000000000,00000000000000101,01EUR/ZZ2PSP SPA/PUR/LGPE-RIVERSAMENTO/URI/${ID}/ZZ4/ID1357`,
    atteso: ID,
    fonte: "link-it/govpay, esempi dell'API Ragioneria",
  },
  {
    id: "CARATTERI_SIMILI",
    descrizione: "la lettera O per lo zero, I o L per l'uno: corretti solo dove resta una lettura sola",
    esempio: `/RFB/O1188340000064356/10.00`,
    atteso: IUV,
    fonte: "causali ribattute a mano e lette da PDF",
    segno: /20\dO-|2O\d\d-|RIVERSAMENT0|R?F[SB][^A-Z0-9]O\d/i,
  },
];

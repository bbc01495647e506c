/**
 * Personal data in the messages that our own APIs exchange, masked before they reach the journal: who investigates needs to know what was asked, not about whom.
 * Messages of pagoPA are not touched: they are originals, kept byte for byte (SANP), and read only with a right of its own.
 */
const CAMPI = [
  ...["identificativo", "codiceFiscale", "idDebitore", "idDebitori", "anagrafica", "anagraficaDebitore", "nome", "cognome", "nominativo"],
  ...[
    "indirizzo",
    "civico",
    "cap",
    "localita",
    "email",
    "pec",
    "cellulare",
    "telefono",
    "tel",
    "fax",
    "entityUniqueIdentifierValue",
    "fullName",
  ],
  ...["iban", "ibanAccredito", "ibanAppoggio", "fiscalCode", "streetName", "civicNumber", "postalCode"],
] as const;

const DATO = new RegExp(String.raw`"(${CAMPI.join("|")})"(\s*:\s*)("(?:[^"\\]|\\.)*"?|\d+)`, "gi");
const CODICE_FISCALE = /\b[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]\b/gi;
const IBAN = /\bIT\d{2}[A-Z]\d{10}[0-9A-Z]{12}\b/gi;

/** Of a JSON text, even one that is not well formed: the fields by name, and tax codes and accounts wherever they are. */
export const maskDatiPersonali = (testo: string): string =>
  testo.replace(DATO, '"$1"$2"***"').replace(CODICE_FISCALE, "***").replace(IBAN, "***");

export const MASCHERATURE = ["datiPersonali", "credenziali"] as const;
export type Mascheratura = (typeof MASCHERATURE)[number];

/** @param sezione `giornaleEventi` as stored; unsaid or badly said, personal data are masked. */
export const mascheraturaOf = (sezione: Readonly<Record<string, unknown>> | undefined): Mascheratura =>
  sezione?.["mascheratura"] === "credenziali" ? "credenziali" : "datiPersonali";

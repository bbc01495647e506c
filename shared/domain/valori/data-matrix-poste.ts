/** The text that the DataMatrix of a "bollettino postale PA" holds: fields of fixed width, 256 characters in all (Poste, manuale della stampa in proprio). */
export interface DatiDataMatrixPoste {
  readonly numeroAvviso: string;
  /** At most 12 digits. */
  readonly contoPostale: string;
  /** Cents. */
  readonly importo: bigint;
  readonly idDominio: string;
  readonly identificativoDebitore: string;
  readonly anagrafica: string;
  readonly oggetto: string;
}

export const LUNGHEZZA_DATA_MATRIX_POSTE = 256;
/** Ten digits of cents. */
export const IMPORTO_MASSIMO_BOLLETTINO = 9_999_999_999n;

/** Type of document of the bollettino whose amount and notice number are printed. */
const TIPO_DOCUMENTO = "896";
const FASE_PAGAMENTO = "P1";
const RIEMPIMENTO = 12;

/** Capital letters without accents, digits and the punctuation that Poste reads; the rest becomes a blank, so that no field shifts. */
const testoPoste = (testo: string, larghezza: number): string =>
  testo
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ß", "SS")
    .toUpperCase()
    .replace(/[’‘]/g, "'")
    .replace(/[^A-Z0-9'\-&,.:_ ]/gu, " ")
    .slice(0, larghezza)
    .padEnd(larghezza, " ");

const conLunghezza = (cifre: string): string => `${cifre.length}${cifre}`;

/** @returns 256 characters. The amount must not exceed `IMPORTO_MASSIMO_BOLLETTINO`: a longer one would shift the fields after it. */
export const buildDataMatrixPoste = (dati: DatiDataMatrixPoste): string =>
  [
    "codfase=NBPA;",
    conLunghezza(dati.numeroAvviso),
    conLunghezza(dati.contoPostale.padStart(12, "0")),
    conLunghezza(dati.importo.toString().padStart(10, "0")),
    conLunghezza(TIPO_DOCUMENTO),
    `1${FASE_PAGAMENTO}`,
    testoPoste(dati.idDominio, 11),
    testoPoste(dati.identificativoDebitore, 16),
    testoPoste(dati.anagrafica, 40),
    testoPoste(dati.oggetto, 110),
    " ".repeat(RIEMPIMENTO),
    "A",
  ].join("");

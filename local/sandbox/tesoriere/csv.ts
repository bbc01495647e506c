/** The same day as the spreadsheet a small bank sends: semicolons, decimal comma, texts that can never be taken for a formula. */
import { formatImporto } from "../comune/importi.ts";
import type { Movimento } from "./movimenti.ts";
import type { GiornaleDiCassa } from "./opi.ts";

const COLONNE = [
  "numero_sospeso",
  "data_contabile",
  "data_valuta",
  "iban",
  "importo",
  "segno",
  "ordinante",
  "causale",
  "trn",
  "end_to_end_id",
] as const;

/** A cell: quoted when needed, and a leading sign of a formula made harmless. */
const cella = (testo: string): string => {
  const innocua = /^[=+\-@\t\r]/.test(testo) ? `'${testo}` : testo;
  return /[";\r\n]/.test(innocua) ? `"${innocua.replaceAll('"', '""')}"` : innocua;
};

const riga = (voce: Movimento): string =>
  [
    String(voce.numero),
    voce.giorno,
    voce.dataValuta,
    voce.iban,
    formatImporto(voce.importo).replace(".", ","),
    "C",
    voce.ordinante.nome,
    voce.causale,
    voce.trn,
    voce.endToEndId,
  ]
    .map(cella)
    .join(";");

export const buildCsv = (giornale: GiornaleDiCassa): string =>
  [COLONNE.join(";"), ...giornale.conti.flatMap((giornata) => giornata.movimenti).map(riga), ""].join("\r\n");

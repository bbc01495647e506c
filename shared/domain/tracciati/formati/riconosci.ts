/** Which layout a CSV has, from its first record: the template of the debt type, MyPay and Piattaforma Unitaria by the names, GovPay by the positions. */
import { type Esito, ko, ok } from "../../esito.ts";
import { findSeparatore, splitRecord } from "../csv.ts";
import type { RecordCsv } from "../lettore-csv.ts";
import { COLONNE_SCARTI, isMypay, locateColonne, versioneDi } from "./colonne-mypay.ts";
import type { DialettoCsv, LeggiRiga } from "./formato.ts";
import { COLONNA_IMPORTO, COLONNE_GOVPAY, COLONNE_GOVPAY_MINIME, leggiRigaGovpay } from "./govpay.ts";
import { compileModello, TIPO_MODELLO } from "./modello.ts";
import { createLeggiMypay } from "./mypay.ts";

/** `tracciatoCsv` of a debt type (reference 2.12). */
export interface ModelloCsv {
  readonly tipo: string;
  /** Header of the outcome file, with the template of its rows. */
  readonly intestazione?: string;
  readonly risposta?: unknown;
  /** Template of the debt. */
  readonly definizione: unknown;
  /** Of the installation, not of the type: it stands in for GovPay's columns, while a MyPay file stays what its names say. */
  readonly predefinito?: boolean;
}

/** GovPay's own default describes the columns that we know: only a template that we can execute stands in for them. */
const isInVigore = (modello: ModelloCsv, colonne: readonly string[]): boolean =>
  modello.predefinito !== true || (modello.tipo.toLowerCase() === TIPO_MODELLO && !isMypay(colonne));

const DIFETTI_MOSTRATI = 5;

const describeDifetti = (difetti: readonly string[]): string => {
  const altri = difetti.length - DIFETTI_MOSTRATI;
  return `intestazione: ${difetti.slice(0, DIFETTI_MOSTRATI).join("; ")}${altri > 0 ? `; e altri ${altri} difetti` : ""}`;
};

const BOM = "\uFEFF";

/** The dialect of a file that starts with this record. Errors: what is wrong, in Italian. */
export const recognizeDialetto = (primo: RecordCsv, modello: ModelloCsv | undefined): Esito<DialettoCsv> => {
  const testo = primo.testo.startsWith(BOM) ? primo.testo.slice(1) : primo.testo;
  const separatore = findSeparatore(testo);
  const letta = splitRecord(testo, separatore);
  if (!letta.ok) return ko(`intestazione: ${letta.errore}`);
  const colonne = letta.valore;
  const comune = { separatore, colonne, intestazione: testo, inizio: primo.dopo, versioneFormato: "" };
  if (modello && isInVigore(modello, colonne)) {
    if (modello.tipo.toLowerCase() !== TIPO_MODELLO)
      return ko(
        `il modello CSV del tipo pendenza è di tipo ${modello.tipo.slice(0, 35)}, che non si esegue: serve il tipo ${TIPO_MODELLO}`,
      );
    return ok({ ...comune, formato: "modello" });
  }
  if (isMypay(colonne)) {
    const { posizioni, difetti } = locateColonne(colonne);
    if (difetti.length > 0) return ko(describeDifetti(difetti));
    const versioneFormato = versioneDi(posizioni);
    return ok({ ...comune, versioneFormato, formato: versioneFormato === "2.0" ? "piattaforma-unitaria" : "mypay" });
  }
  const proprie = colonne.filter((nome) => !COLONNE_SCARTI.includes(nome.trim().toLowerCase())).length;
  if (proprie < COLONNE_GOVPAY_MINIME || proprie > COLONNE_GOVPAY)
    return ko(
      `intestazione non riconosciuta: ${proprie} colonne (${colonne.slice(0, 3).join(", ").slice(0, 100)}…); attesi i nomi di MyPay 1.x o della Piattaforma Unitaria 2.0, o le ${COLONNE_GOVPAY} colonne di GovPay`,
    );
  // A header has a name where a row has its amount.
  const senzaIntestazione = /^\s*\d+([.,]\d{1,2})?\s*$/.test(colonne[COLONNA_IMPORTO] ?? "");
  return ok({ ...comune, formato: "govpay", ...(senzaIntestazione && { inizio: 0, intestazione: "" }) });
};

/** The reader of the rows of a dialect. Errors: what is wrong in the template. */
export const createLeggiRiga = (dialetto: DialettoCsv, modello: ModelloCsv | undefined): Esito<LeggiRiga> => {
  switch (dialetto.formato) {
    case "modello":
      return modello ? compileModello(modello.definizione, dialetto.colonne) : ko("il tipo pendenza non ha più un modello CSV");
    case "mypay":
    case "piattaforma-unitaria":
      return ok(createLeggiMypay(locateColonne(dialetto.colonne).posizioni, dialetto.versioneFormato));
    default:
      return ok(leggiRigaGovpay);
  }
};

/** Cells that a row of this dialect may have: exactly the header's, fewer at the end for GovPay's positions. */
export const checkColonne = ({ formato, colonne }: DialettoCsv, trovate: number): string | undefined => {
  if (formato === "govpay")
    return trovate < COLONNE_GOVPAY_MINIME || trovate > COLONNE_GOVPAY + 1
      ? `attese ${COLONNE_GOVPAY} colonne, trovate ${trovate}`
      : undefined;
  return trovate === colonne.length ? undefined : `attese ${colonne.length} colonne, trovate ${trovate}`;
};

/** A record of a layout, as text: every value is data, never something that a spreadsheet, an XML reader or a program would run. */

import { type Esito, ko, ok } from "../../esito.ts";
import type { TipoColonna, Valore } from "../../esportazioni/tabelle.ts";
import { writeCella } from "../../tracciati/csv.ts";
import { giornoDi, toIsoRoma } from "../../valori/date.ts";
import { formatImporto } from "../../valori/importo.ts";
import type { ContestoFile, ContestoRiga } from "./fonte.ts";
import { readFonte, tipoFonte } from "./fonti.ts";
import {
  type CampoTracciato,
  FORMATI_GIORNO,
  FORMATI_IMPORTO,
  type FormatoCampo,
  type LayoutTracciato,
  type ParteCampo,
} from "./tracciato-contabile.ts";

const formatGiorno = (giorno: string, formato: FormatoCampo, istante: string | undefined): string => {
  const [anno = "", mese = "", giornoMese = ""] = giorno.split("-");
  switch (formato) {
    case "GG/MM/AAAA":
      return `${giornoMese}/${mese}/${anno}`;
    case "GG-MM-AAAA":
      return `${giornoMese}-${mese}-${anno}`;
    case "AAAAMMGG":
      return `${anno}${mese}${giornoMese}`;
    case "GGMMAAAA":
      return `${giornoMese}${mese}${anno}`;
    // As GovPay writes instants: of Rome, without saying it.
    case "AAAA-MM-GGThh:mm:ss.SSS":
      return `${giorno}T${istante === undefined ? "00:00:00" : toIsoRoma(istante).slice(11, 19)}.${istante?.slice(20, 23) ?? "000"}`;
    case "AAAA-MM-GG hh:mm:ss":
      return `${giorno} ${istante === undefined ? "00:00:00" : toIsoRoma(istante).slice(11, 19)}`;
    default:
      return giorno;
  }
};

const formatValore = (tipo: TipoColonna, valore: Valore, formato: FormatoCampo | undefined): string => {
  if (valore === undefined) return "";
  if (tipo === "importo" && typeof valore === "bigint") {
    if (formato === "CENTESIMI") return String(valore);
    return formato === "VIRGOLA" ? formatImporto(valore).replace(".", ",") : formatImporto(valore);
  }
  if (typeof valore !== "string") return String(valore);
  if (tipo === "istante") return formatGiorno(giornoDi(valore), formato ?? "AAAA-MM-GG", valore);
  return tipo === "giorno" ? formatGiorno(valore, formato ?? "AAAA-MM-GG", undefined) : valore;
};

/** Whether a format goes with the type of a source. */
export const isFormatoDi = (tipo: TipoColonna, formato: FormatoCampo): boolean =>
  tipo === "importo"
    ? FORMATI_IMPORTO.some((ammesso) => ammesso === formato)
    : (tipo === "giorno" || tipo === "istante") && FORMATI_GIORNO.some((ammesso) => ammesso === formato);

const isNumerica = (parte: ParteCampo): boolean =>
  "fonte" in parte && (tipoFonte(parte.fonte) === "importo" || tipoFonte(parte.fonte) === "intero");

/** One line, without what no format may hold. */
const ripulisci = (testo: string): string => testo.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();

/** A number that does not fit must not become another number. */
export const writeCampo = (campo: CampoTracciato, riga: ContestoRiga, file: ContestoFile): Esito<string> => {
  const { parti, tabella, seVuoto, lunghezza, allineamento = "SINISTRA", riempimento = " " } = campo;
  const letto = parti
    .map((parte) =>
      "costante" in parte
        ? parte.costante
        : ripulisci(formatValore(tipoFonte(parte.fonte), readFonte(parte.fonte, riga, file, parte.numeroQuota ?? 1), parte.formato)),
    )
    .join("");
  const scelto = tabella && Object.hasOwn(tabella, letto) ? (tabella[letto] ?? letto) : letto;
  const valore = scelto === "" ? (seVuoto ?? "") : scelto;
  if (lunghezza === undefined) return ok(valore);
  const caratteri = [...valore];
  if (caratteri.length > lunghezza && parti.some(isNumerica))
    return ko(`riga ${riga.numero}, campo ${campo.nome}: ${valore.slice(0, 40)} non sta in ${lunghezza} caratteri`);
  const tagliato = caratteri.slice(0, lunghezza).join("");
  const vuoti = riempimento.repeat(Math.max(0, lunghezza - caratteri.length));
  return ok(allineamento === "DESTRA" ? `${vuoti}${tagliato}` : `${tagliato}${vuoti}`);
};

const ENTITA: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeXml = (testo: string): string =>
  [...testo].map((c) => ENTITA[c] ?? ((c.codePointAt(0) ?? 0) >= 0xfffe && (c.codePointAt(0) ?? 0) <= 0xffff ? "" : c)).join("");

export type TipoRecord = "testata" | "dettaglio" | "coda";

const fineDi = ({ fineRiga }: LayoutTracciato): string => (fineRiga === "LF" ? "\n" : "\r\n");

/** A record with its end; of a JSON, without its comma. Errors: Italian sentence. */
export const writeRecordTracciato = (layout: LayoutTracciato, tipo: TipoRecord, riga: ContestoRiga, file: ContestoFile): Esito<string> => {
  const campi = layout[tipo] ?? [];
  const valori: string[] = [];
  for (const campo of campi) {
    const valore = writeCampo(campo, riga, file);
    if (!valore.ok) return valore;
    valori.push(valore.valore);
  }
  const fine = fineDi(layout);
  const nomi = campi.map(({ nome }) => nome);
  switch (layout.formato) {
    case "CSV":
      return ok(`${valori.map((valore) => writeCella(valore, layout.separatore)).join(layout.separatore)}${fine}`);
    case "FISSO": {
      const record = valori.join("");
      return ok(`${layout.lunghezzaRecord === undefined ? record : record.padEnd(layout.lunghezzaRecord)}${fine}`);
    }
    case "JSON":
      return ok(JSON.stringify(Object.fromEntries(nomi.map((nome, i) => [nome, valori[i] ?? ""]))));
    case "XML": {
      const elemento = tipo === "dettaglio" ? layout.elemento : tipo;
      const dentro = nomi.map((nome, i) => (valori[i] ? `<${nome}>${escapeXml(valori[i])}</${nome}>` : "")).join("");
      return ok(`<${elemento}>${dentro}</${elemento}>${fine}`);
    }
  }
};

/** What comes before the records and after them. */
export const aperturaDi = (layout: LayoutTracciato): string => {
  const fine = fineDi(layout);
  if (layout.formato === "JSON") return "[";
  if (layout.formato === "XML") return `<?xml version="1.0" encoding="${layout.codifica}"?>${fine}<${layout.radice}>${fine}`;
  if (layout.formato === "FISSO" || !layout.nomiColonne) return "";
  return `${layout.dettaglio.map(({ nome }) => writeCella(nome, layout.separatore)).join(layout.separatore)}${fine}`;
};
export const chiusuraDi = (layout: LayoutTracciato): string => {
  if (layout.formato === "JSON") return "]\n";
  return layout.formato === "XML" ? `</${layout.radice}>${fineDi(layout)}` : "";
};

/** A character that the encoding has not is a question mark. */
export const encodeTesto = (testo: string, codifica: LayoutTracciato["codifica"]): Uint8Array =>
  codifica === "UTF-8"
    ? new TextEncoder().encode(testo)
    : Uint8Array.from([...testo], (carattere) => ((carattere.codePointAt(0) ?? 0x3f) > 0xff ? 0x3f : (carattere.codePointAt(0) ?? 0x3f)));

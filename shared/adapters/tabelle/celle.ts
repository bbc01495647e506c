/** A value as a person reads it, the same in every format. */
import type { TipoColonna, Valore } from "../../domain/esportazioni/tabelle.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { formatImporto } from "../../domain/valori/importo.ts";

/** Instants in Rome, without what a spreadsheet would not read: 2026-11-26 10:00:00. */
export const describeIstante = (istante: string): string => toIsoRoma(istante).slice(0, 19).replace("T", " ");

/** Amounts with a point and two decimals. */
export const toTesto = (tipo: TipoColonna, valore: Valore): string => {
  if (valore === undefined) return "";
  if (tipo === "importo" && typeof valore === "bigint") return formatImporto(valore);
  return tipo === "istante" && typeof valore === "string" ? describeIstante(valore) : String(valore);
};

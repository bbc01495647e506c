/** Cells of a CSV into values of the write model: blank cells are absent fields, amounts and dates keep the digits that were written. */
import { type Esito, ko, ok } from "../../esito.ts";

export const pulito = (valore: string | undefined): string | undefined => {
  const testo = valore?.trim();
  return testo === undefined || testo === "" ? undefined : testo;
};

const IMPORTO = /^\d{1,9}([.,]\d{1,2})?$/;

/** Euro with dot or comma and at most two decimals, into cents. */
export const leggiCentesimi = (testo: string, colonna: string): Esito<bigint> => {
  if (!IMPORTO.test(testo)) return ko(`${colonna}: atteso un importo in euro con al massimo 2 decimali, senza separatore delle migliaia`);
  const [interi = "0", decimali = ""] = testo.split(/[.,]/);
  return ok(BigInt(interi) * 100n + BigInt(decimali.padEnd(2, "0")));
};

/** Cents as the JSON number of the write model. */
export const numeroDi = (centesimi: bigint): number => {
  const cifre = centesimi.toString().padStart(3, "0");
  return Number(`${cifre.slice(0, -2)}.${cifre.slice(-2)}`);
};

/** A day as AAAA-MM-GG or GG/MM/AAAA; anything else is left as it is, for the contract to refuse it by name. */
export const leggiGiorno = (testo: string | undefined): string | undefined => {
  const [, giorno, mese, anno] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(testo ?? "") ?? [];
  return giorno === undefined || mese === undefined || anno === undefined
    ? testo
    : `${anno}-${mese.padStart(2, "0")}-${giorno.padStart(2, "0")}`;
};

export const leggiBooleano = (testo: string | undefined): boolean => /^(true|si|sì|s|1|y|yes)$/i.test(testo ?? "");

type Campi = Readonly<Record<string, unknown>>;

/** The object without what is absent or empty; undefined when nothing is left. */
export const senzaAssenti = (campi: Campi): Campi | undefined => {
  const presenti = Object.entries(campi).filter(([, valore]) => valore !== undefined);
  return presenti.length === 0 ? undefined : Object.fromEntries(presenti);
};

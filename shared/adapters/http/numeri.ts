/** JSON of others with its numbers as written: an amount becomes cents from its digits, whatever a float would make of them. */
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { IMPORTO_MASSIMO_CENTESIMI } from "../../domain/valori/importo.ts";

/** Numbers become their text and nulls are dropped. Errors: Italian sentence. */
export const parseConCifre = (testo: string): Esito<unknown> => {
  try {
    const valore: unknown = JSON.parse(testo, (_chiave, figlio: unknown, contesto?: { source?: string }) => {
      if (typeof figlio === "number") return contesto?.source ?? String(figlio);
      return figlio === null ? undefined : figlio;
    });
    return ok(valore);
  } catch {
    return ko("il testo non è JSON ben formato");
  }
};

/** Digits before and after the point, once the exponent has moved it. */
const spostaPunto = (intera: string, decimali: string, esponente: number): readonly [string, string] => {
  if (esponente >= 0) {
    const riempiti = decimali.padEnd(esponente, "0");
    return [intera + riempiti.slice(0, esponente), riempiti.slice(esponente)];
  }
  const riempita = intera.padStart(-esponente + 1, "0");
  return [riempita.slice(0, esponente), riempita.slice(esponente) + decimali];
};

/** `10`, `10.5`, `10.50`, `1.05E1` → cents, exactly. More than two decimals that are not zero are refused: which way they round is not for us to say. */
export const centesimiDaTesto = (testo: string): Esito<bigint> => {
  const rifiuto = ko("atteso un importo in euro, non negativo, con al massimo 2 decimali");
  const parti = /^(\d{1,20})(?:\.(\d{1,20}))?(?:[eE]([+-]?\d{1,2}))?$/.exec(testo);
  if (!parti) return rifiuto;
  const [intera, decimali] = spostaPunto(parti[1] ?? "0", parti[2] ?? "", Number(parti[3] ?? 0));
  if (/[1-9]/.test(decimali.slice(2))) return rifiuto;
  const centesimi = BigInt(`${intera}${decimali.slice(0, 2).padEnd(2, "0")}`);
  return centesimi > IMPORTO_MASSIMO_CENTESIMI ? rifiuto : ok(centesimi);
};

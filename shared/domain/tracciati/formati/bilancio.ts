/**
 * The accounting of MyPay's `bilancio` column, a small XML inside a cell: chapters with their assessments. Only its own few elements are read;
 * entities, declarations and attributes are refused, so there is nothing to expand.
 */
import { type Esito, ko, ok } from "../../esito.ts";
import { leggiCentesimi, numeroDi, senzaAssenti } from "./valori.ts";

const LUNGHEZZA_MASSIMA = 16_384;
const QUOTE_MASSIME = 100;
const ELEMENTO = /<(\/?)([A-Za-z]+)>|([^<]+)|</g;
const CONTENITORI = ["bilancio", "capitolo", "accertamento"];
const CAMPI = ["codCapitolo", "codUfficio", "codAccertamento", "importo"] as const;
type Campo = (typeof CAMPI)[number];

const isCampo = (nome: string): nome is Campo => CAMPI.some((campo) => campo === nome);

type Quota = Readonly<Record<string, unknown>>;

const toQuota = (campi: Readonly<Partial<Record<Campo, string>>>, anno: number): Esito<Quota> => {
  if (campi.codCapitolo === undefined) return ko("bilancio: manca codCapitolo");
  const importo = leggiCentesimi(campi.importo ?? "", "bilancio, importo");
  if (!importo.ok) return importo;
  const quota = {
    capitolo: campi.codCapitolo,
    annoEsercizio: anno,
    importo: numeroDi(importo.valore),
    accertamento: campi.codAccertamento,
    proprietaCustom: campi.codUfficio === undefined ? undefined : { codUfficio: campi.codUfficio },
  };
  return ok(senzaAssenti(quota) ?? {});
};

/** Quotas of the item; the column names no year, so `anno` is the running one. Errors: Italian sentence. */
export const readBilancio = (xml: string, anno: number): Esito<readonly Quota[]> => {
  if (xml.length > LUNGHEZZA_MASSIMA) return ko(`bilancio: più di ${LUNGHEZZA_MASSIMA} caratteri`);
  if (/[&]|<[!?]/.test(xml)) return ko("bilancio: entità e dichiarazioni XML non sono ammesse");
  const quote: Quota[] = [];
  const pila: string[] = [];
  const capitolo: Partial<Record<Campo, string>> = {};
  let accertamento: Partial<Record<Campo, string>> = {};
  for (const [, chiusura, nome, testo] of xml.matchAll(ELEMENTO)) {
    const aperto = pila.at(-1);
    if (testo !== undefined) {
      if (testo.trim() === "") continue;
      if (aperto === undefined || !isCampo(aperto)) return ko("bilancio: testo fuori posto");
      (pila.includes("accertamento") ? accertamento : capitolo)[aperto] = testo.trim();
    } else if (nome === undefined) return ko("bilancio: XML non ben formato");
    else if (chiusura === "") {
      if (!CONTENITORI.includes(nome) && !isCampo(nome)) return ko(`bilancio: elemento ${nome.slice(0, 40)} non previsto`);
      if (pila.length >= 4) return ko("bilancio: annidamento non previsto");
      if (nome === "capitolo") for (const campo of CAMPI) delete capitolo[campo];
      if (nome === "accertamento") accertamento = {};
      pila.push(nome);
    } else {
      if (pila.pop() !== nome) return ko("bilancio: XML non ben formato");
      if (nome !== "accertamento") continue;
      const quota = toQuota({ ...capitolo, ...accertamento }, anno);
      if (!quota.ok) return quota;
      quote.push(quota.valore);
      if (quote.length > QUOTE_MASSIME) return ko(`bilancio: più di ${QUOTE_MASSIME} accertamenti`);
    }
  }
  if (pila.length > 0) return ko("bilancio: XML non ben formato");
  return quote.length === 0 ? ko("bilancio: nessun accertamento") : ok(quote);
};

/** A FreeMarker template of a form, with the variables that GovPay gives it (reference 3.9), executed within a budget. */
import { ErroreModello } from "../../tracciati/espressioni/funzioni.ts";
import { toIsoRoma } from "../../valori/date.ts";
import type { ContestoForm } from "../contesto-form.ts";
import { type DatiForm, nodoDi } from "../dati-form.ts";
import { compileFreemarker, SPESA_MASSIMA } from "./modello.ts";
import { isCampi, Metodo, Momento, testoDi } from "./valori.ts";

export const TIPO_FREEMARKER = "freemarker";

const PERCORSO_MASSIMO = 500;
const PASSO = /\.([\w$@-]+)|\[(\d+)\]|\['([^']*)'\]|\["([^"]*)"\]/y;

/** A path of JSONPath that leads to one place: names and indexes, no wildcards, no filters. */
const readPercorso = (percorso: string): readonly string[] => {
  if (!percorso.startsWith("$") || percorso.length > PERCORSO_MASSIMO)
    throw new ErroreModello(`jsonPath: «${percorso.slice(0, 50)}» non comincia con $`);
  const passi: string[] = [];
  PASSO.lastIndex = 1;
  while (PASSO.lastIndex < percorso.length) {
    const trovato = PASSO.exec(percorso);
    if (!trovato) throw new ErroreModello(`jsonPath: «${percorso.slice(0, 50)}» non previsto, ammessi nomi e posizioni`);
    passi.push(trovato[1] ?? trovato[2] ?? trovato[3] ?? trovato[4] ?? "");
  }
  return passi;
};

const variabiliDi = (dati: DatiForm, contesto: ContestoForm): Map<string, unknown> => {
  const { idDominio, ragioneSociale, idTipoPendenza, descrizioneTipo, unita, transactionId } = contesto;
  const jsonPath = { read: new Metodo(([percorso]) => nodoDi(dati, readPercorso(testoDi(percorso))) ?? undefined) };
  const query = unita ? { idUnitaOperativa: unita.idUnita } : {};
  const variabili = {
    ...{ request: dati, jsonPath, jsonpath: jsonPath, transactionId },
    ...{ pathParams: { idDominio, idTipoPendenza }, queryParams: query, queryParameters: query },
    // They hold the credentials of who calls: a template has no use for them.
    ...{ headers: {}, header: {} },
    ...{ idDominio, idTipoPendenza, idTipoVersamento: idTipoPendenza, idUnitaOperativa: unita?.idUnita },
    dominio: { idDominio, codDominio: idDominio, ragioneSociale },
    tipoPendenza: { idTipoPendenza, codTipoVersamento: idTipoPendenza, descrizione: descrizioneTipo },
    ...(unita && { unitaOperativa: { idUnita: unita.idUnita, codUo: unita.idUnita, ragioneSociale: unita.ragioneSociale } }),
  };
  return new Map<string, unknown>(Object.entries(variabili));
};

/** The text that the template writes. Errors: ErroreModello. */
export const executeFreemarker = (testo: string, dati: DatiForm, contesto: ContestoForm): string =>
  compileFreemarker(testo)({
    variabili: variabiliDi(dati, contesto),
    adesso: new Momento(toIsoRoma(contesto.adesso).slice(0, 23)),
    spesa: { residua: SPESA_MASSIMA },
  });

/** Templates often write amounts between quotes, which GovPay takes and a debt does not. */
export const withImportiNumerici = (valore: unknown): unknown => {
  if (Array.isArray(valore)) return valore.map(withImportiNumerici);
  if (!isCampi(valore)) return valore;
  const campi = Object.entries(valore).map(([nome, campo]) => [
    nome,
    nome === "importo" && typeof campo === "string" && /^\d{1,9}(\.\d{1,2})?$/.test(campo) ? Number(campo) : withImportiNumerici(campo),
  ]);
  return Object.fromEntries(campi);
};

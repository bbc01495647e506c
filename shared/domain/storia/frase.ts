/**
 * A fact in words. A template is text with `{detail}`; `[...]` is left out when a detail inside it is missing, `[detail? ...]` when that one is. Nothing but the
 * details of the fact enters a sentence, and the text of a detail is never read as a template. Words for who works on the debt are here, those for a citizen
 * apart (`frasi-cittadino.ts`): most functions do not carry them.
 */
import { MOTIVI_FASCICOLO } from "../fascicoli/motivi-fascicolo.ts";
import { giornoDi } from "../valori/date.ts";
import { formatImporto, formatImportoItaliano } from "../valori/importo.ts";
import { CATALOGO_FATTI, type TipoFatto } from "./catalogo-fatti.ts";
import type { DettagliFatto, Fatto } from "./fatto.ts";

export const LINGUE_STORIA = ["it", "en", "de", "fr", "sl"] as const;
export type LinguaStoria = (typeof LINGUE_STORIA)[number];

/** How a reader is spoken to. */
export interface Parlata {
  readonly lingua: LinguaStoria;
  readonly comunicazioni: Readonly<Record<string, string>>;
  modelloDi(fatto: Fatto<TipoFatto>): string;
}

export const COMUNICAZIONI_IT: Readonly<Record<string, string>> = {
  AVVISO_PAGAMENTO: "l'avviso di pagamento",
  SCADENZA_AVVISO_PAGAMENTO: "il promemoria della scadenza",
  RICEVUTA_TELEMATICA: "la ricevuta",
};

export const PARLATA_DI_LAVORO: Parlata = {
  lingua: "it",
  comunicazioni: COMUNICAZIONI_IT,
  modelloDi: ({ tipo }) => CATALOGO_FATTI[tipo].frase,
};

const CANALI: Readonly<Record<string, string>> = { EMAIL: "e-mail", APP_IO: "App IO" };
const PROVENIENZE: Readonly<Record<string, string>> = { RECUPERO: "recuperata da pagoPA", MANUALE: "caricata da un operatore" };
const NOMI: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  canale: CANALI,
  provenienza: PROVENIENZE,
  motivo: MOTIVI_FASCICOLO,
};

/** @param importo cents. */
const formatEuro = (importo: bigint, lingua: LinguaStoria): string => {
  if (lingua === "en") return `€${formatImporto(importo).replace(/\B(?=(?:\d{3})+\.)/g, ",")}`;
  const italiano = formatImportoItaliano(importo);
  return `${lingua === "fr" ? italiano.replaceAll(".", "\u202f") : italiano} €`;
};

const formatGiorno = (giorno: string, lingua: LinguaStoria): string =>
  giorno
    .split("-")
    .reverse()
    .join(lingua === "de" || lingua === "sl" ? "." : "/");

const GIORNI: readonly string[] = ["scadenza", "scadenzaPrima", "giorno"];

const nomeDi = (nomi: Readonly<Record<string, string>> | undefined, codice: string): string =>
  (nomi && Object.hasOwn(nomi, codice) ? nomi[codice] : undefined) ?? codice;

const toParole = (nome: string, valore: NonNullable<DettagliFatto[keyof DettagliFatto]>, { lingua, comunicazioni }: Parlata): string => {
  if (typeof valore === "bigint") return formatEuro(valore, lingua);
  const testo = String(valore);
  if (GIORNI.includes(nome)) return formatGiorno(testo, lingua);
  if (nome === "quando") return formatGiorno(giornoDi(testo), lingua);
  return nomeDi(nome === "comunicazione" ? comunicazioni : NOMI[nome], testo);
};

/** @throws when a detail outside brackets is missing: the catalogue asks for what that fact does not have. */
export function fillFrase(modello: string, valori: Readonly<Record<string, string>>): string {
  const fill = (pezzo: string): string =>
    pezzo.replace(/\{(\w+)\}/g, (_tutto, nome: string) => {
      const valore = valori[nome];
      if (valore === undefined) throw new Error(`La frase «${modello}» chiede ${nome}, che non c'è`);
      return valore;
    });
  const has = (nome: string | undefined): boolean => nome !== undefined && Object.hasOwn(valori, nome);
  return modello
    .split(/(\[[^\]]*\])/)
    .map((pezzo) => {
      if (!pezzo.startsWith("[")) return fill(pezzo);
      const dentro = pezzo.slice(1, -1);
      const condizione = /^(\w+)\?/.exec(dentro);
      const testo = condizione ? dentro.slice(condizione[0].length) : dentro;
      const chiesti = [...testo.matchAll(/\{(\w+)\}/g)].map(([, nome]) => nome);
      return (!condizione || has(condizione[1])) && chiesti.every(has) ? fill(testo) : "";
    })
    .join("");
}

/** @param fatto already hidden from who reads (`hideFatto`). */
export function writeFrase(fatto: Fatto<TipoFatto>, parlata: Parlata = PARLATA_DI_LAVORO): string {
  const valori = Object.fromEntries(
    Object.entries(fatto.dettagli).flatMap(([nome, valore]) => (valore === undefined ? [] : [[nome, toParole(nome, valore, parlata)]])),
  );
  return fillFrase(parlata.modelloDi(fatto), valori);
}

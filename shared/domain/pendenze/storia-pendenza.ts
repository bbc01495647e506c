/** Which fields a change touched, before and after: what the history of a debt keeps. */
import { toNumeroJson } from "../valori/importo.ts";
import type { Pendenza, Voce, VoceStoria } from "./pendenza.ts";

type Campi = VoceStoria["campi"];

/** Bookkeeping of the store, not facts of the debt; items are compared one by one. */
const ESCLUSI: ReadonlySet<string> = new Set(["versione", "dataUltimoAggiornamento", "voci", "allineamento", "avvisatura"]);
/** Only ever longer: their history is what was added. */
const ACCRESCIUTI: ReadonlySet<string> = new Set(["note", "segnalazioni"]);

/** Amounts in euro, as the APIs show them: the history is read by people, never computed with. */
const toSemplice = (valore: unknown): unknown => {
  if (typeof valore === "bigint") return toNumeroJson(valore);
  if (Array.isArray(valore)) return valore.map(toSemplice);
  if (typeof valore === "object" && valore !== null)
    return Object.fromEntries(Object.entries(valore).map(([campo, v]) => [campo, toSemplice(v)]));
  return valore;
};

/** Same content whatever the order of the fields: an object read back from the store does not keep it. */
const isUguale = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const primo = new Map(Object.entries(a));
  const secondo = Object.entries(b);
  return primo.size === secondo.length && secondo.every(([campo, valore]) => primo.has(campo) && isUguale(primo.get(campo), valore));
};

const aggiunte = (prima: unknown, dopo: unknown): readonly unknown[] | undefined => {
  if (!Array.isArray(prima) || !Array.isArray(dopo)) return undefined;
  return prima.every((elemento, i) => isUguale(elemento, dopo[i])) ? dopo.slice(prima.length) : undefined;
};

const diffCampi = (prima: object, dopo: object, prefisso = ""): Campi => {
  const vecchi = new Map<string, unknown>(Object.entries(prima));
  const nuovi = new Map<string, unknown>(Object.entries(dopo));
  const nomi = [...new Set([...vecchi.keys(), ...nuovi.keys()])].filter(
    (nome) => !ESCLUSI.has(nome) && !isUguale(vecchi.get(nome), nuovi.get(nome)),
  );
  return Object.fromEntries(
    nomi.map((nome) => {
      const nuove = ACCRESCIUTI.has(nome) ? aggiunte(vecchi.get(nome), nuovi.get(nome)) : undefined;
      if (nuove) return [`${prefisso}${nome}`, { dopo: toSemplice(nuove) }];
      return [
        `${prefisso}${nome}`,
        { ...(vecchi.has(nome) && { prima: toSemplice(vecchi.get(nome)) }), ...(nuovi.has(nome) && { dopo: toSemplice(nuovi.get(nome)) }) },
      ];
    }),
  );
};

/** Items by their index: `voci.2.stato`; an item that is new, whole. */
const diffVoci = (prima: readonly Voce[], dopo: readonly Voce[]): Campi => {
  const indici = [...new Set([...prima, ...dopo].map(({ indice }) => indice))].sort((a, b) => a - b);
  return Object.fromEntries(
    indici.flatMap((indice) => {
      const vecchia = prima.find((voce) => voce.indice === indice);
      const nuova = dopo.find((voce) => voce.indice === indice);
      if (vecchia && nuova) return Object.entries(diffCampi(vecchia, nuova, `voci.${indice}.`));
      return [[`voci.${indice}`, { ...(vecchia && { prima: toSemplice(vecchia) }), ...(nuova && { dopo: toSemplice(nuova) }) }]];
    }),
  );
};

/** Fields that differ between two versions; none when the second repeats the first. */
export const diffPendenza = (prima: Pendenza, dopo: Pendenza): Campi => ({ ...diffCampi(prima, dopo), ...diffVoci(prima.voci, dopo.voci) });

/** Of a debt just born the history says what it was worth and under which number: the rest is in the debt itself. */
export const campiDiNascita = ({ stato, importo, numeroAvviso, voci }: Pendenza): Campi => ({
  stato: { dopo: stato },
  importo: { dopo: toSemplice(importo) },
  numeroAvviso: { dopo: numeroAvviso },
  voci: { dopo: voci.map(({ idVocePendenza, importo: importoVoce }) => ({ idVocePendenza, importo: toSemplice(importoVoce) })) },
});

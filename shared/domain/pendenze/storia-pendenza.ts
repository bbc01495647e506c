/** Which fields a change touched, before and after: what the history of a debt keeps. */
import type { Pendenza, VoceStoria } from "./pendenza.ts";

/** Bookkeeping of the store, not facts of the debt. */
const ESCLUSI: ReadonlySet<string> = new Set(["versione", "dataUltimoAggiornamento"]);

/** Amounts become numbers of cents, as items hold them. */
const toSemplice = (valore: unknown): unknown => {
  if (typeof valore === "bigint") return Number(valore);
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

/** Fields that differ between two versions; none when the second repeats the first. */
export const diffPendenza = (prima: Pendenza, dopo: Pendenza): VoceStoria["campi"] => {
  const vecchi = new Map<string, unknown>(Object.entries(prima));
  const nuovi = new Map<string, unknown>(Object.entries(dopo));
  const nomi = [...new Set([...vecchi.keys(), ...nuovi.keys()])].filter(
    (nome) => !ESCLUSI.has(nome) && !isUguale(vecchi.get(nome), nuovi.get(nome)),
  );
  return Object.fromEntries(
    nomi.map((nome) => [
      nome,
      { ...(vecchi.has(nome) && { prima: toSemplice(vecchi.get(nome)) }), ...(nuovi.has(nome) && { dopo: toSemplice(nuovi.get(nome)) }) },
    ]),
  );
};

/** Of a debt just born the history says what it was worth and under which number: the rest is in the debt itself. */
export const campiDiNascita = ({ stato, importo, numeroAvviso, voci }: Pendenza): VoceStoria["campi"] => ({
  stato: { dopo: stato },
  importo: { dopo: Number(importo) },
  numeroAvviso: { dopo: numeroAvviso },
  voci: { dopo: voci.map(({ idVocePendenza, importo: importoVoce }) => ({ idVocePendenza, importo: Number(importoVoce) })) },
});

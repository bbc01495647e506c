/** Attachments of a debt about to be written: digests and sizes first, bytes to the bucket only when everything else has been accepted. */

import { type Esito, ok } from "../../domain/esito.ts";
import { type Allegato, checkDimensioni, type NuovoAllegato } from "../../domain/pendenze/allegati.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Allegati } from "../../ports/allegati.ts";

export interface AllegatiPronti {
  /** Absent = the load says nothing of attachments. */
  readonly allegati?: readonly Allegato[];
  /** Keeps the bytes that the debt does not have yet. May be repeated. */
  store(presenti: readonly Allegato[]): Promise<void>;
}

type Rifiuti = Rifiuto<"TROPPO_GRANDE" | "NON_PROCESSABILE">;

const NIENTE: AllegatiPronti = { store: async () => {} };

const describe = async (
  porta: Allegati,
  idA2A: string,
  nuovo: NuovoAllegato,
  i: number,
): Promise<Esito<Allegato, Rifiuto<"NON_PROCESSABILE">>> => {
  const { nome, tipo, descrizione } = nuovo;
  const dati = { nome, tipo, ...(descrizione !== undefined && { descrizione }) };
  if ("contenuto" in nuovo) return ok({ ...dati, dimensione: nuovo.contenuto.byteLength, impronta: porta.impronta(nuovo.contenuto) });
  const { impronta } = nuovo;
  const dimensione = await porta.findDimensione({ idA2A, impronta });
  if (dimensione === undefined) {
    return rifiuto("NON_PROCESSABILE", `allegati.${i}.impronta: nessun contenuto caricato con impronta ${impronta}`);
  }
  return ok({ ...dati, dimensione, impronta });
};

/**
 * Without a port the attachments are left aside and the debt keeps those it has: whoever loads in the middle of a payment has no time for bytes.
 * Errors: TROPPO_GRANDE over the limit of a debt, NON_PROCESSABILE for a digest under which nothing was uploaded.
 */
export const prepareAllegati = async (
  porta: Allegati | undefined,
  idA2A: string,
  nuovi: readonly NuovoAllegato[] | undefined,
): Promise<Esito<AllegatiPronti, Rifiuti>> => {
  if (nuovi === undefined || !porta) return ok(NIENTE);
  const allegati: Allegato[] = [];
  for (const [i, nuovo] of nuovi.entries()) {
    const letto = await describe(porta, idA2A, nuovo, i);
    if (!letto.ok) return letto;
    allegati.push(letto.valore);
  }
  const ammessi = checkDimensioni(allegati);
  if (!ammessi.ok) return ammessi;
  return ok({
    allegati,
    store: async (presenti) => {
      const note = new Set(presenti.map(({ impronta }) => impronta));
      for (const [i, nuovo] of nuovi.entries()) {
        const impronta = allegati[i]?.impronta ?? "";
        if (!("contenuto" in nuovo) || note.has(impronta)) continue;
        await porta.put({ idA2A, impronta }, nuovo.contenuto);
        note.add(impronta);
      }
    },
  });
};

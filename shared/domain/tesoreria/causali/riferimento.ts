/** What a movement to reconcile pays, by the forms that are certain: what the operations of reconciliation accept as a remittance text (021401 otherwise). */
import { FORME } from "./forme.ts";
import { findCodiciDi } from "./leggi.ts";

export type RiferimentoCausale =
  | { readonly tipo: "cumulativo"; readonly idFlusso: string }
  | { readonly tipo: "singolo"; readonly iuv: string };

/** Nothing beyond is looked at. */
const LUNGHEZZA_LETTA = 512;

const CERTE = FORME.filter(({ certa }) => certa);

/**
 * Every flow id that the text may hold, the likeliest first and never more than a few: where the bank left a blank after the id, only the
 * archive of flows can tell whether what follows belongs to it.
 */
export const candidatiFlusso = (testo: string): readonly string[] =>
  findCodiciDi(testo, CERTE, LUNGHEZZA_LETTA).find(({ forma, codice }) => forma.codice === "flusso" && !isSoloData(codice.letture))?.codice
    .letture ?? [];

/**
 * A flow, when the text has the form of cumulative transfers, else a single IUV, else nothing recognizable (021401). The identifiers keep the case they were found
 * in: compare flows by normalizeIdFlusso.
 */
export function parseCausale(testo: string): RiferimentoCausale | undefined {
  const [idFlusso] = candidatiFlusso(testo);
  if (idFlusso !== undefined) return { tipo: "cumulativo", idFlusso };
  const singoli = findCodiciDi(testo, CERTE, LUNGHEZZA_LETTA).filter(({ forma }) => forma.codice === "iuv");
  const iuv = singoli.toSorted((a, b) => a.inizio - b.inizio)[0]?.codice.letture[0];
  return iuv === undefined ? undefined : { tipo: "singolo", iuv };
}

/** What is left of a cut id names no flow. */
const isSoloData = (letture: readonly string[]): boolean => letture[0]?.length === 10;

/** What changed in the accounts of a creditor: which thing, and how; the thing itself is read where it lives. */
export const TIPI_VARIAZIONE = ["FLUSSO", "RISCOSSIONE", "RICONCILIAZIONE", "MOVIMENTO", "RISCONTRO"] as const;
export type TipoVariazione = (typeof TIPI_VARIAZIONE)[number];

export type AzioneVariazione = "CREATA" | "MODIFICATA" | "ELIMINATA";

export interface VariazioneContabile {
  readonly tipo: TipoVariazione;
  readonly azione: AzioneVariazione;
  readonly idDominio: string;
  /** Of the thing: a change told twice, or after a later one, is recognised by it. */
  readonly versione: number;
  readonly stato?: string;
  /** What names it among those of its kind. */
  readonly chiave: Readonly<Record<string, string | number>>;
  /** Of the debt that a collected amount pays: who may see that sees this. */
  readonly ambito?: { readonly idTipoPendenza?: string; readonly idUnitaOperativa?: string };
}

/** Days in which what changed can still be asked for. */
export const GIORNI_CONSERVATI = 30;

/** Where a reader is: after so many changes of a segment; or at an instant, before the first that comes from then on. */
export type PostoVariazioni = { readonly segmento: string; readonly lette: number } | { readonly da: string };

/** Changes written together. `id` is an instant, later than that of every segment before it; `precedente` is the one just before, empty for the first. */
export interface SegmentoVariazioni<V = VariazioneContabile> {
  readonly id: string;
  readonly precedente: string;
  readonly variazioni: readonly V[];
}

/**
 * The segments that a reader may take: each names the one before it, so what a reading does not show yet (a transaction seen by halves) stops it
 * there instead of being passed over. @returns undefined when the place is no longer kept.
 */
export function chainSegmenti<V>(
  posto: PostoVariazioni,
  letti: readonly SegmentoVariazioni<V>[],
): readonly SegmentoVariazioni<V>[] | undefined {
  const [primo] = letti;
  if ("segmento" in posto && primo?.id !== posto.segmento) return undefined;
  if (!primo || ("da" in posto && primo.precedente >= posto.da)) return [];
  const rotto = letti.findIndex(({ precedente }, i) => i > 0 && precedente !== letti[i - 1]?.id);
  return rotto === -1 ? letti : letti.slice(0, rotto);
}

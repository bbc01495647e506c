/**
 * A collected amount as the books count it: one share for each accounting quote of the item that it pays. The shares of an amount sum to it, to the cent: an
 * amount different from its item's is shared out in proportion, and the last cents go to the largest remainders, the first of equals.
 */
import { split } from "../fascicoli/effetto-contabile.ts";
import type { Quota, Voce } from "../pendenze/pendenza.ts";
import type { EntrataPrevista } from "../rendicontazioni/entrata-prevista.ts";
import type { TipoRiscossione } from "../ricevute/ricevuta.ts";

export interface RigaContabile {
  readonly entrata: EntrataPrevista;
  /** Absent when the debt, or its item, is not known. */
  readonly voce?: Voce;
  /** As the debt has it: its amount is of the whole item; or as a rule gives it to a payment without debt. Absent = nobody says its accounting. */
  readonly quota?: Quota;
  /** From 1; 1 when there is no quote. */
  readonly numeroQuota: number;
  /** Cents of the collected amount that belong here. */
  readonly importo: bigint;
}

/** Stamps, and what goes to a beneficiary that we do not serve, never come to the treasury of the creditor. */
const MAI_IN_TESORERIA: readonly TipoRiscossione[] = ["MBT", "ENTRATA_PA_NON_INTERMEDIATA"];

export const isInTesoreria = ({ riscossione }: EntrataPrevista): boolean => !MAI_IN_TESORERIA.includes(riscossione.tipo);

/** The item that an amount pays: by its name, else by its place. */
export const voceDi = ({ riscossione, pendenza }: EntrataPrevista): Voce | undefined =>
  pendenza?.voci.find((voce) =>
    riscossione.idVocePendenza === undefined ? voce.indice === riscossione.indice : voce.idVocePendenza === riscossione.idVocePendenza,
  );

export const righeContabiliDi = (entrata: EntrataPrevista): readonly RigaContabile[] => {
  const { importo } = entrata.riscossione;
  const voce = voceDi(entrata);
  const comune = { entrata, ...(voce && { voce }) };
  const esterna = entrata.esterno?.attribuzione?.quota;
  if (esterna) return [{ ...comune, quota: { ...esterna, importo }, numeroQuota: 1, importo }];
  const quote = (voce?.contabilita?.quote ?? []).filter((quota) => quota.importo > 0n);
  if (quote.length === 0) return [{ ...comune, numeroQuota: 1, importo }];
  const parti = split(
    importo,
    quote.map((quota) => quota.importo),
  );
  return quote.map((quota, i) => ({ ...comune, quota, numeroQuota: i + 1, importo: parti[i] ?? 0n }));
};

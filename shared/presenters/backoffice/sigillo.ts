/** Seals of the journal, and what their verification found, on the wire. */
import type { Anomalia, Sigillo } from "../../domain/giornale/sigilli.ts";

interface Verifica {
  readonly giorno: string;
  readonly sigillo: Sigillo;
  readonly parte: number;
  readonly parti: number;
  readonly verificati: number;
  readonly scaduti: number;
  readonly tardivi: number;
  readonly anomalie: readonly Anomalia[];
}

export const presentSigillo = ({ giorno, precedente, impronta, segmenti, eventi, alterazioni, chiusoAlle }: Sigillo) => ({
  ...{ giorno, precedente, impronta, segmenti, eventi, alterazioni, chiusoAlle },
});

export const presentVerifica = ({ sigillo, anomalie, ...campi }: Verifica) => ({
  ...campi,
  sigillo: presentSigillo(sigillo),
  esito: anomalie.length === 0 ? ("INTEGRO" as const) : ("ALTERATO" as const),
  anomalie: [...anomalie],
});

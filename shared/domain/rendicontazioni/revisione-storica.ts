/**
 * FdR-1 has no revisions: a flow sent again carries the same id and a later dataOraFlusso (pagopa.md 2.2). Its revision is that instant in
 * seconds, which grows as it does and cannot be taken for a revision of FdR-3, counted from 1.
 */
const PRIMA = 1_000_000_000;

/** @param dataFlusso instant of the emission. */
export const revisioneStorica = (dataFlusso: string): number => Math.floor(Date.parse(dataFlusso) / 1000);

const isRevisioneStorica = (revisione: number): boolean => revisione >= PRIMA;

interface Emissione {
  readonly revisione: number;
  /** Instant, to the second. */
  readonly dataFlusso: string;
}

/**
 * The same emission of a flow id read in the other way: a creditor that passes from FdR-1 to FdR-3 must not count its money twice. The PSP
 * is not compared: FdR-1 does not say it, and what the id says of it may be written otherwise.
 */
export const isStessaEmissione = (una: Emissione, altra: Emissione): boolean =>
  isRevisioneStorica(una.revisione) !== isRevisioneStorica(altra.revisione) && una.dataFlusso === altra.dataFlusso;

/**
 * `una` replaces `altra`, revisions of one flow: by number within a protocol; by emission across the two, whose numbers have nothing in common.
 */
export const isSuccessiva = (una: Emissione, altra: Emissione): boolean =>
  isRevisioneStorica(una.revisione) === isRevisioneStorica(altra.revisione)
    ? una.revisione > altra.revisione
    : una.dataFlusso > altra.dataFlusso;

/** PSP written in the id by SACI's rule: day of settlement, sender, "-", free part. Undefined when the id does not follow it. */
const pspDiIdFlusso = (idFlusso: string): string | undefined => /^\d{4}-\d{2}-\d{2}([A-Za-z0-9_]{1,35})-./.exec(idFlusso)?.[1];

const PSP_IGNOTO = "PSP-NON-INDICATO";

/** PSP of a flow that came as XML, which names the sending institute and not the PSP. */
export const pspStorico = (idFlusso: string): string => pspDiIdFlusso(idFlusso) ?? PSP_IGNOTO;

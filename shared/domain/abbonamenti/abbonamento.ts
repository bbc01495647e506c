/** A subscription to what happens to a creditor (webhook): where it is told, of what, and with which keys it is signed. */
import type { Annuncio, TipoAnnuncio } from "../annunci/annuncio.ts";

/** A key of the signature, sealed: only this installation can open it. */
export interface ChiaveFirma {
  readonly id: string;
  readonly sigillata: string;
  readonly dal: string;
}

export interface FiltriAbbonamento {
  readonly idTipiPendenza?: readonly string[];
  readonly idUnitaOperative?: readonly string[];
  /** Cents, ends included. */
  readonly importoMinimo?: bigint;
  readonly importoMassimo?: bigint;
}

/** Integrity of the message by the Italian interoperability model (ModI, INTEGRITY_REST_01). */
export interface FirmaModi {
  /** Name of the secret that holds certificate and private key, in PEM. */
  readonly segreto: string;
  /** `aud` of the token. */
  readonly destinatario: string;
}

export interface Abbonamento {
  readonly versione: number;
  readonly idDominio: string;
  readonly idAbbonamento: string;
  readonly descrizione?: string;
  readonly abilitato: boolean;
  readonly url: string;
  /** Application whose debts alone are told; absent = all of the creditor. */
  readonly idA2A?: string;
  /** Empty = all. */
  readonly tipi: readonly TipoAnnuncio[];
  readonly filtri: FiltriAbbonamento;
  /** The newest first: one, or two while the other side changes over. */
  readonly chiavi: readonly ChiaveFirma[];
  readonly firmaModi?: FirmaModi;
}

/** Subscriptions of a creditor: each is a message for each batch that concerns it, in one transaction. */
export const ABBONAMENTI_MASSIMI = 20;

const isFra = (ammessi: readonly string[] | undefined, valore: string | undefined): boolean =>
  ammessi === undefined || (valore !== undefined && ammessi.includes(valore));

/** Whether it is told of this. What has no amount, or no debt type, does not pass a filter on it. */
export const wants = ({ idA2A, tipi, filtri }: Pick<Abbonamento, "idA2A" | "tipi" | "filtri">, { tipo, ambito }: Annuncio): boolean => {
  const { idTipiPendenza, idUnitaOperative, importoMinimo, importoMassimo } = filtri;
  const { importo } = ambito;
  if (tipi.length > 0 && !tipi.includes(tipo)) return false;
  if (idA2A !== undefined && ambito.idA2A !== idA2A) return false;
  if (!isFra(idTipiPendenza, ambito.idTipoPendenza) || !isFra(idUnitaOperative, ambito.idUnitaOperativa)) return false;
  if (importoMinimo !== undefined && (importo === undefined || BigInt(importo) < importoMinimo)) return false;
  return importoMassimo === undefined || (importo !== undefined && BigInt(importo) <= importoMassimo);
};

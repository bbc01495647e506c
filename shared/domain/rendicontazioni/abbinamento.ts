/** Which settlement row goes with which payment, and what is wrong when none does (reference 5.2). */
import type { AuxDigit } from "../anagrafiche/creditore.ts";
import type { Pendenza, Segnalazione } from "../pendenze/pendenza.ts";
import type { Riscossione } from "../ricevute/ricevuta.ts";
import { formatImportoItaliano } from "../valori/importo.ts";
import { isIuvInterno } from "../valori/numero-avviso.ts";
import { ANOMALIE, type CodiceAnomalia, esitoAcquisizione, type StatoRendicontazione } from "./stati-flusso.ts";

export interface RigaDaAbbinare {
  readonly iuv: string;
  readonly iur: string;
  readonly indice: number;
  readonly importo: bigint;
  /** -1 when the platform used a word we do not know. */
  readonly esito: number;
}

export interface ContestoRiga {
  readonly riscossione: Riscossione | undefined;
  readonly pendenza: Pendenza | undefined;
  /** Issued by the creditor through us: its payment must be here. */
  readonly interno: boolean;
  /** The same row was already in the flow. */
  readonly ripetuta: boolean;
}

export interface Abbinamento {
  readonly stato: StatoRendicontazione;
  readonly segnalazioni: readonly Segnalazione[];
}

const CON_RICEVUTA: readonly number[] = [0, 4];
const SENZA_RICEVUTA: readonly number[] = [8, 9];
const REVOCATO = 3;

type Anomalia = readonly [CodiceAnomalia, string?];

const findAnomalia = (riga: RigaDaAbbinare, { riscossione, pendenza }: ContestoRiga): Anomalia | undefined => {
  if (riga.esito === REVOCATO) return ["007112", `revocati ${formatImportoItaliano(riga.importo)} euro, nessuno storno registrato`];
  if (!CON_RICEVUTA.includes(riga.esito) && !SENZA_RICEVUTA.includes(riga.esito)) return ["007110"];
  if (riscossione) {
    if (riscossione.importo === riga.importo) return undefined;
    return ["007104", `rendicontato ${formatImportoItaliano(riga.importo)}, pagato ${formatImportoItaliano(riscossione.importo)}`];
  }
  if (CON_RICEVUTA.includes(riga.esito)) return ["007101"];
  if (!pendenza) return ["007111", `nessuna pendenza con IUV ${riga.iuv}`];
  return pendenza.voci.length > 1 ? ["007114", `${pendenza.voci.length} voci`] : undefined;
};

/** True when only a debt could tell what the row is: the batch reads debts for these rows alone. */
export const needsPendenza = (riga: RigaDaAbbinare, riscossione: Riscossione | undefined, interno: boolean): boolean =>
  !riscossione && (!interno || SENZA_RICEVUTA.includes(riga.esito));

/** True when the IUV has the shape that the creditor issues. Without a declared auxDigit the only current one is meant. */
export const isInterno = (iuv: string, ente: { readonly auxDigit?: AuxDigit; readonly segregationCode?: string }): boolean =>
  isIuvInterno(iuv, { auxDigit: ente.auxDigit ?? 3, segregationCode: ente.segregationCode });

/** @param data instant written in the findings: the same at every attempt, so that a row written twice is the same row. */
export function abbinaRiga(riga: RigaDaAbbinare, contesto: ContestoRiga, data: string): Abbinamento {
  const altrove = !contesto.riscossione && !contesto.pendenza && !contesto.interno;
  const anomalia = altrove ? undefined : findAnomalia(riga, contesto);
  const anomalie: Anomalia[] = [...(contesto.ripetuta ? [["007115"] as const] : []), ...(anomalia ? [anomalia] : [])];
  const segnalazioni = anomalie.map(([codice, dettaglio]) => toSegnalazione(codice, data, dettaglio));
  const stato = anomalie.length > 0 ? "ANOMALA" : altrove ? "ALTRO_INTERMEDIARIO" : "OK";
  return { stato, segnalazioni };
}

export const toSegnalazione = (codice: CodiceAnomalia, data: string, dettaglio?: string): Segnalazione => ({
  data,
  codice,
  descrizione: ANOMALIE[codice].testo,
  ...(dettaglio !== undefined && { dettaglio }),
});

export interface Totali {
  readonly numeroPagamenti: number;
  readonly importoTotale: bigint;
  readonly righeAcquisite: number;
  readonly importoAcquisito: bigint;
}

/** Rows counted and summed here against what the header declares: the header alone is never trusted (pagopa.md 5.2). */
export function checkTotali(
  flusso: Totali,
  gia: readonly CodiceAnomalia[],
  data: string,
): { evento: "accetta" | "segnala"; segnalazioni: readonly Segnalazione[] } {
  const segnalazioni: Segnalazione[] = [];
  const codici = [...gia];
  const add = (codice: CodiceAnomalia, dettaglio: string): void => {
    codici.push(codice);
    segnalazioni.push(toSegnalazione(codice, data, dettaglio));
  };
  if (flusso.importoAcquisito !== flusso.importoTotale) {
    add("007106", `righe ${formatImportoItaliano(flusso.importoAcquisito)}, testata ${formatImportoItaliano(flusso.importoTotale)}`);
  }
  if (flusso.righeAcquisite !== flusso.numeroPagamenti) add("007107", `righe ${flusso.righeAcquisite}, testata ${flusso.numeroPagamenti}`);
  return { evento: esitoAcquisizione(codici), segnalazioni };
}

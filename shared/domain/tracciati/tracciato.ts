/** A bulk batch: one uploaded file of debts, elaborated row by row in stages whose progress is here, so that any of them may be repeated. */
import type { Chiamante } from "../anagrafiche/applicazione.ts";
import type { DialettoCsv } from "./formati/formato.ts";
import type { StatoTracciato } from "./stati-tracciato.ts";

export type TipoContenuto = "JSON" | "CSV" | "ZIP";

/** What a second person said of the annulments of a creditor. */
export interface AnnullamentiDecisi {
  readonly idDominio: string;
  readonly approvati: boolean;
  /** In words, for who uploaded: who decided, and why. */
  readonly motivo: string;
}

export interface Tracciato {
  readonly versione: number;
  /** Decimal digits of a number below 2^52: GovPay's clients read it as an integer. */
  readonly id: string;
  readonly nomeFile: string;
  readonly tipo: TipoContenuto;
  /** Hexadecimal SHA-256 of the file; absent until it is known. */
  readonly impronta?: string;
  readonly idDominio?: string;
  /** Debt type whose CSV template reads the rows. */
  readonly idTipoPendenza?: string;
  /** Application of the rows that do not name one. */
  readonly idA2A?: string;
  readonly stato: StatoTracciato;
  readonly descrizioneStato?: string;
  readonly stampaAvvisi: boolean;
  /** All the checks, nothing written. */
  readonly simulazione: boolean;
  /** Who uploaded it, with the rights of that moment: the rows are written on his behalf. */
  readonly mittente: Chiamante;
  /** Instants. */
  readonly dataOraCaricamento: string;
  readonly dataOraUltimoAggiornamento: string;
  readonly inizioElaborazione?: string;
  /** Bytes of the plain content, when known. */
  readonly lunghezza?: number;
  /** Where the next stage starts: a byte of a CSV, an operation of a JSON. */
  readonly posizione: number;
  /** Stages committed: the name of the next outcome object. */
  readonly tappa: number;
  readonly dialetto?: DialettoCsv;
  readonly righeLette: number;
  readonly eseguite: number;
  readonly fallite: number;
  readonly stampa: { readonly tappa: number; readonly riga: number; readonly parti: number };
  readonly avvisiTotali: number;
  readonly avvisiStampati: number;
  readonly avvisiFalliti: number;
  /** Why the reading stopped before the end of the file. */
  readonly letturaFermata?: string;
  /** Request whose decision the rows wait for (annullamenti.ts): meanwhile no worker holds the batch. */
  readonly attesaApprovazione?: string;
  /** What was decided of the annulments of a creditor that wants two persons. */
  readonly annullamenti?: readonly AnnullamentiDecisi[];
  /** A stop was asked for. */
  readonly fermata?: { readonly principal: string; readonly data: string };
  /** Message whose worker holds the batch, and until when. */
  readonly presa?: { readonly messaggio: string; readonly finoA: string };
}

/** What a stage did: written once, with the progress that it adds to. */
export interface TappaTracciato {
  readonly versione: number;
  readonly id: string;
  readonly numero: number;
  /** Ordinal of its first row, from 1. */
  readonly primaRiga: number;
  readonly righe: number;
  readonly eseguite: number;
  readonly fallite: number;
}

export type TipoOperazione = "ADD" | "DEL" | "NON_VALIDA";

/** Outcome of a row, as it is kept in the outcome object of its stage. */
export interface EsitoRiga {
  /** From 1, the header not counted. */
  readonly numero: number;
  readonly tipo: TipoOperazione;
  readonly stato: "ESEGUITO" | "SCARTATO" | "NON_VALIDO";
  /** ADD_OK, DEL_OK or the code of the refusal. */
  readonly esito: string;
  readonly descrizione: string;
  readonly idA2A?: string;
  readonly idPendenza?: string;
  readonly idDominio?: string;
  readonly idTipoPendenza?: string;
  readonly numeroAvviso?: string;
  readonly uuid?: string;
  readonly debitore?: Readonly<Record<string, string>>;
  /** The row as it was, kept for those to correct (CSV) and for the detail (JSON). */
  readonly richiesta?: string;
}

/** Keys of the objects of a batch in the document bucket. */
export const chiaviTracciato = {
  richiesta: (id: string) => `tracciati/${id}/richiesta`,
  /** Plain content of a ZIP, in pieces of the same length. */
  contenuto: (id: string, pezzo: number) => `tracciati/${id}/contenuto/${String(pezzo).padStart(5, "0")}`,
  esiti: (id: string, tappa: number) => `tracciati/${id}/esiti/${String(tappa).padStart(7, "0")}`,
  esito: (id: string) => `tracciati/${id}/esito`,
  scarti: (id: string) => `tracciati/${id}/scarti`,
  parteStampe: (id: string, parte: number) => `tracciati/${id}/stampe/${String(parte).padStart(7, "0")}`,
  indiceStampe: (id: string, parte: number) => `tracciati/${id}/stampe/${String(parte).padStart(7, "0")}.indice`,
  stampe: (id: string) => `tracciati/${id}/stampe.zip`,
} as const;

/** Rows per second and seconds to the end, as the progress of the bytes lets one expect; undefined before there is anything to measure. */
export const avanzamentoDi = (
  { posizione, lunghezza, righeLette, inizioElaborazione, stato }: Tracciato,
  ultimoIstante: string,
): { readonly percentuale?: number; readonly righeAlSecondo?: number; readonly secondiResidui?: number } => {
  if (inizioElaborazione === undefined) return {};
  const secondi = (Date.parse(ultimoIstante) - Date.parse(inizioElaborazione)) / 1000;
  const quota = lunghezza === undefined || lunghezza === 0 ? undefined : Math.min(1, posizione / lunghezza);
  return {
    ...(quota !== undefined && { percentuale: Math.floor(quota * 100) }),
    ...(secondi > 0 && { righeAlSecondo: Math.round(righeLette / secondi) }),
    ...(stato === "IN_ELABORAZIONE" &&
      quota !== undefined &&
      quota > 0 &&
      secondi > 0 && { secondiResidui: Math.ceil((secondi * (1 - quota)) / quota) }),
  };
};

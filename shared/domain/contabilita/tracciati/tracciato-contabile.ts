/**
 * A layout that takes the collected amounts to an accounting product: columns, record types, filters, format, file name, schedule, destination, all as data. Nothing in
 * it runs: a column is a list of constants and of named sources.
 */
import type { Chiamante } from "../../anagrafiche/applicazione.ts";
import type { StatoEsportazione } from "../../esportazioni/stati-esportazione.ts";
import type { NomeFonte } from "./fonti.ts";

export const FORMATI_TRACCIATO = ["CSV", "FISSO", "JSON", "XML"] as const;
export type FormatoTracciato = (typeof FORMATI_TRACCIATO)[number];

/**
 * ACCERTAMENTI: the totals of the period. QUOTE: one row for each accounting quote of each amount. RENDICONTAZIONI: one row for each row of the flows that came in the
 * period.
 */
export const SORGENTI_TRACCIATO = ["RISCOSSIONI", "QUOTE", "ACCERTAMENTI", "RENDICONTAZIONI"] as const;
export type SorgenteTracciato = (typeof SORGENTI_TRACCIATO)[number];

export const FORMATI_IMPORTO = ["PUNTO", "VIRGOLA", "CENTESIMI"] as const;
export const FORMATI_GIORNO = [
  ...(["AAAA-MM-GG", "GG/MM/AAAA", "GG-MM-AAAA", "AAAAMMGG", "GGMMAAAA", "AAAA-MM-GG hh:mm:ss", "AAAA-MM-GGThh:mm:ss.SSS"] as const),
] as const;
export type FormatoCampo = (typeof FORMATI_IMPORTO)[number] | (typeof FORMATI_GIORNO)[number];

export type ParteCampo =
  | { readonly costante: string }
  /** `numeroQuota`: which quote of the amount, from 1; the first when absent. */
  | { readonly fonte: NomeFonte; readonly formato?: FormatoCampo; readonly numeroQuota?: number };

export interface CampoTracciato {
  readonly nome: string;
  /** Written one after the other. */
  readonly parti: readonly ParteCampo[];
  /** Characters. */
  readonly lunghezza?: number;
  readonly allineamento?: "SINISTRA" | "DESTRA";
  readonly riempimento?: " " | "0";
  /** A value in place of another. */
  readonly tabella?: Readonly<Record<string, string>>;
  readonly seVuoto?: string;
}

export interface FiltriTracciato {
  readonly stati?: readonly ("RISCOSSA" | "INCASSATA")[];
  readonly rendicontata?: boolean;
  /** Not reported by any flow, and paid at least so many days before the file is made. */
  readonly nonRendicontataDaGiorni?: number;
  readonly idTipiPendenza?: readonly string[];
  readonly idUnitaOperative?: readonly string[];
}

export interface LayoutTracciato {
  readonly sorgente: SorgenteTracciato;
  readonly formato: FormatoTracciato;
  readonly codifica: "UTF-8" | "ISO-8859-1";
  readonly fineRiga: "CRLF" | "LF";
  readonly separatore: ";" | "," | "\t";
  /** Names of the columns in the first row of a CSV. */
  readonly nomiColonne: boolean;
  /** Characters of each record of fixed width: what the fields do not fill is blank. */
  readonly lunghezzaRecord?: number;
  /** Elements of an XML. */
  readonly radice: string;
  readonly elemento: string;
  readonly testata?: readonly CampoTracciato[];
  readonly dettaglio: readonly CampoTracciato[];
  readonly coda?: readonly CampoTracciato[];
  readonly filtri: FiltriTracciato;
  /** With {idDominio} {nome} {da} {a} {creato}, and {daCompatta} {aCompatta} {creatoCompatta} without dashes. */
  readonly nomeFile: string;
}

export interface Pianificazione {
  readonly cadenza: "GIORNALIERA" | "SETTIMANALE" | "MENSILE";
  /** Hour of Rome from which it is due. */
  readonly ora: number;
}

export interface TracciatoContabile {
  readonly versione: number;
  readonly idDominio: string;
  readonly nome: string;
  readonly descrizione?: string;
  readonly abilitato: boolean;
  readonly layout: LayoutTracciato;
  readonly pianificazione?: Pianificazione;
  /** Folder under the creditor's own; absent = the name of the layout. */
  readonly cartella?: string;
  /** idA2A of the application whose system is sent each file (API EC). */
  readonly destinatario?: string;
  /** In place of an application: each file is sent as an attachment. */
  readonly email?: { readonly indirizzi: readonly string[]; readonly oggetto?: string };
  /** Who saved it last: what it reads, on schedule, is what they may read. */
  readonly mittente: Chiamante;
}

/** A layout of the product has no version: nobody can replace it. */
export interface TracciatoVisto {
  readonly tracciato: TracciatoContabile;
  readonly predefinito: boolean;
}

/** In place of the name of an application. */
export const CONSEGNA_EMAIL = "posta:email";

/** Of the file to a system that is called: an application of the creditor, its connector, or mail. */
export interface ConsegnaTracciato {
  readonly destinatario: string;
  readonly stato: "DA_SPEDIRE" | "SPEDITO" | "ANNULLATO";
  readonly descrizioneStato?: string;
  readonly tentativi: number;
  /** Addresses to which it has not been sent yet, and how many have had it. */
  readonly email?: { readonly restanti: readonly string[]; readonly spediti: number; readonly oggetto?: string };
  /** Instants. */
  readonly dataUltimoTentativo?: string;
  readonly dataProssimoTentativo?: string;
}

/** One file made from a layout, for some days. */
export interface EsecuzioneTracciato {
  readonly versione: number;
  readonly id: string;
  readonly idDominio: string;
  readonly nome: string;
  readonly stato: StatoEsportazione;
  readonly descrizioneStato?: string;
  readonly origine: "RICHIESTA" | "PIANIFICATA";
  /** Days of payment, or of arrival of the flows, inclusive. */
  readonly da: string;
  readonly a: string;
  readonly mittente: Chiamante;
  /** Instants. */
  readonly dataRichiesta: string;
  readonly dataConclusione?: string;
  readonly chiave?: string;
  readonly righe?: number;
  readonly byte?: number;
  /** Absent = nobody is sent it. */
  readonly consegna?: ConsegnaTracciato;
}

/** To whom the files of a layout go by themselves. */
export const consegnaDi = ({ destinatario, email }: Pick<TracciatoContabile, "destinatario" | "email">): ConsegnaTracciato | undefined => {
  const nuova = { stato: "DA_SPEDIRE", tentativi: 0 } as const;
  if (destinatario !== undefined) return { destinatario, ...nuova };
  if (!email) return undefined;
  const { indirizzi, oggetto } = email;
  return { destinatario: CONSEGNA_EMAIL, ...nuova, email: { restanti: indirizzi, spediti: 0, ...(oggetto !== undefined && { oggetto }) } };
};

/** Days for which a run is remembered; its file stays longer, in the folder. */
export const MEMORIA_ESECUZIONI_GIORNI = 30;
export const CARTELLA_CONTABILITA = "contabilita";

/** @param creato day. */
export const nomeFileDi = (
  { nome, idDominio, layout }: Pick<TracciatoContabile, "nome" | "idDominio" | "layout">,
  da: string,
  a: string,
  creato: string,
): string => {
  const [daCompatta = "", aCompatta = "", creatoCompatta = ""] = [da, a, creato].map((giorno) => giorno.replaceAll("-", ""));
  const valori: Readonly<Record<string, string>> = { nome, idDominio, da, a, creato, daCompatta, aCompatta, creatoCompatta };
  return layout.nomeFile.replace(/\{(\w+)\}/g, (_tutto, chiave: string) => valori[chiave] ?? "");
};

export const chiaveFileDi = (tracciato: TracciatoContabile, nomeFile: string): string =>
  [CARTELLA_CONTABILITA, tracciato.idDominio, tracciato.cartella ?? tracciato.nome, nomeFile].join("/");

export const nomeDelFile = (chiave: string): string => chiave.slice(chiave.lastIndexOf("/") + 1);

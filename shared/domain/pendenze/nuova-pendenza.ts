/** A debt as the creditor's application writes it, amounts in cents; what is derived (debtor ANONIMO, debt type) is said here once. */
import type { NuovoAllegato } from "./allegati.ts";
import type { NotificaSend } from "./notifica-send.ts";
import type { Contabilita, Destinazione, Documento, Soggetto } from "./pendenza.ts";

export interface NuovaVoce {
  readonly idVocePendenza: string;
  readonly importo: bigint;
  readonly descrizione: string;
  readonly descrizioneCausaleRPT?: string;
  /** Beneficiary; absent = the creditor of the debt. */
  readonly idDominio?: string;
  readonly destinazione: Destinazione;
  readonly datiAllegati?: unknown;
  readonly contabilita?: Contabilita;
  readonly metadata?: readonly { readonly key: string; readonly value: string }[];
}

export interface NuovaPendenza {
  readonly idTipoPendenza?: string;
  readonly idDominio: string;
  readonly idUnitaOperativa?: string;
  readonly nome?: string;
  readonly causale: string;
  readonly debitore: Soggetto;
  readonly importo: bigint;
  readonly numeroAvviso?: string;
  readonly tassonomia?: string;
  readonly tassonomiaAvviso?: string;
  readonly direzione?: string;
  readonly divisione?: string;
  readonly dataValidita?: string;
  readonly dataScadenza?: string;
  readonly annoRiferimento?: number;
  readonly cartellaPagamento?: string;
  readonly datiAllegati?: unknown;
  readonly documento?: Documento;
  readonly dataNotificaAvviso?: string;
  readonly dataPromemoriaScadenza?: string;
  /** No reminder of the notice, ever (`dataAvvisatura=MAI`); absent = as the debt type says. */
  readonly avvisaturaInibita?: true;
  readonly proprieta?: Readonly<Record<string, unknown>>;
  /** Its notice is served through SEND; absent = it is not. */
  readonly notificaSend?: Pick<NotificaSend, "iun" | "aggiungiCosto">;
  /** Absent = those that the debt has already. */
  readonly allegati?: readonly NuovoAllegato[];
  readonly voci: readonly NuovaVoce[];
}

const ANONIMO = "ANONIMO";

/** Debtor as stored: without a tax code both code and name become ANONIMO, without a name the code stands for it (reference 2.3). */
export const toDebitore = (soggetto: Partial<Soggetto> | undefined): Soggetto => {
  const { tipo = "F", identificativo, anagrafica, ...recapiti } = soggetto ?? {};
  if (identificativo === undefined) return { ...recapiti, tipo, identificativo: ANONIMO, anagrafica: ANONIMO };
  return { ...recapiti, tipo, identificativo, anagrafica: anagrafica ?? identificativo };
};

/** Debt type when the application does not give one (reference 2.1). */
export const idTipoPendenzaDi = (nuova: NuovaPendenza): string => {
  if (nuova.idTipoPendenza !== undefined) return nuova.idTipoPendenza;
  const [unica, altra] = nuova.voci;
  if (unica && !altra && unica.destinazione.variante === "bollo") return "BOLLOT";
  if (unica && !altra && unica.destinazione.variante === "entrata") return unica.destinazione.codEntrata;
  return "LIBERO";
};

/** Notices are not printed for debts of stamps only (reference 3.11). */
export const isDiSoliBolli = ({ voci }: { readonly voci: readonly { readonly destinazione: Destinazione }[] }): boolean =>
  voci.every(({ destinazione }) => destinazione.variante === "bollo");

/** Beneficiary of an item. */
export const dominioDi = (nuova: NuovaPendenza, voce: NuovaVoce): string => voce.idDominio ?? nuova.idDominio;

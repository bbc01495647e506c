/**
 * Whose money the receipts of a creditor tell: its own, of notices that are here or that another intermediary issued, and what goes from one creditor to
 * another inside the same notice (TARI and TEFA). Every transfer is counted once, so that the relations sum to the total.
 */
import { definiti } from "../definiti.ts";
import { type Esito, ko, ok } from "../esito.ts";
import { fromJsonNodo } from "../pagamenti/json-nodo.ts";
import type { TransferRicevuta } from "../pagamenti/messaggi-nodo.ts";
import type { Pendenza } from "../pendenze/pendenza.ts";
import type { Rendicontazione } from "../rendicontazioni/flusso.ts";
import { annoDi, classifyEsterno, type PagamentoEsterno, type RegolaEsterna } from "../rendicontazioni/pagamenti-esterni.ts";
import type { Ricevuta } from "../ricevute/ricevuta.ts";

/**
 * PROPRIO: a notice of ours. NON_MIO: the creditor's notice, of another intermediary. DA_ALTRI: in a notice of another creditor. PER_ALTRI: to another creditor.
 * SOLO_RENDICONTATO: a row of another intermediary in a flow, of which no receipt came.
 */
export const RELAZIONI = ["PROPRIO", "NON_MIO", "DA_ALTRI", "PER_ALTRI", "BOLLO", "SOLO_RENDICONTATO"] as const;
export type Relazione = (typeof RELAZIONI)[number];

export const GRUPPI_BENEFICIARI = ["relazione", "idDominioTitolare", "idBeneficiario", "idTipoPendenza", "tassonomia", "idPsp"] as const;
export type GruppoBeneficiari = (typeof GRUPPI_BENEFICIARI)[number];

export interface Totale {
  readonly quote: number;
  /** Cents. */
  readonly importo: bigint;
}

export interface TotaleBeneficiari extends Totale {
  readonly gruppo: Readonly<Partial<Record<Exclude<GruppoBeneficiari, "relazione">, string> & Record<"relazione", Relazione>>>;
}

/** A notice whose share for others is not the one agreed. Cents. */
export interface Differenza {
  readonly iuv: string;
  readonly idRicevuta: string;
  readonly idBeneficiario: string;
  readonly importo: bigint;
  readonly atteso: bigint;
}

export interface Prospetto {
  readonly ricevute: number;
  readonly totale: Totale;
  readonly risultati: readonly TotaleBeneficiari[];
  /** Shares for others compared with the one agreed, and how many differ; the first of them are listed. */
  readonly confrontate: number;
  readonly diverse: number;
  readonly differenze: readonly Differenza[];
}

export interface RichiestaProspetto {
  readonly gruppi: readonly GruppoBeneficiari[];
  /** Hundredths of a percent of what the owner collects in the same notice: TEFA at 5 % is 500. Absent = no comparison. */
  readonly quotaAttesa?: number;
  /** Compared with it; absent = whoever is not the owner. */
  readonly idBeneficiario?: string;
}

export interface RichiestaBeneficiari extends RichiestaProspetto {
  readonly idDominio: string;
  /** Instants in which the receipts came, inclusive: each is in one period, however late. */
  readonly da?: string;
  readonly a?: string;
  /** Also what only a flow tells: rows of other intermediaries without receipt, by the day of the payment. */
  readonly soloRendicontati?: boolean;
}

export const TOTALI_MASSIMI = 20_000;
export const DIFFERENZE_MASSIME = 100;
const TROPPI = `i totali sono più di ${TOTALI_MASSIMI}: scegliere meno gruppi, o un periodo più breve`;

interface QuotaRicevuta {
  readonly relazione: Relazione;
  readonly idBeneficiario: string;
  readonly importo: bigint;
  readonly tassonomia?: string;
}

const relazioneDi = ({ idDominio, idDominioTitolare, idPendenza }: Ricevuta, transfer: TransferRicevuta): Relazione => {
  if (transfer.IBAN === undefined) return "BOLLO";
  if (idDominio !== idDominioTitolare) return "DA_ALTRI";
  if (transfer.fiscalCodePA !== idDominio) return "PER_ALTRI";
  return idPendenza === undefined ? "NON_MIO" : "PROPRIO";
};

/** A copy for a secondary creditor tells only what is its own. An RT names no beneficiary: all of it goes to its owner. */
export function quoteDi(ricevuta: Ricevuta): readonly QuotaRicevuta[] {
  const { idDominio, idDominioTitolare, importo, esito, rt } = ricevuta;
  if (esito === "KO") return [];
  const { transferList } = fromJsonNodo<{ readonly transferList?: readonly TransferRicevuta[] }>(rt);
  if (!transferList) return [{ relazione: ricevuta.idPendenza === undefined ? "NON_MIO" : "PROPRIO", idBeneficiario: idDominio, importo }];
  return transferList
    .filter(({ fiscalCodePA }) => idDominio === idDominioTitolare || fiscalCodePA === idDominio)
    .map((transfer) => ({
      ...{ relazione: relazioneDi(ricevuta, transfer), idBeneficiario: transfer.fiscalCodePA, importo: transfer.transferAmount },
      tassonomia: transfer.transferCategory,
    }));
}

/** Cents, to the nearest. */
export const quotaAttesaDi = (proprio: bigint, centesimiPercento: number): bigint =>
  (proprio * BigInt(centesimiPercento) + 5_000n) / 10_000n;

/** A cent is the rounding of who computed the share first. */
const TOLLERANZA = 1n;

const confronta = (ricevuta: Ricevuta, quote: readonly QuotaRicevuta[], { quotaAttesa, idBeneficiario }: RichiestaProspetto) => {
  if (quotaAttesa === undefined) return [];
  const somma = (quali: readonly QuotaRicevuta[]): bigint => quali.reduce((totale, { importo }) => totale + importo, 0n);
  const proprio = somma(quote.filter(({ relazione }) => relazione === "PROPRIO" || relazione === "NON_MIO"));
  const altrui = quote.filter(({ relazione }) => relazione === "PER_ALTRI");
  const cercati = [...new Set(altrui.map((quota) => quota.idBeneficiario))].filter((uno) => (idBeneficiario ?? uno) === uno);
  const atteso = quotaAttesaDi(proprio, quotaAttesa);
  return cercati.map((uno) => {
    const importo = somma(altrui.filter((quota) => quota.idBeneficiario === uno));
    const scarto = importo > atteso ? importo - atteso : atteso - importo;
    const { iuv, idRicevuta } = ricevuta;
    return { differenza: { iuv, idRicevuta, idBeneficiario: uno, importo, atteso }, diversa: scarto > TOLLERANZA };
  });
};

/** Outcomes of a row that say that money was paid: a revoked one is not money. */
const ESITI_PAGATI: readonly number[] = [0, 4, 8, 9];

export type RigaSenzaRicevuta = Pick<Rendicontazione, "idDominio" | "iuv" | "idPsp" | "importo" | "esito" | "data">;

/** Memory as the totals, not as the receipts. @param regole of the creditor, for the type of what has no debt here. */
export const createProspetto = (richiesta: RichiestaProspetto, regole: readonly RegolaEsterna[] = []) => {
  const conti = new Map<string, TotaleBeneficiari>();
  const differenze: Differenza[] = [];
  let [ricevute, quote, importo, confrontate, diverse] = [0, 0, 0n, 0, 0];

  const tipoDi = (pagamento: PagamentoEsterno, data: string): string | undefined =>
    regole.length === 0 ? undefined : classifyEsterno(regole, pagamento, annoDi(data)).attribuzione?.idTipoPendenza;

  const count = (
    quota: QuotaRicevuta,
    { idDominioTitolare, idPsp }: Pick<Ricevuta, "idDominioTitolare" | "idPsp">,
    idTipoPendenza: string | undefined,
  ): boolean => {
    const { relazione, idBeneficiario, tassonomia } = quota;
    const se = <T>(nome: GruppoBeneficiari, valore: T): T | undefined => (richiesta.gruppi.includes(nome) ? valore : undefined);
    const gruppo: TotaleBeneficiari["gruppo"] = definiti({
      relazione: se("relazione", relazione),
      idDominioTitolare: se("idDominioTitolare", idDominioTitolare),
      idBeneficiario: se("idBeneficiario", idBeneficiario),
      idTipoPendenza: se("idTipoPendenza", idTipoPendenza),
      tassonomia: se("tassonomia", tassonomia),
      idPsp: se("idPsp", idPsp),
    });
    const chiave = JSON.stringify(richiesta.gruppi.map((nome) => gruppo[nome] ?? ""));
    const prima = conti.get(chiave);
    if (!prima && conti.size >= TOTALI_MASSIMI) return false;
    conti.set(chiave, { gruppo, quote: (prima?.quote ?? 0) + 1, importo: (prima?.importo ?? 0n) + quota.importo });
    quote += 1;
    importo += quota.importo;
    return true;
  };

  const tipoEsterno = ({ relazione, tassonomia }: QuotaRicevuta, ricevuta: Ricevuta): string | undefined => {
    if (relazione !== "NON_MIO" && relazione !== "DA_ALTRI") return undefined;
    const { idDominioTitolare, iuv, numeroAvviso, idPsp } = ricevuta;
    return tipoDi({ idDominioTitolare, iuv, numeroAvviso, idPsp, ...definiti({ tassonomia }) }, ricevuta.dataPagamento);
  };

  return {
    /** @returns a sentence in Italian when the totals become too many. */
    add: (ricevuta: Ricevuta, pendenza: Pick<Pendenza, "idTipoPendenza"> | undefined): Esito<void> => {
      const sue = quoteDi(ricevuta);
      if (sue.length > 0) ricevute += 1;
      for (const quota of sue) if (!count(quota, ricevuta, pendenza?.idTipoPendenza ?? tipoEsterno(quota, ricevuta))) return ko(TROPPI);
      for (const { differenza, diversa } of confronta(ricevuta, sue, richiesta)) {
        confrontate += 1;
        if (!diversa) continue;
        diverse += 1;
        if (differenze.length < DIFFERENZE_MASSIME) differenze.push(differenza);
      }
      return ok(undefined);
    },
    /** Of a row without receipt: as above. */
    addRiga: ({ idDominio, iuv, idPsp, importo: pagato, esito, data }: RigaSenzaRicevuta): Esito<void> => {
      if (!ESITI_PAGATI.includes(esito)) return ok(undefined);
      const quota = { relazione: "SOLO_RENDICONTATO", idBeneficiario: idDominio, importo: pagato } as const;
      const idDominioTitolare = idDominio;
      return count(quota, { idDominioTitolare, idPsp }, tipoDi({ idDominioTitolare, iuv, idPsp }, data)) ? ok(undefined) : ko(TROPPI);
    },
    result: (): Prospetto => ({
      ...{ ricevute, totale: { quote, importo }, confrontate, diverse, differenze },
      risultati: [...conti].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, conto]) => conto),
    }),
  };
};

/** The payments inside a credit, and what they amount to by debt type and by chapter: what the accountant needs to write the order. */
import { definiti } from "../../definiti.ts";
import type { Pendenza, Quota, Soggetto, Voce } from "../../pendenze/pendenza.ts";
import type { Rendicontazione } from "../../rendicontazioni/flusso.ts";
import type { Attribuzione } from "../../rendicontazioni/pagamenti-esterni.ts";
import type { Riscossione, TipoRiscossione } from "../../ricevute/ricevuta.ts";

export interface PagamentoContenuto {
  readonly idFlusso?: string;
  readonly iuv: string;
  readonly iur: string;
  readonly indice: number;
  /** Cents. */
  readonly importo: bigint;
  /** Day. */
  readonly data: string;
  /** Outcome of the settlement row. */
  readonly esito?: number;
  readonly tipo?: TipoRiscossione;
  /** Absent when the debt is not known. */
  readonly pendenza?: Pick<Pendenza, "idA2A" | "idPendenza" | "numeroAvviso" | "idTipoPendenza" | "causale">;
  readonly debitore?: Pick<Soggetto, "tipo" | "identificativo" | "anagrafica">;
  readonly voce?: Pick<Voce, "idVocePendenza" | "descrizione">;
  /** What a rule of the creditor says of a payment without debt here. */
  readonly attribuzione?: Omit<Attribuzione, "quota">;
  /** Accounting quotes of the item, when the payment is of its whole amount; or that of the rule. */
  readonly quote: readonly Quota[];
}

/** What one settlement row, or one collected amount, pays. @param pendenza only if the caller may see it. @param attribuzione when there is no debt. */
export function describePagamento(
  fonte: Pick<Rendicontazione, "iuv" | "iur" | "indice" | "importo" | "data"> & Partial<Pick<Rendicontazione, "idFlusso" | "esito">>,
  riscossione: Riscossione | undefined,
  pendenza: Pendenza | undefined,
  { quota, ...attribuzione }: Partial<Attribuzione> = {},
): PagamentoContenuto {
  const { iuv, iur, indice, importo, data } = fonte;
  const { regola, idTipoPendenza } = attribuzione;
  const voce = pendenza?.voci.find((v) =>
    riscossione?.idVocePendenza === undefined ? v.indice === indice : v.idVocePendenza === riscossione.idVocePendenza,
  );
  const diVoce = voce?.importo === importo ? (voce.contabilita?.quote ?? []) : [];
  const quote = quota ? [{ ...quota, importo }] : diVoce;
  return {
    ...{ iuv, iur, indice, importo, data, quote },
    ...definiti({
      ...{ idFlusso: fonte.idFlusso, esito: fonte.esito, tipo: riscossione?.tipo },
      attribuzione: regola === undefined || idTipoPendenza === undefined ? undefined : { ...attribuzione, regola, idTipoPendenza },
      pendenza: pendenza && {
        ...{ idA2A: pendenza.idA2A, idPendenza: pendenza.idPendenza, numeroAvviso: pendenza.numeroAvviso },
        ...{ idTipoPendenza: pendenza.idTipoPendenza, causale: pendenza.causale },
      },
      debitore: pendenza && {
        ...{ tipo: pendenza.debitore.tipo, identificativo: pendenza.debitore.identificativo, anagrafica: pendenza.debitore.anagrafica },
      },
      voce: voce && { idVocePendenza: voce.idVocePendenza, descrizione: voce.descrizione },
    }),
  };
}

export interface Totale {
  readonly numero: number;
  /** Cents. */
  readonly importo: bigint;
}

export interface TotaleTipo extends Totale {
  /** Absent: of no known debt. */
  readonly idTipoPendenza?: string;
}

export interface TotaleCapitolo extends Totale, Partial<Omit<Quota, "importo" | "proprietaCustom">> {}

export interface Totali extends Totale {
  readonly perTipo: readonly TotaleTipo[];
  /** Without chapter: of the amounts that no quote explains. */
  readonly perCapitolo: readonly TotaleCapitolo[];
}

const group = <T, G extends object>(
  elementi: readonly T[],
  gruppoDi: (elemento: T) => G,
  importoDi: (elemento: T) => bigint,
): readonly (G & Totale)[] => {
  const gruppi = new Map<string, G & Totale>();
  for (const elemento of elementi) {
    const gruppo = gruppoDi(elemento);
    const nome = JSON.stringify(gruppo);
    const prima = gruppi.get(nome);
    gruppi.set(nome, { ...gruppo, numero: (prima?.numero ?? 0) + 1, importo: (prima?.importo ?? 0n) + importoDi(elemento) });
  }
  return [...gruppi.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, totale]) => totale);
};

const capitoloDi = ({ capitolo, annoEsercizio, accertamento, titolo, tipologia, categoria, articolo }: Partial<Quota>) =>
  definiti({ capitolo, annoEsercizio, accertamento, titolo, tipologia, categoria, articolo });

export function sumPagamenti(pagamenti: readonly PagamentoContenuto[]): Totali {
  const quote = pagamenti.flatMap(({ quote: sue, importo }): readonly (Partial<Quota> & { readonly importo: bigint })[] =>
    sue.length === 0 ? [{ importo }] : sue,
  );
  return {
    numero: pagamenti.length,
    importo: pagamenti.reduce((somma, { importo }) => somma + importo, 0n),
    perTipo: group(
      pagamenti,
      ({ pendenza, attribuzione }) => definiti({ idTipoPendenza: pendenza?.idTipoPendenza ?? attribuzione?.idTipoPendenza }),
      ({ importo }) => importo,
    ),
    perCapitolo: group(quote, capitoloDi, ({ importo }) => importo),
  };
}

/** Enough to tell two payers apart, not to know who they are. */
export const maskDebitore = ({
  tipo,
  identificativo,
  anagrafica,
}: NonNullable<PagamentoContenuto["debitore"]>): NonNullable<PagamentoContenuto["debitore"]> => ({
  tipo,
  identificativo: `${identificativo.slice(0, 3)}***`,
  anagrafica: anagrafica.replace(/(\p{L})[\p{L}'’-]*/gu, "$1***"),
});

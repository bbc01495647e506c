/**
 * Payments of the creditor on notices that another intermediary issued, or its share of another creditor's notice: there is no debt here that says what they are. The
 * creditor says it with rules, tried in order whenever the payment is read: nothing is written on it, so that a new rule holds for the past too.
 */
import { definiti } from "../definiti.ts";
import { fromJsonNodo } from "../pagamenti/json-nodo.ts";
import type { TransferRicevuta } from "../pagamenti/messaggi-nodo.ts";
import type { Quota } from "../pendenze/pendenza.ts";
import type { Ricevuta, Riscossione } from "../ricevute/ricevuta.ts";
import { giornoDi } from "../valori/date.ts";
import { isIuvInterno, isNumeroAvviso } from "../valori/numero-avviso.ts";

/** All of them must hold; at least one is there. */
export interface CondizioniEsterne {
  /** Beginning of the code, without `9/`. */
  readonly tassonomia?: string;
  readonly prefissoIuv?: string;
  /** Two digits after auxDigit 3. */
  readonly codiceSegregazione?: string;
  /** Two digits after auxDigit 0: only the receipt knows the notice number. */
  readonly codiceApplicativo?: string;
  readonly idPsp?: string;
  /** Creditor of the notice: another one, of which this creditor has a share. */
  readonly idDominioTitolare?: string;
}

export interface RegolaEsterna {
  readonly nome: string;
  readonly quando: CondizioniEsterne;
  readonly idTipoPendenza: string;
  readonly idEntrata?: string;
  /** Without year: that of the payment. */
  readonly quota?: Omit<Quota, "importo" | "annoEsercizio" | "proprietaCustom"> & { readonly annoEsercizio?: number };
  /** Counted in the reports by rule, and nothing else: to see what it would take. */
  readonly inProva?: boolean;
}

/** What a rule sees of a payment; taxonomy, PSP and notice number as far as a receipt, or a flow, tells them. */
export interface PagamentoEsterno {
  readonly idDominioTitolare: string;
  readonly iuv: string;
  readonly numeroAvviso?: string;
  readonly tassonomia?: string;
  readonly idPsp?: string;
}

export interface Attribuzione extends Pick<RegolaEsterna, "idTipoPendenza" | "idEntrata"> {
  readonly regola: string;
  readonly quota?: Omit<Quota, "importo">;
}

export interface Esterno {
  /** First rule that takes it, those on trial included; absent = none does. */
  readonly regola?: string;
  /** First rule in force. */
  readonly attribuzione?: Attribuzione;
}

/** Group of the reports that holds what no rule takes: no rule may be called so. */
export const NESSUNA_REGOLA = "NESSUNA";

/** Money that comes to the creditor, of which no debt is known here. */
export const isEsterna = ({ idPendenza, tipo }: Pick<Riscossione, "idPendenza" | "tipo">): boolean =>
  idPendenza === undefined && (tipo === "ENTRATA" || tipo === "ALTRO_INTERMEDIARIO");

/** `9/0101100IM/` as receipts write it, `0101100IM` as people do. */
const senzaCornice = (tassonomia: string): string => tassonomia.replace(/^9\//, "").replace(/\/$/, "").toUpperCase();

const hasSegregazione = ({ numeroAvviso, iuv }: PagamentoEsterno, codice: string): boolean =>
  numeroAvviso !== undefined && isNumeroAvviso(numeroAvviso)
    ? numeroAvviso.startsWith(`3${codice}`)
    : isIuvInterno(iuv, { auxDigit: 3, segregationCode: codice });

const takes = ({ quando }: RegolaEsterna, pagamento: PagamentoEsterno): boolean => {
  const { tassonomia, prefissoIuv, codiceSegregazione, codiceApplicativo, idPsp, idDominioTitolare } = quando;
  return (
    (tassonomia === undefined || senzaCornice(pagamento.tassonomia ?? "").startsWith(senzaCornice(tassonomia))) &&
    (prefissoIuv === undefined || pagamento.iuv.toUpperCase().startsWith(prefissoIuv.toUpperCase())) &&
    (codiceSegregazione === undefined || hasSegregazione(pagamento, codiceSegregazione)) &&
    (codiceApplicativo === undefined || pagamento.numeroAvviso?.startsWith(`0${codiceApplicativo}`) === true) &&
    (idPsp === undefined || pagamento.idPsp === idPsp) &&
    (idDominioTitolare === undefined || pagamento.idDominioTitolare === idDominioTitolare)
  );
};

/** @param anno financial year of the payment, Europe/Rome. */
export const classifyEsterno = (regole: readonly RegolaEsterna[], pagamento: PagamentoEsterno, anno: number): Esterno => {
  const prese = regole.filter((regola) => takes(regola, pagamento));
  const inVigore = prese.find(({ inProva }) => inProva !== true);
  const { nome: regola, idTipoPendenza, idEntrata, quota } = inVigore ?? {};
  return definiti({
    regola: prese[0]?.nome,
    attribuzione:
      regola === undefined || idTipoPendenza === undefined
        ? undefined
        : {
            ...{ regola, idTipoPendenza },
            ...definiti({ idEntrata, quota: quota && { ...quota, annoEsercizio: quota.annoEsercizio ?? anno } }),
          },
  });
};

/** An RT of the legacy family names no transfer by its taxonomy. */
const tassonomiaDi = ({ rt }: Pick<Ricevuta, "rt">, indice: number): string | undefined =>
  fromJsonNodo<{ readonly transferList?: readonly TransferRicevuta[] }>(rt).transferList?.find(({ idTransfer }) => idTransfer === indice)
    ?.transferCategory;

/** @param idPspFlusso of the flow that reports it, when there is no receipt. */
const toPagamentoEsterno = (
  { idDominioTitolare, iuv, indice }: Pick<Riscossione, "idDominioTitolare" | "iuv" | "indice">,
  ricevuta: Pick<Ricevuta, "numeroAvviso" | "idPsp" | "rt"> | undefined,
  idPspFlusso?: string,
): PagamentoEsterno => ({
  ...{ idDominioTitolare, iuv },
  ...definiti({
    numeroAvviso: ricevuta?.numeroAvviso,
    idPsp: ricevuta?.idPsp ?? idPspFlusso,
    tassonomia: ricevuta && tassonomiaDi(ricevuta, indice),
  }),
});

/** What is needed to classify some payments: their receipts, and the rules of their creditors. */
export interface ContestoEsterni {
  readonly ricevute: readonly Ricevuta[];
  readonly regole: ReadonlyMap<string, readonly RegolaEsterna[]>;
}

export const SENZA_ESTERNI: ContestoEsterni = { ricevute: [], regole: new Map() };

const nomeDi = (idDominio: string, iuv: string, idRicevuta: string | undefined): string => `${idDominio}#${iuv}#${idRicevuta ?? ""}`;

/** Of a day, or of an instant as Rome counts it. */
export const annoDi = (data: string): number => Number((data.length === 10 ? data : giornoDi(data)).slice(0, 4));

type Riga = Pick<Riscossione, "idDominio" | "idDominioTitolare" | "iuv" | "indice" | "data" | "idRicevuta">;

/** Looked up, not searched. Undefined for a creditor without rules. `idPspFlusso` as above. */
export const createClassificatore = ({ ricevute, regole }: ContestoEsterni) => {
  const perNome = new Map(ricevute.map((ricevuta) => [nomeDi(ricevuta.idDominio, ricevuta.iuv, ricevuta.idRicevuta), ricevuta]));
  return (riga: Riga, idPspFlusso?: string): Esterno => {
    const sue = regole.get(riga.idDominio) ?? [];
    if (sue.length === 0) return {};
    const ricevuta = perNome.get(nomeDi(riga.idDominio, riga.iuv, riga.idRicevuta));
    return classifyEsterno(sue, toPagamentoEsterno(riga, ricevuta, idPspFlusso), annoDi(riga.data));
  };
};

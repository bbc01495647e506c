/** Where an anomaly goes when it is born: ordered rules of the creditor, the first that fits decides queue, due date, and whether anybody must look at all. */
import { addGiorni } from "../valori/date.ts";
import type { CodiceAnomalia } from "./codici-anomalia.ts";

/** All the conditions given must hold; a condition on what the anomaly does not have does not hold. */
export interface CondizioniInstradamento {
  readonly codici?: readonly CodiceAnomalia[];
  readonly tipiPendenza?: readonly string[];
  readonly prefissoIuv?: string;
  readonly unitaOperative?: readonly string[];
  /** Cents, inclusive. */
  readonly importoMinimo?: bigint;
  readonly importoMassimo?: bigint;
}

export interface RegolaInstradamento {
  readonly nome: string;
  readonly quando: CondizioniInstradamento;
  /** Office that works on it. */
  readonly coda: string;
  readonly assegnatario?: string;
  /** Days after which it is late. */
  readonly giorni?: number;
  /** Nobody must look at it: it is born closed, with this reason. */
  readonly chiudiCon?: string;
}

/** When a summary may leave: hours of Rome, and how long a queue must have been quiet. */
export interface OrarioRiepiloghi {
  readonly quieteMinuti: number;
  /** HH:MM, `alle` excluded. */
  readonly dalle: string;
  readonly alle: string;
  /** Application that also receives them, through its integration service. */
  readonly idA2A?: string;
}

/** How a creditor works on its anomalies and on the money to decide about. */
export interface Instradamento {
  readonly versione: number;
  readonly idDominio: string;
  readonly codaPredefinita: string;
  readonly regole: readonly RegolaInstradamento[];
  readonly riepiloghi?: OrarioRiepiloghi;
  /** A refund is authorised by a person who did not propose it. */
  readonly secondaPersonaPerRimborsi: boolean;
}

export const CODA_PREDEFINITA = "GENERALE";

/** Of a creditor that said nothing: one queue, no rule, two persons for a refund. */
export const instradamentoPredefinito = (idDominio: string): Instradamento => ({
  versione: 0,
  idDominio,
  codaPredefinita: CODA_PREDEFINITA,
  regole: [],
  secondaPersonaPerRimborsi: true,
});

/** What the rules look at. */
export interface DaInstradare {
  readonly codice: CodiceAnomalia;
  readonly idTipoPendenza?: string;
  readonly iuv?: string;
  readonly idUnitaOperativa?: string;
  readonly importo?: bigint;
}

const isTra = (valori: readonly string[] | undefined, valore: string | undefined): boolean =>
  valori === undefined || (valore !== undefined && valori.includes(valore));

const vale = ({ quando }: RegolaInstradamento, cosa: DaInstradare): boolean => {
  const { prefissoIuv, importoMinimo, importoMassimo } = quando;
  return (
    isTra(quando.codici, cosa.codice) &&
    isTra(quando.tipiPendenza, cosa.idTipoPendenza) &&
    isTra(quando.unitaOperative, cosa.idUnitaOperativa) &&
    (prefissoIuv === undefined || cosa.iuv?.startsWith(prefissoIuv) === true) &&
    (importoMinimo === undefined || (cosa.importo !== undefined && cosa.importo >= importoMinimo)) &&
    (importoMassimo === undefined || (cosa.importo !== undefined && cosa.importo <= importoMassimo))
  );
};

export interface Destinazione {
  readonly coda: string;
  readonly assegnatario?: string;
  /** Day. */
  readonly scadenza?: string;
  readonly chiudiCon?: string;
  /** Name of the rule; absent = no rule fits. */
  readonly regola?: string;
}

/** @param oggi day from which the due date counts. */
export function route({ regole, codaPredefinita }: Instradamento, cosa: DaInstradare, oggi: string): Destinazione {
  const regola = regole.find((candidata) => vale(candidata, cosa));
  if (!regola) return { coda: codaPredefinita };
  const { nome, coda, assegnatario, giorni, chiudiCon } = regola;
  return {
    coda,
    regola: nome,
    ...(assegnatario !== undefined && { assegnatario }),
    ...(giorni !== undefined && { scadenza: addGiorni(oggi, giorni) }),
    ...(chiudiCon !== undefined && { chiudiCon }),
  };
}

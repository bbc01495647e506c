/** How far the anonymisation of a creditor's old debts has got: a cycle a month, in as many runs as it takes. */
export interface CicloConservazione {
  readonly versione: number;
  readonly idDominio: string;
  /** YYYY-MM. */
  readonly mese: string;
  readonly stato: "IN_CORSO" | "FINITO";
  /** Where the list of debts goes on; absent = from its beginning. */
  readonly cursore?: string;
  readonly esaminate: number;
  readonly anonimizzate: number;
  /** Instant of the last page. */
  readonly aggiornato: string;
}

export const isDaFare = (ciclo: CicloConservazione | undefined, mese: string): boolean =>
  ciclo === undefined || ciclo.mese !== mese || ciclo.stato === "IN_CORSO";

/** The cycle to work on: that of the month, or a new one. An unfinished one of another month starts again, with what has come due since. */
export const openCiclo = (ciclo: CicloConservazione | undefined, idDominio: string, mese: string, adesso: string): CicloConservazione =>
  ciclo?.mese === mese
    ? ciclo
    : { versione: ciclo?.versione ?? 0, idDominio, mese, stato: "IN_CORSO", esaminate: 0, anonimizzate: 0, aggiornato: adesso };

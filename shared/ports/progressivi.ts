/** Progressive numbers of notices: an instance takes a block of 100 with one request; numbers are never given twice, gaps are possible. */
export interface Progressivi {
  next(idDominio: string, prefisso: string): Promise<bigint>;
  /** Leaves at least that many numbers behind: those that follow were found taken, one after the other. */
  skip(idDominio: string, prefisso: string, quanti: number): Promise<void>;
}

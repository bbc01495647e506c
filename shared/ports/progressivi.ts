/** Progressive numbers of notices: an instance takes a block of 100 with one request; numbers are never given twice, gaps are possible. */
export interface Progressivi {
  next(idDominio: string, prefisso: string): Promise<bigint>;
}

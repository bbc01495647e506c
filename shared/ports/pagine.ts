/** Places of the payment pages. */
import type { PrenotazionePagina, QuotaPagina } from "../domain/pagine/pagina-pagamento.ts";

export interface PostiPagina {
  getQuota(idDominio: string, idPagina: string): Promise<QuotaPagina | undefined>;
  /** Places held until a day before this one, the oldest first; at most `massimo`. */
  findScadute(idDominio: string, idPagina: string, giorno: string, massimo: number): Promise<readonly PrenotazionePagina[]>;
}

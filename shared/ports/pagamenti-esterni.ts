/** Read of what the rules for payments without a debt here need (domain/rendicontazioni/pagamenti-esterni). */
import type { ContestoEsterni } from "../domain/rendicontazioni/pagamenti-esterni.ts";
import type { Riscossione } from "../domain/ricevute/ricevuta.ts";

export interface PagamentiEsterni {
  /** Rules of the creditors of the amounts without debt, and of `domini`; receipts of those amounts. One batch, none when there is nothing to classify. */
  getContesto(riscossioni: readonly Riscossione[], domini?: readonly string[]): Promise<ContestoEsterni>;
}

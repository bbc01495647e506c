/** Who may see a collected amount: the rule of the debt it pays; what no debt explains is for who sees every type of its creditor. */
import { type Chiamante, seesDominio, seesTipoPendenza } from "../anagrafiche/applicazione.ts";
import type { Riscossione } from "./ricevuta.ts";

/** Units are those of the creditor of the debt: another beneficiary has none of its own there. */
export const unitaDi = ({ idDominio, idDominioTitolare, idUnitaOperativa }: Riscossione): string | undefined =>
  idDominio === idDominioTitolare ? idUnitaOperativa : undefined;

export const seesRiscossione = (chiamante: Chiamante, riscossione: Riscossione): boolean =>
  seesDominio(chiamante, riscossione.idDominio, unitaDi(riscossione)) &&
  (riscossione.idTipoPendenza === undefined ? chiamante.tipiPendenza === "*" : seesTipoPendenza(chiamante, riscossione.idTipoPendenza));

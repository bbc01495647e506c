/** Accounts and incomes of a creditor in the API Pagamento v1. */
import type { ContoAccredito } from "../../domain/anagrafiche/creditore.ts";
import type { VistaEntrataDominio } from "../../domain/anagrafiche/viste.ts";

export const presentContoV1 = ({ versione: _versione, idDominio: _idDominio, ...campi }: ContoAccredito) => campi;

export const presentEntrataV1 = ({ propria, comune }: VistaEntrataDominio) => {
  const { versione: _versione, idDominio: _idDominio, ...campi } = propria;
  const { versione: _comune, ...tipoEntrata } = comune;
  return { ...campi, tipoEntrata };
};

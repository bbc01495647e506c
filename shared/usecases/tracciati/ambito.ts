/** Who may see a batch: the application its own, an operator those of his creditors, and those of no creditor only who sees all of them. */
import { type Chiamante, seesDominio, seesTipoPendenza } from "../../domain/anagrafiche/applicazione.ts";
import type { Tracciato } from "../../domain/tracciati/tracciato.ts";

export const seesTracciato = (chiamante: Chiamante, { mittente, idDominio, idTipoPendenza }: Tracciato): boolean => {
  if (chiamante.tipo === "applicazione") return mittente.idA2A !== undefined && mittente.idA2A === chiamante.idA2A;
  if (mittente.tipo === chiamante.tipo && mittente.principal === chiamante.principal) return true;
  const dominio = idDominio === undefined ? chiamante.domini === "*" : seesDominio(chiamante, idDominio);
  return (
    dominio &&
    (idTipoPendenza === undefined ? chiamante.tipiPendenza === "*" || idDominio !== undefined : seesTipoPendenza(chiamante, idTipoPendenza))
  );
};

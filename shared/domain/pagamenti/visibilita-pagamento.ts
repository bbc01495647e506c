/** Which operators may see a portal payment: those who see every debt in it. Lists say the same with conditions on what the debts share. */
import { type Chiamante, seesDominio, seesTipoPendenza } from "../anagrafiche/applicazione.ts";
import type { Pagamento, PosizionePagata } from "./pagamento.ts";

/** A cart of several creditors, types or units would tell each of the others: it is for who has no such limit. */
export const seesPagamento = (chiamante: Chiamante, { posizioni }: Pagamento): boolean => {
  const { domini, tipiPendenza } = chiamante;
  const [prima] = posizioni;
  if (!prima) return domini === "*" && tipiPendenza === "*";
  const comune = (campo: keyof PosizionePagata): boolean => posizioni.every((posizione) => posizione[campo] === prima[campo]);
  const { idDominio, idUnitaOperativa, idTipoPendenza } = prima;
  const ambito = domini === "*" ? undefined : domini.find((dominio) => dominio.idDominio === idDominio);
  const perUnita = (ambito?.unitaOperative?.length ?? 0) > 0;
  return (
    (domini === "*" ||
      (comune("idDominio") && seesDominio(chiamante, idDominio, idUnitaOperativa) && (!perUnita || comune("idUnitaOperativa")))) &&
    (tipiPendenza === "*" || (comune("idTipoPendenza") && idTipoPendenza !== undefined && seesTipoPendenza(chiamante, idTipoPendenza)))
  );
};

/** Which counters a caller may see: the rule of the lists on creditors, units and debt types, applied to what the counters tell. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Casella } from "../../domain/statistiche/caselle.ts";
import { ambitoDi } from "../../ports/posizioni.ts";
import { ambitoDomini } from "../rendicontazioni/ambito.ts";

export const createVisibile = (chiamante: Chiamante, idDominio: string | undefined): ((casella: Casella) => boolean) => {
  const { tipiPendenza, ambiti } = ambitoDomini(chiamante, idDominio);
  const isTipo = ({ dimensioni }: Casella): boolean => tipiPendenza === "*" || tipiPendenza.includes(dimensioni.idTipoPendenza ?? "");
  const isUnita = (casella: Casella): boolean =>
    ambiti === undefined ||
    ambiti.interi.includes(casella.idDominio) ||
    ambiti.coppie.includes(ambitoDi(casella.idDominio, casella.dimensioni.idUnitaOperativa));
  return (casella) => isTipo(casella) && isUnita(casella);
};

/** A caller without any limit may be told of the whole installation at once. */
export const seesTutto = ({ domini, tipiPendenza }: Chiamante): boolean => domini === "*" && tipiPendenza === "*";

/** The answer to an operator that loaded a debt (reference 2.1): the same of an application, with the names of the debt. */
import { definiti } from "../../domain/definiti.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { presentPendenzaCreata } from "../pendenze/pendenza-creata.ts";

export const presentPendenzaCreataOperatore = (pendenza: Pendenza, pdf: Uint8Array | undefined) => {
  const { idA2A, idPendenza, idUnitaOperativa } = pendenza;
  return { ...presentPendenzaCreata(pendenza, pdf), ...definiti({ idA2A, idPendenza, idUnitaOperativa }) };
};

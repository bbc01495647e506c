/** Collected amounts in v1: the creditor by its code alone, with links inside this version and the first one of the debts. */
import { API_BASE } from "../../contracts/operation.ts";
import { definiti } from "../../domain/definiti.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";
import { selectCampi } from "../comuni/campi.ts";
import type { Collegamenti } from "../riconciliazione/comune.ts";
import * as v3 from "../riconciliazione/riscossione.ts";

const PENDENZE = API_BASE["pendenze-v1"];
const segmenti = (...nomi: readonly string[]): string => nomi.map(encodeURIComponent).join("/");

export const COLLEGAMENTI_V1: Collegamenti = {
  pendenza: (idA2A, idPendenza) => `${PENDENZE}/pendenze/${segmenti(idA2A, idPendenza)}`,
  riconciliazione: (idDominio, id) => `${API_BASE["riconciliazione-v1"]}/incassi/${segmenti(idDominio, id)}`,
};

const diV1 = ({ idVocePendenza, commissioni, idDominioTitolare, iuv, idRicevuta }: Riscossione) =>
  definiti({
    idVocePendenza,
    commissioni: commissioni === undefined ? undefined : toNumeroJson(commissioni),
    rpp: idRicevuta === undefined ? undefined : `${PENDENZE}/rpp/${segmenti(idDominioTitolare, iuv, idRicevuta)}`,
  });

/** An element of a list; with `campi` only those. */
export const presentRiscossioneIndexV1 = (campi?: readonly string[]) => {
  const present = v3.presentRiscossioneIndex(new Map(), COLLEGAMENTI_V1);
  return (riscossione: Riscossione) => {
    const { dominio: _, idRicevuta: __, ...resto } = present(riscossione);
    return selectCampi({ ...resto, ...diV1(riscossione) }, campi);
  };
};

export const presentRiscossioneV1 = (contesto: v3.ContestoRiscossioni) => {
  const present = v3.presentRiscossione(contesto, COLLEGAMENTI_V1);
  return (riscossione: Riscossione) => {
    const { dominio: _, idRicevuta: __, ...resto } = present(riscossione);
    return { ...resto, ...diV1(riscossione) };
  };
};

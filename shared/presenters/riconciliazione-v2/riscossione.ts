/** Collected amounts in v2: as v3 shows them, less what it did not know, with links inside this version. */
import { API_BASE } from "../../contracts/operation.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import { selectCampi } from "../comuni/campi.ts";
import { type Collegamenti, linkPendenza, type Nomi } from "../riconciliazione/comune.ts";
import * as v3 from "../riconciliazione/riscossione.ts";

export const COLLEGAMENTI_V2: Collegamenti = {
  pendenza: linkPendenza,
  riconciliazione: (idDominio, id) =>
    `${API_BASE["riconciliazione-v2"]}/riconciliazioni/${encodeURIComponent(idDominio)}/${encodeURIComponent(id)}`,
};

/** An element of a list; with `campi` only those. */
export const presentRiscossioneIndexV2 = (nomi: Nomi, campi?: readonly string[]) => {
  const present = v3.presentRiscossioneIndex(nomi, COLLEGAMENTI_V2);
  return (riscossione: Riscossione) => {
    const { idDominio: _, idRicevuta: __, ...resto } = present(riscossione);
    return selectCampi(resto, campi);
  };
};

export const presentRiscossioneV2 = (contesto: v3.ContestoRiscossioni) => {
  const present = v3.presentRiscossione(contesto, COLLEGAMENTI_V2);
  return (riscossione: Riscossione) => {
    const { idDominio: _, idRicevuta: __, ...resto } = present(riscossione);
    return resto;
  };
};

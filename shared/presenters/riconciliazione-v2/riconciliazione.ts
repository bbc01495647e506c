/** Reconciliations in v2: a movement at a time, with links inside this version. */
import type { Riconciliazione } from "../../domain/riconciliazioni/riconciliazione.ts";
import { selectCampi } from "../comuni/campi.ts";
import type { Nomi } from "../riconciliazione/comune.ts";
import * as v3 from "../riconciliazione/riconciliazione.ts";
import { presentRiscossioneV2 } from "./riscossione.ts";

export const presentRiconciliazioneIndexV2 = (nomi: Nomi, campi?: readonly string[]) => {
  const present = v3.presentRiconciliazioneIndex(nomi);
  return (riconciliazione: Riconciliazione) => {
    const { movimenti: _, annullamento: __, ...resto } = present(riconciliazione);
    return selectCampi(resto, campi);
  };
};

export const presentRiconciliazioneV2 = (dettaglio: v3.RiconciliazioneConRiscossioni) => {
  const { movimenti: _, annullamento: __, riscossioni: ___, ...resto } = v3.presentRiconciliazione(dettaglio);
  return { ...resto, riscossioni: dettaglio.riscossioni.map(presentRiscossioneV2(dettaglio)) };
};

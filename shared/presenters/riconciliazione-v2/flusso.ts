/** Settlement flows in v2: without the instant of acquisition, and rows without a state. */
import type { Flusso } from "../../domain/rendicontazioni/flusso.ts";
import { selectCampi } from "../comuni/campi.ts";
import type { Nomi } from "../riconciliazione/comune.ts";
import * as v3 from "../riconciliazione/flusso.ts";
import { COLLEGAMENTI_V2, presentRiscossioneV2 } from "./riscossione.ts";

export const presentFlussoIndexV2 = (nomi: Nomi, campi?: readonly string[]) => {
  const present = v3.presentFlussoIndex(nomi, COLLEGAMENTI_V2);
  return (flusso: Flusso) => {
    const { data: _, ...resto } = present(flusso);
    return selectCampi(resto, campi);
  };
};

export const presentFlussoV2 = (dettaglio: v3.FlussoConRighe) => {
  const { data: _, rendicontazioni, ...flusso } = v3.presentFlussoCon(dettaglio, COLLEGAMENTI_V2, presentRiscossioneV2(dettaglio));
  return { ...flusso, rendicontazioni: rendicontazioni.map(({ stato: __, ...riga }) => riga) };
};

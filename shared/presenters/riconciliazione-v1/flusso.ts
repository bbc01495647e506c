/** Settlement flows in v1: as they were before the revisions of FdR-3. */
import type { Segnalazione } from "../../domain/pendenze/pendenza.ts";
import type { Flusso } from "../../domain/rendicontazioni/flusso.ts";
import { selectCampi } from "../comuni/campi.ts";
import * as v3 from "../riconciliazione/flusso.ts";
import { COLLEGAMENTI_V1, presentRiscossioneV1 } from "./riscossione.ts";

const presentSegnalazioni = (segnalazioni: readonly Pick<Segnalazione, "codice" | "descrizione">[]) =>
  segnalazioni.map(({ codice, descrizione }) => ({ codice, descrizione }));

const toV1 = (flusso: ReturnType<ReturnType<typeof v3.presentFlussoIndex>>) => {
  const { idFlusso, dataFlusso, trn, dataRegolamento, idPsp, bicRiversamento, idDominio, numeroPagamenti, importoTotale, stato } = flusso;
  return {
    ...{ idFlusso, dataFlusso, trn, dataRegolamento, idPsp, idDominio, numeroPagamenti, importoTotale, stato },
    ...(bicRiversamento !== undefined && { bicRiversamento }),
    segnalazioni: presentSegnalazioni(flusso.segnalazioni),
  };
};

const present = v3.presentFlussoIndex(new Map(), COLLEGAMENTI_V1);

export const presentFlussoIndexV1 = (campi?: readonly string[]) => (flusso: Flusso) => selectCampi(toV1(present(flusso)), campi);

export const presentFlussoV1 = (dettaglio: v3.FlussoConRighe) => {
  const { rendicontazioni, ...flusso } = v3.presentFlussoCon(dettaglio, COLLEGAMENTI_V1, presentRiscossioneV1(dettaglio));
  return {
    ...toV1(flusso),
    rendicontazioni: rendicontazioni.map(({ stato: _, segnalazioni, ...riga }) => ({
      ...riga,
      segnalazioni: presentSegnalazioni(segnalazioni),
    })),
  };
};

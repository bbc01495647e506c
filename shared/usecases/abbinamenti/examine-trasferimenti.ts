/**
 * Work items of single transfers: of the rows of a flow that are wrong, of the codes paid twice, of those that the creditor's system notified, and of those whose
 * trouble may be over. The others are never examined one by one: what they lack is read in their labels.
 */

import { definiti } from "../../domain/definiti.ts";
import { unitaDi } from "../../domain/ricevute/visibilita.ts";
import type { Impostazioni } from "../../domain/riscontri/evidenze.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { alignAnomalie, type PorteAllineamento } from "../anomalie/align-anomalie.ts";
import { isDi, labelCodice, type PorteEtichette } from "./label-codice.ts";
import { toTrovata } from "./store-esito.ts";

/** Ends when a row arrives, and a good row has nobody examine its code: it is told by the labels, and is nobody's work. */
const SENZA_SEGUITO = "RENDICONTAZIONE_MANCANTE";

interface Porte extends PorteEtichette, PorteAllineamento {
  readonly unitOfWork: UnitOfWork;
}

const TENTATIVI = 5;

export const examineTrasferimenti = (porte: Porte) => {
  const label = labelCodice(porte);
  const align = alignAnomalie(porte);

  /** False when somebody acted on one of its anomalies meanwhile. */
  const examine = async (idDominio: string, iuv: string, impostazioni: Impostazioni): Promise<boolean> => {
    const { letti, riscossioni } = await label(idDominio, iuv, impostazioni);
    const modifiche = await Promise.all(
      letti.map(({ trasferimento, anomalie }) => {
        const { iur, indice } = trasferimento;
        const riscossione = riscossioni.find(isDi(trasferimento));
        const dove = definiti({ idTipoPendenza: riscossione?.idTipoPendenza, idUnitaOperativa: riscossione && unitaDi(riscossione) });
        return align(
          idDominio,
          { tipo: "RISCONTRO", iuv, iur, indice },
          anomalie.filter(({ codice }) => codice !== SENZA_SEGUITO).map((anomalia) => ({ ...toTrovata(anomalia), iuv, ...dove })),
        );
      }),
    );
    const tutte = modifiche.flat();
    return tutte.length === 0 || (await porte.unitOfWork.commit(tutte)).ok;
  };

  /** @throws Error when others kept acting on the same anomalies: the message comes again. */
  return async (idDominio: string, codici: readonly string[], impostazioni: Impostazioni): Promise<void> => {
    for (const iuv of codici) {
      let fatto = false;
      for (let tentativo = 1; tentativo <= TENTATIVI && !fatto; tentativo += 1) fatto = await examine(idDominio, iuv, impostazioni);
      if (!fatto) throw new Error(`riscontri del codice ${iuv}: troppo contesi`);
    }
  };
};

/** A notification as operators see it. */
import { definiti } from "../../domain/definiti.ts";
import type { Notifica } from "../../domain/notifiche/notifica.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { toIntervallo } from "../comuni/filtri.ts";

export const presentNotifica = (n: Notifica) => ({
  ...{ tipo: n.tipo, dataCreazione: toIsoRoma(n.data), stato: n.stato },
  ...definiti({ descrizioneStato: n.descrizioneStato }),
  dataUltimoAggiornamento: toIsoRoma(n.dataUltimoTentativo ?? n.data),
  ...(n.stato === "DA_SPEDIRE" && n.dataProssimoTentativo !== undefined && { dataProssimaSpedizione: toIsoRoma(n.dataProssimoTentativo) }),
  ...{ numeroTentativi: n.tentativi, idA2A: n.idA2A, idDominio: n.idDominio, iuv: n.iuv },
  ...("ccp" in n ? { ccp: n.ccp } : { idRicevuta: n.idRicevuta }),
});

export const toFiltriNotifiche = (query: {
  readonly dataDa?: string;
  readonly dataA?: string;
  readonly stato?: string;
  readonly tipo?: string;
  readonly idDominio?: string;
  readonly idA2A?: string;
}) => {
  const { stato, tipo, idDominio, idA2A } = query;
  return { ...toIntervallo(query), ...definiti({ stato, tipo, idDominio, idA2A }) };
};

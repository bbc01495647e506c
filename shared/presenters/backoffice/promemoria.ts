/** A reminder as operators see it. */
import { definiti } from "../../domain/definiti.ts";
import type { Promemoria } from "../../domain/promemoria/promemoria.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { toIntervallo } from "../comuni/filtri.ts";

export const presentPromemoria = (p: Promemoria) => ({
  ...{ tipo: p.tipo, dataCreazione: toIsoRoma(p.data), stato: p.stato },
  ...definiti({ descrizioneStato: p.descrizioneStato }),
  dataUltimoAggiornamento: toIsoRoma(p.dataUltimoTentativo ?? p.data),
  ...(p.stato === "DA_SPEDIRE" && p.dataProssimoTentativo !== undefined && { dataProssimaSpedizione: toIsoRoma(p.dataProssimoTentativo) }),
  ...{ numeroTentativi: p.tentativi, idDominio: p.idDominio, iuv: p.iuv },
});

export const toFiltriPromemoria = (query: {
  readonly dataDa?: string;
  readonly dataA?: string;
  readonly stato?: string;
  readonly tipo?: string;
}) => ({ ...toIntervallo(query), ...definiti({ stato: query.stato, tipo: query.tipo }) });

/** A reminder as operators see it. */
import { definiti } from "../../domain/definiti.ts";
import type { Promemoria, StatoPromemoria } from "../../domain/promemoria/promemoria.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { toIntervallo } from "../comuni/filtri.ts";

/** GovPay has four states: ours say more, apart. */
const STATI = {
  DA_SPEDIRE: "DA_SPEDIRE",
  IN_INVIO: "DA_SPEDIRE",
  SPEDITO: "SPEDITO",
  ANNULLATO: "ANNULLATO",
  FALLITO: "FALLITO",
  INCERTO: "FALLITO",
} as const satisfies Readonly<Record<StatoPromemoria, string>>;

const statoDi = (stato: StatoPromemoria) => ({
  stato: STATI[stato],
  ...((stato === "IN_INVIO" || stato === "INCERTO") && { statoInvio: stato }),
});

export const presentPromemoria = (p: Promemoria) => ({
  ...{ tipo: p.tipo, canale: p.canale, dataCreazione: toIsoRoma(p.data), ...statoDi(p.stato) },
  ...(p.recapito && { recapito: { ...p.recapito, data: toIsoRoma(p.recapito.data) } }),
  ...definiti({ descrizioneStato: p.descrizioneStato }),
  dataUltimoAggiornamento: toIsoRoma(p.dataUltimoTentativo ?? p.data),
  ...(p.stato === "DA_SPEDIRE" && { dataProssimaSpedizione: toIsoRoma(p.dataProssimoTentativo ?? p.quando) }),
  ...{ numeroTentativi: p.tentativi, idDominio: p.idDominio, iuv: p.iuv },
});

export const toFiltriPromemoria = (query: {
  readonly dataDa?: string;
  readonly dataA?: string;
  readonly stato?: string;
  readonly tipo?: string;
}) => ({ ...toIntervallo(query), ...definiti({ stato: query.stato, tipo: query.tipo }) });

/** A missing receipt as operators see it. */
import { definiti } from "../../domain/definiti.ts";
import type { Recupero } from "../../domain/recuperi/recupero.ts";
import { statiRecupero } from "../../domain/recuperi/stati-recupero.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";
import { toIntervallo, toOrdine } from "../comuni/filtri.ts";

export const presentRecupero = (nomi: ReadonlyMap<string, string>) => (recupero: Recupero) => {
  const { idDominio, idFlusso, idPsp, revisione, esito } = recupero;
  const data = (istante: string | undefined): string | undefined => (istante === undefined ? undefined : toIsoRoma(istante));
  return {
    dominio: { idDominio, ragioneSociale: nomi.get(idDominio) ?? idDominio },
    iuv: recupero.iuv,
    iur: recupero.iur,
    stato: recupero.stato,
    descrizioneStato: statiRecupero.descriviStato(recupero.stato),
    origine: recupero.origine,
    dataRilevazione: toIsoRoma(recupero.dataRilevazione),
    tentativi: recupero.tentativi,
    urgente: recupero.urgente,
    ...definiti({
      dettaglio: recupero.dettaglio,
      importo: recupero.importo === undefined ? undefined : toNumeroJson(recupero.importo),
      dataProssimoTentativo: data(recupero.dataProssimoTentativo),
      dataUltimoTentativo: data(recupero.dataUltimoTentativo),
      dataChiusura: data(recupero.dataChiusura),
      provenienza: recupero.provenienza,
      operatore: recupero.operatore,
      motivazione: recupero.motivazione,
    }),
    ...(idFlusso !== undefined &&
      idPsp !== undefined &&
      revisione !== undefined &&
      esito !== undefined && { flusso: { idFlusso, idPsp, revisione, esito } }),
  };
};

export const toFiltriRecuperi = (query: {
  readonly idDominio?: string;
  readonly dataDa?: string;
  readonly dataA?: string;
  readonly ordinamento: string;
  readonly stato?: string;
  readonly origine?: string;
  readonly iuv?: string;
  readonly iur?: string;
  readonly idFlusso?: string;
}) => {
  const { idDominio, stato, origine, iuv, iur, idFlusso } = query;
  return { ...toIntervallo(query), ordine: toOrdine(query.ordinamento), ...definiti({ idDominio, stato, origine, iuv, iur, idFlusso }) };
};

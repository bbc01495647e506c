/** An export, between the API and its use cases. */
import type * as z from "zod";
import type { NuovaEsportazione } from "../../contracts/backoffice/esportazioni.ts";
import { definiti } from "../../domain/definiti.ts";
import { type Esportazione, nomeFileEsportazione } from "../../domain/esportazioni/esportazione.ts";
import { statiEsportazione } from "../../domain/esportazioni/stati-esportazione.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { toIntervallo } from "../comuni/filtri.ts";

export const toRichiestaEsportazione = ({
  contenuto,
  formato,
  decimali,
  idDominio,
  statoPendenza,
  statoRiscossione,
  ...date
}: z.output<typeof NuovaEsportazione>) => ({
  contenuto,
  formato,
  virgola: decimali === "virgola",
  filtri: { ...toIntervallo(date), ...definiti({ idDominio, statoPendenza, statoRiscossione }) },
});

export const presentEsportazione = (esportazione: Esportazione, collegamento?: string) => ({
  id: esportazione.id,
  stato: esportazione.stato,
  descrizioneStato: esportazione.descrizioneStato ?? statiEsportazione.descriviStato(esportazione.stato),
  contenuto: esportazione.contenuto,
  formato: esportazione.formato,
  nomeFile: nomeFileEsportazione(esportazione),
  dataRichiesta: toIsoRoma(esportazione.dataRichiesta),
  ...definiti({
    dataConclusione: esportazione.dataConclusione === undefined ? undefined : toIsoRoma(esportazione.dataConclusione),
    righe: esportazione.righe,
    byte: esportazione.byte,
    collegamento,
  }),
});

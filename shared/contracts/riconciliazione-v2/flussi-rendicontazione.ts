/** Settlement flows in v2 (reference 1.8, rows 1-5): GovPay says 201 for some of these reads, which create nothing: here it is 200. */
import * as z from "zod";
import { idDominio, identificativo35, istante } from "../comuni/campi.ts";
import { campiTra, listaPaginata, queryLista } from "../comuni/pagina.ts";
import { BINARIO, defineOperation } from "../operation.ts";
import * as v3 from "../riconciliazione/flussi-rendicontazione.ts";
import { CAMPI_FLUSSO, FlussoRendicontazione, FlussoRendicontazioneIndex, FlussoRendicontazioneIndexParziale } from "./modelli.ts";

const opz = z.exactOptional;
const api = "riconciliazione-v2";
const { stato, iuv, idFlusso, escludiObsoleti, ordinamento, dataDa, dataA, idDominio: filtroDominio } = v3.filtriFlussi;
/** With an offset, or the wall clock in Rome. */
const dataOraFlusso = z.union([istante, z.iso.datetime({ local: true })], { error: "attesa una data e ora ISO 8601" });

export const findFlussiRendicontazione = defineOperation({
  ...v3.findFlussiRendicontazione,
  api,
  query: queryLista({
    ...{ iuv, idFlusso, escludiObsoleti, ordinamento, dataDa, dataA, idDominio: filtroDominio },
    campi: opz(campiTra(CAMPI_FLUSSO)),
    statoFlussoRendicontazione: stato,
  }),
  responses: { 200: listaPaginata(z.union([FlussoRendicontazioneIndex, FlussoRendicontazioneIndexParziale])) },
});

const dettaglio = {
  api,
  responses: { 200: { "application/json": FlussoRendicontazione, "application/xml": BINARIO } },
} as const;
const DI_PIU_DOMINI = "Lo stesso identificativo usato per più domini del chiamante è 422: si indica il dominio.";

export const getFlussoRendicontazioneByNome = defineOperation({
  ...v3.getFlussoRendicontazione,
  ...dettaglio,
  id: "getFlussoRendicontazioneByNome",
  funzione: "getFlussoRendicontazione",
  path: "/flussiRendicontazione/{idFlusso}",
  summary: "Dettaglio di un flusso di rendicontazione dato il solo identificativo, ultima revisione",
  description: `${v3.getFlussoRendicontazione.description} ${DI_PIU_DOMINI}`,
  params: z.strictObject({ idFlusso: identificativo35 }),
  errors: [...v3.getFlussoRendicontazione.errors, "NON_PROCESSABILE"],
});

export const getFlussoRendicontazione = defineOperation({
  ...v3.getFlussoRendicontazione,
  ...dettaglio,
  summary: "Dettaglio di un flusso di rendicontazione di un dominio, ultima revisione; o di un flusso, emissione indicata",
  description: `${v3.getFlussoRendicontazione.description} Le due forme di GovPay, {idDominio}/{idFlusso} e {idFlusso}/{dataOraFlusso}, hanno lo stesso percorso: la seconda si riconosce dalla data. ${DI_PIU_DOMINI}`,
  params: z
    .strictObject({ idDominio: identificativo35, idFlusso: z.union([identificativo35, dataOraFlusso]) })
    .superRefine((chiave, contesto) => {
      const perDominio = identificativo35.safeParse(chiave.idFlusso).success;
      if (perDominio && !idDominio.safeParse(chiave.idDominio).success)
        contesto.addIssue({ code: "custom", path: ["idDominio"], message: "atteso un codice di 11 cifre" });
    }),
  errors: [...v3.getFlussoRendicontazione.errors, "NON_PROCESSABILE"],
});

export const getFlussoRendicontazioneByData = defineOperation({ ...v3.getFlussoRendicontazioneByData, ...dettaglio });

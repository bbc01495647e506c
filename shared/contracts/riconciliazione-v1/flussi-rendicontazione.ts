/** Settlement flows in v1 (reference 1.9, rows 3-5), by their name alone. */
import * as z from "zod";
import { identificativo35, istante } from "../comuni/campi.ts";
import { campiTra, listaPaginata, ordinamentoPer, queryLista } from "../comuni/pagina.ts";
import { BINARIO, defineOperation } from "../operation.ts";
import * as v3 from "../riconciliazione/flussi-rendicontazione.ts";
import { getFlussoRendicontazioneByNome } from "../riconciliazione-v2/flussi-rendicontazione.ts";
import { giorniFiltro } from "./comuni.ts";
import { CAMPI_FLUSSO, flussoRendicontazione, flussoRendicontazioneIndex, flussoRendicontazioneIndexParziale } from "./modelli.ts";

const api = "riconciliazione-v1";
const { stato, idDominio } = v3.filtriFlussi;

export const findFlussiRendicontazione = defineOperation({
  ...v3.findFlussiRendicontazione,
  api,
  query: queryLista({
    ...{ stato, idDominio, ...giorniFiltro },
    ordinamento: ordinamentoPer("data"),
    campi: z.exactOptional(campiTra(CAMPI_FLUSSO)),
  }),
  responses: { 200: listaPaginata(z.union([flussoRendicontazioneIndex, flussoRendicontazioneIndexParziale])) },
});

const dettaglio = {
  ...getFlussoRendicontazioneByNome,
  api,
  responses: { 200: { "application/json": flussoRendicontazione, "application/xml": BINARIO } },
} as const;

export const getFlussoRendicontazione = defineOperation({ ...dettaglio, id: "getFlussoRendicontazione" });

export const getFlussoRendicontazioneByData = defineOperation({
  ...dettaglio,
  id: "getFlussoRendicontazioneByData",
  funzione: "getFlussoRendicontazioneByData",
  path: "/flussiRendicontazione/{idFlusso}/{dataOraFlusso}",
  summary: "Dettaglio di un flusso di rendicontazione, emissione indicata",
  params: z.strictObject({
    idFlusso: identificativo35,
    dataOraFlusso: z.union([istante, z.iso.datetime({ local: true })], { error: "attesa una data e ora ISO 8601" }),
  }),
});

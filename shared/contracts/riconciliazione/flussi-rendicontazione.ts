/** Settlement flows (reference 1.7, rows 3-5). GovPay answers 201 to the third operation: it creates nothing, so here it is 200. */
import * as z from "zod";
import { idDominio, identificativo35, istante, iuv } from "../comuni/campi.ts";
import { booleanoQuery, dataFiltro, listaPaginata, queryLista } from "../comuni/pagina.ts";
import { BINARIO, defineOperation } from "../operation.ts";
import { FlussoRendicontazione, FlussoRendicontazioneIndex, STATI_FLUSSO } from "./modelli.ts";
import { ACL_LETTURA, ordinamento, paginaDettaglio } from "./parametri.ts";

const opz = z.exactOptional;

export const filtriFlussi = {
  ordinamento: ordinamento("dataFlusso", "data"),
  idDominio: opz(idDominio),
  dataDa: opz(dataFiltro),
  dataA: opz(dataFiltro),
  stato: opz(z.enum(STATI_FLUSSO)),
  iuv: opz(iuv),
  idFlusso: opz(identificativo35),
  escludiObsoleti: booleanoQuery.default(false),
} as const;

export const findFlussiRendicontazione = defineOperation({
  api: "riconciliazione",
  id: "findFlussiRendicontazione",
  method: "GET",
  path: "/flussiRendicontazione",
  summary: "Elenco dei flussi di rendicontazione",
  description: "I flussi si vedono ad acquisizione conclusa. dataDa e dataA si riferiscono alla data del flusso.",
  risorsa: "flussi-rendicontazione",
  auth: ["applicazione"],
  acl: ACL_LETTURA,
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  query: queryLista(filtriFlussi),
  responses: { 200: listaPaginata(FlussoRendicontazioneIndex) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

const dettaglio = {
  api: "riconciliazione",
  method: "GET",
  description:
    "In JSON o, con Accept: application/xml, come FlussoRiversamento. Di un flusso con più di 3000 righe il JSON si chiede a pagine di righe, con pagina e risultatiPerPagina.",
  risorsa: "flussi-rendicontazione",
  auth: ["applicazione"],
  acl: ACL_LETTURA,
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  limiti: { memoryMegabytes: 512 },
  query: z.strictObject(paginaDettaglio),
  responses: { 200: { "application/json": FlussoRendicontazione, "application/xml": BINARIO } },
  errors: ["NON_TROVATO", "RISPOSTA_ESTESA"],
} as const;

export const getFlussoRendicontazione = defineOperation({
  ...dettaglio,
  id: "getFlussoRendicontazione",
  path: "/flussiRendicontazione/{idDominio}/{idFlusso}",
  summary: "Dettaglio di un flusso di rendicontazione, ultima revisione",
  params: z.strictObject({ idDominio, idFlusso: identificativo35 }),
});

export const getFlussoRendicontazioneByData = defineOperation({
  ...dettaglio,
  id: "getFlussoRendicontazioneByData",
  path: "/flussiRendicontazione/{idDominio}/{idFlusso}/{dataOraFlusso}",
  summary: "Dettaglio di un flusso di rendicontazione, emissione indicata",
  params: z.strictObject({ idDominio, idFlusso: identificativo35, dataOraFlusso: z.union([istante, z.iso.datetime({ local: true })]) }),
});

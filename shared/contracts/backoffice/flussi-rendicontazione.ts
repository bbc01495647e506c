/** Settlement flows in the hands of an operator (reference 1.11, rows 76-79, and the form by creditor that GovPay serves without documenting it). */
import * as z from "zod";
import { idDominio, identificativo35, istante, iuv } from "../comuni/campi.ts";
import { booleanoQuery, dataFiltro, listaPaginata, ordinamentoPer, queryLista } from "../comuni/pagina.ts";
import { BINARIO, defineOperation } from "../operation.ts";
import * as modelli from "../riconciliazione/modelli.ts";
import { FlussoRendicontazioneIndex, STATI_FLUSSO } from "../riconciliazione/modelli.ts";
import { paginaDettaglio } from "../riconciliazione/parametri.ts";
import { LETTURA_CONTABILE, Riscossione } from "./contabilita.ts";

const opz = z.exactOptional;
const risorsa = "flussi-rendicontazione";
/** With an offset, or the wall clock in Rome. */
const dataOraFlusso = z.union([istante, z.iso.datetime({ local: true })], { error: "attesa una data e ora ISO 8601" });

const Rendicontazione = z
  .strictObject({ ...modelli.Rendicontazione.shape, riscossione: opz(Riscossione) })
  .meta({ id: "RendicontazioneOperatore" });
export const FlussoRendicontazione = z
  .strictObject({ ...modelli.FlussoRendicontazione.shape, rendicontazioni: z.array(Rendicontazione) })
  .meta({ id: "FlussoRendicontazioneOperatore" });

export const findFlussiRendicontazione = defineOperation({
  ...LETTURA_CONTABILE,
  id: "findFlussiRendicontazione",
  path: "/flussiRendicontazione",
  summary: "Elenco dei flussi di rendicontazione",
  description:
    "I flussi si vedono ad acquisizione conclusa. dataDa e dataA si riferiscono alla data del flusso, che dà anche l'ordine. incassato distingue quelli già riconciliati.",
  risorsa,
  query: queryLista({
    ordinamento: ordinamentoPer("data"),
    dataDa: opz(dataFiltro),
    dataA: opz(dataFiltro),
    idDominio: opz(idDominio),
    incassato: opz(booleanoQuery),
    idFlusso: opz(identificativo35),
    stato: opz(z.enum(STATI_FLUSSO)),
    iuv: opz(iuv),
    escludiObsoleti: booleanoQuery.default(false),
  }),
  responses: { 200: listaPaginata(FlussoRendicontazioneIndex) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

const dettaglio = {
  ...LETTURA_CONTABILE,
  description:
    "In JSON o, con Accept: application/xml, come FlussoRiversamento. Di un flusso con più di 3000 righe il JSON si chiede a pagine di righe, con pagina e risultatiPerPagina.",
  risorsa,
  limiti: { memoryMegabytes: 512 },
  query: z.strictObject(paginaDettaglio),
  responses: { 200: { "application/json": FlussoRendicontazione, "application/xml": BINARIO } },
  errors: ["NON_TROVATO", "RISPOSTA_ESTESA"],
} as const;

export const getFlussoRendicontazione = defineOperation({
  ...dettaglio,
  id: "getFlussoRendicontazione",
  path: "/flussiRendicontazione/{idFlusso}",
  summary: "Dettaglio di un flusso di rendicontazione, ultima revisione",
  description: `${dettaglio.description} Lo stesso identificativo usato per più domini dell'operatore è 422: si indica il dominio.`,
  params: z.strictObject({ idFlusso: identificativo35 }),
  errors: [...dettaglio.errors, "NON_PROCESSABILE"],
});

export const getFlussoRendicontazioneDominio = defineOperation({
  ...dettaglio,
  id: "getFlussoRendicontazioneDominio",
  path: "/flussiRendicontazione/{idDominio}/{idFlusso}",
  summary: "Dettaglio di un flusso di rendicontazione di un dominio, ultima revisione; o di un flusso, emissione indicata",
  description: `${dettaglio.description} Le due forme di GovPay, {idDominio}/{idFlusso} e {idFlusso}/{dataOraFlusso}, hanno lo stesso percorso: la seconda si riconosce dalla data.`,
  params: z
    .strictObject({ idDominio: identificativo35, idFlusso: z.union([identificativo35, dataOraFlusso]) })
    .superRefine((chiave, contesto) => {
      const perDominio = identificativo35.safeParse(chiave.idFlusso).success;
      if (perDominio && !idDominio.safeParse(chiave.idDominio).success)
        contesto.addIssue({ code: "custom", path: ["idDominio"], message: "atteso un codice di 11 cifre" });
    }),
  errors: [...dettaglio.errors, "NON_PROCESSABILE"],
});

export const getFlussoRendicontazioneByData = defineOperation({
  ...dettaglio,
  id: "getFlussoRendicontazioneByData",
  path: "/flussiRendicontazione/{idDominio}/{idFlusso}/{dataOraFlusso}",
  summary: "Dettaglio di un flusso di rendicontazione di un dominio, emissione indicata",
  params: z.strictObject({ idDominio, idFlusso: identificativo35, dataOraFlusso }),
});

/** Reconciliations in v2 (reference 1.8, rows 6-8): registered and matched while the caller waits. */
import * as z from "zod";
import { idDominio, identificativo35 } from "../comuni/campi.ts";
import { booleanoQuery, campiTra, elencoQuery, listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { TIPI_RISCOSSIONE } from "../riconciliazione/modelli.ts";
import { ordinamento, paginaDettaglio } from "../riconciliazione/parametri.ts";
import * as v3 from "../riconciliazione/riconciliazioni.ts";
import { CAMPI_RICONCILIAZIONE, Riconciliazione, RiconciliazioneIndex, RiconciliazioneIndexParziale } from "./modelli.ts";

const opz = z.exactOptional;
const api = "riconciliazione-v2";
const { idDominio: filtroDominio, dataDa, dataA } = v3.filtriRiconciliazioni;

export const findRiconciliazioni = defineOperation({
  ...v3.findRiconciliazioni,
  api,
  description: "dataDa e dataA si riferiscono alla data di registrazione, che dà anche l'ordine.",
  query: queryLista({
    ...{ idDominio: filtroDominio, dataDa, dataA },
    campi: opz(campiTra(CAMPI_RICONCILIAZIONE)),
    ordinamento: ordinamento("data"),
  }),
  responses: { 200: listaPaginata(z.union([RiconciliazioneIndex, RiconciliazioneIndexParziale])) },
});

/** Why a movement is refused when the outcome is waited for (reference 5.5). */
export const ERRORI_SINCRONI = [
  ...["R021401", "R021402", "R021403", "R021404", "R021405", "R021406", "R021407", "R021413"],
  ...["R021409", "R021410", "R021411", "R021412", "CONFLITTO"],
] as const;

export const addRiconciliazione = defineOperation({
  ...v3.addRiconciliazione,
  api,
  funzione: "addRiconciliazione",
  method: "POST",
  path: "/riconciliazioni/{idDominio}",
  summary: "Registra un movimento di cassa e lo riconcilia",
  description:
    "201 con l'esito, 200 se lo stesso movimento era già riconciliato. Un movimento che non si può riconciliare è rifiutato (422) e non lascia nulla; una riga che non si può " +
    "abbinare non ferma le altre, ed è tra le segnalazioni. L'identificativo è lo IUV o quello del flusso. Di un flusso che non si finisce in tempo (oltre 10.000 righe circa) lo stato " +
    "è IN_ELABORAZIONE e la riconciliazione continua da sé. Le maiuscole dell'identificativo del flusso non contano mai: idFlussoCaseInsensitive è accettato e non cambia nulla.",
  limiti: { bodyKilobytes: 16, timeoutSeconds: 28, memoryMegabytes: 512 },
  params: z.strictObject({ idDominio }),
  query: z.strictObject({ idFlussoCaseInsensitive: opz(booleanoQuery) }),
  responses: { 200: Riconciliazione, 201: Riconciliazione },
  errors: ERRORI_SINCRONI,
});

export const getRiconciliazione = defineOperation({
  ...v3.getRiconciliazione,
  api,
  funzione: "getRiconciliazione",
  path: "/riconciliazioni/{idDominio}/{idIncasso}",
  params: z.strictObject({ idDominio, idIncasso: identificativo35 }),
  query: z.strictObject({
    ...paginaDettaglio,
    "riscossioni.tipo": opz(elencoQuery(z.enum(TIPI_RISCOSSIONE), TIPI_RISCOSSIONE.length)),
  }),
  responses: { 200: Riconciliazione },
});

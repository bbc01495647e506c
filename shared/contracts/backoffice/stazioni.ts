/** Stations of an intermediary: the two digits of their id are the application code of the notices with auxDigit 0. */
import * as z from "zod";
import { idIntermediario, idStazione, testo } from "../comuni/campi.ts";
import { listaPaginata } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { filtroAbilitato, letturaSu, parametriElenco, scritturaSu } from "./comuni.ts";
import { DominioIndex } from "./domini-lettura.ts";

const params = z.strictObject({ idIntermediario, idStazione });

export const StazionePost = z
  .strictObject({
    versione: z.enum(["V1", "V2"]).describe("V2 = modello unico: i pagamenti dell'ente passano da Checkout"),
    password: testo(35).nullish().describe("Solo in scrittura, obbligatoria con versione V1. Assente = resta quella registrata"),
    abilitato: z.boolean(),
  })
  .meta({ id: "StazionePost" });

const campi = { idStazione, versione: z.enum(["V1", "V2"]), abilitato: z.boolean() };

export const StazioneIndex = z
  .strictObject({ ...campi, domini: z.string().describe("Percorso dell'elenco dei domini della stazione") })
  .meta({ id: "StazioneIndex" });

export const Stazione = z.strictObject({ ...campi, domini: z.array(DominioIndex) }).meta({ id: "Stazione" });

export const addStazione = defineOperation({
  ...scritturaSu("Anagrafica PagoPA"),
  id: "addStazione",
  path: "/intermediari/{idIntermediario}/stazioni/{idStazione}",
  summary: "Aggiunge o aggiorna una stazione",
  risorsa: "stazioni",
  params,
  body: StazionePost,
  errors: ["NON_TROVATO", "CONFLITTO", "PRECONDIZIONE"],
});

export const getStazione = defineOperation({
  ...letturaSu("Anagrafica PagoPA"),
  id: "getStazione",
  path: "/intermediari/{idIntermediario}/stazioni/{idStazione}",
  summary: "Dettaglio di una stazione, con i domini che la usano",
  risorsa: "stazioni",
  params,
  responses: { 200: Stazione },
  errors: ["NON_TROVATO"],
});

export const findStazioni = defineOperation({
  ...letturaSu("Anagrafica PagoPA"),
  id: "findStazioni",
  path: "/intermediari/{idIntermediario}/stazioni",
  summary: "Elenco delle stazioni di un intermediario",
  risorsa: "stazioni",
  params: z.strictObject({ idIntermediario }),
  query: z.strictObject({ ...parametriElenco(StazioneIndex, ["idStazione"], "idStazione"), ...filtroAbilitato }),
  responses: { 200: listaPaginata(StazioneIndex.partial()) },
  errors: ["PARAMETRO_NON_VALIDO", "NON_TROVATO"],
});

/** The story of a debt for who has to pay it: the same list, without what concerns only who works on it. */
import * as z from "zod";
import { listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import * as storia from "../pendenze/storia.ts";

export const getStoriaPendenza = defineOperation({
  ...storia.getStoriaPendenza,
  api: "pagamento",
  summary: "Storia di una pendenza, raccontata a chi la paga",
  description:
    "Che cosa è successo alla pendenza, in parole semplici e nella lingua chiesta: senza nomi, senza codici fiscali, senza ciò che riguarda solo l'ente. " +
    "Un cittadino vede quella delle proprie, chi non ha credenziali quella delle pendenze create nella sua sessione; un portale con le proprie credenziali la legge per mostrarla.",
  auth: ["applicazione", "cittadino", "anonimo"],
  acl: { servizi: ["API Pagamenti"], diritto: "R" },
  query: queryLista({ ...storia.queryStoria, lingua: z.enum(["it", "en", "de", "fr", "sl"]).default("it") }),
  responses: { 200: listaPaginata(storia.FattoCittadino).meta({ id: "StoriaCittadino" }) },
});

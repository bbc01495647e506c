/** Operating units of a creditor: printed on the notice in place of the creditor's own data. */
import * as z from "zod";
import { idDominio, identificativo35, testo } from "../comuni/campi.ts";
import { listaPaginata } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { filtroAbilitato, filtroAssociati, filtroTesto, letturaSu, nullabili, parametriElenco, recapiti, scritturaSu } from "./comuni.ts";
import { UnitaOperativa } from "./unita-operative-lettura.ts";

const params = z.strictObject({ idDominio, idUnitaOperativa: identificativo35 });

export const UnitaOperativaPost = z
  .strictObject({ ragioneSociale: testo(70), ...nullabili(recapiti), abilitato: z.boolean().nullish().describe("Assente = true") })
  .meta({ id: "UnitaOperativaPost" });

export const addUnitaOperativa = defineOperation({
  ...scritturaSu("Anagrafica Creditore"),
  id: "addUnitaOperativa",
  path: "/domini/{idDominio}/unitaOperative/{idUnitaOperativa}",
  summary: "Aggiunge o aggiorna un'unità operativa",
  risorsa: "unita-operative",
  params,
  body: UnitaOperativaPost,
  errors: ["NON_TROVATO", "CONFLITTO", "PRECONDIZIONE"],
});

export const getUnitaOperativa = defineOperation({
  ...letturaSu("Anagrafica Creditore"),
  id: "getUnitaOperativa",
  path: "/domini/{idDominio}/unitaOperative/{idUnitaOperativa}",
  summary: "Dettaglio di un'unità operativa",
  risorsa: "unita-operative",
  params,
  responses: { 200: UnitaOperativa },
  errors: ["NON_TROVATO"],
});

export const findUnitaOperative = defineOperation({
  ...letturaSu("Anagrafica Creditore"),
  id: "findUnitaOperative",
  path: "/domini/{idDominio}/unitaOperative",
  summary: "Elenco delle unità operative di un dominio",
  risorsa: "unita-operative",
  params: z.strictObject({ idDominio }),
  query: z.strictObject({
    ...parametriElenco(UnitaOperativa, ["ragioneSociale", "idUnita"], "ragioneSociale"),
    ...filtroAbilitato,
    ...filtroAssociati,
    ragioneSociale: filtroTesto,
  }),
  responses: { 200: listaPaginata(UnitaOperativa.partial()) },
  errors: ["PARAMETRO_NON_VALIDO", "NON_TROVATO"],
});

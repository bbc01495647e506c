/** Operators of the Backoffice. */
import * as z from "zod";
import { principal, testo } from "../comuni/campi.ts";
import { listaPaginata } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { filtroAbilitato, letturaSu, parametriElenco, scritturaSu } from "./comuni.ts";
import { campiUtenza, campiUtenzaPost, elencoTipi } from "./utenze.ts";

const params = z.strictObject({ principal });

export const OperatorePost = z
  .strictObject({ ragioneSociale: testo(35), ...campiUtenzaPost, tipiPendenza: elencoTipi.describe('"*" = tutti') })
  .meta({ id: "OperatorePost" });

export const OperatoreIndex = z
  .strictObject({ principal: z.string(), ragioneSociale: z.string(), abilitato: z.boolean() })
  .meta({ id: "OperatoreIndex" });

export const Operatore = z.strictObject({ ragioneSociale: z.string(), ...campiUtenza }).meta({ id: "Operatore" });

export const addOperatore = defineOperation({
  ...scritturaSu("Anagrafica Ruoli"),
  id: "addOperatore",
  path: "/operatori/{principal}",
  summary: "Aggiunge o aggiorna un operatore",
  description:
    "Il principal è unico tra applicazioni, operatori e nodi. Nessuno concede un ambito di domini o di tipi pendenza più largo del proprio.",
  risorsa: "operatori",
  params,
  body: OperatorePost,
  errors: ["PRINCIPAL_IN_USO", "NON_PROCESSABILE", "CONFLITTO"],
});

export const getOperatore = defineOperation({
  ...letturaSu("Anagrafica Ruoli"),
  id: "getOperatore",
  path: "/operatori/{principal}",
  summary: "Dettaglio di un operatore",
  risorsa: "operatori",
  params,
  responses: { 200: Operatore },
  errors: ["NON_TROVATO"],
});

export const findOperatori = defineOperation({
  ...letturaSu("Anagrafica Ruoli"),
  id: "findOperatori",
  path: "/operatori",
  summary: "Elenco degli operatori",
  risorsa: "operatori",
  query: z.strictObject({ ...parametriElenco(OperatoreIndex, ["ragioneSociale", "principal"], "ragioneSociale"), ...filtroAbilitato }),
  responses: { 200: listaPaginata(OperatoreIndex.partial()) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

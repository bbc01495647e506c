/** Operators of the Backoffice. */
import * as z from "zod";
import { principal, testo } from "../comuni/campi.ts";
import { listaPaginata } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";
import { filtroAbilitato, letturaSu, parametriElenco, scritturaSu } from "./comuni.ts";
import { campiUtenza, campiUtenzaPost, elencoTipi } from "./utenze.ts";
import { inApprovazione, VariazioniOperatore } from "./variazioni-utenza.ts";

const params = z.strictObject({ principal });

export const OperatorePost = z
  .strictObject({ ragioneSociale: testo(35), ...campiUtenzaPost, tipiPendenza: elencoTipi.describe('"*" = tutti') })
  .meta({ id: "OperatorePost" });

export const OperatoreIndex = z
  .strictObject({ principal: z.string(), ragioneSociale: z.string(), abilitato: z.boolean() })
  .meta({ id: "OperatoreIndex" });

export const Operatore = z.strictObject({ ragioneSociale: z.string(), ...campiUtenza }).meta({ id: "Operatore" });

/** A change of rights or credentials may wait for a second person: its request is in the archive. */
const scrittura = {
  ...scritturaSu("Anagrafica Ruoli"),
  risorsa: "operatori",
  params,
  capacita: ["anagrafiche:read", "anagrafiche:write", "archivio:write", "eventi:write"],
} as const;

export const addOperatore = defineOperation({
  ...scrittura,
  id: "addOperatore",
  path: "/operatori/{principal}",
  summary: "Aggiunge o aggiorna un operatore",
  description:
    "Il principal è unico tra applicazioni, operatori e nodi. Nessuno concede un ambito di domini o di tipi pendenza più largo del proprio.",
  body: OperatorePost,
  responses: { ...scrittura.responses, 202: inApprovazione },
  errors: ["PRINCIPAL_IN_USO", "NON_PROCESSABILE", "CONFLITTO", "PRECONDIZIONE"],
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

export const updateOperatore = defineOperation({
  ...scrittura,
  id: "updateOperatore",
  method: "PATCH",
  path: "/operatori/{principal}",
  summary: "Aggiunge o toglie diritti, domini e tipi pendenza a un operatore, o ne cambia la password",
  description: "Nessuno concede più di quanto ha. Tolto l'ultimo dominio o tipo pendenza, l'utenza non ne vede nessuno.",
  body: VariazioniOperatore,
  responses: { 200: Operatore, 202: inApprovazione },
  errors: ["NON_TROVATO", "NON_PROCESSABILE", "CONFLITTO", "PRECONDIZIONE"],
});

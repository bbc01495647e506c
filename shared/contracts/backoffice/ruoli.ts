/** Roles: rights with a name, given to operators and applications (reference 2.14, 3.13). */
import * as z from "zod";
import { listaPaginata, parametriPagina } from "../comuni/pagina.ts";
import { Acl } from "../comuni/profilo.ts";
import { defineOperation } from "../operation.ts";
import { letturaSu, scritturaSu } from "./comuni.ts";
import { inApprovazione, VariazioneAcl } from "./variazioni-utenza.ts";

const risorsa = "ruoli";
const idRuolo = z.string().regex(/^[a-zA-Z0-9\-_]{1,255}$/, "ammessi da 1 a 255 caratteri tra lettere, cifre, - e _");
const params = z.strictObject({ idRuolo });
const scrittura = {
  ...scritturaSu("Anagrafica Ruoli"),
  risorsa,
  params,
  capacita: ["anagrafiche:read", "anagrafiche:write", "archivio:write", "eventi:write"],
} as const;

export const RuoloPost = z.strictObject({ acl: z.array(Acl).max(50) }).meta({ id: "RuoloPost" });
export const RuoloIndex = z.strictObject({ id: z.string() }).meta({ id: "RuoloIndex" });
export const Ruolo = z.strictObject({ id: z.string(), acl: z.array(Acl) }).meta({ id: "Ruolo" });

export const findRuoli = defineOperation({
  ...letturaSu("Anagrafica Ruoli"),
  id: "findRuoli",
  path: "/ruoli",
  summary: "Elenco dei ruoli",
  // GovPay's document says 201 for this read: a defect, no caller depends on it (200 is a success for all of them).
  risorsa,
  query: z.strictObject(parametriPagina),
  responses: { 200: listaPaginata(RuoloIndex) },
  errors: ["PARAMETRO_NON_VALIDO"],
});

export const addRuolo = defineOperation({
  ...scrittura,
  id: "addRuolo",
  path: "/ruoli/{idRuolo}",
  summary: "Aggiunge o aggiorna un ruolo",
  description:
    "I ruoli sono comuni a tutti i domini: li scrive chi opera su tutti. Una modifica che lasci l'installazione senza operatori abilitati con il diritto W su " +
    '"Anagrafica Ruoli" è rifiutata.',
  body: RuoloPost,
  responses: { ...scrittura.responses, 202: inApprovazione },
  errors: ["NON_PROCESSABILE", "CONFLITTO", "PRECONDIZIONE"],
});

export const getRuolo = defineOperation({
  ...letturaSu("Anagrafica Ruoli"),
  id: "getRuolo",
  path: "/ruoli/{idRuolo}",
  summary: "Dettaglio di un ruolo",
  risorsa,
  params,
  responses: { 200: Ruolo },
  errors: ["NON_TROVATO"],
});

export const updateRuolo = defineOperation({
  ...scrittura,
  id: "updateRuolo",
  method: "PATCH",
  path: "/ruoli/{idRuolo}",
  summary: "Aggiunge o toglie diritti a un ruolo",
  body: z.array(VariazioneAcl).min(1).max(50).meta({ id: "VariazioniRuolo" }),
  responses: { 200: Ruolo, 202: inApprovazione },
  errors: ["NON_TROVATO", "NON_PROCESSABILE", "CONFLITTO", "PRECONDIZIONE"],
});

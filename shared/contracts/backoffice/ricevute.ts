/** Receipts in the hands of an operator, read as in Riconciliazione (reference 1.7, rows 6 and 7). */
import { defineOperation } from "../operation.ts";
import { Ricevuta } from "../riconciliazione/modelli.ts";
import * as riconciliazione from "../riconciliazione/ricevute.ts";

const operatore = { api: "backoffice", risorsa: "ricevute", auth: ["operatore"] } as const;
const acl = { servizi: ["Pagamenti", "Rendicontazioni e Incassi"], diritto: "R" } as const;

export const findRicevute = defineOperation({ ...riconciliazione.findRicevute, ...operatore, acl });
export const getRicevuta = defineOperation({
  datiPersonali: true,
  ...riconciliazione.getRicevuta,
  ...operatore,
  summary: "Dettaglio di una ricevuta",
  description: "Con il messaggio del Nodo byte per byte.",
  acl,
  // An operator prints it from its attempt (GET /rpp/{idDominio}/{iuv}/{ccp}/rt).
  peso: "lettura",
  responses: { 200: Ricevuta },
});

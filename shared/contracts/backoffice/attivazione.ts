/** The setup assistant: what a creditor still needs before it can be paid. */
import * as z from "zod";
import { idDominio } from "../comuni/campi.ts";
import { defineOperation } from "../operation.ts";
import { letturaSu } from "./comuni.ts";

const Verifica = z.strictObject({
  codice: z.string(),
  stato: z
    .enum(["FATTO", "MANCA", "DA_VERIFICARE", "NON_SERVE"])
    .describe("MANCA impedisce di incassare; DA_VERIFICARE potrebbe, e nessuno ha ancora guardato"),
  descrizione: z.string(),
  dove: z.string().describe("Percorso delle API di Backoffice in cui si rimedia, o si guarda"),
});

export const Attivazione = z
  .strictObject({ idDominio: z.string(), pronto: z.boolean().describe("Non manca nulla"), verifiche: z.array(Verifica) })
  .meta({ id: "AttivazioneDominio" });

export const getAttivazione = defineOperation({
  ...letturaSu("Anagrafica Creditore"),
  id: "getAttivazione",
  path: "/domini/{idDominio}/attivazione",
  summary: "Che cosa manca a un dominio per incassare con pagoPA",
  description:
    "Stazione, intermediario con connettori e chiavi, certificati, numerazione, conti approvati su pagoPA, entrate, tipi pendenza, applicazioni e loro richiami.",
  risorsa: "domini",
  params: z.strictObject({ idDominio }),
  responses: { 200: Attivazione },
  errors: ["NON_TROVATO"],
});

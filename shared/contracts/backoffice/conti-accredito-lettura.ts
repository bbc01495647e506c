/** An account as it is read: apart from its operations, because the detail of a creditor shows it without carrying the writes. */
import * as z from "zod";
import { bic, giorno, iban, testo } from "../comuni/campi.ts";
import { facoltativi } from "./comuni.ts";

export const campiConto = {
  bic,
  mybank: z.boolean().describe("Senza effetto: il servizio MyBank non passa più dal conto"),
  fineValidita: giorno.describe(
    "Ultimo giorno in cui il conto può ricevere accrediti, se l'ente lo conosce: chi lo usa è avvisato 30 giorni prima",
  ),
  descrizione: testo(255),
  intestatario: testo(255),
  autStampaPosteItaliane: testo(255),
};

export const ContoAccredito = z
  .strictObject({ iban, postale: z.boolean(), abilitato: z.boolean(), ...facoltativi(campiConto) })
  .meta({ id: "ContiAccredito" });

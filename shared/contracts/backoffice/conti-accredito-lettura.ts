/** An account as it is read: apart from its operations, because the detail of a creditor shows it without carrying the writes. */
import * as z from "zod";
import { bic, iban, testo } from "../comuni/campi.ts";
import { facoltativi } from "./comuni.ts";

export const campiConto = {
  bic,
  mybank: z.boolean().describe("Senza effetto: il servizio MyBank non passa più dal conto"),
  descrizione: testo(255),
  intestatario: testo(255),
  autStampaPosteItaliane: testo(255),
};

export const ContoAccredito = z
  .strictObject({ iban, postale: z.boolean(), abilitato: z.boolean(), ...facoltativi(campiConto) })
  .meta({ id: "ContiAccredito" });

/** Income codes as they are read: apart from their operations, because the detail of a creditor shows them without carrying the writes. */
import * as z from "zod";
import { iban, idEntrata, testo } from "../comuni/campi.ts";
import { facoltativi } from "./comuni.ts";

const tipoContabilita = z.enum(["CAPITOLO", "SPECIALE", "SIOPE", "ALTRO"]);
const codiceContabilita = z.string().regex(/^\S{3,138}$/, "ammessi da 3 a 138 caratteri senza spazi");

export const campiTipoEntrata = { descrizione: testo(255), tipoContabilita, codiceContabilita };
export const TipoEntrata = z.strictObject({ idEntrata, ...campiTipoEntrata }).meta({ id: "TipoEntrata" });

export const campiEntrata = { ibanAccredito: iban, ibanAppoggio: iban, tipoContabilita, codiceContabilita };
export const EntrataDominio = z
  .strictObject({ idEntrata, ...facoltativi(campiEntrata), abilitato: z.boolean(), tipoEntrata: TipoEntrata })
  .meta({ id: "Entrata" });

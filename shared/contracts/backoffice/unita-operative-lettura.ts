/** An operating unit as it is read: apart from its operations, because the detail of a creditor shows it without carrying the writes. */
import * as z from "zod";
import { identificativo35 } from "../comuni/campi.ts";
import { facoltativi, recapiti } from "./comuni.ts";

export const UnitaOperativa = z
  .strictObject({ idUnita: identificativo35, ragioneSociale: z.string(), ...facoltativi(recapiti), abilitato: z.boolean() })
  .meta({ id: "UnitaOperativa" });

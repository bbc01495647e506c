/** What the forms of operators and of citizens share: their data, and the debt that they must become. */
import * as z from "zod";
import { NuovaPendenza } from "../pendenze/modelli-scrittura.ts";
import { idA2A, idDominio, idPendenza, idTipoPendenza } from "./campi.ts";

/** The body of a POST, and what a form must become. */
export const PendenzaPost = NuovaPendenza.extend({ idA2A, idPendenza }).meta({ id: "PendenzaPost" });

export const DatiFormPendenza = z
  .record(z.string().max(255), z.unknown())
  .meta({ id: "DatiFormPendenza", description: "I campi della form" });

/** A path template may have one name only in each place: here idA2A is the creditor and idPendenza the type. */
export const parametriForm = z.strictObject({
  idA2A: idDominio.describe("idDominio"),
  idPendenza: idTipoPendenza.describe("idTipoPendenza"),
});

/** The service catalogue as pagoPA wants it from a creditor's intermediary (CatalogoServizi_2_0_0.xsd), from the mappings of the creditors. */
import * as z from "zod";
import { idDominio } from "../comuni/campi.ts";
import { BINARIO, defineOperation } from "../operation.ts";
import { letturaSu } from "./comuni.ts";

export const getCatalogoServizi = defineOperation({
  ...letturaSu("Anagrafica Creditore"),
  id: "getCatalogoServizi",
  path: "/catalogoServizi",
  summary: "Catalogo dei servizi di pagamento spontaneo, nel formato XML di pagoPA",
  description:
    "I servizi abilitati degli enti nell'ambito del chiamante, anche quelli la cui validità deve cominciare; non quelli già finiti.",
  risorsa: "tipi-pendenza",
  query: z.strictObject({ idDominio: idDominio.optional().describe("Solo i servizi di questo ente") }),
  responses: { 200: { "application/xml": BINARIO } },
  errors: ["PARAMETRO_NON_VALIDO", "NON_TROVATO"],
});

/** A service of pagoPA's catalogue tied to a debt type of a creditor (CatalogoServizi 2.0.0): what a PSP demands becomes a debt by this mapping. */
import * as z from "zod";
import { giorno, idA2A, libero, testo } from "../comuni/campi.ts";

const cinqueCaratteri = z.string().regex(/^[!-~]{5}$/, "attesi 5 caratteri");

export const ServizioPagoPA = z
  .strictObject({
    abilitato: z.boolean(),
    idServizio: cinqueCaratteri.describe("Identificativo del servizio nel catalogo di pagoPA"),
    idSoggettoServizio: cinqueCaratteri.describe("Identificativo dell'ente che lo eroga, nel catalogo di pagoPA"),
    descrizione: testo(70),
    categoria: z.exactOptional(testo(35)),
    schema: z
      .enum(["TassaAutomobilistica_1_1_0", "A001_Passaporto_1_0_0", "D847_Pesca_1_0_0", "Cup_1_0_0", "Cie_1_0_0"])
      .describe("Schema dei dati specifici: decide i campi che le espressioni possono usare"),
    dataInizioValidita: giorno,
    dataFineValidita: z.exactOptional(giorno).describe("Ultimo giorno; assente = senza fine"),
    commissione: z.exactOptional(z.boolean()),
    idA2A: idA2A.describe("Applicazione a cui appartengono le pendenze create"),
    pendenza: libero.describe(
      "Corpo della pendenza, con espressioni {{ }} sui campi dello schema (docs/servizi-pagopa.md). Dominio, tipo e numero avviso non si indicano; " +
        "senza idPendenza il nome si ricava dai dati della richiesta.",
    ),
  })
  .meta({ id: "ServizioPagoPA" });

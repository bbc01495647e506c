/** How a creditor stands with pagoPA, for all its debts or for those of a type (docs/adr/0016). */
import * as z from "zod";

export const modalitaPagoPA = z
  .enum(["SINCRONA", "SINCRONA_ACA", "GPD"])
  .describe(
    "SINCRONA: pagoPA chiede a Fiorino; SINCRONA_ACA: lo stesso, e l'archivio ACA conosce le pendenze per lo stand-in; GPD: risponde pagoPA dal suo archivio. Vale per le pendenze caricate da qui in poi; assente = SINCRONA",
  );

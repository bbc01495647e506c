/** Paging of lists as GovPay does it (reference 1.1), with an opaque cursor in `prossimiRisultati`. */
import * as z from "zod";

const booleano = z.enum(["true", "false"]).transform((valore) => valore === "true");

export const MASSIMO_PER_PAGINA = 5000;

/** Query parameters of every list; spread them in a z.strictObject with the filters. */
export const parametriPagina = {
  pagina: z.coerce.number().int().min(1).max(100_000).default(1),
  risultatiPerPagina: z.coerce.number().int().min(0).max(MASSIMO_PER_PAGINA).default(25),
  metadatiPaginazione: booleano.default(true),
  maxRisultati: booleano.default(true),
  cursore: z.string().max(1000).optional(),
};

/** A day or an instant; a day in `dataA` means its end. */
export const dataFiltro = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })]);

export const booleanoQuery = booleano;

export const listaPaginata = <S extends z.ZodType>(elemento: S) =>
  z.strictObject({
    numRisultati: z.number().int().optional(),
    numPagine: z.number().int().optional(),
    risultatiPerPagina: z.number().int().optional(),
    pagina: z.number().int().optional(),
    prossimiRisultati: z.string().optional(),
    maxRisultati: z.number().int().optional(),
    risultati: z.array(elemento),
  });

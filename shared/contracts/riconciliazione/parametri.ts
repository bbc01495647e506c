/** Parameters that several operations of this API share. */
import * as z from "zod";
import { MASSIMO_PER_PAGINA } from "../comuni/pagina.ts";

const opz = z.exactOptional;

/** Lists are kept by date only: any other order would mean reading them whole. */
export const ordinamento = (...campi: readonly string[]) =>
  z
    .string()
    .regex(new RegExp(`^[+\\- ]?(${campi.join("|")})$`), `è ammesso solo ${campi.join(" o ")}, preceduto da + o -`)
    .default(`-${campi[0] ?? ""}`);

/** Rows of a detail, in pages: without these parameters a detail is whole or refused, never cut in silence. */
export const paginaDettaglio = {
  pagina: opz(z.coerce.number().int().min(1).max(100_000)),
  risultatiPerPagina: opz(z.coerce.number().int().min(1).max(MASSIMO_PER_PAGINA)),
};

export const ACL_LETTURA = { servizi: ["API Ragioneria"], diritto: "R" } as const;

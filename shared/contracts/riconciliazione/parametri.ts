/** Parameters that several operations of this API share. */
import * as z from "zod";

const opz = z.exactOptional;

/** Lists are kept by date only: any other order would mean reading them whole. */
export const ordinamento = (...campi: readonly string[]) =>
  z
    .string()
    .regex(new RegExp(`^[+\\- ]?(${campi.join("|")})$`), `è ammesso solo ${campi.join(" o ")}, preceduto da + o -`)
    .default(`-${campi[0] ?? ""}`);

/** Rows that a detail may carry and stay below the 6 MB of a function's answer. */
export const RIGHE_MASSIME = 3000;

/** Rows of a detail, in pages: without these parameters a detail is whole or refused, never cut in silence. */
export const paginaDettaglio = {
  pagina: opz(z.coerce.number().int().min(1).max(100_000)),
  risultatiPerPagina: opz(z.coerce.number().int().min(1).max(RIGHE_MASSIME)),
};

export const ACL_LETTURA = { servizi: ["API Ragioneria"], diritto: "R" } as const;

/** Of what operators and applications do in the same way; each has its own service. */
const SERVIZI_CONTABILI = ["API Ragioneria", "Rendicontazioni e Incassi"] as const;
export const ACL_LETTURA_CONTABILE = { servizi: SERVIZI_CONTABILI, diritto: "R" } as const;
export const ACL_SCRITTURA_CONTABILE = { servizi: SERVIZI_CONTABILI, diritto: "W" } as const;

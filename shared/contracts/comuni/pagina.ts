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
export const dataFiltro = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })], {
  error: "attesa una data AAAA-MM-GG o una data e ora ISO 8601",
});

/** How far a page number reaches: what comes after is read from its cursor, that costs the same at any depth. */
export const RISULTATI_PER_NUMERO_DI_PAGINA = 10_000;

/** Whether a cursor has the form of ours: a place in a list. */
const isCursore = (testo: string): boolean => {
  try {
    const posto: unknown = JSON.parse(atob(testo.replaceAll("-", "+").replaceAll("_", "/")));
    if (typeof posto !== "object" || posto === null) return false;
    return ["o", "pk", "sk"].every((campo) => typeof Object.getOwnPropertyDescriptor(posto, campo)?.value === "string");
  } catch {
    return false;
  }
};

/** Query of a list of the archive: its own filters with the paging of every list. */
export const queryLista = <const F extends z.ZodRawShape>(filtri: F) =>
  z.strictObject({ ...parametriPagina, ...filtri }).superRefine((query, contesto) => {
    // The filters are generic here; the paging is there whatever they are.
    const { pagina, risultatiPerPagina, cursore } = query as z.output<z.ZodObject<typeof parametriPagina>>;
    if (cursore !== undefined && !isCursore(cursore))
      contesto.addIssue({ code: "custom", path: ["cursore"], message: "non è quello di un prossimiRisultati" });
    if (cursore === undefined && (pagina - 1) * risultatiPerPagina > RISULTATI_PER_NUMERO_DI_PAGINA)
      contesto.addIssue({
        code: "custom",
        path: ["pagina"],
        message: `oltre i primi ${RISULTATI_PER_NUMERO_DI_PAGINA} risultati si prosegue con prossimiRisultati`,
      });
  });

/**
 * `ordinamento` of a list of the archive (reference 1.1): names separated by commas, each after + or -. A key holds one order only, so one
 * name is known; another is refused by name instead of being ignored. A plus that nobody encoded arrives as a blank.
 */
export const ordinamentoPer = (campo: string) =>
  z
    .string()
    .max(200)
    .superRefine((valore, contesto) => {
      for (const parte of valore.split(",")) {
        const nome = parte.replace(/^[+\- ]/, "");
        if (nome !== campo)
          contesto.addIssue({ code: "custom", message: `non si può ordinare per «${nome}»: è ammesso ${campo}, preceduto da + o -` });
      }
    })
    .default(`+${campo}`)
    .meta({ description: `È ammesso ${campo}, preceduto da + o -` });

/** `campi` of a list: names separated by commas, each a field of its elements. */
export const campiTra = <const N extends string>(nomi: readonly N[]) =>
  z
    .string()
    .max(2000)
    .transform((valore, contesto): N[] =>
      valore.split(",").flatMap((parte) => {
        const noto = nomi.find((nome) => nome === parte.trim());
        if (noto === undefined)
          contesto.addIssue({ code: "custom", message: `«${parte.trim()}» non è un campo; sono ammessi ${nomi.join(", ")}` });
        return noto ?? [];
      }),
    )
    .meta({ description: "Campi da restituire, separati da virgola; assente = tutti" });

export const booleanoQuery = booleano;

/** A filter that takes several values, separated by commas or repeated (the gateway joins them with commas). */
export const elencoQuery = <S extends z.ZodType<unknown, string>>(valore: S, massimo: number) =>
  z
    .string()
    .max(2000)
    .transform((testo) => testo.split(",").map((parte) => parte.trim()))
    .pipe(z.array(valore).min(1).max(massimo, `ammessi al massimo ${massimo} valori`))
    .meta({ description: "Uno o più valori, separati da virgola" });

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

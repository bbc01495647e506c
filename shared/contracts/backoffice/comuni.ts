/** What the operations of the Backoffice share: sorting, choice of fields, contact data, and the fixed part of reads and writes. */
import * as z from "zod";
import { email, testo } from "../comuni/campi.ts";
import { booleanoQuery, parametriPagina } from "../comuni/pagina.ts";

export interface Ordine<Campo extends string = string> {
  readonly campo: Campo;
  readonly verso: "asc" | "desc";
}

/** `+field,-field` (reference 1.1). A plus that nobody encoded arrives as a blank: both read as ascending. */
export const ordinamento = <const C extends readonly [string, ...string[]]>(campi: C, predefinito: C[number]) =>
  z
    .string()
    .max(200)
    .default(`+${predefinito}`)
    .transform((valore, contesto) =>
      valore.split(",").map((parte): Ordine<C[number]> => {
        const [, segno, nome] = /^\s*([+-]?)(\w+)\s*$/.exec(parte) ?? [];
        const campo: C[number] | undefined = campi.find((noto) => noto === nome);
        if (campo === undefined) {
          contesto.addIssue({ code: "custom", message: `ordinamento ammesso per ${campi.join(", ")}, preceduti da + o -` });
          return z.NEVER;
        }
        return { campo, verso: segno === "-" ? "desc" : "asc" };
      }),
    )
    .describe(`Campi su cui ordinare, separati da virgola e preceduti da + o -: ${campi.join(", ")}`);

export const pem = z
  .string()
  .max(8_000)
  .regex(/^-----BEGIN CERTIFICATE-----\s[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*$/, "atteso un certificato in PEM");

/** Which fields of the entries to answer; the others are left out. */
const campiDi = (elemento: z.ZodObject) => {
  const noti = Object.keys(elemento.shape);
  return z
    .string()
    .max(1000)
    .transform((valore) => valore.split(",").map((nome) => nome.trim()))
    .refine((nomi) => nomi.every((nome) => noti.includes(nome)), `campi ammessi: ${noti.join(", ")}`)
    .optional()
    .describe("Campi da restituire, separati da virgola; assente = tutti");
};

/** Query of a list: paging, sorting, choice of fields; the filters are added to it. */
export const parametriElenco = <const C extends readonly [string, ...string[]]>(
  elemento: z.ZodObject,
  campi: C,
  predefinito: C[number],
) => ({
  ...parametriPagina,
  ordinamento: ordinamento(campi, predefinito),
  campi: campiDi(elemento),
});

export const filtroAbilitato = {
  abilitato: booleanoQuery.optional().describe("Restrizione ai soli elementi abilitati, o ai soli disabilitati"),
};
export const filtroAssociati = { associati: booleanoQuery.optional().describe("Restrizione ai soli elementi dell'ambito del chiamante") };
export const filtroForm = {
  form: booleanoQuery.optional().describe("Restrizione ai soli elementi con una form di inserimento per gli operatori"),
};
/** Part of a description, any case. */
export const filtroTesto = z.string().min(1).max(255).optional();

type Nullabili<S> = { [K in keyof S]: S[K] extends z.ZodType ? z.ZodOptional<z.ZodNullable<S[K]>> : never };

/** Optional fields of a write: GovPay's clients send null for what is absent. */
export const nullabili = <const S extends Readonly<Record<string, z.ZodType>>>(campi: S): Nullabili<S> =>
  Object.fromEntries(Object.entries(campi).map(([nome, schema]) => [nome, schema.nullish()])) as Nullabili<S>;

/** The same fields in a read. */
export const facoltativi = <const S extends z.ZodRawShape>(campi: S) => z.object(campi).partial().shape;

/** Contact data of creditors and operating units, with the limits of Soggetto (reference 2.3 and 2.11). */
export const recapiti = {
  indirizzo: testo(70),
  civico: testo(16),
  cap: testo(16),
  localita: testo(35),
  provincia: testo(35),
  nazione: z.string().regex(/^[A-Z]{2}$/, "attese 2 lettere maiuscole"),
  email,
  pec: email,
  tel: testo(255),
  fax: testo(255),
  web: testo(255),
  area: testo(255),
};

const LETTURA = { api: "backoffice", method: "GET", auth: ["operatore"], capacita: ["anagrafiche:read"], peso: "lettura" } as const;

/** Fixed part of the reads of each family of resources, with the right that reference 3.13 asks for. */
export const letturaSu = <const S extends "Anagrafica PagoPA" | "Anagrafica Creditore" | "Anagrafica Applicazioni" | "Anagrafica Ruoli">(
  servizio: S,
) => ({ ...LETTURA, acl: { servizi: [servizio], diritto: "R" } }) as const;

/** Fixed part of the writes. As in GovPay the answers have no body: 201 when the entry did not exist, 200 when it was replaced. */
export const scritturaSu = <const S extends "Anagrafica PagoPA" | "Anagrafica Creditore" | "Anagrafica Applicazioni" | "Anagrafica Ruoli">(
  servizio: S,
) =>
  ({
    api: "backoffice",
    method: "PUT",
    auth: ["operatore"],
    acl: { servizi: [servizio], diritto: "W" },
    capacita: ["anagrafiche:read", "anagrafiche:write", "eventi:write"],
    peso: "scrittura",
    responses: { 200: z.undefined().describe("Aggiornato con successo"), 201: z.undefined().describe("Creato con successo") },
  }) as const;

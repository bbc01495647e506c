/** The sample invocations of events/, as tests use them: a case that no longer works breaks a test before it misleads a reader. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as z from "zod";

const RADICE = resolve(import.meta.dirname, "../..");
const stringhe = z.record(z.string(), z.string());

const Campione = z.object({
  description: z.string().optional(),
  pathParameters: stringhe.nullish(),
  queryStringParameters: stringhe.nullish(),
  headers: stringhe.nullish(),
  body: z.unknown().optional(),
  expected: z.object({ status: z.number().int() }),
});
export type Campione = z.infer<typeof Campione> & { readonly caso: string };

/** Samples of an operation (`<api>/<operationId>`), by name of the case. */
export const readCampioni = (operazione: string): Campione[] => {
  const cartella = join(RADICE, "events", operazione);
  if (!existsSync(cartella)) return [];
  const casi = readdirSync(cartella).filter((nome) => nome.endsWith(".json"));
  return casi
    .sort()
    .map((nome) => ({ ...Campione.parse(JSON.parse(readFileSync(join(cartella, nome), "utf8"))), caso: nome.replace(/\.json$/, "") }));
};

/** Refusals that come after the reading: the request was well formed. */
const RIFIUTI_DI_MERITO = [404, 409, 422];

/** The first sample that ends well, or at least is well formed. */
export const findCampione = (operazione: string): Campione => {
  const campioni = readCampioni(operazione);
  const campione =
    campioni.find(({ expected }) => expected.status < 300) ??
    campioni.find(({ expected }) => RIFIUTI_DI_MERITO.includes(expected.status)) ??
    // A login that did not begin here is well formed, and cannot end well by itself.
    campioni.find(({ expected }) => expected.status === 401);
  if (!campione) throw new Error(`events/${operazione}: manca un caso ben formato`);
  return campione;
};

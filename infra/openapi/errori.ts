/** The error responses of an operation: the declared problems and the common ones, grouped by status as the envelope does not tell them apart. */
import * as z from "zod";
import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from "zod-openapi";
import type { Operazione } from "../../shared/contracts/operation.ts";
import { type CodiceProblema, PROBLEMI, PROBLEMI_COMUNI } from "../../shared/contracts/problems.ts";

const Errore = z
  .strictObject({
    categoria: z.enum(["AUTORIZZAZIONE", "RICHIESTA", "OPERAZIONE", "PAGOPA", "EC", "INTERNO"]),
    codice: z.string(),
    descrizione: z.string(),
    dettaglio: z.string().optional(),
  })
  .meta({ id: "Errore", description: "Busta degli errori" });

const SENZA_CHIAMANTE: readonly CodiceProblema[] = ["NON_AUTENTICATO", "NON_AUTORIZZATO"];

/** Problems that the operation may return, without those of authentication where nobody is asked who they are. */
export const problemiOf = ({ auth, errors }: Pick<Operazione, "auth" | "errors">): readonly CodiceProblema[] => {
  const anonima = auth.every((tipo) => tipo === "anonimo");
  const comuni = PROBLEMI_COMUNI.filter((codice) => !(anonima && SENZA_CHIAMANTE.includes(codice)));
  return [...new Set<CodiceProblema>([...errors, ...comuni])];
};

/** One object for each set of problems, named by it: the document holds it once, whatever the operations that answer so. */
const risposte = new Map<string, ZodOpenApiResponseObject>();

function risposta(status: number, codici: readonly CodiceProblema[]): ZodOpenApiResponseObject {
  const id = [status, ...codici].join(".");
  const gia = risposte.get(id);
  if (gia) return gia;
  const description = codici.map((codice) => `\`${PROBLEMI[codice].codice}\` ${PROBLEMI[codice].descrizione}`).join("; ");
  const nuova = { id, description, content: { "application/json": { schema: Errore } } };
  risposte.set(id, nuova);
  return nuova;
}

export function buildErrori(operazione: Pick<Operazione, "auth" | "errors">): ZodOpenApiResponsesObject {
  const perStatus = Map.groupBy(problemiOf(operazione), (codice) => PROBLEMI[codice].status);
  return Object.fromEntries(
    [...perStatus].sort(([a], [b]) => a - b).map(([status, codici]) => [`${status}` as const, risposta(status, codici.toSorted())]),
  );
}

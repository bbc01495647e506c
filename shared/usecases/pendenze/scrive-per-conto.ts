/**
 * An operator has no application: it writes in the name of the one that the request names, within its own creditors, units and debt types. Who did it stays
 * the operator, in history and journal.
 */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";

export type CodiceApplicazione = "APP_000" | "APP_001";

/** The operator with the name of the application, and its right to self-determined accounts. Errors: APP_000 unknown, APP_001 disabled. */
export const writePerConto = async (
  anagrafiche: Pick<Anagrafiche, "getApplicazione">,
  operatore: Chiamante,
  idA2A: string,
): Promise<Esito<Chiamante, Rifiuto<CodiceApplicazione>>> => {
  const applicazione = await anagrafiche.getApplicazione(idA2A);
  if (!applicazione) return rifiuto("APP_000", `idA2A ${idA2A} non registrata`);
  if (!applicazione.abilitato) return rifiuto("APP_001", `idA2A ${idA2A} disabilitata`);
  return ok({ ...operatore, idA2A, autodeterminazione: applicazione.autodeterminazione });
};

/** In whose name a row is elaborated. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Tracciato } from "../../domain/tracciati/tracciato.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";

/** An operator writes in the name of the application of the row, within his own creditors and debt types. Errors: APP_000, APP_001. */
export const chiamanteDi = async (anagrafiche: Anagrafiche, idA2A: string, { mittente }: Tracciato): Promise<Esito<Chiamante, Rifiuto>> => {
  if (mittente.tipo !== "operatore") return ok(mittente);
  const applicazione = await anagrafiche.getApplicazione(idA2A);
  if (!applicazione) return rifiuto("APP_000", `idA2A ${idA2A} non registrata`);
  if (!applicazione.abilitato) return rifiuto("APP_001", `idA2A ${idA2A} disabilitata`);
  return ok({ ...mittente, idA2A, autodeterminazione: applicazione.autodeterminazione });
};

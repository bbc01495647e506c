/** Nobody gives, sees or touches more than they have: the scope of who writes against the scope of what is written. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { rifiuto } from "../../domain/rifiuto.ts";

export { type Ambiti, coversAmbiti } from "../../domain/anagrafiche/diritti.ts";

/** Entries common to all creditors are written only by who works for all of them: a change would reach creditors outside the caller's scope. */
export const checkComune = (chiamante: Chiamante) =>
  chiamante.domini === "*" ? undefined : rifiuto("NON_AUTORIZZATO", "la voce è comune a tutti i domini e l'utenza opera solo su alcuni");

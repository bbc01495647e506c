/** Citizens who come in to the APIs under test: a session in the store and its cookie, as a login leaves them. */

import { toElemento } from "../../shared/adapters/archivio/mappa.ts";
import { mappaSessioneCittadino } from "../../shared/adapters/archivio/mappe-accessi.ts";
import type { Cittadino } from "../../shared/domain/accessi/cittadino.ts";
import { createSessioneCittadino } from "../../shared/domain/accessi/sessione-cittadino.ts";
import type { Deposito } from "../../shared/ports/deposito.ts";

export type CittadinoDiProva = { readonly cittadino: Cittadino };

/** Whom to call as: a tax code, or what else the test wants of it. */
export const cittadino = (chi: string | (Partial<Cittadino> & Pick<Cittadino, "codiceFiscale">)): CittadinoDiProva => ({
  cittadino: { deleghe: [], provider: "prova", ...(typeof chi === "string" ? { codiceFiscale: chi } : chi) },
});

let progressivo = 0;

/** Cookie of a new session. Import it after the environment of the functions is set: the key is theirs. */
export const openSessioneDiProva = async (deposito: Deposito, { cittadino: chi }: CittadinoDiProva): Promise<string> => {
  const { cifraCittadini } = await import("../../shared/runtime/wiring/sessioni.ts");
  const { signSessione } = await import("../../shared/runtime/autenticazione/sessioni.ts");
  progressivo += 1;
  const id = `prova-${progressivo}`;
  const sigillo = cifraCittadini.seal(JSON.stringify({ cittadino: chi }));
  const durata = { inattivitaMinuti: 30, massimaMinuti: 480 };
  const sessione = createSessioneCittadino({ id, sigillo }, new Date(Date.now() - 1_000).toISOString(), durata);
  await deposito.commit([{ azione: "crea", tabella: "anagrafiche", elemento: toElemento(mappaSessioneCittadino, sessione, 1) }]);
  return `fiorino-cittadino=${signSessione(cifraCittadini, id).cookie}`;
};

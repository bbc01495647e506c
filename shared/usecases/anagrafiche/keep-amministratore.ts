/** No change of roles or operators leaves the installation without an operator who may give rights, not even two changes at once. */
import { findTestimone, grantsRuoli, mayAdminister } from "../../domain/anagrafiche/amministratori.ts";
import type { Operatore, Ruolo } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { Modifica } from "../../ports/unit-of-work.ts";

type CambioDiritti =
  | { readonly entita: "operatore"; readonly prima: Operatore | undefined; readonly dopo: Operatore }
  | { readonly entita: "ruolo"; readonly prima: Ruolo | undefined; readonly dopo: Ruolo };

/** Without reading anything: a change that takes nothing away from who administers. */
const isInnocuo = (cambio: CambioDiritti): boolean => {
  if (cambio.prima === undefined) return true;
  if (cambio.entita === "ruolo") return !grantsRuoli(cambio.prima.acl) || grantsRuoli(cambio.dopo.acl);
  // Before, any role might have been the one; after, only the right held directly is certain.
  return !mayAdminister(cambio.prima, () => true) || mayAdminister(cambio.dopo, () => false);
};

const replace = <T>(voci: readonly T[], nuova: T, idDi: (voce: T) => string): readonly T[] =>
  voci.map((voce) => (idDi(voce) === idDi(nuova) ? nuova : voce));

/**
 * Conditions to commit with the change: that whoever will still be able to give rights is as it was read. Refused when nobody would be left, and
 * somebody was. Two more requests, and only when the change takes the right away from someone.
 */
export const keepAmministratore = async (
  registro: RegistroDiBase,
  cambio: CambioDiritti,
): Promise<Esito<readonly Modifica[], Rifiuto<"NON_PROCESSABILE">>> => {
  if (isInnocuo(cambio)) return ok([]);
  const [operatori, ruoli] = await Promise.all([registro.list("operatore"), registro.list("ruolo")]);
  if (!findTestimone(operatori, ruoli)) return ok([]);
  const testimone =
    cambio.entita === "operatore"
      ? findTestimone(
          replace(operatori, cambio.dopo, ({ principal }) => principal),
          ruoli,
        )
      : findTestimone(
          operatori,
          replace(ruoli, cambio.dopo, ({ idRuolo }) => idRuolo),
        );
  if (!testimone)
    return rifiuto("NON_PROCESSABILE", 'nessun operatore abilitato avrebbe più il diritto W su "Anagrafica Ruoli" per tutti i domini');
  const { operatore, ruolo } = testimone;
  // What the change itself writes is already under its version.
  const isScritto = (entita: CambioDiritti["entita"], id: string): boolean =>
    cambio.entita === entita && (cambio.entita === "operatore" ? cambio.dopo.principal : cambio.dopo.idRuolo) === id;
  return ok([
    ...(isScritto("operatore", operatore.principal) ? [] : [{ azione: "verifica", entita: "operatore", valore: operatore } as const]),
    ...(ruolo === undefined || isScritto("ruolo", ruolo.idRuolo) ? [] : [{ azione: "verifica", entita: "ruolo", valore: ruolo } as const]),
  ]);
};

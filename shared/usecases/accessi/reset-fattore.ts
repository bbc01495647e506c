/** An administrator takes the second factor away from an operator who lost telephone and recovery codes. The operator's sessions end: whoever opened them may be somebody else. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Accessi } from "../../ports/accessi.ts";
import type { RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";

export interface PorteReset {
  readonly accessi: Pick<Accessi, "getSecondoFattore">;
  readonly registro: Pick<RegistroDiBase, "get">;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
  readonly clock: Clock;
  /** Whether the caller may see this operator. */
  readonly sees: (chiamante: Chiamante, principal: string) => Promise<boolean>;
}

export interface RichiestaReset {
  readonly principal: string;
  readonly chiamante: Chiamante;
  readonly traccia: Traccia;
}

/** Refuses operators out of sight (404), one's own factor, which is taken away with a code (422), who has none (422). */
export const resetFattore =
  ({ accessi, registro, unitOfWork, clock, sees }: PorteReset) =>
  async ({
    principal,
    chiamante,
    traccia,
  }: RichiestaReset): Promise<Esito<void, Rifiuto<"NON_TROVATO" | "NON_PROCESSABILE" | "CONFLITTO">>> => {
    if (principal === chiamante.principal) return rifiuto("NON_PROCESSABILE", "il proprio secondo fattore si rimuove con un codice");
    const operatore = (await sees(chiamante, principal)) ? await registro.get("operatore", principal) : undefined;
    if (!operatore) return rifiuto("NON_TROVATO", principal);
    if (operatore.secondoFattore !== true) return rifiuto("NON_PROCESSABILE", "l'operatore non ha un secondo fattore attivo");
    const fattore = await accessi.getSecondoFattore(principal);
    const modifiche: readonly Modifica[] = [
      { azione: "sostituisci", entita: "operatore", valore: { ...operatore, secondoFattore: false, passwordDal: clock.now() } },
      ...(fattore
        ? [{ azione: "sostituisci", entita: "secondoFattore", valore: { ...fattore, stato: "RIMOSSO", recupero: [] } } as const]
        : []),
    ];
    const evento = traccia.evento({ categoriaEvento: "UTENTE", dettaglioEsito: `Secondo fattore rimosso all'operatore ${principal}` });
    const esito = await unitOfWork.commit(modifiche, { eventi: [evento] });
    return esito.ok ? ok(undefined) : rifiuto("CONFLITTO");
  };

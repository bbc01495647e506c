/** Failed logins, counted under a condition: two guesses at the same time count as two. */
import { addFallito, attesaDi, clearFalliti } from "../../domain/accessi/tentativi.ts";
import type { Accessi } from "../../ports/accessi.ts";
import type { Clock } from "../../ports/clock.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";

export interface PorteTentativi {
  readonly accessi: Pick<Accessi, "getTentativi">;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
  readonly clock: Clock;
}

const RIPROVE = 4;

export interface Tentativi {
  /** Seconds to wait before this principal may try again from this address; 0 = now. */
  attesa(principal: string, indirizzo: string): Promise<number>;
  fallito(principal: string, indirizzo: string): Promise<void>;
  riuscito(principal: string, indirizzo: string): Promise<void>;
}

export const createTentativi = ({ accessi, unitOfWork, clock }: PorteTentativi): Tentativi => ({
  attesa: async (principal, indirizzo) => attesaDi(await accessi.getTentativi(principal, indirizzo), clock.now()),
  fallito: async (principal, indirizzo) => {
    for (let volta = 0; volta < RIPROVE; volta++) {
      const letti = await accessi.getTentativi(principal, indirizzo);
      const valore = addFallito(letti, { principal, indirizzo, adesso: clock.now() });
      const azione = letti ? "sostituisci" : "crea";
      if ((await unitOfWork.commit([{ azione, entita: "tentativiAccesso", valore }])).ok) return;
    }
  },
  riuscito: async (principal, indirizzo) => {
    const letti = await accessi.getTentativi(principal, indirizzo);
    if (!letti || letti.falliti === 0) return;
    // A failure that comes in the meantime stays counted: the race is lost on purpose.
    await unitOfWork.commit([{ azione: "sostituisci", entita: "tentativiAccesso", valore: clearFalliti(letti, clock.now()) }]);
  },
});

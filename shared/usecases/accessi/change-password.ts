/** An operator changes its own password, with the old one. */

import { checkPassword } from "../../domain/anagrafiche/password.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Password } from "../../ports/password.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import type { VerificaOperatore } from "./login.ts";
import type { Tentativi } from "./tentativi.ts";

export interface PorteCambioPassword {
  readonly registro: Pick<RegistroDiBase, "get">;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
  readonly verifica: VerificaOperatore;
  readonly tentativi: Tentativi;
  readonly password: Password;
  readonly clock: Clock;
}

export interface RichiestaCambio {
  readonly principal: string;
  /** Absent when the request itself was authenticated with it (HTTP Basic). */
  readonly attuale?: string | undefined;
  readonly nuova: string;
  readonly indirizzo: string;
}

type Rifiuti = "SINTASSI" | "NON_PROCESSABILE" | "CONFLITTO" | "TROPPE_RICHIESTE";

/** Ends every session opened with the old password. Refuses a weak password (400), a wrong one (422), accounts that have none here (422). */
export const changePassword =
  (porte: PorteCambioPassword) =>
  async ({ principal, attuale, nuova, indirizzo }: RichiestaCambio, traccia: Traccia): Promise<Esito<void, Rifiuto<Rifiuti>>> => {
    const { registro, unitOfWork, tentativi, verifica } = porte;
    const operatore = await registro.get("operatore", principal);
    if (!operatore) return rifiuto("NON_PROCESSABILE", "/password: l'utenza non ha una password registrata qui");
    const titolare = { principal, nome: operatore.ragioneSociale, tipo: "operatore" } as const;
    const forte = checkPassword(nuova, titolare);
    if (!forte.ok) return rifiuto("SINTASSI", forte.errore);
    if (attuale !== undefined) {
      const attesaSecondi = await tentativi.attesa(principal, indirizzo);
      const dettaglio = `troppi tentativi falliti: riprovare fra ${attesaSecondi} secondi`;
      if (attesaSecondi > 0) return { ok: false, errore: { codice: "TROPPE_RICHIESTE", dettaglio, attesaSecondi } };
      if (!(await verifica.checkPassword(principal, attuale)).ok) {
        await tentativi.fallito(principal, indirizzo);
        return rifiuto("NON_PROCESSABILE", "passwordAttuale: non è quella registrata");
      }
    }
    if (nuova === attuale) return rifiuto("SINTASSI", "password: uguale a quella attuale");
    const valore = { ...operatore, passwordHash: await porte.password.hash(nuova), passwordDal: porte.clock.now() };
    const evento = traccia.evento({ categoriaEvento: "UTENTE", dettaglioEsito: "Password cambiata dall'operatore" });
    const esito = await unitOfWork.commit([{ azione: "sostituisci", entita: "operatore", valore }], { eventi: [evento] });
    return esito.ok ? ok(undefined) : rifiuto("CONFLITTO", "l'operatore è stato modificato nel frattempo: riprovare");
  };

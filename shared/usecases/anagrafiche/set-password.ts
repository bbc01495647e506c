/** A new password for an application or an operator: checked against the policy, hashed, dated. */
import type { Applicazione, Operatore } from "../../domain/anagrafiche/applicazione.ts";
import { checkPassword, type Titolare } from "../../domain/anagrafiche/password.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Password } from "../../ports/password.ts";

export interface PortePassword {
  readonly password: Password;
  readonly clock: Clock;
}

const titolareDi = (utenza: Applicazione | Operatore): Titolare =>
  "idA2A" in utenza
    ? { principal: utenza.principal, nome: utenza.idA2A, tipo: "applicazione" }
    : { principal: utenza.principal, nome: utenza.ragioneSociale, tipo: "operatore" };

/** The fields of a new password, to be written with the rest of the utenza. Pays for the hash: call it once, outside retries. Refuses a weak one (400). */
export const createPassword = async (
  { password, clock }: PortePassword,
  titolare: Titolare,
  nuova: string,
): Promise<Esito<{ readonly passwordHash: string; readonly passwordDal: string }, Rifiuto<"SINTASSI">>> => {
  const esito = checkPassword(nuova, titolare);
  if (!esito.ok) return rifiuto("SINTASSI", esito.errore);
  return ok({ passwordHash: await password.hash(nuova), passwordDal: clock.now() });
};

/** The utenza with its new password: every session opened with the old one is over. Refuses a weak one (400). */
export const setPassword = async <U extends Applicazione | Operatore>(
  porte: PortePassword,
  utenza: U,
  nuova: string,
): Promise<Esito<U, Rifiuto<"SINTASSI">>> => {
  const esito = await createPassword(porte, titolareDi(utenza), nuova);
  return esito.ok ? ok({ ...utenza, ...esito.valore }) : esito;
};

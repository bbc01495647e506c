/** A principal names one utenza in the whole installation: taking one and leaving the old one happen in the transaction of the utenza. */
import { isStessoPrincipal } from "../../domain/anagrafiche/principale.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { Modifica, Principale } from "../../ports/unit-of-work.ts";

export interface Presa {
  readonly tipo: "applicazione" | "operatore";
  readonly riferimento: string;
  readonly principal: string;
  /** The one that the utenza had until now. */
  readonly precedente: string | undefined;
}

const isDi = (titolare: Principale, { tipo, riferimento }: Presa): boolean =>
  titolare.tipo === tipo && titolare.riferimento === riferimento;

export const movePrincipale = async (
  registro: RegistroDiBase,
  presa: Presa,
): Promise<Esito<readonly Modifica[], Rifiuto<"PRINCIPAL_IN_USO">>> => {
  const { principal, precedente, tipo, riferimento } = presa;
  const titolare = await registro.get("principale", principal);
  if (titolare && !isDi(titolare, presa)) return rifiuto("PRINCIPAL_IN_USO", `principal: ${principal} è già di un'altra utenza`);
  const resta = precedente === undefined || isStessoPrincipal(precedente, principal);
  const lasciato = resta ? undefined : await registro.get("principale", precedente);
  return ok([
    ...(titolare ? [] : [{ azione: "crea", entita: "principale", valore: { versione: 0, principal, tipo, riferimento } } as const]),
    ...(lasciato && isDi(lasciato, presa) ? [{ azione: "elimina", entita: "principale", valore: lasciato } as const] : []),
  ]);
};

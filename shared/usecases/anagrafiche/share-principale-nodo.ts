/**
 * The Node presents itself with one certificate to all the intermediaries of an installation, so they may share its principal: one of them, an
 * enabled one, answers for it. Whoever leaves it or is disabled hands it over; the last one frees it.
 */
import type { Intermediario } from "../../domain/anagrafiche/creditore.ts";
import { isPrincipaleNodo, isStessoPrincipal, principaliNodo } from "../../domain/anagrafiche/principale.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { Modifica, Principale } from "../../ports/unit-of-work.ts";

const chooseTitolare = (candidati: readonly Intermediario[], preferito: string | undefined): Intermediario | undefined =>
  candidati.find((i) => i.abilitato && i.idIntermediario === preferito) ?? candidati.find((i) => i.abilitato) ?? candidati[0];

/** The change of one principal, given who shares it now. Even when nothing changes the version is verified, against who leaves it meanwhile. */
const assign = (principal: string, attuale: Principale | undefined, titolare: Intermediario | undefined): Modifica[] => {
  if (!titolare) return attuale ? [{ azione: "elimina", entita: "principale", valore: attuale }] : [];
  const { idIntermediario: riferimento } = titolare;
  if (!attuale) return [{ azione: "crea", entita: "principale", valore: { versione: 0, principal, tipo: "nodo", riferimento } }];
  return attuale.riferimento === riferimento
    ? [{ azione: "verifica", entita: "principale", valore: attuale }]
    : [{ azione: "sostituisci", entita: "principale", valore: { ...attuale, riferimento } }];
};

/** `conPassword`: the intermediary brings the password with which the Node will authenticate, so it answers for the principal. */
export const sharePrincipaleNodo = async (
  registro: RegistroDiBase,
  nuovo: Intermediario,
  precedente: Intermediario | undefined,
  conPassword: boolean,
): Promise<Esito<readonly Modifica[], Rifiuto<"PRINCIPAL_IN_USO">>> => {
  const altri = (await registro.list("intermediario")).filter((i) => i.idIntermediario !== nuovo.idIntermediario);
  // Two writings of one subject are one principal.
  const tutti = [...principaliNodo(nuovo), ...(precedente ? principaliNodo(precedente) : [])];
  const principals = tutti.filter((principal, i) => tutti.findIndex((altro) => isStessoPrincipal(altro, principal)) === i);
  const modifiche: Modifica[] = [];
  for (const principal of principals) {
    const attuale = await registro.get("principale", principal);
    if (attuale && attuale.tipo !== "nodo") {
      if (isPrincipaleNodo(nuovo, principal)) return rifiuto("PRINCIPAL_IN_USO", `principalPagoPa: ${principal} è già di un'altra utenza`);
      continue;
    }
    const candidati = [nuovo, ...altri].filter((i) => isPrincipaleNodo(i, principal));
    modifiche.push(...assign(principal, attuale, chooseTitolare(candidati, conPassword ? nuovo.idIntermediario : attuale?.riferimento)));
  }
  return ok(modifiche);
};

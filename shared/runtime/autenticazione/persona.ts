/** From a principal that somebody else vouches for (identity provider, session, certificate, proxy) to the caller with its rights. */
import { type Persona, unionDomini, unionTipi } from "../../domain/accessi/provider.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";

export type RifiutoAutenticazione = "NON_AUTENTICATO" | "NON_AUTORIZZATO" | "TROPPE_RICHIESTE";

/** Whoever is in the registry has what the registry says, and what its groups add; whoever is only in a known group is an operator with that alone. */
export const resolvePersona = async (
  anagrafiche: Pick<Anagrafiche, "getUtenza" | "getAclRuoli">,
  { principal, nome, daGruppi }: Persona,
  ammessi: readonly Chiamante["tipo"][],
): Promise<Esito<Chiamante, Rifiuto<RifiutoAutenticazione>>> => {
  const utenza = await anagrafiche.getUtenza(principal);
  if (!utenza && !(daGruppi && ammessi.includes("operatore")))
    return rifiuto("NON_AUTORIZZATO", "l'identità è riconosciuta ma non è registrata come utenza");
  if (utenza && !ammessi.includes(utenza.chiamante.tipo)) return rifiuto("NON_AUTORIZZATO", "l'utenza non può presentarsi in questo modo");
  if (utenza && !utenza.valore.abilitato) return rifiuto("NON_AUTORIZZATO", "utenza disabilitata");
  if (utenza && (!daGruppi || utenza.tipo !== "operatore")) return ok(utenza.chiamante);
  if (!daGruppi) return rifiuto("NON_AUTORIZZATO");
  const acl = await anagrafiche.getAclRuoli(daGruppi.ruoli);
  const base = utenza?.chiamante ?? { principal, nome, domini: [], tipiPendenza: [], acl: [] };
  return ok({
    tipo: "operatore",
    principal,
    nome: base.nome,
    autodeterminazione: true,
    domini: unionDomini([base.domini, daGruppi.domini]),
    tipiPendenza: unionTipi([base.tipiPendenza, daGruppi.tipiPendenza]),
    acl: [...base.acl, ...acl],
  });
};

/** PUT of an operator: the principal is its very id, so it never moves. */

import type { Operatore } from "../../domain/anagrafiche/applicazione.ts";
import type { OperatoreRichiesto } from "../../domain/anagrafiche/richieste.ts";
import { ok } from "../../domain/esito.ts";
import type { Password } from "../../ports/password.ts";
import { checkAmbiti } from "./check-ambiti.ts";
import { movePrincipale } from "./move-principale.ts";
import { type EsitoScrittura, type PorteScrittura, type Scrivente, saveVoce, writeOver } from "./save-voce.ts";

type Rifiuti = "PRINCIPAL_IN_USO" | "NON_PROCESSABILE" | "NON_AUTORIZZATO";

/** Refuses a principal of others (409), unknown creditors, types or roles (422), a scope wider than the caller's (403). */
export const saveOperatore =
  (porte: PorteScrittura & { readonly password: Password }) =>
  async (richiesto: OperatoreRichiesto, { chiamante, traccia }: Scrivente): Promise<EsitoScrittura<Rifiuti>> => {
    const { registro } = porte;
    const { password, ...campi } = richiesto;
    const hash = password === undefined ? undefined : await porte.password.hash(password);
    return saveVoce<Rifiuti>(porte, traccia, async () => {
      const { principal } = campi;
      const esistente = await registro.get("operatore", principal);
      const vietato = await checkAmbiti(registro, chiamante, richiesto, esistente);
      if (vietato) return vietato;
      const principali = await movePrincipale(registro, {
        tipo: "operatore",
        riferimento: principal,
        principal,
        precedente: esistente?.principal,
      });
      if (!principali.ok) return principali;
      const passwordHash = hash ?? esistente?.passwordHash;
      const nuovo: Operatore = { versione: 0, ...campi, ...(passwordHash !== undefined && { passwordHash }) };
      return ok({
        modifiche: [{ entita: "operatore", ...writeOver(esistente, nuovo) }, ...principali.valore],
        voce: `operatore ${principal}`,
      });
    });
  };

/** PUT of an operator: the principal is its very id, so it never moves. */

import type { Operatore } from "../../domain/anagrafiche/applicazione.ts";
import { credenzialiDi } from "../../domain/anagrafiche/credenziali.ts";
import type { OperatoreRichiesto } from "../../domain/anagrafiche/richieste.ts";
import { ok } from "../../domain/esito.ts";
import { type EsitoProposta, type PorteProposta, saveOProponi } from "../approvazioni/save-o-proponi.ts";
import { checkAmbiti } from "./check-ambiti.ts";
import { decideDiritti } from "./diritti-operatore.ts";
import { movePrincipale } from "./move-principale.ts";
import { type Scrivente, writeOver } from "./save-voce.ts";
import { createPassword, type PortePassword } from "./set-password.ts";

type Rifiuti = "SINTASSI" | "PRINCIPAL_IN_USO" | "NON_PROCESSABILE" | "NON_AUTORIZZATO";

/** Refuses a weak password (400), a principal of others (409), unknown creditors, types or roles (422), a scope wider than the caller's (403), a change that leaves nobody able to give rights (422). */
export const saveOperatore =
  (porte: PorteProposta & PortePassword) =>
  async (richiesto: OperatoreRichiesto, scrivente: Scrivente): Promise<EsitoProposta<Rifiuti>> => {
    const { registro } = porte;
    const { password, ...campi } = richiesto;
    const titolare = { principal: campi.principal, nome: campi.ragioneSociale, tipo: "operatore" } as const;
    const nuova = password === undefined ? ok({}) : await createPassword(porte, titolare, password);
    if (!nuova.ok) return nuova;
    return saveOProponi<Rifiuti>(porte, scrivente, async () => {
      const { principal } = campi;
      const esistente = await registro.get("operatore", principal);
      const vietato = await checkAmbiti(registro, scrivente.chiamante, richiesto, esistente);
      if (vietato) return vietato;
      const principali = await movePrincipale(registro, {
        tipo: "operatore",
        riferimento: principal,
        principal,
        precedente: esistente?.principal,
      });
      if (!principali.ok) return principali;
      const nuovo: Operatore = { versione: 0, ...campi, ...credenzialiDi(esistente), ...nuova.valore };
      const diritti = await decideDiritti(porte, esistente, nuovo);
      if (!diritti.ok) return diritti;
      const { guardia, proposta } = diritti.valore;
      return ok({
        modifiche: [{ entita: "operatore", ...writeOver(esistente, nuovo) }, ...principali.valore, ...guardia],
        voce: `operatore ${principal}`,
        ...(proposta && { proposta }),
      });
    });
  };

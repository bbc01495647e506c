/** PATCH of an application or an operator: rights one at a time, and the password (reference 1.11 rows 46 and 50). */
import type { Applicazione, Operatore } from "../../domain/anagrafiche/applicazione.ts";
import { type VariazioneUtenza, varyDiritti } from "../../domain/anagrafiche/variazioni-utenza.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Modifica } from "../../ports/unit-of-work.ts";
import { type EsitoProposta, type PorteProposta, type Proposta, saveOProponi } from "../approvazioni/save-o-proponi.ts";
import { coversAmbiti } from "./ambiti.ts";
import { checkAmbiti } from "./check-ambiti.ts";
import { decideDiritti } from "./diritti-operatore.ts";
import { proposeCredenziali } from "./propose-credenziali.ts";
import { type Decisione, type Scrivente, writeOver } from "./save-voce.ts";
import { type PortePassword, setPassword } from "./set-password.ts";

type Rifiuti = "NON_TROVATO" | "NON_AUTORIZZATO" | "NON_PROCESSABILE" | "SINTASSI";
type Porte = PorteProposta & PortePassword;
type Decisa = Decisione & { readonly proposta?: Proposta };

const vary = async <U extends Applicazione | Operatore>(
  porte: Porte,
  utenza: U,
  variazione: VariazioneUtenza,
): Promise<Esito<U, Rifiuto<Rifiuti>>> => {
  if (variazione.path === "/password") return setPassword(porte, utenza, variazione.value);
  if (variazione.path === "/autodeterminazione") return ok({ ...utenza, autodeterminazione: variazione.op === "ADD" });
  const variata = varyDiritti(utenza, variazione);
  return variata.ok ? variata : rifiuto("NON_PROCESSABILE", variata.errore);
};

const varyAll = async <U extends Applicazione | Operatore>(
  porte: Porte,
  utenza: U,
  variazioni: readonly VariazioneUtenza[],
): Promise<Esito<U, Rifiuto<Rifiuti>>> => {
  let variata = utenza;
  for (const variazione of variazioni) {
    const esito = await vary(porte, variata, variazione);
    if (!esito.ok) return esito;
    variata = esito.valore;
  }
  return ok(variata);
};

type Patch<C extends string> = (
  richiesta: { readonly id: string; readonly variazioni: readonly VariazioneUtenza[] },
  scrivente: Scrivente,
) => Promise<EsitoProposta<C>>;

const patch =
  <U extends Applicazione | Operatore>(
    porte: Porte,
    read: (id: string) => Promise<U | undefined>,
    decide: (
      prima: U,
      dopo: U,
    ) => Promise<Esito<{ readonly prima: Modifica; readonly altre: readonly Modifica[]; readonly proposta?: Proposta }, Rifiuto<Rifiuti>>>,
    nome: (utenza: U) => Pick<Decisione, "voce" | "campi">,
  ): Patch<Rifiuti> =>
  (richiesta, scrivente) =>
    saveOProponi<Rifiuti>(porte, scrivente, async (): Promise<Esito<Decisa, Rifiuto<Rifiuti>>> => {
      const esistente = await read(richiesta.id);
      // One out of scope answers as if it did not exist.
      if (!esistente || !coversAmbiti(scrivente.chiamante, esistente)) return rifiuto("NON_TROVATO", richiesta.id);
      const variata = await varyAll(porte, esistente, richiesta.variazioni);
      if (!variata.ok) return variata;
      const vietato = await checkAmbiti(porte.registro, scrivente.chiamante, variata.valore, esistente);
      if (vietato) return vietato;
      const deciso = await decide(esistente, variata.valore);
      if (!deciso.ok) return deciso;
      const { prima, altre, proposta } = deciso.valore;
      return ok({ modifiche: [prima, ...altre], ...nome(esistente), method: "PATCH", ...(proposta && { proposta }) });
    });

/** Refuses what the caller may not see (404) or give (403), unknown references and what cannot be taken away (422), a weak password (400). */
export const patchApplicazione = (porte: Porte): Patch<Rifiuti> =>
  patch(
    porte,
    (id) => porte.registro.get("applicazione", id),
    async (prima, dopo) =>
      ok({ prima: { entita: "applicazione", ...writeOver(prima, dopo) }, altre: [], ...proposeCredenziali(porte, prima, dopo) }),
    ({ idA2A }) => ({ voce: `applicazione ${idA2A}`, campi: { idA2A } }),
  );

/** As above; refuses also a change that leaves nobody able to give rights (422). */
export const patchOperatore = (porte: Porte): Patch<Rifiuti> =>
  patch(
    porte,
    (id) => porte.registro.get("operatore", id),
    async (prima, dopo) => {
      const diritti = await decideDiritti(porte, prima, dopo);
      if (!diritti.ok) return diritti;
      const { guardia, proposta } = diritti.valore;
      return ok({ prima: { entita: "operatore", ...writeOver(prima, dopo) }, altre: guardia, ...(proposta && { proposta }) });
    },
    ({ principal }) => ({ voce: `operatore ${principal}` }),
  );

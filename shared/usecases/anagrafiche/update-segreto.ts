/** A secret of an application becomes the main one, or stops being valid. */
import { listSegreti, promoteSegreto, revokeSegreto } from "../../domain/anagrafiche/rotazione.ts";
import { ok } from "../../domain/esito.ts";
import { rifiuto } from "../../domain/rifiuto.ts";
import { type EsitoProposta, type PorteProposta, saveOProponi } from "../approvazioni/save-o-proponi.ts";
import { getVoce } from "./anagrafica.ts";
import { proposeCredenziali } from "./propose-credenziali.ts";
import { type Scrivente, writeOver } from "./save-voce.ts";
import { applicazioni } from "./utenze.ts";

export interface CambioSegreto {
  readonly idA2A: string;
  readonly id: string;
  readonly azione: "promuovi" | "revoca";
}

const get = getVoce(applicazioni);

/** Instances that are at work follow within a minute. Refuses a secret that is not there (404), one that cannot be the main one (422). May wait for a second person. */
export const updateSegreto =
  (porte: PorteProposta) =>
  ({ idA2A, id, azione }: CambioSegreto, scrivente: Scrivente): Promise<EsitoProposta<"NON_TROVATO" | "NON_PROCESSABILE">> =>
    saveOProponi<"NON_TROVATO" | "NON_PROCESSABILE">(porte, scrivente, async () => {
      const esito = await get(porte)({ id: idA2A }, scrivente.chiamante);
      if (!esito.ok) return esito;
      const applicazione = esito.valore;
      if (!listSegreti(applicazione).some((segreto) => segreto.id === id)) return rifiuto("NON_TROVATO", id);
      const nuova =
        azione === "promuovi" ? promoteSegreto(applicazione, id, porte.ids.next().slice(0, 12)) : ok(revokeSegreto(applicazione, id));
      if (!nuova.ok) return rifiuto("NON_PROCESSABILE", nuova.errore);
      return ok({
        modifiche: [{ entita: "applicazione", ...writeOver(applicazione, nuova.valore) }],
        voce: `segreto ${id} dell'applicazione ${idA2A}, ${azione}`,
        campi: { idA2A },
        ...proposeCredenziali(porte, applicazione, nuova.valore),
      });
    });

/** PUT of a station: it belongs to the intermediary whose code it carries. */

import type { Stazione } from "../../domain/anagrafiche/creditore.ts";
import type { StazioneRichiesta } from "../../domain/anagrafiche/richieste.ts";
import { ok } from "../../domain/esito.ts";
import { rifiuto } from "../../domain/rifiuto.ts";
import { checkComune } from "./ambiti.ts";
import { type EsitoScrittura, type PorteScrittura, type Scrivente, saveVoce, writeOver } from "./save-voce.ts";

/** Refuses an id of another intermediary or a V1 without password (400), an unknown intermediary (404), a limited caller (403). */
export const saveStazione =
  (porte: PorteScrittura) =>
  async (
    richiesta: StazioneRichiesta,
    { chiamante, ...scambio }: Scrivente,
  ): Promise<EsitoScrittura<"NON_TROVATO" | "SINTASSI" | "NON_AUTORIZZATO">> => {
    const vietato = checkComune(chiamante);
    if (vietato) return vietato;
    const { idIntermediario, idStazione } = richiesta;
    if (!idStazione.startsWith(`${idIntermediario}_`)) {
      return rifiuto("SINTASSI", `idStazione: deve essere ${idIntermediario}_ seguito da 2 cifre`);
    }
    const { registro } = porte;
    return saveVoce(porte, scambio, async () => {
      if (!(await registro.get("intermediario", idIntermediario))) return rifiuto("NON_TROVATO", `intermediario ${idIntermediario}`);
      const esistente = await registro.get("stazione", idStazione, idIntermediario);
      const password = richiesta.password ?? esistente?.password;
      if (richiesta.versioneStazione === "V1" && password === undefined)
        return rifiuto("SINTASSI", "password: obbligatoria con versione V1");
      const nuova: Stazione = { versione: 0, ...richiesta, ...(password !== undefined && { password }) };
      return ok({ modifiche: [{ entita: "stazione", ...writeOver(esistente, nuova) }], voce: `stazione ${idStazione}` });
    });
  };

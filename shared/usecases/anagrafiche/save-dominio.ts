/** PUT of a creditor. What depends on the request alone is in the contract; here, what depends on the rest of the registry. */

import { seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { type Dominio, stazioniDi } from "../../domain/anagrafiche/creditore.ts";
import type { DominioRichiesto } from "../../domain/anagrafiche/richieste.ts";
import { ok } from "../../domain/esito.ts";
import { rifiuto } from "../../domain/rifiuto.ts";
import { type EsitoScrittura, type PorteScrittura, type Scrivente, saveVoce, writeOver } from "./save-voce.ts";

/** Refuses an unknown station (422) and a creditor outside the caller's scope (403). */
export const saveDominio =
  (porte: PorteScrittura) =>
  async (
    richiesto: DominioRichiesto,
    { chiamante, traccia }: Scrivente,
  ): Promise<EsitoScrittura<"NON_PROCESSABILE" | "NON_AUTORIZZATO">> => {
    const { idDominio } = richiesto;
    if (!seesDominio(chiamante, idDominio)) return rifiuto("NON_AUTORIZZATO", `il dominio ${idDominio} non è tra quelli dell'utenza`);
    const { registro } = porte;
    return saveVoce(porte, traccia, async () => {
      for (const stazione of stazioniDi(richiesto)) {
        if (await registro.get("stazione", stazione, stazione.slice(0, 11))) continue;
        const campo = stazione === richiesto.stazione ? "stazione" : "altreStazioni";
        return rifiuto("NON_PROCESSABILE", `${campo}: la stazione ${stazione} non è registrata`);
      }
      const esistente = await registro.get("dominio", idDominio);
      const nuovo: Dominio = { versione: 0, ...richiesto, frammenti: esistente?.frammenti ?? 1 };
      return ok({ modifiche: [{ entita: "dominio", ...writeOver(esistente, nuovo) }], voce: `dominio ${idDominio}`, campi: { idDominio } });
    });
  };

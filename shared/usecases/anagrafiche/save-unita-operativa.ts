/** PUT of an operating unit. */
import { seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import type { UnitaOperativa } from "../../domain/anagrafiche/creditore.ts";
import { ok } from "../../domain/esito.ts";
import { rifiuto } from "../../domain/rifiuto.ts";
import { hasDominio } from "./domini.ts";
import { type EsitoScrittura, type PorteScrittura, type Scrivente, saveVoce, writeOver } from "./save-voce.ts";

/** Refuses an unknown creditor (404) and a unit outside the caller's scope (403). */
export const saveUnitaOperativa =
  (porte: PorteScrittura) =>
  async (nuova: UnitaOperativa, { chiamante, ...scambio }: Scrivente): Promise<EsitoScrittura<"NON_TROVATO" | "NON_AUTORIZZATO">> => {
    const { idDominio, idUnita } = nuova;
    return saveVoce(porte, scambio, async () => {
      if (!(await hasDominio(porte, idDominio, chiamante))) return rifiuto("NON_TROVATO", `dominio ${idDominio}`);
      if (!seesDominio(chiamante, idDominio, idUnita)) return rifiuto("NON_AUTORIZZATO", `l'unità ${idUnita} non è tra quelle dell'utenza`);
      const esistente = await porte.registro.get("unitaOperativa", idUnita, idDominio);
      return ok({
        modifiche: [{ entita: "unitaOperativa", ...writeOver(esistente, nuova) }],
        voce: `unità operativa ${idUnita} del dominio ${idDominio}`,
        campi: { idDominio },
      });
    });
  };

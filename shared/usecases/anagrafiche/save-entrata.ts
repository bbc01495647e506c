/** PUT of an income code of the installation. */
import type { Entrata } from "../../domain/anagrafiche/creditore.ts";
import { ok } from "../../domain/esito.ts";
import { checkComune } from "./ambiti.ts";
import { type EsitoScrittura, type PorteScrittura, type Scrivente, saveVoce, writeOver } from "./save-voce.ts";

/** Refuses a caller limited to some creditors (403). */
export const saveEntrata =
  (porte: PorteScrittura) =>
  async (nuova: Entrata, { chiamante, ...scambio }: Scrivente): Promise<EsitoScrittura<"NON_AUTORIZZATO">> => {
    const vietato = checkComune(chiamante);
    if (vietato) return vietato;
    return saveVoce(porte, scambio, async () => {
      const esistente = await porte.registro.get("entrata", nuova.idEntrata);
      return ok({ modifiche: [{ entita: "entrata", ...writeOver(esistente, nuova) }], voce: `entrata ${nuova.idEntrata}` });
    });
  };

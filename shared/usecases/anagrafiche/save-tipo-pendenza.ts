/** PUT of a debt type of the installation. */
import type { TipoPendenza } from "../../domain/anagrafiche/creditore.ts";
import { ok } from "../../domain/esito.ts";
import { checkComune } from "./ambiti.ts";
import { type EsitoScrittura, type PorteScrittura, type Scrivente, saveVoce, writeOver } from "./save-voce.ts";

/** Refuses a caller limited to some creditors (403). */
export const saveTipoPendenza =
  (porte: PorteScrittura) =>
  async (nuovo: TipoPendenza, { chiamante, traccia }: Scrivente): Promise<EsitoScrittura<"NON_AUTORIZZATO">> => {
    const vietato = checkComune(chiamante);
    if (vietato) return vietato;
    return saveVoce(porte, traccia, async () => {
      const esistente = await porte.registro.get("tipoPendenza", nuovo.idTipoPendenza);
      return ok({ modifiche: [{ entita: "tipoPendenza", ...writeOver(esistente, nuovo) }], voce: `tipo pendenza ${nuovo.idTipoPendenza}` });
    });
  };

/** PUT of a debt type of the installation. */
import type { TipoPendenza } from "../../domain/anagrafiche/creditore.ts";
import { ok } from "../../domain/esito.ts";
import { checkComune } from "./ambiti.ts";
import { checkConfigurazioneTipo } from "./check-configurazione-tipo.ts";
import { type EsitoScrittura, type PorteScrittura, type Scrivente, saveVoce, writeOver } from "./save-voce.ts";

/** Refuses a schema or a size that cannot be used (400), a caller limited to some creditors (403). */
export const saveTipoPendenza =
  (porte: PorteScrittura) =>
  async (nuovo: TipoPendenza, { chiamante, ...scambio }: Scrivente): Promise<EsitoScrittura<"NON_AUTORIZZATO" | "SINTASSI">> => {
    const vietato = checkComune(chiamante);
    if (vietato) return vietato;
    const configurazione = checkConfigurazioneTipo(nuovo.configurazione);
    if (!configurazione.ok) return configurazione;
    return saveVoce(porte, scambio, async () => {
      const esistente = await porte.registro.get("tipoPendenza", nuovo.idTipoPendenza);
      return ok({ modifiche: [{ entita: "tipoPendenza", ...writeOver(esistente, nuovo) }], voce: `tipo pendenza ${nuovo.idTipoPendenza}` });
    });
  };

/** GET /intermediari/{idIntermediario}, with its stations. */

import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { VistaIntermediario } from "../../domain/anagrafiche/viste.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Rifiuto } from "../../domain/rifiuto.ts";
import { getVoce, type PorteLettura } from "./anagrafica.ts";
import { intermediari } from "./intermediari.ts";

export const getIntermediario =
  (porte: PorteLettura) =>
  async (idIntermediario: string, chiamante: Chiamante): Promise<Esito<VistaIntermediario, Rifiuto<"NON_TROVATO">>> => {
    const esito = await getVoce(intermediari)(porte)({ id: idIntermediario }, chiamante);
    return esito.ok ? ok({ intermediario: esito.valore, stazioni: await porte.registro.list("stazione", idIntermediario) }) : esito;
  };

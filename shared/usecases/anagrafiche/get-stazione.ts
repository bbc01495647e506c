/** GET of a station, with the creditors that use it among those the caller may see. */

import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { stazioniDi } from "../../domain/anagrafiche/creditore.ts";
import type { VistaStazione } from "../../domain/anagrafiche/viste.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Rifiuto } from "../../domain/rifiuto.ts";
import { getVoce, type PorteLettura } from "./anagrafica.ts";
import { domini } from "./domini.ts";
import { stazioni } from "./stazioni.ts";

export const getStazione =
  (porte: PorteLettura) =>
  async (idIntermediario: string, idStazione: string, chiamante: Chiamante): Promise<Esito<VistaStazione, Rifiuto<"NON_TROVATO">>> => {
    const esito = await getVoce(stazioni)(porte)({ id: idStazione, ambito: idIntermediario }, chiamante);
    if (!esito.ok) return esito;
    const tutti = await porte.registro.list("dominio");
    return ok({
      stazione: esito.valore,
      domini: tutti.filter((voce) => stazioniDi(voce).includes(idStazione) && domini.sees(chiamante, voce)),
    });
  };

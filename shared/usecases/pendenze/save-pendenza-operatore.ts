/** A debt loaded by an operator: the rules of the PUT of an application, in the name of the one that the request indicates. */
import type { Esito } from "../../domain/esito.ts";
import type { Rifiuto } from "../../domain/rifiuto.ts";
import { type CodiceRegole, type PendenzaSalvata, type PorteScrittura, type RichiestaScrittura, writePendenza } from "./save-pendenza.ts";
import { type CodiceApplicazione, writePerConto } from "./scrive-per-conto.ts";

export type CodiceOperatore = CodiceRegole | CodiceApplicazione;
export type SavePendenzaOperatore = (
  richiesta: Omit<RichiestaScrittura, "tipo">,
) => Promise<Esito<PendenzaSalvata, Rifiuto<CodiceOperatore>>>;

export const savePendenzaOperatore = (porte: PorteScrittura): SavePendenzaOperatore => {
  const write = writePendenza(porte);
  return async (richiesta) => {
    const chiamante = await writePerConto(porte.anagrafiche, richiesta.chiamante, richiesta.idA2A);
    return chiamante.ok ? write({ ...richiesta, tipo: "dovuto", chiamante: chiamante.valore }) : chiamante;
  };
};

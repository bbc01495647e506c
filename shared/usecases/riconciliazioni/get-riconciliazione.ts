/** Detail and outcome of a reconciliation, with the amounts it collected. */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { seesRiscossione } from "../../domain/ricevute/visibilita.ts";
import type { Riconciliazione } from "../../domain/riconciliazioni/riconciliazione.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Rendicontazioni } from "../../ports/rendicontazioni.ts";
import { chooseTratto, findRiferimenti, type Riferimenti, type TrattoRighe } from "../rendicontazioni/get-flusso.ts";

export interface PorteDettaglio {
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore">;
  readonly posizioni: Pick<Posizioni, "getPendenze">;
  readonly rendicontazioni: Pick<Rendicontazioni, "getRiconciliazione" | "findRiscossioniRiconciliate">;
}

export type DettaglioRiconciliazione = Riferimenti & { readonly riconciliazione: Riconciliazione };

/** What a reconciliation has collected so far from `quante` rows of its flow, from row `da`. */
export async function detailRiconciliazione(
  porte: PorteDettaglio,
  riconciliazione: Riconciliazione,
  { da, quante, tipi }: { readonly da: number; readonly quante: number; readonly tipi?: readonly string[] },
  chiamante: Chiamante,
): Promise<DettaglioRiconciliazione> {
  const { idDominio, righeElaborate } = riconciliazione;
  const riscossioni = da > righeElaborate ? [] : await porte.rendicontazioni.findRiscossioniRiconciliate(riconciliazione, da, quante);
  const scelte = riscossioni.filter((r) => seesRiscossione(chiamante, r) && (tipi === undefined || tipi.includes(r.tipo)));
  return { riconciliazione, ...(await findRiferimenti(porte, scelte, idDominio)) };
}

export const getRiconciliazione =
  (porte: PorteDettaglio) =>
  async (
    { idDominio, id }: { readonly idDominio: string; readonly id: string },
    { tipi, ...tratto }: TrattoRighe & { readonly tipi?: readonly string[] },
    chiamante: Chiamante,
  ): Promise<Esito<DettaglioRiconciliazione, Rifiuto<"NON_TROVATO" | "NON_AUTORIZZATO" | "RISPOSTA_ESTESA">>> => {
    if (!seesDominio(chiamante, idDominio)) return rifiuto("NON_AUTORIZZATO", `il dominio ${idDominio} non è tra quelli del chiamante`);
    const riconciliazione = await porte.rendicontazioni.getRiconciliazione(idDominio, id);
    if (!riconciliazione) return rifiuto("NON_TROVATO", `riconciliazione ${id}`);
    const scelto = chooseTratto(tratto, riconciliazione.righeElaborate);
    if (!scelto.ok) return scelto;
    return ok(await detailRiconciliazione(porte, riconciliazione, { ...scelto.valore, ...(tipi && { tipi }) }, chiamante));
  };

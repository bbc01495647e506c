/** Detail of a collected amount, with the item of the debt it pays. */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import { seesRiscossione } from "../../domain/ricevute/visibilita.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import { findRiferimenti, type Riferimenti } from "../rendicontazioni/get-flusso.ts";

interface Porte {
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore">;
  readonly posizioni: Pick<Posizioni, "getRiscossioni" | "getPendenze">;
}

export const getRiscossione =
  (porte: Porte) =>
  async (
    chiave: { readonly idDominio: string; readonly iuv: string; readonly iur: string; readonly indice: number },
    chiamante: Chiamante,
  ): Promise<Esito<Riferimenti & { readonly riscossione: Riscossione }, Rifiuto<"NON_TROVATO" | "NON_AUTORIZZATO">>> => {
    const { idDominio, iuv, iur, indice } = chiave;
    if (!seesDominio(chiamante, idDominio)) return rifiuto("NON_AUTORIZZATO", `il dominio ${idDominio} non è tra quelli del chiamante`);
    const [riscossione] = await porte.posizioni.getRiscossioni([chiave]);
    if (!riscossione || !seesRiscossione(chiamante, riscossione)) return rifiuto("NON_TROVATO", `riscossione ${iuv} ${iur} ${indice}`);
    return ok({ riscossione, ...(await findRiferimenti(porte, [riscossione], idDominio)) });
  };

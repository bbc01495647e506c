/** The document of a settlement flow as it came; for one that came by REST, what is needed to write it. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Oggetti } from "../../ports/oggetti.ts";
import { type DettaglioFlusso, describeFlusso, type FlussoDiDominio, findFlusso, type getFlusso } from "./get-flusso.ts";

type Porte = Parameters<typeof getFlusso>[0] & { readonly oggetti: Pick<Oggetti, "size" | "get" | "linkLettura"> };

export type OriginaleFlusso =
  | { readonly tipo: "documento"; readonly nome: string; readonly contenuto: Uint8Array }
  | { readonly tipo: "altrove"; readonly url: string }
  | { readonly tipo: "da-scrivere"; readonly dettaglio: DettaglioFlusso };

/** What the API's answer can carry; above it the caller is sent to the bucket. */
const INTERO_MASSIMO_BYTE = 4 * 1_000_000;
const LINK_SECONDI = 300;

/** @param massimo rows that a document to be written may have. */
export const getOriginaleFlusso =
  (porte: Porte) =>
  async (
    richiesto: FlussoDiDominio,
    massimo: number,
    chiamante: Chiamante,
  ): Promise<Esito<OriginaleFlusso, Rifiuto<"NON_TROVATO" | "NON_AUTORIZZATO" | "RISPOSTA_ESTESA">>> => {
    const trovato = await findFlusso(porte)(richiesto, chiamante);
    if (!trovato.ok) return trovato;
    const flusso = trovato.valore;
    if (flusso.originale === undefined) {
      const dettaglio = await describeFlusso(porte, flusso, { massimo }, false, chiamante);
      return dettaglio.ok ? ok({ tipo: "da-scrivere", dettaglio: dettaglio.valore }) : dettaglio;
    }
    const nome = `${flusso.idFlusso}.xml`;
    const dimensione = await porte.oggetti.size(flusso.originale);
    if (dimensione !== undefined && dimensione > INTERO_MASSIMO_BYTE)
      return ok({ tipo: "altrove", url: porte.oggetti.linkLettura(flusso.originale, nome, LINK_SECONDI) });
    const contenuto = await porte.oggetti.get(flusso.originale);
    return contenuto
      ? ok({ tipo: "documento", nome, contenuto })
      : rifiuto("NON_TROVATO", `flusso ${flusso.idFlusso}: il documento non è più conservato`);
  };

/** Imports as they are looked at: progress, and the report entry by entry. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { VocePiano } from "../../domain/installazione/differenze.ts";
import { chiaviImportazione, type Importazione, VOCI_PER_TAPPA, type VoceEsito } from "../../domain/installazione/importazione.ts";
import { findServizioMancante, NOMI_SEZIONE, nomeVoce } from "../../domain/installazione/sezioni.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Importazioni } from "../../ports/installazione.ts";
import type { Oggetti } from "../../ports/oggetti.ts";

interface Porte {
  readonly importazioni: Importazioni;
}

type NonTrovato = Rifiuto<"NON_TROVATO">;

/** The report shows what is registered: to who asked for it, and to who may read everything. */
const seesImportazione = (chiamante: Chiamante, { mittente }: Importazione): boolean =>
  mittente.principal === chiamante.principal ||
  (chiamante.domini === "*" && findServizioMancante(chiamante, NOMI_SEZIONE, "R") === undefined);

export const getImportazione =
  ({ importazioni }: Porte) =>
  async (id: string, chiamante: Chiamante): Promise<Esito<Importazione, NonTrovato>> => {
    const importazione = await importazioni.get(id);
    return importazione && seesImportazione(chiamante, importazione) ? ok(importazione) : rifiuto("NON_TROVATO", `importazione ${id}`);
  };

/** The plan with the outcomes so far; `parse` reads what the worker wrote. */
export const getEsitiImportazione = ({
  importazioni,
  oggetti,
  parse,
}: Porte & { readonly oggetti: Pick<Oggetti, "get">; readonly parse: (contenuto: Uint8Array) => unknown }) => {
  const get = getImportazione({ importazioni });
  return async (
    id: string,
    chiamante: Chiamante,
  ): Promise<Esito<{ readonly importazione: Importazione; readonly voci: readonly VoceEsito[] }, NonTrovato>> => {
    const trovata = await get(id, chiamante);
    if (!trovata.ok) return trovata;
    const importazione = trovata.valore;
    const contenuto = importazione.piano && (await oggetti.get(chiaviImportazione.piano(id)));
    if (!contenuto) return ok({ importazione, voci: [] });
    // Written by our worker, from its own types.
    const piano = parse(contenuto) as readonly VocePiano[];
    const esiti = new Map<string, VoceEsito>();
    for (let posizione = 0; posizione < importazione.posizione; posizione += VOCI_PER_TAPPA) {
      const tappa = await oggetti.get(chiaviImportazione.esiti(id, posizione));
      if (tappa) for (const esito of parse(tappa) as readonly VoceEsito[]) esiti.set(nomeVoce(esito), esito);
    }
    return ok({ importazione, voci: piano.map((voce): VoceEsito => esiti.get(nomeVoce(voce)) ?? voce) });
  };
};

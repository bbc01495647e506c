/** The bytes of an attachment, under the rules of its debt: who may not see the debt does not see what is attached to it. */
import { vedePendenza } from "../../domain/accessi/visibilita.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Allegato, findAllegato, parseIdAllegato } from "../../domain/pendenze/allegati.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Allegati } from "../../ports/allegati.ts";
import type { Posizioni } from "../../ports/posizioni.ts";

export interface PorteAllegati {
  readonly posizioni: Pick<Posizioni, "getPendenza">;
  readonly allegati: Allegati;
}

/** The bytes, or where they are when they are too many for an answer. */
export type AllegatoLetto =
  | { readonly allegato: Allegato; readonly contenuto: Uint8Array }
  | { readonly allegato: Allegato; readonly url: string };

/** A function answers 6 MB, in base64: what fits with room to spare. */
const BYTE_IN_RISPOSTA = 4 * 1024 * 1024;

export const getAllegato =
  ({ posizioni, allegati }: PorteAllegati) =>
  async (id: string, chiamante: Chiamante): Promise<Esito<AllegatoLetto, Rifiuto<"NON_TROVATO">>> => {
    const assente = rifiuto("NON_TROVATO", `allegato ${id} non trovato`);
    const riferimento = parseIdAllegato(id);
    if (!riferimento.ok) return assente;
    const pendenza = await posizioni.getPendenza(riferimento.valore);
    if (!pendenza || !vedePendenza(chiamante, pendenza)) return assente;
    const allegato = findAllegato(pendenza.allegati ?? [], riferimento.valore);
    if (!allegato) return assente;
    const { idA2A } = pendenza;
    const chiave = { idA2A, impronta: allegato.impronta };
    if (allegato.dimensione > BYTE_IN_RISPOSTA) {
      return ok({ allegato, url: allegati.signLettura(chiave, allegato.nome, allegato.tipo).url });
    }
    const contenuto = await allegati.get(chiave);
    return contenuto ? ok({ allegato, contenuto }) : rifiuto("NON_TROVATO", `allegato ${id}: il contenuto non è più conservato`);
  };

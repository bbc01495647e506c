/** One entry of the journal, with its messages for who may read them. An entry of others answers as if it did not exist. */
import { seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Giornale } from "../../ports/giornale.ts";
import { type EventoLetto, type Lettore, type PorteContenuti, readContenuti } from "./read-contenuti.ts";

interface Porte extends PorteContenuti {
  readonly giornale: Pick<Giornale, "get" | "readMessaggio">;
}

export const getEvento = (porte: Porte) => {
  const open = readContenuti(porte);
  return async (riferimento: string, lettore: Lettore): Promise<Esito<EventoLetto, Rifiuto<"NON_TROVATO">>> => {
    const archiviato = await porte.giornale.get(riferimento);
    const { chiamante } = lettore;
    const idDominio = archiviato?.evento.idDominio;
    const vede = idDominio === undefined ? chiamante.domini === "*" : seesDominio(chiamante, idDominio);
    if (!archiviato || !vede) return rifiuto("NON_TROVATO");
    const [letto = archiviato] = await open([archiviato], lettore);
    return ok(letto);
  };
};

/**
 * The messages of the journal hold the data of citizens: they are given only to who has the right to the contents, and each reading of them leaves its own entry,
 * written before the answer goes. An entry that cannot be written means no contents.
 */
import { type Chiamante, hasServizio } from "../../domain/anagrafiche/applicazione.ts";
import type { EventoArchiviato, Giornale, MessaggioConservato } from "../../ports/giornale.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";

export const SERVIZIO_CONTENUTI = "Contenuti del Giornale";

export interface Contenuti {
  readonly richiesta?: Uint8Array;
  readonly risposta?: Uint8Array;
}

export interface EventoLetto extends EventoArchiviato {
  /** Absent: not asked for, or not allowed. */
  readonly contenuti?: Contenuti;
}

export interface PorteContenuti {
  readonly giornale: Pick<Giornale, "readMessaggio">;
  readonly unitOfWork: Pick<UnitOfWork, "putEventi">;
}

export interface Lettore {
  readonly chiamante: Chiamante;
  readonly traccia: Traccia;
}

export const mayReadContenuti = (chiamante: Chiamante): boolean => hasServizio(chiamante, [SERVIZIO_CONTENUTI], "R");

const hasMessaggi = ({ messaggi }: EventoArchiviato): boolean => messaggi.richiesta !== undefined || messaggi.risposta !== undefined;

/** Contents of some entries, in the same order; the entries of who may not read them stay without. */
export const readContenuti =
  ({ giornale, unitOfWork }: PorteContenuti) =>
  async (eventi: readonly EventoArchiviato[], { chiamante, traccia }: Lettore): Promise<readonly EventoLetto[]> => {
    const daAprire = eventi.filter(hasMessaggi);
    if (daAprire.length === 0 || !mayReadContenuti(chiamante)) return eventi;
    await unitOfWork.putEventi(
      daAprire.map(({ evento: { idDominio, iuv, idA2A, idPendenza, tipoEvento }, riferimento }) =>
        traccia.evento({
          categoriaEvento: "UTENTE",
          sottotipoEvento: "LETTURA_CONTENUTI",
          dettaglioEsito: `letti i messaggi dell'evento ${tipoEvento} ${riferimento}`,
          ...(idDominio !== undefined && { idDominio }),
          ...(iuv !== undefined && { iuv }),
          ...(idA2A !== undefined && { idA2A }),
          ...(idPendenza !== undefined && { idPendenza }),
        }),
      ),
    );
    const read = (messaggio: MessaggioConservato | undefined) => messaggio && giornale.readMessaggio(messaggio);
    return Promise.all(
      eventi.map(async (archiviato) => {
        const [richiesta, risposta] = await Promise.all([read(archiviato.messaggi.richiesta), read(archiviato.messaggi.risposta)]);
        return { ...archiviato, contenuti: { ...(richiesta && { richiesta }), ...(risposta && { risposta }) } };
      }),
    );
  };

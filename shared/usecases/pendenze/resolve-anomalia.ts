/** An operator settles an anomalous debt: state, history and journal entry of a manual action in one transaction. */
import { type Chiamante, seesPendenza } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type CodiceAnomalia, eventoDi, type RisoluzioneAnomalia, resolveAnomalia as resolve } from "../../domain/pendenze/anomalia.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { diffPendenza } from "../../domain/pendenze/storia-pendenza.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";

export interface RichiestaRisoluzione {
  readonly idA2A: string;
  readonly idPendenza: string;
  readonly risoluzione: RisoluzioneAnomalia;
  readonly chiamante: Chiamante;
  readonly traccia: Traccia;
}

interface Porte {
  readonly posizioni: Pick<Posizioni, "readPendenzaById">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly ids: Ids;
}

const DECISIONI_MASSIME = 5;

export const resolveAnomalia =
  ({ posizioni, unitOfWork, clock, ids }: Porte) =>
  async (richiesta: RichiestaRisoluzione): Promise<Esito<Pendenza, Rifiuto<CodiceAnomalia | "NON_TROVATO" | "CONFLITTO">>> => {
    const { idA2A, idPendenza, risoluzione, chiamante, traccia } = richiesta;
    const adesso = clock.now();
    for (let decisione = 0; decisione < DECISIONI_MASSIME; decisione++) {
      const attuale = await posizioni.readPendenzaById(idA2A, idPendenza);
      if (!attuale || !seesPendenza(chiamante, attuale)) return rifiuto("NON_TROVATO", `pendenza ${idPendenza} non trovata`);
      const risolta = resolve(attuale, risoluzione, adesso);
      if (!risolta.ok) return risolta;
      const { idDominio, iuv } = attuale;
      const evento = eventoDi(risoluzione);
      const scritto = await unitOfWork.commit([{ azione: "sostituisci", entita: "pendenza", valore: risolta.valore }], {
        storia: [
          {
            id: ids.next(),
            idDominio,
            iuv,
            data: adesso,
            autore: chiamante.principal,
            evento,
            campi: diffPendenza(attuale, risolta.valore),
          },
        ],
        eventi: [
          traccia.evento({
            categoriaEvento: "UTENTE",
            sottotipoEvento: evento,
            idDominio,
            iuv,
            idA2A,
            idPendenza,
            dettaglioEsito: risoluzione.motivazione,
          }),
        ],
      });
      if (scritto.ok) return ok(risolta.valore);
    }
    return rifiuto("CONFLITTO");
  };

/** A person stops the replacement of an account: the worker ends at the transaction it is writing, what has already changed stays. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { CambioIban } from "../../domain/cambi/cambio-iban.ts";
import { statiCambio } from "../../domain/cambi/stati-cambio.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Cambi } from "../../ports/cambi.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { getCambio } from "./find-cambi.ts";

interface Porte {
  readonly cambi: Pick<Cambi, "get">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

export interface RichiestaInterruzione {
  readonly idDominio: string;
  readonly id: string;
  readonly motivazione: string;
  readonly chiamante: Chiamante;
  readonly traccia: Traccia;
}

/** The worker writes at every batch: a stop may have to try more than once to get in between. */
const TENTATIVI = 20;

export const stopCambio = ({ cambi, unitOfWork, clock }: Porte) => {
  const get = getCambio({ cambi });
  return async (
    richiesta: RichiestaInterruzione,
  ): Promise<Esito<CambioIban, Rifiuto<"NON_TROVATO" | "NON_PROCESSABILE" | "CONFLITTO">>> => {
    const { idDominio, id, motivazione, chiamante, traccia } = richiesta;
    for (let tentativo = 0; tentativo < TENTATIVI; tentativo++) {
      const attuale = await get(idDominio, id, chiamante);
      if (!attuale.ok) return attuale;
      const stato = statiCambio.next(attuale.valore.stato, "ferma");
      if (!stato.ok) return rifiuto("NON_PROCESSABILE", `il cambio è ${attuale.valore.stato}, si ferma solo se IN_CORSO`);
      const descrizioneStato = `Fermato da ${chiamante.principal}: ${motivazione}`;
      const valore = { ...attuale.valore, stato: stato.valore, descrizioneStato, dataConclusione: clock.now() };
      const scritto = await unitOfWork.commit([{ azione: "sostituisci", entita: "cambioIban", valore }], {
        eventi: [traccia.evento({ categoriaEvento: "UTENTE", idDominio, dettaglioEsito: `${descrizioneStato} (${id})` })],
      });
      if (scritto.ok) return ok(valore);
    }
    return rifiuto("CONFLITTO");
  };
};

/**
 * A person takes back what a reconciliation collected, and says why. Here it is only decided and journaled: the rows go back in the queue of the
 * reconciliations, in stages. Asking twice is asking once.
 */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Riconciliazione } from "../../domain/riconciliazioni/riconciliazione.ts";
import { statiRiconciliazione } from "../../domain/riconciliazioni/stati-riconciliazione.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Rendicontazioni } from "../../ports/rendicontazioni.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Modifica, UnitOfWork } from "../../ports/unit-of-work.ts";

interface Porte {
  readonly rendicontazioni: Pick<Rendicontazioni, "getRiconciliazione">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  /** What the undo changes of the links that the reconciliation came from: a person's no, which no recomputation erases. */
  readonly unlink: (riconciliazione: Riconciliazione, principal: string, motivo: string) => Promise<readonly Modifica[]>;
}

export type RifiutoAnnullamento = Rifiuto<"NON_AUTORIZZATO" | "NON_TROVATO" | "NON_PROCESSABILE" | "CONFLITTO">;

const TENTATIVI = 5;

export const undoRiconciliazione =
  ({ rendicontazioni, unitOfWork, clock, unlink }: Porte) =>
  async (
    { idDominio, id }: { readonly idDominio: string; readonly id: string },
    motivo: string,
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<Riconciliazione, RifiutoAnnullamento>> => {
    if (!seesDominio(chiamante, idDominio)) return rifiuto("NON_AUTORIZZATO", `il dominio ${idDominio} non è tra quelli del chiamante`);
    for (let tentativo = 1; tentativo <= TENTATIVI; tentativo += 1) {
      const letta = await rendicontazioni.getRiconciliazione(idDominio, id);
      if (!letta) return rifiuto("NON_TROVATO", `riconciliazione ${id}`);
      if (letta.annullamento) {
        traccia.omit();
        return ok(letta);
      }
      const stato = statiRiconciliazione.next(letta.stato, "annulla");
      if (!stato.ok) return rifiuto("NON_PROCESSABILE", `la riconciliazione ${id} è ${letta.stato}: si annulla solo se ACQUISITA`);
      const { principal } = chiamante;
      const valore: Riconciliazione = {
        ...letta,
        stato: stato.valore,
        annullamento: { motivo, principal, data: clock.now(), righe: 0 },
      };
      const esito = await unitOfWork.commit(
        [{ azione: "sostituisci", entita: "riconciliazione", valore }, ...(await unlink(letta, principal, motivo))],
        {
          eventi: [traccia.evento({ idDominio, principal, datiPagoPA: { idIncasso: id, sct: letta.sct }, dettaglioEsito: motivo })],
          messaggi: [{ coda: "riconciliazioni", corpo: { idDominio, id, tappa: 0 } }],
        },
      );
      if (esito.ok) return ok(valore);
    }
    return rifiuto("CONFLITTO", `riconciliazione ${id}`);
  };

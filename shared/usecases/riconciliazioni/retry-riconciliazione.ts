/** A reconciliation that failed tries again as it is: because somebody asks, or because what it lacked has arrived. */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Riconciliazione } from "../../domain/riconciliazioni/riconciliazione.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Rendicontazioni } from "../../ports/rendicontazioni.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { claimSct, retriedOf } from "./add-riconciliazione.ts";

export interface PorteRipetizione {
  readonly rendicontazioni: Pick<Rendicontazioni, "getRiconciliazione" | "getUnicita">;
  readonly unitOfWork: UnitOfWork;
}

export type RifiutoRipetizione = Rifiuto<"NON_TROVATO" | "NON_PROCESSABILE" | "R021411" | "CONFLITTO">;

const TENTATIVI = 5;

/** One that is being worked already, or that some other request made try again, gives what it is. */
export const retryErrore =
  ({ rendicontazioni, unitOfWork }: PorteRipetizione) =>
  async (idDominio: string, id: string, traccia: Traccia): Promise<Esito<Riconciliazione, RifiutoRipetizione>> => {
    for (let tentativo = 1; tentativo <= TENTATIVI; tentativo += 1) {
      const letta = await rendicontazioni.getRiconciliazione(idDominio, id);
      if (!letta) return rifiuto("NON_TROVATO", `riconciliazione ${id}`);
      if (letta.stato === "IN_ELABORAZIONE") {
        traccia.omit();
        return ok(letta);
      }
      const valore = retriedOf(letta);
      if (!valore) return rifiuto("NON_PROCESSABILE", `la riconciliazione ${id} è ${letta.stato}: si ripete solo se in ERRORE`);
      const sct = await claimSct(rendicontazioni, letta);
      if (!sct.ok) return sct;
      const esito = await unitOfWork.commit([{ azione: "sostituisci", entita: "riconciliazione", valore }, ...sct.valore], {
        eventi: [traccia.evento({ idDominio, datiPagoPA: { idIncasso: id, sct: letta.sct } })],
        messaggi: [{ coda: "riconciliazioni", corpo: { idDominio, id, tappa: 0 } }],
      });
      if (esito.ok) return ok(valore);
    }
    return rifiuto("CONFLITTO", `riconciliazione ${id}`);
  };

/** The same, for a caller who must be allowed to. */
export const retryRiconciliazione = (porte: PorteRipetizione) => {
  const retry = retryErrore(porte);
  return async (
    { idDominio, id }: { readonly idDominio: string; readonly id: string },
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<Riconciliazione, RifiutoRipetizione | Rifiuto<"NON_AUTORIZZATO">>> =>
    seesDominio(chiamante, idDominio)
      ? retry(idDominio, id, traccia)
      : rifiuto("NON_AUTORIZZATO", `il dominio ${idDominio} non è tra quelli del chiamante`);
};

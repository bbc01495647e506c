/** What a caller may ask of a batch: begin, when its file has arrived by link; stop. Both leave a message for the worker. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { isConcluso, statiTracciato } from "../../domain/tracciati/stati-tracciato.ts";
import { chiaviTracciato, type Tracciato } from "../../domain/tracciati/tracciato.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Oggetti } from "../../ports/oggetti.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Tracciati } from "../../ports/tracciati.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { seesTracciato } from "./ambito.ts";
import { messaggioDi } from "./progresso.ts";

export type RichiestaTracciato = "avvia" | "ferma";
type Codice = "NON_TROVATO" | "NON_PROCESSABILE" | "CONFLITTO";

const TENTATIVI = 5;

export const createUpdateTracciato = (porte: {
  readonly tracciati: Tracciati;
  readonly oggetti: Oggetti;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}) => {
  const decide = async (
    tracciato: Tracciato,
    richiesta: RichiestaTracciato,
    principal: string,
  ): Promise<Esito<Tracciato, Rifiuto<Codice>>> => {
    const data = porte.clock.now();
    if (richiesta === "ferma") {
      if (isConcluso(tracciato.stato))
        return rifiuto("NON_PROCESSABILE", `stato: il tracciato è ${tracciato.stato}, non c'è nulla da fermare`);
      const fermato = { ...tracciato, fermata: tracciato.fermata ?? { principal, data } };
      if (tracciato.stato !== "IN_CARICAMENTO" && tracciato.stato !== "IN_ATTESA") return ok(fermato);
      return ok({ ...fermato, stato: "INTERROTTO", descrizioneStato: `Fermato da ${principal} prima di cominciare` });
    }
    const stato = statiTracciato.next(tracciato.stato, "consegna");
    // Asked again, a start changes nothing.
    if (!stato.ok)
      return tracciato.stato === "IN_ATTESA" ? ok(tracciato) : rifiuto("NON_PROCESSABILE", `stato: il tracciato è ${tracciato.stato}`);
    const dimensione = await porte.oggetti.size(chiaviTracciato.richiesta(tracciato.id));
    if (dimensione === undefined) return rifiuto("NON_PROCESSABILE", "il file non è ancora arrivato all'indirizzo di caricamento");
    return ok({ ...tracciato, stato: stato.valore });
  };

  return async (
    id: string,
    richiesta: RichiestaTracciato,
    chiamante: Chiamante,
    traccia: Traccia,
  ): Promise<Esito<Tracciato, Rifiuto<Codice>>> => {
    for (let tentativo = 0; tentativo < TENTATIVI; tentativo++) {
      const tracciato = await porte.tracciati.get(id);
      if (!tracciato || !seesTracciato(chiamante, tracciato)) return rifiuto("NON_TROVATO", `tracciato ${id} non trovato`);
      const deciso = await decide(tracciato, richiesta, chiamante.principal);
      if (!deciso.ok) return deciso;
      const valore = { ...deciso.valore, dataOraUltimoAggiornamento: porte.clock.now() };
      const scritto = await porte.unitOfWork.commit([{ azione: "sostituisci", entita: "tracciato", valore }], {
        eventi: [traccia.evento({ categoriaEvento: "UTENTE", sottotipoEvento: richiesta, datiPagoPA: { idTracciato: id } })],
        ...(!isConcluso(valore.stato) && { messaggi: [messaggioDi(valore)] }),
      });
      if (scritto.ok) return ok(valore);
    }
    return rifiuto("CONFLITTO");
  };
};

/** What the decision of the second person does to a proposed refund. */

import { ok } from "../../domain/esito.ts";
import { actOnFascicolo } from "../../domain/fascicoli/fascicolo.ts";
import { rifiuto } from "../../domain/rifiuto.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Fascicoli } from "../../ports/fascicoli.ts";
import type { Effetto } from "../approvazioni/decide-approvazione.ts";
import { chiaveDiOggetto } from "./act-on-fascicolo.ts";

interface Porte {
  readonly fascicoli: Pick<Fascicoli, "get">;
  readonly clock: Clock;
}

export const effettoRimborso =
  ({ fascicoli, clock }: Porte): Effetto =>
  async ({ id, oggetto, decisione, richiedente }, esito) => {
    const fascicolo = await fascicoli.get(chiaveDiOggetto(oggetto));
    const aspetta = fascicolo?.stato === "RIMBORSO_PROPOSTO" && fascicolo.rimborso?.idApprovazione === id;
    if (!fascicolo || !aspetta) {
      // Taken back meanwhile: there is nothing left to authorise, and a refusal may still be filed.
      return esito === "APPROVATA" ? rifiuto("NON_PROCESSABILE", "la proposta di rimborso è stata ritirata") : ok({ modifiche: [] });
    }
    const azione = esito === "APPROVATA" ? "AUTORIZZA_RIMBORSO" : "RIFIUTA_RIMBORSO";
    const motivazione = decisione?.motivazione ?? `${esito} nel Backoffice`;
    const chi = { autore: decisione?.autore ?? richiedente, adesso: clock.now() };
    const agito = actOnFascicolo(fascicolo, { azione, motivazione }, chi);
    if (!agito.ok) return rifiuto("NON_PROCESSABILE", agito.errore.dettaglio);
    return ok({ modifiche: [{ azione: "sostituisci", entita: "fascicolo", valore: agito.valore }] });
  };

/** Nobody decided in time: no message comes by itself, so a job looks for the batches that still wait and makes them go on. */
import { GIORNI_PER_APPROVARE } from "../../domain/approvazioni/approvazione.ts";
import { addMinuti } from "../../domain/valori/date.ts";
import type { Approvazioni } from "../../ports/cambi.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { Tracciati } from "../../ports/tracciati.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { resumeAnnullamenti } from "./propose-annullamenti.ts";

interface Porte {
  readonly approvazioni: Pick<Approvazioni, "findScadute">;
  readonly tracciati: Pick<Tracciati, "get">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

/** A request expires after a week: one of two months ago is in the hands of whoever watches the job. */
const GIORNI_GUARDATI = GIORNI_PER_APPROVARE + 60;
const MINUTI_PER_GIORNO = 1440;

/** @returns how many were found expired, and how many batches go on; run twice, or by two at once, each goes on once. */
export const resumeTracciatiScaduti =
  ({ approvazioni, tracciati, unitOfWork, clock }: Porte) =>
  async (traccia: Traccia): Promise<{ readonly scadute: number; readonly ripresi: number }> => {
    const adesso = clock.now();
    const scadute = await approvazioni.findScadute("ANNULLAMENTI", addMinuti(adesso, -GIORNI_GUARDATI * MINUTI_PER_GIORNO), adesso);
    let ripresi = 0;
    for (const approvazione of scadute) {
      const { oggetto, descrizione, idDominio } = approvazione;
      const ripresa = resumeAnnullamenti(await tracciati.get(oggetto), approvazione, adesso);
      if (!ripresa) continue;
      const dettaglioEsito = `SCADUTA: ${descrizione} (chiesto da ${approvazione.richiedente})`;
      const eventi = [
        traccia.evento({ ...(idDominio !== undefined && { idDominio }), datiPagoPA: { idTracciato: oggetto }, dettaglioEsito }),
      ];
      // A conflict means that somebody stopped the batch, or resumed it, meanwhile.
      if ((await unitOfWork.commit(ripresa.modifiche, { eventi, messaggi: ripresa.messaggi ?? [] })).ok) ripresi += 1;
    }
    return { scadute: scadute.length, ripresi };
  };

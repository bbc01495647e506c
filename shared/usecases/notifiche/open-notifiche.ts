/** What a change of a payment leaves to tell: decided with the change, written in its transaction, delivered from the queue. */
import type { Applicazione } from "../../domain/anagrafiche/applicazione.ts";
import { messaggioNotifica, type Notifica, nuovaNotifica } from "../../domain/notifiche/notifica.ts";
import type { Tentativo } from "../../domain/pagamenti/tentativo.ts";
import type { Messaggio, Modifica } from "../../ports/unit-of-work.ts";

export interface DaNotificare {
  readonly modifiche: readonly Modifica[];
  readonly messaggi: readonly Messaggio[];
}

export const openNotifiche = (notifiche: readonly Notifica[]): DaNotificare => ({
  modifiche: notifiche.map((valore): Modifica => ({ azione: "crea", entita: "notifica", valore })),
  messaggi: notifiche.map(messaggioNotifica),
});

/** Only the first version of the API EC is told of an attempt that starts (reference 3.15). */
export const notificheAttivazione = (
  applicazione: Pick<Applicazione, "servizioIntegrazione"> | undefined,
  tentativi: readonly Pick<Tentativo, "idDominio" | "iuv" | "ccp" | "idA2A" | "dataRichiesta">[],
): readonly Notifica[] =>
  applicazione?.servizioIntegrazione?.versioneApi !== "REST v1"
    ? []
    : tentativi.map(({ idDominio, iuv, ccp, idA2A, dataRichiesta }) =>
        nuovaNotifica({ tipo: "ATTIVAZIONE", idDominio, iuv, ccp }, idA2A, dataRichiesta),
      );

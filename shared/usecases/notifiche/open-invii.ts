/**
 * A flow has been acquired: one delivery is opened for each application of its creditor that can be told of its rows, and one for the connector of the creditor that
 * wants it whole. Safe to repeat.
 */
import type { Applicazione } from "../../domain/anagrafiche/applicazione.ts";
import { readCallback } from "../../domain/anagrafiche/connettore-govpay.ts";
import { type ChiaveInvio, CONNETTORE_GOVPAY } from "../../domain/notifiche/invio-rendicontazioni.ts";
import type { Anagrafiche, RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";

interface Porte {
  readonly registro: Pick<RegistroDiBase, "list">;
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore">;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
  readonly clock: Clock;
}

/** Only the second version of the API EC has the operation. */
const canReceive = ({ abilitato, servizioIntegrazione, domini }: Applicazione, idDominio: string): boolean =>
  abilitato &&
  servizioIntegrazione?.versioneApi === "REST v2" &&
  (domini === "*" || domini.some((ambito) => ambito.idDominio === idDominio));

export const createOpenInvii =
  ({ registro, anagrafiche, unitOfWork, clock }: Porte) =>
  async (flusso: Omit<ChiaveInvio, "destinatario">): Promise<void> => {
    const [applicazioni, creditore] = await Promise.all([registro.list("applicazione"), anagrafiche.getCreditore(flusso.idDominio)]);
    const destinatari = [
      ...applicazioni.filter((a) => canReceive(a, flusso.idDominio)).map(({ idA2A }) => idA2A),
      ...(creditore && readCallback(creditore.dominio, "FLUSSI_RENDICONTAZIONE") ? [CONNETTORE_GOVPAY] : []),
    ];
    for (const destinatario of destinatari) {
      const chiave: ChiaveInvio = { ...flusso, destinatario };
      // Refused when it is there already: its own message goes on.
      await unitOfWork.commit(
        [
          {
            ...{ azione: "crea", entita: "invioRendicontazioni" },
            valore: { ...chiave, versione: 0, stato: "DA_SPEDIRE", righe: 0, spedite: 0, rifiutate: 0, tentativi: 0, data: clock.now() },
          },
        ],
        { messaggi: [{ coda: "notifiche", corpo: { tipo: "RENDICONTAZIONI", ...chiave } }] },
      );
    }
  };

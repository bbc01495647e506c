/** Delivers a summary of anomalies to the application that its creditor chose, again and again until it takes it or says that it never will. */
import type { ConsegnaRiepilogo, Riepilogo } from "../../domain/anomalie/riepilogo.ts";
import { readEsitoRiga } from "../../domain/notifiche/invio-rendicontazioni.ts";
import { attesaDopo } from "../../domain/notifiche/riprova.ts";
import { addMinuti } from "../../domain/valori/date.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Anomalie } from "../../ports/anomalie.ts";
import type { Clock } from "../../ports/clock.ts";
import type { SistemaEnte } from "../../ports/sistema-ente.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import type { EsitoConsegna } from "./deliver-notifica.ts";

export interface ChiaveRiepilogo {
  readonly idDominio: string;
  readonly coda: string;
  readonly id: string;
}

interface Porte {
  readonly anomalie: Pick<Anomalie, "getRiepilogo">;
  readonly anagrafiche: Pick<Anagrafiche, "getApplicazione">;
  readonly ente: Pick<SistemaEnte, "notifyRiepilogo">;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
  readonly clock: Clock;
  /** The summary as the API shows it. */
  readonly present: (riepilogo: Riepilogo) => unknown;
}

const ESITI = { SPEDITO: "OK", ANNULLATO: "KO", DA_SPEDIRE: "FAIL" } as const;

export const createDeliverRiepilogo = ({ anomalie, anagrafiche, ente, unitOfWork, clock, present }: Porte) => {
  /** Two deliveries of one message may race: the second finds the version moved, and has nothing to add. */
  const settle = async (riepilogo: Riepilogo, consegna: ConsegnaRiepilogo, traccia: Traccia): Promise<void> => {
    const { idDominio, coda, id } = riepilogo;
    const dettaglio = `Riepilogo ${id} della coda ${coda}: ${consegna.stato}${consegna.descrizioneStato === undefined ? "" : `, ${consegna.descrizioneStato}`}`;
    await unitOfWork.commit([{ azione: "sostituisci", entita: "riepilogo", valore: { ...riepilogo, consegna } }], {
      eventi: [
        traccia.evento({
          ...{ componente: "API_ENTE", ruolo: "CLIENT", tipoEvento: "notificaRiepilogo", idDominio, idA2A: consegna.idA2A },
          ...{ esito: ESITI[consegna.stato], dettaglioEsito: dettaglio },
        }),
      ],
    });
  };

  return async (chiave: ChiaveRiepilogo, traccia: Traccia): Promise<EsitoConsegna> => {
    const riepilogo = await anomalie.getRiepilogo(chiave);
    const prima = riepilogo?.consegna;
    if (!riepilogo || !prima) throw new Error(`riepilogo ${chiave.id} della coda ${chiave.coda} di ${chiave.idDominio} senza consegna`);
    if (prima.stato !== "DA_SPEDIRE") return { esito: "gia-consegnata" };
    const { idA2A } = prima;
    const adesso = clock.now();
    const base = { idA2A, tentativi: prima.tentativi + 1, dataUltimoTentativo: adesso };
    const servizio = (await anagrafiche.getApplicazione(idA2A))?.servizioIntegrazione;
    if (servizio?.versioneApi !== "REST v2") {
      const descrizioneStato = "l'applicazione non ha un servizio di integrazione REST v2";
      await settle(riepilogo, { ...base, stato: "ANNULLATO", descrizioneStato }, traccia);
      return { esito: "annullata" };
    }
    const consegna = await ente.notifyRiepilogo(servizio, present(riepilogo));
    if (consegna.ok) {
      await settle(riepilogo, { ...base, stato: "SPEDITO" }, traccia);
      return { esito: "consegnata" };
    }
    const { status, dettaglio: descrizioneStato } = consegna.errore;
    if (readEsitoRiga(status) !== "rimandata") {
      await settle(riepilogo, { ...base, stato: "ANNULLATO", descrizioneStato }, traccia);
      return { esito: "annullata" };
    }
    const secondi = attesaDopo(base.tentativi);
    const dataProssimoTentativo = addMinuti(adesso, secondi / 60);
    await settle(riepilogo, { ...base, stato: "DA_SPEDIRE", descrizioneStato, dataProssimoTentativo }, traccia);
    return { esito: "riprova", secondi };
  };
};

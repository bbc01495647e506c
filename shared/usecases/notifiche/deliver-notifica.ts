/**
 * Delivers a receipt to the application that owns the debt. Idempotent on both sides: what is delivered is not sent again, and the PUT of the
 * creditor's system may be repeated. The state tells an operator what happened and when the next attempt is due.
 */

import type { Notifica } from "../../domain/notifiche/notifica.ts";
import { attesaDopo } from "../../domain/notifiche/riprova.ts";
import type { Ricevuta } from "../../domain/ricevute/ricevuta.ts";
import { addMinuti } from "../../domain/valori/date.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Posizione, Posizioni } from "../../ports/posizioni.ts";
import type { SistemaEnte } from "../../ports/sistema-ente.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";

interface Porte {
  readonly posizioni: Pick<Posizioni, "getPosizione">;
  readonly anagrafiche: Pick<Anagrafiche, "getApplicazione" | "getCreditore">;
  readonly ente: Pick<SistemaEnte, "notifyRicevuta">;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  /** The receipt as the API EC v2 shows it. */
  readonly present: (ricevuta: Ricevuta, posizione: Posizione, ragioneSociale: string) => unknown;
}

export interface RichiestaConsegna {
  readonly idDominio: string;
  readonly iuv: string;
  readonly idRicevuta: string;
}

/** `riprova`: seconds after which the message must come back. */
export type EsitoConsegna =
  | { readonly esito: "consegnata" | "gia-consegnata" | "annullata" }
  | { readonly esito: "riprova"; readonly secondi: number };

export const createDeliverNotifica = ({ posizioni, anagrafiche, ente, unitOfWork, clock, present }: Porte) => {
  const settle = async (notifica: Notifica, traccia: Traccia, campi: Parameters<Traccia["evento"]>[0]): Promise<void> => {
    const { idDominio, iuv, idA2A } = notifica;
    // Two deliveries of one message may race: the second finds the version moved, and has nothing to add.
    await unitOfWork.commit([{ azione: "sostituisci", entita: "notifica", valore: notifica }], {
      eventi: [
        traccia.evento({
          componente: "API_ENTE",
          ruolo: "CLIENT",
          tipoEvento: "notificaRicevuta",
          idDominio,
          iuv,
          idA2A,
          ccp: notifica.idRicevuta,
          ...campi,
        }),
      ],
    });
  };

  return async (richiesta: RichiestaConsegna, traccia: Traccia): Promise<EsitoConsegna> => {
    const posizione = await posizioni.getPosizione(richiesta);
    const notifica = posizione.notifiche.find((n) => n.idRicevuta === richiesta.idRicevuta);
    const ricevuta = posizione.ricevute.find((r) => r.idRicevuta === richiesta.idRicevuta);
    if (!notifica || !ricevuta) throw new Error(`notifica senza ricevuta: ${richiesta.idDominio} ${richiesta.iuv} ${richiesta.idRicevuta}`);
    if (notifica.stato !== "DA_SPEDIRE") return { esito: "gia-consegnata" };

    const [applicazione, creditore] = await Promise.all([
      anagrafiche.getApplicazione(notifica.idA2A),
      anagrafiche.getCreditore(notifica.idDominio),
    ]);
    const adesso = clock.now();
    if (!applicazione?.servizioIntegrazione) {
      await settle(
        {
          ...notifica,
          stato: "ANNULLATA",
          descrizioneStato: "l'applicazione non ha un servizio di integrazione",
          dataUltimoTentativo: adesso,
        },
        traccia,
        { esito: "KO" },
      );
      return { esito: "annullata" };
    }
    const idPagamento = posizione.tentativi.find((t) => t.idRicevuta === ricevuta.idRicevuta)?.idPagamento;
    const consegna = await ente.notifyRicevuta(applicazione.servizioIntegrazione, {
      ...richiesta,
      ...(idPagamento !== undefined && { idSession: idPagamento, idCarrello: idPagamento }),
      corpo: present(ricevuta, posizione, creditore?.dominio.ragioneSociale ?? ricevuta.idDominio),
    });
    const tentativi = notifica.tentativi + 1;
    if (consegna.ok) {
      await settle({ ...notifica, stato: "SPEDITA", tentativi, dataUltimoTentativo: adesso }, traccia, {
        parametriRisposta: { status: consegna.valore.status, data: clock.now() },
      });
      return { esito: "consegnata" };
    }
    const secondi = attesaDopo(tentativi);
    const { dettaglio, status } = consegna.errore;
    const dataProssimoTentativo = addMinuti(adesso, secondi / 60);
    await settle({ ...notifica, tentativi, descrizioneStato: dettaglio, dataUltimoTentativo: adesso, dataProssimoTentativo }, traccia, {
      esito: "FAIL",
      dettaglioEsito: dettaglio,
      severita: 3,
      ...(status !== undefined && { parametriRisposta: { status, data: clock.now() } }),
    });
    return { esito: "riprova", secondi };
  };
};

/**
 * Sends a flow whole, as XML, to the connector of its creditor (callback v1). What is delivered is not sent again; a system that is down is tried later, and one that
 * refuses the flow for good is not asked twice.
 */
import { readCallback } from "../../domain/anagrafiche/connettore-govpay.ts";
import { type ChiaveInvio, type InvioRendicontazioni, readEsitoRiga } from "../../domain/notifiche/invio-rendicontazioni.ts";
import { attesaDopo } from "../../domain/notifiche/riprova.ts";
import type { Flusso, Rendicontazione } from "../../domain/rendicontazioni/flusso.ts";
import { addMinuti } from "../../domain/valori/date.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Notifiche } from "../../ports/notifiche.ts";
import type { Rendicontazioni } from "../../ports/rendicontazioni.ts";
import type { SistemaEnte } from "../../ports/sistema-ente.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import type { EsitoConsegna } from "./deliver-notifica.ts";

interface Porte {
  readonly notifiche: Pick<Notifiche, "getInvio">;
  readonly rendicontazioni: Pick<Rendicontazioni, "getFlusso" | "findRighe">;
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore">;
  readonly ente: Pick<SistemaEnte, "sendFlusso">;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
  readonly clock: Clock;
  /** The flow as XML. */
  readonly presentXml: (flusso: Flusso, righe: readonly Rendicontazione[], ragioneSociale: string) => string;
}

/** Some 330 bytes each, and the document is one. */
const RIGHE_MASSIME = 15_000;

export const createDeliverFlusso = ({ notifiche, rendicontazioni, anagrafiche, ente, unitOfWork, clock, presentXml }: Porte) => {
  const settle = async (invio: InvioRendicontazioni, traccia: Traccia, status?: number): Promise<void> => {
    const { idDominio, idFlusso, idPsp, revisione, stato, descrizioneStato } = invio;
    const esito = stato === "SPEDITO" ? "OK" : stato === "ANNULLATO" ? "KO" : "FAIL";
    // Two deliveries of one message may race: the second finds the version moved, and has nothing to add.
    await unitOfWork.commit([{ azione: "sostituisci", entita: "invioRendicontazioni", valore: invio }], {
      eventi: [
        traccia.evento({
          ...{ componente: "API_ENTE", ruolo: "CLIENT", tipoEvento: "callbackFlussoRendicontazione", idDominio, esito },
          datiPagoPA: { idFlusso, idPsp, revisione: String(revisione) },
          ...(esito !== "OK" && { severita: 3 }),
          ...(descrizioneStato !== undefined && { dettaglioEsito: descrizioneStato }),
          ...(status !== undefined && { parametriRisposta: { status, data: clock.now() } }),
        }),
      ],
    });
  };

  const annulla = async (
    invio: InvioRendicontazioni,
    descrizioneStato: string,
    traccia: Traccia,
    status?: number,
  ): Promise<EsitoConsegna> => {
    await settle({ ...invio, stato: "ANNULLATO", descrizioneStato, dataUltimoTentativo: clock.now() }, traccia, status);
    return { esito: "annullata" };
  };

  /** @throws Error to have the message again: the rows of the flow are not all visible yet. */
  return async (chiave: ChiaveInvio, traccia: Traccia): Promise<EsitoConsegna> => {
    const [invio, flusso, creditore] = await Promise.all([
      notifiche.getInvio(chiave),
      rendicontazioni.getFlusso(chiave),
      anagrafiche.getCreditore(chiave.idDominio),
    ]);
    if (!invio || !flusso) throw new Error(`invio del flusso ${chiave.idFlusso} di ${chiave.idDominio} sconosciuto`);
    if (invio.stato !== "DA_SPEDIRE") return { esito: "gia-consegnata" };
    const servizio = creditore && readCallback(creditore.dominio, "FLUSSI_RENDICONTAZIONE");
    if (!servizio) return annulla(invio, "il dominio non ha un connettore GovPay REST che chieda i flussi", traccia);
    if (flusso.righeAcquisite > RIGHE_MASSIME)
      return annulla(invio, `il flusso ha ${flusso.righeAcquisite} righe, se ne mandano al massimo ${RIGHE_MASSIME}`, traccia);
    const righe = flusso.righeAcquisite === 0 ? [] : await rendicontazioni.findRighe(flusso, 1, flusso.righeAcquisite);
    if (righe.length !== flusso.righeAcquisite)
      throw new Error(`flusso ${flusso.idFlusso}: lette ${righe.length} righe di ${flusso.righeAcquisite}`);
    const xml = presentXml(flusso, righe, creditore.dominio.ragioneSociale);
    const consegna = await ente.sendFlusso(servizio, {
      idDominio: flusso.idDominio,
      idFlusso: flusso.idFlusso,
      dataFlusso: flusso.dataFlusso,
      xml,
    });
    const adesso = clock.now();
    const { dataProssimoTentativo: _, descrizioneStato: __, ...resto } = invio;
    if (consegna.ok) {
      await settle(
        { ...resto, stato: "SPEDITO", righe: righe.length, spedite: righe.length, dataUltimoTentativo: adesso },
        traccia,
        consegna.valore.status,
      );
      return { esito: "consegnata" };
    }
    const { status, dettaglio } = consegna.errore;
    if (readEsitoRiga(status) !== "rimandata") return annulla(resto, dettaglio, traccia, status);
    const tentativi = invio.tentativi + 1;
    const secondi = attesaDopo(tentativi);
    const dataProssimoTentativo = addMinuti(adesso, secondi / 60);
    await settle({ ...resto, tentativi, descrizioneStato: dettaglio, dataUltimoTentativo: adesso, dataProssimoTentativo }, traccia, status);
    return { esito: "riprova", secondi };
  };
};

/**
 * Delivers the file of a layout to the system of an application, or to the connector of the creditor (callback v1, daily summary of payments), again and again until
 * it takes it or says that it never will. The same file may come twice, under the same name.
 */
import { readCallback } from "../../domain/anagrafiche/connettore-govpay.ts";
import type { ConsegnaTracciato, EsecuzioneTracciato } from "../../domain/contabilita/tracciati/tracciato-contabile.ts";
import { nomeDelFile } from "../../domain/contabilita/tracciati/tracciato-contabile.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import { CONNETTORE_GOVPAY, readEsitoRiga } from "../../domain/notifiche/invio-rendicontazioni.ts";
import { attesaDopo } from "../../domain/notifiche/riprova.ts";
import { addMinuti } from "../../domain/valori/date.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Oggetti } from "../../ports/oggetti.ts";
import type { MancataConsegna, SistemaEnte } from "../../ports/sistema-ente.ts";
import type { Traccia } from "../../ports/traccia.ts";
import type { TracciatiContabili } from "../../ports/tracciati-contabili.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import type { EsitoConsegna } from "./deliver-notifica.ts";

export interface ChiaveTracciato {
  readonly idDominio: string;
  readonly id: string;
}

interface Porte {
  readonly tracciati: Pick<TracciatiContabili, "getEsecuzione">;
  readonly oggetti: Pick<Oggetti, "get">;
  readonly anagrafiche: Pick<Anagrafiche, "getApplicazione" | "getCreditore">;
  readonly ente: Pick<SistemaEnte, "sendTracciato" | "sendSintesiPagamenti">;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
  readonly clock: Clock;
}

/** One request holds it whole. */
export const BYTE_MASSIMI = 8 * 1024 * 1024;
const ESITI = { SPEDITO: "OK", ANNULLATO: "KO", DA_SPEDIRE: "FAIL" } as const;

type Spedizione = () => Promise<Esito<{ readonly status: number }, MancataConsegna>>;

export const createDeliverTracciato = ({ tracciati, oggetti, anagrafiche, ente, unitOfWork, clock }: Porte) => {
  /** Two deliveries of one message may race: the second finds the version moved, and has nothing to add. */
  const settle = async (esecuzione: EsecuzioneTracciato, consegna: ConsegnaTracciato, traccia: Traccia): Promise<void> => {
    const { idDominio, id, nome } = esecuzione;
    const { stato, descrizioneStato, destinatario } = consegna;
    const dettaglio = `Tracciato contabile ${nome}, esecuzione ${id}: ${stato}${descrizioneStato === undefined ? "" : `, ${descrizioneStato}`}`;
    await unitOfWork.commit([{ azione: "sostituisci", entita: "esecuzioneTracciato", valore: { ...esecuzione, consegna } }], {
      eventi: [
        traccia.evento({
          ...{ componente: "API_ENTE", ruolo: "CLIENT", tipoEvento: "consegnaTracciato", idDominio },
          ...(destinatario !== CONNETTORE_GOVPAY && { idA2A: destinatario }),
          ...{ esito: ESITI[stato], dettaglioEsito: dettaglio },
        }),
      ],
    });
  };

  const compose = async (esecuzione: EsecuzioneTracciato, destinatario: string): Promise<Esito<Spedizione, string>> => {
    const { idDominio, id, nome, da, a, chiave = "", byte = 0, mittente } = esecuzione;
    if (byte > BYTE_MASSIMI) return ko(`il file è di ${byte} byte, se ne mandano al massimo ${BYTE_MASSIMI}: si scarica dall'API`);
    const contenuto = await oggetti.get(chiave);
    if (!contenuto) return ko("il file non è più conservato");
    const file = { idDominio, id, nome, nomeFile: nomeDelFile(chiave), da, a, contenuto };
    if (destinatario === CONNETTORE_GOVPAY) {
      const creditore = await anagrafiche.getCreditore(idDominio);
      const callback = creditore && readCallback(creditore.dominio, "SINTESI_PAGAMENTI");
      const tipi = mittente.tipiPendenza === "*" ? [] : mittente.tipiPendenza;
      return callback
        ? ok(() => ente.sendSintesiPagamenti(callback, { ...file, tipiPendenza: tipi }))
        : ko("il dominio non ha un connettore GovPay REST che chieda la sintesi dei pagamenti");
    }
    const servizio = (await anagrafiche.getApplicazione(destinatario))?.servizioIntegrazione;
    return servizio ? ok(() => ente.sendTracciato(servizio, file)) : ko("l'applicazione non ha un servizio di integrazione");
  };

  return async ({ idDominio, id }: ChiaveTracciato, traccia: Traccia): Promise<EsitoConsegna> => {
    const esecuzione = await tracciati.getEsecuzione(idDominio, id);
    const prima = esecuzione?.consegna;
    if (!esecuzione || !prima) throw new Error(`esecuzione ${id} del dominio ${idDominio} senza consegna`);
    if (prima.stato !== "DA_SPEDIRE" || esecuzione.stato !== "PRONTA") return { esito: "gia-consegnata" };
    const { destinatario } = prima;
    const adesso = clock.now();
    const composta = await compose(esecuzione, destinatario);
    const base = { destinatario, tentativi: prima.tentativi + 1, dataUltimoTentativo: adesso };
    if (!composta.ok) {
      await settle(esecuzione, { ...base, stato: "ANNULLATO", descrizioneStato: composta.errore }, traccia);
      return { esito: "annullata" };
    }
    const consegna = await composta.valore();
    if (consegna.ok) {
      await settle(esecuzione, { ...base, stato: "SPEDITO" }, traccia);
      return { esito: "consegnata" };
    }
    const { status, dettaglio: descrizioneStato } = consegna.errore;
    if (readEsitoRiga(status) !== "rimandata") {
      await settle(esecuzione, { ...base, stato: "ANNULLATO", descrizioneStato }, traccia);
      return { esito: "annullata" };
    }
    const secondi = attesaDopo(base.tentativi);
    const dataProssimoTentativo = addMinuti(adesso, secondi / 60);
    await settle(esecuzione, { ...base, stato: "DA_SPEDIRE", descrizioneStato, dataProssimoTentativo }, traccia);
    return { esito: "riprova", secondi };
  };
};

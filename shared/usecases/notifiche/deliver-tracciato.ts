/**
 * Delivers the file of a layout to the system of an application, or to the connector of the creditor (callback v1, daily summaries), again and again until
 * it takes it or says that it never will. The same file may come twice, under the same name.
 */
import { readCallback } from "../../domain/anagrafiche/connettore-govpay.ts";
import { contenutoSintesi } from "../../domain/contabilita/tracciati/sintesi.ts";
import type { ConsegnaTracciato, EsecuzioneTracciato } from "../../domain/contabilita/tracciati/tracciato-contabile.ts";
import { CONSEGNA_EMAIL, nomeDelFile } from "../../domain/contabilita/tracciati/tracciato-contabile.ts";
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
import { type PorteEmail, sendTracciatoEmail } from "./send-tracciato-email.ts";

export interface ChiaveTracciato {
  readonly idDominio: string;
  readonly id: string;
}

interface Porte extends Pick<PorteEmail, "posta"> {
  readonly tracciati: Pick<TracciatiContabili, "getEsecuzione">;
  readonly oggetti: Pick<Oggetti, "get">;
  readonly anagrafiche: Pick<Anagrafiche, "getApplicazione" | "getCreditore" | "getSezione">;
  readonly ente: Pick<SistemaEnte, "sendTracciato" | "sendSintesi">;
  readonly unitOfWork: Pick<UnitOfWork, "commit">;
  readonly clock: Clock;
}

/** One request holds it whole. */
export const BYTE_MASSIMI = 8 * 1024 * 1024;
const ESITI = { SPEDITO: "OK", ANNULLATO: "KO", DA_SPEDIRE: "FAIL" } as const;

type Spedizione = () => Promise<Esito<{ readonly status: number }, MancataConsegna>>;

export const createDeliverTracciato = ({ tracciati, oggetti, anagrafiche, ente, posta, unitOfWork, clock }: Porte) => {
  const sendEmail = sendTracciatoEmail({ anagrafiche, posta });
  /** Two deliveries of one message may race: the second finds the version moved, and has nothing to add. */
  const settle = async (esecuzione: EsecuzioneTracciato, consegna: ConsegnaTracciato, traccia: Traccia): Promise<void> => {
    const { idDominio, id, nome } = esecuzione;
    const { stato, descrizioneStato, destinatario } = consegna;
    const dettaglio = `Tracciato contabile ${nome}, esecuzione ${id}: ${stato}${descrizioneStato === undefined ? "" : `, ${descrizioneStato}`}`;
    await unitOfWork.commit([{ azione: "sostituisci", entita: "esecuzioneTracciato", valore: { ...esecuzione, consegna } }], {
      eventi: [
        traccia.evento({
          ...{ componente: "API_ENTE", ruolo: "CLIENT", tipoEvento: "consegnaTracciato", idDominio },
          ...(destinatario !== CONNETTORE_GOVPAY && destinatario !== CONSEGNA_EMAIL && { idA2A: destinatario }),
          ...{ esito: ESITI[stato], dettaglioEsito: dettaglio },
        }),
      ],
    });
  };

  const readFile = async ({ chiave = "", byte = 0 }: EsecuzioneTracciato): Promise<Esito<Uint8Array, string>> => {
    if (byte > BYTE_MASSIMI) return ko(`il file è di ${byte} byte, se ne mandano al massimo ${BYTE_MASSIMI}: si scarica dall'API`);
    const contenuto = await oggetti.get(chiave);
    return contenuto ? ok(contenuto) : ko("il file non è più conservato");
  };

  const compose = async (esecuzione: EsecuzioneTracciato, destinatario: string): Promise<Esito<Spedizione, string>> => {
    const { idDominio, id, nome, da, a, chiave = "", mittente } = esecuzione;
    const letto = await readFile(esecuzione);
    if (!letto.ok) return letto;
    const file = { idDominio, id, nome, nomeFile: nomeDelFile(chiave), da, a, contenuto: letto.valore };
    if (destinatario === CONNETTORE_GOVPAY) {
      const creditore = await anagrafiche.getCreditore(idDominio);
      const contenutoChiesto = contenutoSintesi(nome);
      const callback = creditore && readCallback(creditore.dominio, contenutoChiesto);
      const tipi = mittente.tipiPendenza === "*" ? [] : mittente.tipiPendenza;
      return callback
        ? ok(() => ente.sendSintesi(callback, { ...file, contenutoChiesto, tipiPendenza: tipi }))
        : ko(`il dominio non ha un connettore GovPay REST che chieda ${contenutoChiesto}`);
    }
    const servizio = (await anagrafiche.getApplicazione(destinatario))?.servizioIntegrazione;
    return servizio ? ok(() => ente.sendTracciato(servizio, file)) : ko("l'applicazione non ha un servizio di integrazione");
  };

  const deliverEmail = async (esecuzione: EsecuzioneTracciato, prima: ConsegnaTracciato, traccia: Traccia): Promise<EsitoConsegna> => {
    const { idDominio, chiave = "" } = esecuzione;
    const base = { destinatario: prima.destinatario, tentativi: prima.tentativi + 1, dataUltimoTentativo: clock.now() };
    const letto = await readFile(esecuzione);
    const creditore = await anagrafiche.getCreditore(idDominio);
    if (!letto.ok || !creditore || !prima.email) {
      const descrizioneStato = letto.ok ? "il dominio non è più registrato" : letto.errore;
      await settle(esecuzione, { ...base, stato: "ANNULLATO", descrizioneStato }, traccia);
      return { esito: "annullata" };
    }
    const { ragioneSociale } = creditore.dominio;
    const lettera = { esecuzione, email: prima.email, ragioneSociale, nomeFile: nomeDelFile(chiave), contenuto: letto.valore };
    const { restanti, spediti, rifiutati, fermo, rifiuto } = await sendEmail(lettera);
    if (fermo !== undefined) {
      const secondi = attesaDopo(base.tentativi);
      const dataProssimoTentativo = addMinuti(base.dataUltimoTentativo, secondi / 60);
      const email = { ...prima.email, restanti, spediti };
      await settle(esecuzione, { ...base, email, stato: "DA_SPEDIRE", descrizioneStato: fermo, dataProssimoTentativo }, traccia);
      return { esito: "riprova", secondi };
    }
    const descrizione = rifiuto === undefined ? {} : { descrizioneStato: `${rifiutati} indirizzi non l'hanno avuto: ${rifiuto}` };
    await settle(esecuzione, { ...base, stato: spediti === 0 ? "ANNULLATO" : "SPEDITO", ...descrizione }, traccia);
    return { esito: spediti === 0 ? "annullata" : "consegnata" };
  };

  return async ({ idDominio, id }: ChiaveTracciato, traccia: Traccia): Promise<EsitoConsegna> => {
    const esecuzione = await tracciati.getEsecuzione(idDominio, id);
    const prima = esecuzione?.consegna;
    if (!esecuzione || !prima) throw new Error(`esecuzione ${id} del dominio ${idDominio} senza consegna`);
    if (prima.stato !== "DA_SPEDIRE" || esecuzione.stato !== "PRONTA") return { esito: "gia-consegnata" };
    const { destinatario } = prima;
    if (destinatario === CONSEGNA_EMAIL) return deliverEmail(esecuzione, prima, traccia);
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

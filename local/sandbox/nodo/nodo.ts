/**
 * The Node between PSPs and creditors: it verifies, activates under a token of thirty minutes, keeps concurrent attempts and double
 * payments away from the creditor, and sends the receipt to the stations of everybody who is paid.
 */
import { type Esito, ko, ok } from "../../../shared/domain/esito.ts";
import { createFirma } from "../comune/firma.ts";
import type { Scambio } from "../comune/scambi.ts";
import type { Contesto } from "../contesto.ts";
import { type Attivazioni, createAttivazioni, posizione } from "./attivazione.ts";
import { bustaVerifica } from "./buste.ts";
import { destinatario, hasStazione } from "./censimento.ts";
import { sendBusta } from "./client.ts";
import { type Configurazione, createConfigurazione } from "./configurazione.ts";
import { type Consegne, createConsegne } from "./consegne.ts";
import type { Consegna, Fault, Tentativo } from "./modello.ts";
import { prepareConsegne } from "./ricevute.ts";
import { faultNodo } from "./risposte.ts";
import { type ArchivioStandIn, AVVISO_SONDA, createStandIn, type StandIn } from "./stand-in.ts";

export interface Nodo extends Attivazioni {
  readonly configurazione: Configurazione;
  readonly consegne: Consegne;
  readonly standIn: StandIn;
  /** The PSP says it has been paid. Receipts leave at once unless `senzaRicevuta` or the token is over (then PPT_TOKEN_SCADUTO). */
  sendReceipt(
    token: string,
    senzaRicevuta: boolean,
    scambi: Scambio[],
    /** The receipt exists, but no station ever gets it. */
    smarrita?: boolean,
  ): Promise<Esito<{ tentativo: Tentativo; consegne: Consegna[] }, Fault>>;
  /** The PSP gives up: the notice is payable again. */
  cancel(token: string): void;
  tentativo(token: string): Tentativo | undefined;
  /** Whether a station answers the stand-in probe as a healthy one. */
  probe(idDominio: string, scambi: Scambio[]): Promise<boolean>;
  /** Receipts of a payment that no station of ours was asked about: to the creditors of the transfers, and to the broadcast station of the owner. */
  broadcast(pagato: Tentativo, scambi: Scambio[]): Promise<Consegna[]>;
}

/** `onPagato` runs in the same transaction that makes the payment final: the PSP's books and the Node's agree even after a crash. */
export const createNodo = (
  contesto: Contesto,
  onPagato: (pagato: Tentativo & { pagatoIl: number }) => void,
  archivi: readonly ArchivioStandIn[] = [],
): Nodo => {
  const configurazione = createConfigurazione(contesto.macchina.baseUrl);
  const consegne = createConsegne(contesto);
  const tentativi = contesto.archivio.raccolta<Tentativo>("tentativi");
  const firma = createFirma(contesto.archivio);
  const standIn = createStandIn(contesto, archivi);
  const banco = { contesto, configurazione, firma, standIn };
  const attivazioni = createAttivazioni(contesto, configurazione, standIn, tentativi);

  return {
    configurazione,
    consegne,
    standIn,
    ...attivazioni,
    sendReceipt: async (token, senzaRicevuta, scambi, smarrita = false) => {
      const noto = tentativi.get(token);
      if (noto === undefined) return ko(faultNodo("PPT_TOKEN_SCONOSCIUTO", "Token sconosciuto.", token));
      const pagatoIl = contesto.ora();
      const scaduto = noto.scadeIl <= pagatoIl;
      const preparate = senzaRicevuta || scaduto ? [] : await prepareConsegne(banco, noto, pagatoIl);
      const nuove = preparate.map((consegna) => (smarrita ? { ...consegna, stato: "ESAURITA" as const } : consegna));
      const stato = senzaRicevuta || scaduto ? ("PAGATO_SENZA_RICEVUTA" as const) : ("PAGATO" as const);
      const pagato = contesto.archivio.transaction(() => {
        const tentativo = tentativi.get(token);
        if (tentativo?.stato !== "ATTIVO") return undefined;
        const concluso = { ...tentativo, stato, pagatoIl };
        tentativi.put(token, concluso, { gruppo: posizione(concluso) });
        consegne.register(nuove);
        onPagato(concluso);
        return concluso;
      });
      if (pagato === undefined) return ko(faultNodo("PPT_ESITO_GIA_ACQUISITO", "Esito già acquisito.", token));
      if (scaduto) return ko(faultNodo("PPT_TOKEN_SCADUTO", "Token scaduto.", token));
      return ok({ tentativo: pagato, consegne: smarrita ? nuove : await consegne.sendNuove(nuove, scambi) });
    },
    cancel: (token) => {
      if (tentativi.get(token)?.stato === "ATTIVO") tentativi.delete(token);
    },
    tentativo: (token) => tentativi.get(token),
    probe: async (idDominio, scambi) => {
      const ente = await configurazione.find(idDominio);
      if (ente === undefined || !hasStazione(ente)) return false;
      const busta = bustaVerifica(destinatario(ente), idDominio, AVVISO_SONDA);
      const esito = await sendBusta(contesto, "paVerifyPaymentNotice", busta, scambi);
      return esito.tipo === "KO" && esito.fault.originalFaultCode === "PAA_PAGAMENTO_SCONOSCIUTO";
    },
    broadcast: async (pagato, scambi) => {
      const nuove = await prepareConsegne(banco, pagato, contesto.ora());
      consegne.register(nuove);
      return consegne.sendNuove(nuove, scambi);
    },
  };
};

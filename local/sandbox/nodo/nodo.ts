/**
 * The Node between PSPs and creditors: it verifies, activates under a token of thirty minutes, keeps concurrent attempts and double
 * payments away from the creditor, and sends the receipt to the stations of everybody who is paid.
 */
import { type Esito, ko, ok } from "../../../shared/domain/esito.ts";
import type { Raccolta } from "../comune/archivio.ts";
import type { Scambio } from "../comune/scambi.ts";
import type { Contesto } from "../contesto.ts";
import { createMarche } from "../psp/marche.ts";
import { type Attivazioni, createAttivazioni, posizione } from "./attivazione.ts";
import { bustaVerifica } from "./buste.ts";
import { destinatario, hasStazione } from "./censimento.ts";
import { sendBusta } from "./client.ts";
import { type Configurazione, createConfigurazione } from "./configurazione.ts";
import { type Consegne, createConsegne } from "./consegne.ts";
import type { Consegna, Fault, Tentativo } from "./modello.ts";
import { createActivateDiProva, partenzaDi, toPartite } from "./prova.ts";
import { type Banco, prepareConsegne } from "./ricevute.ts";
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

interface Cassa {
  readonly banco: Banco;
  readonly consegne: Consegne;
  readonly tentativi: Raccolta<Tentativo>;
  readonly onPagato: (pagato: Tentativo & { pagatoIl: number }) => void;
}

const createSendReceipt =
  ({ banco, consegne, tentativi, onPagato }: Cassa): Nodo["sendReceipt"] =>
  async (token, senzaRicevuta, scambi, smarrita = false) => {
    const { contesto } = banco;
    const noto = tentativi.get(token);
    if (noto === undefined) return ko(faultNodo("PPT_TOKEN_SCONOSCIUTO", "Token sconosciuto.", token));
    const pagatoIl = contesto.ora();
    const scaduto = noto.scadeIl <= pagatoIl;
    const chiesta = partenzaDi(noto);
    const partenza = { ...chiesta, smarrita: smarrita || chiesta.smarrita };
    const preparate = senzaRicevuta || scaduto ? [] : await prepareConsegne(banco, partenza.tentativo, pagatoIl, partenza.esito);
    const nuove = toPartite(preparate, partenza);
    const stato = senzaRicevuta || scaduto ? ("PAGATO_SENZA_RICEVUTA" as const) : ("PAGATO" as const);
    const pagato = contesto.archivio.transaction(() => {
      const tentativo = tentativi.get(token);
      if (tentativo?.stato !== "ATTIVO") return undefined;
      const concluso = { ...tentativo, dati: partenza.tentativo.dati, stato, pagatoIl };
      consegne.register(nuove);
      // A receipt that says KO tells that nothing was paid: the notice is payable again.
      if (partenza.esito === "KO") tentativi.delete(token);
      else {
        tentativi.put(token, concluso, { gruppo: posizione(concluso) });
        onPagato(concluso);
      }
      return concluso;
    });
    if (pagato === undefined) return ko(faultNodo("PPT_ESITO_GIA_ACQUISITO", "Esito già acquisito.", token));
    if (scaduto) return ko(faultNodo("PPT_TOKEN_SCADUTO", "Token scaduto.", token));
    const partite = await consegne.sendNuove(nuove, scambi);
    if (partenza.doppia) await consegne.resend(token, scambi);
    return ok({ tentativo: pagato, consegne: partite });
  };

/** `onPagato` runs in the same transaction that makes the payment final: the PSP's books and the Node's agree even after a crash. */
export const createNodo = (
  contesto: Contesto,
  onPagato: (pagato: Tentativo & { pagatoIl: number }) => void,
  archivi: readonly ArchivioStandIn[] = [],
): Nodo => {
  const configurazione = createConfigurazione(contesto.macchina.baseUrl);
  const consegne = createConsegne(contesto);
  const tentativi = contesto.archivio.raccolta<Tentativo>("tentativi");
  const standIn = createStandIn(contesto, archivi);
  const banco: Banco = { contesto, configurazione, compraMarca: createMarche(contesto), standIn };
  const attivazioni = createAttivazioni(contesto, configurazione, standIn, tentativi);

  return {
    configurazione,
    consegne,
    standIn,
    ...attivazioni,
    activate: createActivateDiProva({ contesto, configurazione, attivazioni, standIn }),
    sendReceipt: createSendReceipt({ banco, consegne, tentativi, onPagato }),
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

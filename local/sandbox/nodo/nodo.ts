/**
 * The Node between PSPs and creditors: it verifies, activates under a token of thirty minutes, keeps concurrent attempts and double
 * payments away from the creditor, and sends the receipt to the stations of everybody who is paid.
 */
import { type Esito, ko, ok } from "../../../shared/domain/esito.ts";
import { createFirma } from "../comune/firma.ts";
import type { Scambio } from "../comune/scambi.ts";
import type { Contesto } from "../contesto.ts";
import { type Attivazioni, createAttivazioni, posizione } from "./attivazione.ts";
import { type Configurazione, createConfigurazione } from "./configurazione.ts";
import { type Consegne, createConsegne } from "./consegne.ts";
import type { Consegna, Fault, Tentativo } from "./modello.ts";
import { prepareConsegne } from "./ricevute.ts";
import { faultNodo } from "./risposte.ts";

export interface Nodo extends Attivazioni {
  readonly configurazione: Configurazione;
  readonly consegne: Consegne;
  /** The PSP says it has been paid. Receipts leave at once unless `senzaRicevuta` or the token is over (then PPT_TOKEN_SCADUTO). */
  sendReceipt(
    token: string,
    senzaRicevuta: boolean,
    scambi: Scambio[],
  ): Promise<Esito<{ tentativo: Tentativo; consegne: Consegna[] }, Fault>>;
  /** The PSP gives up: the notice is payable again. */
  cancel(token: string): void;
  tentativo(token: string): Tentativo | undefined;
}

/** `onPagato` runs in the same transaction that makes the payment final: the PSP's books and the Node's agree even after a crash. */
export const createNodo = (contesto: Contesto, onPagato: (pagato: Tentativo & { pagatoIl: number }) => void): Nodo => {
  const configurazione = createConfigurazione(contesto.macchina.baseUrl);
  const consegne = createConsegne(contesto);
  const tentativi = contesto.archivio.raccolta<Tentativo>("tentativi");
  const firma = createFirma(contesto.archivio);

  return {
    configurazione,
    consegne,
    ...createAttivazioni(contesto, configurazione, tentativi),
    sendReceipt: async (token, senzaRicevuta, scambi) => {
      const noto = tentativi.get(token);
      if (noto === undefined) return ko(faultNodo("PPT_TOKEN_SCONOSCIUTO", "Token sconosciuto.", token));
      const pagatoIl = contesto.ora();
      const scaduto = noto.scadeIl <= pagatoIl;
      const nuove = senzaRicevuta || scaduto ? [] : await prepareConsegne({ contesto, configurazione, firma }, noto, pagatoIl);
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
      return ok({ tentativo: pagato, consegne: await consegne.sendNuove(nuove, scambi) });
    },
    cancel: (token) => {
      if (tentativi.get(token)?.stato === "ATTIVO") tentativi.delete(token);
    },
    tentativo: (token) => tentativi.get(token),
  };
};

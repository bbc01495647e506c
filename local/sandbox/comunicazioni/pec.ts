/**
 * The provider of certified mail of the sandbox, and the person who reads the mailbox of the creditor: of every certified message the acceptance and the delivery (or
 * the failed delivery, of an address with `inesistente` in it) come back, and are given to the gateway as they would be from a real mailbox.
 */
import type { Contesto } from "../contesto.ts";
import { basic, OPERATORE } from "../credenziali.ts";
import { composeRicevutaPec, type DatiRicevuta } from "./ricevuta-pec.ts";

/** Messages from here are certified: the domain of the mailboxes of the seed. */
export const DOMINIO_PEC = "pec.fiorino.example";
export const isPec = (mittente: string): boolean => mittente.endsWith(`@${DOMINIO_PEC}`);

const ATTESA_MILLISECONDI = 500;
const TENTATIVI = 10;

const attendi = (millisecondi: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millisecondi).unref());

/** Where the receipts of a mailbox are kept, and given. */
export interface LettorePec {
  /** Called with each receipt, as it arrives in the mailbox of the sender. */
  keep(ricevuta: { readonly da: string; readonly a: readonly string[]; readonly messaggio: string }): void;
}

const messageIdDi = (messaggio: string): string | undefined => /^Message-ID: <([^>\r\n]{1,998})>/im.exec(messaggio)?.[1];

export const createGestorePec = (contesto: Contesto, { keep }: LettorePec) => {
  /** A message whose sending is not written yet is answered 409: it is brought again. */
  const bring = async (messaggio: string): Promise<void> => {
    for (let i = 0; i < TENTATIVI; i++) {
      await attendi(ATTESA_MILLISECONDI);
      const risposta = await fetch(`${contesto.macchina.baseUrl}/backoffice/v1/promemoria/ricevutePec`, {
        method: "POST",
        headers: { authorization: basic(OPERATORE), "content-type": "message/rfc822" },
        body: messaggio,
      }).catch(() => undefined);
      if (risposta && risposta.status !== 409 && risposta.status < 500) return;
    }
  };

  return (mittente: string, destinatario: string, messaggio: string): void => {
    const msgid = messageIdDi(messaggio);
    if (msgid === undefined) return;
    const numero = contesto.archivio.next("pec");
    const inesistente = destinatario.includes("inesistente");
    const tipi: readonly Pick<DatiRicevuta, "tipo" | "errore">[] = [
      { tipo: "accettazione", errore: "nessuno" },
      inesistente ? { tipo: "errore-consegna", errore: "no-dest" } : { tipo: "avvenuta-consegna", errore: "nessuno" },
    ];
    const ricevute = tipi.map((quale, i) =>
      composeRicevutaPec({
        ...quale,
        msgid,
        identificativo: `sandbox.${numero}.${i}`,
        mittente,
        destinatario,
        istante: contesto.istante(),
      }),
    );
    for (const ricevuta of ricevute) keep({ da: "posta-certificata@pec.sandbox.example", a: [mittente], messaggio: ricevuta.messaggio });
    const inOrdine = async (): Promise<void> => {
      for (const ricevuta of ricevute) await bring(ricevuta.messaggio);
    };
    inOrdine().catch(() => undefined);
  };
};

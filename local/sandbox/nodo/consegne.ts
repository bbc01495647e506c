/**
 * Delivery of receipts: at once, then every hour up to 48 more times while the answer does not come or cannot be read (section 3.5). A
 * well-formed KO counts as delivered, as in the real Node: it does not refuse the money, it only loses the receipt.
 */
import type { Scambio } from "../comune/scambi.ts";
import type { Contesto } from "../contesto.ts";
import { sendBusta } from "./client.ts";
import type { Consegna } from "./modello.ts";

export const ORA_MS = 3_600_000;
export const MASSIMO_RIPETIZIONI = 48;

export interface Consegne {
  /** Writes receipts down; call it in the transaction that makes the payment final. */
  register(consegne: readonly Consegna[]): void;
  /** First attempt of receipts already registered; those that leave later, or never, are given back as they are. */
  sendNuove(consegne: readonly Consegna[], scambi: Scambio[]): Promise<Consegna[]>;
  /** Tries those that are due now; answers how many were tried. */
  retryScadute(): Promise<number>;
  /** Sends a receipt again as it is, delivered or not; undefined when it is unknown. */
  resend(receiptId: string, scambi: Scambio[]): Promise<Consegna[] | undefined>;
  /** Sends the receipts kept aside while the station was in stand-in. */
  release(idStazione: string, scambi: Scambio[]): Promise<void>;
  /** When the next attempt is due (milliseconds since the epoch). */
  prossimoTentativo(): number | undefined;
  list(): Consegna[];
}

export const createConsegne = (contesto: Contesto): Consegne => {
  const raccolta = contesto.archivio.raccolta<Consegna>("consegne");
  const inVolo = new Set<string>();
  /** Receipts waiting for the next one to overtake them; forgotten by a restart, they leave with the hourly retries. */
  const superate: Consegna[] = [];
  const salva = (consegna: Consegna): void =>
    raccolta.put(consegna.id, consegna, { gruppo: consegna.stato, ordine: String(consegna.prossimo) });

  const tenta = async (consegna: Consegna, scambi: Scambio[]): Promise<Consegna> => {
    // Another hand (the hourly beat) may have sent it since it was read.
    const attuale = raccolta.get(consegna.id);
    if (inVolo.has(consegna.id) || attuale?.tentativi !== consegna.tentativi) return attuale ?? consegna;
    inVolo.add(consegna.id);
    try {
      const esito = await sendBusta(contesto, consegna.operazione, consegna.busta, scambi);
      const tentativi = consegna.tentativi + 1;
      const dopo: Consegna =
        esito.tipo === "OK" || esito.tipo === "KO"
          ? {
              ...consegna,
              tentativi,
              stato: "CONSEGNATA",
              esito: esito.tipo,
              ...(esito.tipo === "KO" ? { faultCode: esito.fault.originalFaultCode ?? "" } : {}),
            }
          : {
              ...consegna,
              tentativi,
              prossimo: consegna.prossimo + ORA_MS,
              stato: tentativi > MASSIMO_RIPETIZIONI ? "ESAURITA" : "IN_CORSO",
            };
      // Emptied while the message was travelling: what is gone stays gone.
      if (raccolta.get(consegna.id) !== undefined) salva(dopo);
      return dopo;
    } finally {
      inVolo.delete(consegna.id);
    }
  };

  return {
    register: (consegne) => {
      for (const consegna of consegne) salva(consegna);
    },
    sendNuove: async (consegne, scambi) => {
      const esiti: Consegna[] = [];
      const davanti = superate.splice(0);
      for (const consegna of consegne) {
        if (consegna.stato !== "IN_CORSO" || consegna.prossimo > contesto.ora()) esiti.push(consegna);
        else if (contesto.guasti.takeSpeciale("disordine", "nodo", consegna.operazione) !== undefined) {
          const dopo = { ...consegna, prossimo: consegna.prossimo + ORA_MS };
          salva(dopo);
          superate.push(dopo);
          esiti.push(dopo);
        } else esiti.push(await tenta(consegna, scambi));
      }
      for (const consegna of davanti) await tenta(consegna, scambi);
      return esiti;
    },
    retryScadute: async () => {
      const adesso = contesto.ora();
      const scadute = raccolta.list("IN_CORSO").filter((consegna) => consegna.prossimo <= adesso && !inVolo.has(consegna.id));
      for (const consegna of scadute) {
        // After a long jump of the clock each missed hour was an attempt of its own: the schedule is kept, not restarted.
        let corrente = consegna;
        while (corrente.stato === "IN_CORSO" && corrente.prossimo <= adesso) {
          const dopo = await tenta(corrente, []);
          if (dopo === corrente) break;
          corrente = dopo;
        }
      }
      return scadute.length;
    },
    resend: async (receiptId, scambi) => {
      const note = raccolta.list().filter((consegna) => consegna.receiptId === receiptId);
      for (const consegna of note) await sendBusta(contesto, consegna.operazione, consegna.busta, scambi);
      return note.length === 0 ? undefined : note;
    },
    release: async (idStazione, scambi) => {
      for (const consegna of raccolta.list("TRATTENUTA").filter((voce) => voce.idStazione === idStazione)) {
        const pronta: Consegna = { ...consegna, stato: "IN_CORSO", prossimo: contesto.ora() };
        salva(pronta);
        await tenta(pronta, scambi);
      }
    },
    prossimoTentativo: () => raccolta.list("IN_CORSO")[0]?.prossimo,
    list: () => raccolta.list(),
  };
};

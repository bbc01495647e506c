/**
 * Checkout: takes a cart from a creditor's back end, checks its notices at the Node and waits for a person (or a test) to pay it. Nothing
 * tells the creditor the outcome but the receipts: the return URLs only bring the browser back (section 6).
 */
import { randomUUID } from "node:crypto";
import type { Scambio } from "../comune/scambi.ts";
import type { Contesto } from "../contesto.ts";
import type { Fault, Tentativo } from "../nodo/modello.ts";
import type { Nodo } from "../nodo/nodo.ts";
import { PSP } from "../psp/psp.ts";
import type { Carrello } from "./contratto.ts";

export type StatoCarrello = "CREATO" | "PAGATO" | "ANNULLATO" | "RIFIUTATO" | "IN_ATTESA";

export interface CarrelloAperto {
  readonly id: string;
  readonly richiesta: Carrello;
  readonly stato: StatoCarrello;
  readonly creatoIl: string;
  readonly fault?: Fault;
}

export interface EsitoCarrello {
  readonly carrello: CarrelloAperto;
  /** Where the browser goes; absent when the cart gave no address for this outcome. */
  readonly returnUrl: string | undefined;
  readonly scambi: readonly Scambio[];
}

export type RifiutoCarrello = { readonly stato: 422 | 502; readonly titolo: string; readonly dettaglio: string };
export const AZIONI = ["paga", "annulla", "rifiuta", "chiudi"] as const;
export type Azione = (typeof AZIONI)[number];

export interface Checkout {
  create(richiesta: Carrello): Promise<CarrelloAperto | RifiutoCarrello>;
  get(id: string): CarrelloAperto | undefined;
  list(): CarrelloAperto[];
  /** Undefined when the cart is already closed (or being paid). */
  act(id: string, azione: Azione, idPsp?: string): Promise<EsitoCarrello | undefined>;
}

const MASSIMO_AVVISI = 5;
const OSTACOLI = /IRRAGGIUNGIBILE|TIMEOUT|SERVIZIO_NONATTIVO|ERRORE_RESPONSE|SYSTEM_ERROR/;

const returnUrlDi = ({ richiesta: { returnUrls }, stato }: CarrelloAperto): string | undefined => {
  switch (stato) {
    case "PAGATO":
      return returnUrls.returnOkUrl;
    case "ANNULLATO":
      return returnUrls.returnCancelUrl;
    case "RIFIUTATO":
      return returnUrls.returnErrorUrl;
    case "IN_ATTESA":
      return returnUrls.returnWaitingUrl;
    case "CREATO":
      return undefined;
  }
};

const spiega = (fault: Fault): string =>
  [fault.faultCode, fault.originalFaultCode, fault.description].filter((parte) => parte !== undefined).join(" ");

/** Checkout asks the Node whether each notice can be paid before it accepts the cart. */
const controlla = async (nodo: Nodo, richiesta: Carrello): Promise<RifiutoCarrello | undefined> => {
  const chiavi = new Set(richiesta.paymentNotices.map((voce) => `${voce.fiscalCode}/${voce.noticeNumber}`));
  if (chiavi.size !== richiesta.paymentNotices.length)
    return { stato: 422, titolo: "Invalid cart request", dettaglio: "The cart contains duplicated notices" };
  if (chiavi.size > MASSIMO_AVVISI)
    return { stato: 422, titolo: "Invalid cart request", dettaglio: `Maximum number of payment notices is ${MASSIMO_AVVISI}` };
  for (const voce of richiesta.paymentNotices) {
    const avviso = { idDominio: voce.fiscalCode, numeroAvviso: voce.noticeNumber, idPsp: PSP[1].id };
    const esito = await nodo.verificaNotice(avviso, []);
    if (esito.ok) continue;
    const dettaglio = `Notice ${voce.noticeNumber}: ${spiega(esito.errore)}`;
    return OSTACOLI.test(esito.errore.faultCode)
      ? { stato: 502, titolo: "Bad gateway", dettaglio }
      : { stato: 422, titolo: "Position not payable", dettaglio };
  }
  return undefined;
};

/** Activates every notice of the cart, then pays them all; if one cannot be activated none is paid. */
const paga = async (nodo: Nodo, carrello: CarrelloAperto, idPsp: string, scambi: Scambio[]): Promise<Fault | undefined> => {
  const attivi: Tentativo[] = [];
  for (const voce of carrello.richiesta.paymentNotices) {
    const attivato = await nodo.activate(
      {
        idDominio: voce.fiscalCode,
        numeroAvviso: voce.noticeNumber,
        idPsp,
        importo: BigInt(voce.amount),
        paymentNote: carrello.richiesta.idCart,
      },
      scambi,
    );
    if (!attivato.ok) {
      for (const tentativo of attivi) nodo.cancel(tentativo.token);
      return attivato.errore;
    }
    attivi.push(attivato.valore);
  }
  for (const tentativo of attivi) await nodo.sendReceipt(tentativo.token, false, scambi);
  return undefined;
};

export const createCheckout = (contesto: Contesto, nodo: Nodo): Checkout => {
  const carrelli = contesto.archivio.raccolta<CarrelloAperto>("carrelli");
  const inPagamento = new Set<string>();
  const salva = (carrello: CarrelloAperto): CarrelloAperto => {
    carrelli.put(carrello.id, carrello, { ordine: carrello.creatoIl });
    return carrello;
  };

  const conclude = async (carrello: CarrelloAperto, azione: Azione, idPsp: string, scambi: Scambio[]): Promise<CarrelloAperto> => {
    if (azione === "annulla") return salva({ ...carrello, stato: "ANNULLATO" });
    if (azione === "rifiuta") return salva({ ...carrello, stato: "RIFIUTATO" });
    if (azione === "chiudi") return salva({ ...carrello, stato: "IN_ATTESA" });
    const fault = await paga(nodo, carrello, idPsp, scambi);
    return salva(fault === undefined ? { ...carrello, stato: "PAGATO" } : { ...carrello, stato: "RIFIUTATO", fault });
  };

  return {
    create: async (richiesta) => {
      const rifiuto = await controlla(nodo, richiesta);
      return rifiuto ?? salva({ id: randomUUID(), richiesta, stato: "CREATO", creatoIl: contesto.istante() });
    },
    get: (id) => carrelli.get(id),
    list: () => carrelli.list(),
    act: async (id, azione, idPsp = PSP[1].id) => {
      const carrello = carrelli.get(id);
      if (carrello?.stato !== "CREATO" || inPagamento.has(id)) return undefined;
      inPagamento.add(id);
      try {
        const scambi: Scambio[] = [];
        const concluso = await conclude(carrello, azione, idPsp, scambi);
        return { carrello: concluso, returnUrl: returnUrlDi(concluso), scambi };
      } finally {
        inPagamento.delete(id);
      }
    },
  };
};

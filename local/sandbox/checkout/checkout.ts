/**
 * Checkout: takes a cart from a creditor's back end, checks its notices at the Node and waits for a person (or a test) to pay it. Nothing
 * tells the creditor the outcome but the receipts: the return URLs only bring the browser back (section 6).
 */
import { randomUUID } from "node:crypto";
import { type EsitoProva, findEsitoProva } from "../../../shared/domain/prova/valori-magici.ts";
import type { Scambio } from "../comune/scambi.ts";
import type { Contesto } from "../contesto.ts";
import type { Fault, Tentativo } from "../nodo/modello.ts";
import type { Nodo } from "../nodo/nodo.ts";
import { altroPsp, esitoDi, rifiutoDelPsp } from "../nodo/prova.ts";
import { PSP } from "../psp/psp.ts";
import type { Carrello } from "./contratto.ts";

export type StatoCarrello = "CREATO" | "PAGATO" | "ANNULLATO" | "RIFIUTATO" | "IN_ATTESA";

export interface CarrelloAperto {
  readonly id: string;
  readonly richiesta: Carrello;
  readonly stato: StatoCarrello;
  readonly creatoIl: string;
  readonly fault?: Fault;
  /** Whoever was paying closed the page: the browser goes nowhere. */
  readonly senzaRitorno?: true;
}

export interface EsitoCarrello {
  readonly carrello: CarrelloAperto;
  /** Where the browser goes; absent when the cart gave no address for this outcome, or the page was closed. */
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

const NON_PAGABILE = { stato: 422, titolo: "Position not payable" } as const;
const GUASTO = { stato: 502, titolo: "Bad gateway" } as const;

const returnUrlDi = ({ richiesta: { returnUrls }, stato, senzaRitorno }: CarrelloAperto): string | undefined => {
  if (senzaRitorno === true) return undefined;
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
    const chiesto = findEsitoProva({ importo: BigInt(voce.amount) }, ["checkout"]);
    if (chiesto === "CARRELLO_RIFIUTATO") return { ...NON_PAGABILE, dettaglio: `Notice ${voce.noticeNumber}: refused` };
    if (chiesto === "CHECKOUT_GUASTO") return { ...GUASTO, dettaglio: "The platform does not answer" };
    const avviso = { idDominio: voce.fiscalCode, numeroAvviso: voce.noticeNumber, idPsp: PSP[1].id };
    const esito = await nodo.verificaNotice(avviso, []);
    if (esito.ok) continue;
    const dettaglio = `Notice ${voce.noticeNumber}: ${spiega(esito.errore)}`;
    return OSTACOLI.test(esito.errore.faultCode) ? { ...GUASTO, dettaglio } : { ...NON_PAGABILE, dettaglio };
  }
  return undefined;
};

type Concluso = Pick<CarrelloAperto, "stato" | "fault" | "senzaRitorno">;

/** What the first notice that asks for something asks for, once its debtor is known. */
const chiestoDa = (attivi: readonly Tentativo[]): EsitoProva | undefined =>
  attivi.map(({ dati }) => esitoDi(dati, "checkout", "pagamento", "ricevuta")).find((esito) => esito !== undefined);

/** Activates every notice of the cart, then pays them all; if one cannot be activated none is paid. */
const paga = async (nodo: Nodo, carrello: CarrelloAperto, idPsp: string, scambi: Scambio[]): Promise<Concluso> => {
  const attivi: Tentativo[] = [];
  const rilascia = (): void => {
    for (const { token } of attivi) nodo.cancel(token);
  };
  for (const voce of carrello.richiesta.paymentNotices) {
    const avviso = { idDominio: voce.fiscalCode, numeroAvviso: voce.noticeNumber, importo: BigInt(voce.amount) };
    if (findEsitoProva(avviso, ["checkout"]) === "PAGATO_ALTROVE") {
      const altrove = await nodo.activate({ ...avviso, idPsp: altroPsp(idPsp) }, scambi);
      if (altrove.ok) await nodo.sendReceipt(altrove.valore.token, false, scambi);
    }
    const attivato = await nodo.activate({ ...avviso, idPsp, paymentNote: carrello.richiesta.idCart }, scambi);
    if (!attivato.ok) {
      rilascia();
      return { stato: "RIFIUTATO", fault: attivato.errore };
    }
    attivi.push(attivato.valore);
  }
  const chiesto = chiestoDa(attivi);
  // The tokens live on: nobody has said that the payment will not be made.
  if (chiesto === "ABBANDONATO") return { stato: "IN_ATTESA", senzaRitorno: true };
  if (chiesto === "ANNULLATO" || chiesto === "RIFIUTATO") {
    rilascia();
    return chiesto === "ANNULLATO" ? { stato: "ANNULLATO" } : { stato: "RIFIUTATO", fault: rifiutoDelPsp(idPsp) };
  }
  for (const tentativo of attivi) await nodo.sendReceipt(tentativo.token, false, scambi);
  if (chiesto === "RICEVUTA_KO") return { stato: "RIFIUTATO", fault: rifiutoDelPsp(idPsp) };
  return { stato: "PAGATO", ...(chiesto === "MAI_TORNATO" ? { senzaRitorno: true } : {}) };
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
    return salva({ ...carrello, ...(await paga(nodo, carrello, idPsp, scambi)) });
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

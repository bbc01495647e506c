/** The PSP's desk: a person shows a notice, the desk verifies and pays it through the Node, and every message is shown to whoever asked. */

import { attendi } from "../comune/guasti.ts";
import { formatImporto } from "../comune/importi.ts";
import type { Scambio } from "../comune/scambi.ts";
import type { Contesto } from "../contesto.ts";
import type { Consegna, Fault, Verifica } from "../nodo/modello.ts";
import type { Nodo } from "../nodo/nodo.ts";
import { esitoDi, rifiutoDelPsp } from "../nodo/prova.ts";
import { faultNodo } from "../nodo/risposte.ts";
import { findPsp, PSP, type Psp } from "./psp.ts";

/** An exchange as the desk shows it. */
export type ScambioVisto = Pick<Scambio, "operazione" | "richiesta" | "risposta" | "millisecondi" | "statoHttp" | "errore">;

export interface EsitoSportello {
  readonly esito: "OK" | "KO";
  readonly fault?: Fault;
  readonly psp: { readonly id: string; readonly nome: string };
  readonly verifica?: Omit<Verifica, "importo"> & { readonly importo: number };
  readonly token?: string;
  readonly iuv?: string;
  /** Euro. */
  readonly importo?: number;
  readonly ricevuta?: {
    readonly receiptId: string;
    readonly consegnata: boolean;
    readonly consegne: readonly {
      readonly idPA: string;
      readonly stato: Consegna["stato"];
      readonly esito?: "OK" | "KO";
      readonly faultCode?: string;
    }[];
  };
  readonly scambi: readonly ScambioVisto[];
}

export interface RichiestaPagamento {
  readonly idDominio: string;
  readonly numeroAvviso: string;
  readonly psp?: string | undefined;
  /** Cents; absent = the amount verified. */
  readonly importo?: bigint | undefined;
  readonly versione?: 1 | 2 | undefined;
  readonly forza?: boolean | undefined;
  readonly paymentNote?: string | undefined;
  readonly transferType?: "POSTAL" | "PAGOPA" | undefined;
  /** Pays without asking the amount first, as when it is read from the QR code. */
  readonly senzaVerifica?: boolean | undefined;
  readonly soloAttivazione?: boolean | undefined;
  readonly senzaRicevuta?: boolean | undefined;
  /** The Node has the receipt and never delivers it: biz-events alone can give it. */
  readonly ricevutaSmarrita?: boolean | undefined;
}

export interface Sportello {
  verifica(richiesta: RichiestaPagamento): Promise<EsitoSportello>;
  paga(richiesta: RichiestaPagamento): Promise<EsitoSportello>;
  /** The outcome of a payment that was only activated. */
  conclude(token: string, senzaRicevuta: boolean): Promise<EsitoSportello>;
}

/** Cents to a JSON number of euro, through the text. */
export const euro = (centesimi: bigint): number => Number(formatImporto(centesimi));

const mostra = (scambi: readonly Scambio[]): ScambioVisto[] =>
  scambi.map(({ operazione, richiesta, risposta, millisecondi, statoHttp, errore }) => ({
    operazione,
    richiesta,
    risposta,
    millisecondi,
    statoHttp,
    ...(errore === undefined ? {} : { errore }),
  }));

const mostraRicevuta = (receiptId: string, consegne: readonly Consegna[]): NonNullable<EsitoSportello["ricevuta"]> => ({
  receiptId,
  consegnata: consegne.length > 0 && consegne.every((consegna) => consegna.stato === "CONSEGNATA"),
  consegne: consegne.map(({ idPA, stato, esito, faultCode }) => ({
    idPA,
    stato,
    ...(esito === undefined ? {} : { esito }),
    ...(faultCode === undefined ? {} : { faultCode }),
  })),
});

const scegliPsp = (id: string | undefined): Psp => (id === undefined ? PSP[0] : (findPsp(id) ?? { ...PSP[0], id, nome: id }));
const rifiuta = (psp: Psp, fault: Fault, scambi: readonly Scambio[]): EsitoSportello => ({
  esito: "KO",
  fault,
  psp: { id: psp.id, nome: psp.nome },
  scambi: mostra(scambi),
});

/** A fault of the PSP itself, before the Node is reached; lateness happens between payment and outcome, so it is left to `paga`. */
const guastoPsp = async (contesto: Contesto, psp: Psp, operazione: string): Promise<Fault | "doppio" | undefined> => {
  const guasto = contesto.guasti.take("psp", operazione);
  switch (guasto?.tipo) {
    case undefined:
      return undefined;
    case "ritardo":
      await attendi(guasto.millisecondi);
      return undefined;
    case "doppio":
      return "doppio";
    case "perso":
    case "timeout":
      return { faultCode: "PPT_CANALE_TIMEOUT", faultString: "Timeout del canale.", id: psp.id };
    case "malformato":
      return faultNodo("PPT_SINTASSI_EXTRAXSD", "Errore di sintassi extra XSD.", "Richiesta del PSP malformata.");
    case "rifiutato":
    case "http":
    case "disordine":
    case "contraffatto":
      return { faultCode: "CANALE_SYSTEM_ERROR", faultString: "Operazione rifiutata dal PSP.", id: psp.id };
  }
};

const createPaga =
  (contesto: Contesto, nodo: Nodo) =>
  async (richiesta: RichiestaPagamento): Promise<EsitoSportello> => {
    const psp = scegliPsp(richiesta.psp);
    const scambi: Scambio[] = [];
    const guasto = await guastoPsp(contesto, psp, "pagamento");
    if (typeof guasto === "object") return rifiuta(psp, guasto, scambi);
    const avviso = { ...richiesta, idPsp: psp.id };
    const verificato = richiesta.senzaVerifica === true ? undefined : await nodo.verificaNotice(avviso, scambi);
    if (verificato?.ok === false) return rifiuta(psp, verificato.errore, scambi);
    const importo = richiesta.importo ?? verificato?.valore.importo;
    const attivato = await nodo.activate({ ...avviso, importo }, scambi);
    if (!attivato.ok) return rifiuta(psp, attivato.errore, scambi);
    const { token, dati } = attivato.valore;
    if (esitoDi(dati, "pagamento") === "RIFIUTATO") {
      nodo.cancel(token);
      return rifiuta(psp, rifiutoDelPsp(psp.id), scambi);
    }
    // A doubled order of the PSP: the Node must stop the second one by itself.
    if (guasto === "doppio") await nodo.activate({ ...avviso, importo }, scambi);
    const base = {
      esito: "OK" as const,
      psp: { id: psp.id, nome: psp.nome },
      token,
      iuv: dati.iuv,
      importo: euro(dati.importo),
      ...(verificato?.ok === true ? { verifica: { ...verificato.valore, importo: euro(verificato.valore.importo) } } : {}),
    };
    if (richiesta.soloAttivazione === true) return { ...base, scambi: mostra(scambi) };
    const { senzaRicevuta = false, ricevutaSmarrita = false } = richiesta;
    const concluso = await nodo.sendReceipt(token, senzaRicevuta, scambi, ricevutaSmarrita);
    if (!concluso.ok) return rifiuta(psp, concluso.errore, scambi);
    if (concluso.valore.consegne.length === 0) return { ...base, scambi: mostra(scambi) };
    const ricevuta = mostraRicevuta(token, concluso.valore.consegne);
    // The receipt that says so leaves all the same.
    if (esitoDi(dati, "ricevuta") === "RICEVUTA_KO") return { ...rifiuta(psp, rifiutoDelPsp(psp.id), scambi), token, ricevuta };
    return { ...base, ricevuta, scambi: mostra(scambi) };
  };

export const createSportello = (contesto: Contesto, nodo: Nodo): Sportello => {
  const paga = createPaga(contesto, nodo);
  return {
    paga,
    verifica: async (richiesta) => {
      const psp = scegliPsp(richiesta.psp);
      const scambi: Scambio[] = [];
      const guasto = await guastoPsp(contesto, psp, "verifica");
      if (typeof guasto === "object") return rifiuta(psp, guasto, scambi);
      const esito = await nodo.verificaNotice({ ...richiesta, idPsp: psp.id }, scambi);
      if (!esito.ok) return rifiuta(psp, esito.errore, scambi);
      const importo = euro(esito.valore.importo);
      return { esito: "OK", psp: { id: psp.id, nome: psp.nome }, importo, verifica: { ...esito.valore, importo }, scambi: mostra(scambi) };
    },
    conclude: async (token, senzaRicevuta) => {
      const scambi: Scambio[] = [];
      const tentativo = nodo.tentativo(token);
      const psp = scegliPsp(tentativo?.idPsp);
      const concluso = await nodo.sendReceipt(token, senzaRicevuta, scambi);
      if (!concluso.ok) return rifiuta(psp, concluso.errore, scambi);
      const { tentativo: pagato, consegne } = concluso.valore;
      return {
        esito: "OK",
        psp: { id: psp.id, nome: psp.nome },
        token,
        iuv: pagato.dati.iuv,
        importo: euro(pagato.dati.importo),
        ...(consegne.length === 0 ? {} : { ricevuta: mostraRicevuta(token, consegne) }),
        scambi: mostra(scambi),
      };
    },
  };
};

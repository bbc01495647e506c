/** A receipt that should be here and is not: what says that it exists, what was tried, what comes next. One per creditor, IUV and IUR. */
import type { Tentativo } from "../pagamenti/tentativo.ts";
import type { Flusso, Rendicontazione } from "../rendicontazioni/flusso.ts";
import { addMinuti } from "../valori/date.ts";
import { isDaLavorare, type StatoRecupero, statiRecupero } from "./stati-recupero.ts";

export interface Recupero {
  readonly versione: number;
  readonly idDominio: string;
  readonly iuv: string;
  /** receiptId that is looked for. Of an activation, whose receiptId is not known yet, the code of the attempt. */
  readonly iur: string;
  readonly stato: StatoRecupero;
  readonly origine: "FLUSSO" | "ATTIVAZIONE" | "OPERATORE";
  /** Instants: first noticed; not to be worked on before; last tried; closed. */
  readonly dataRilevazione: string;
  readonly dataProssimoTentativo?: string;
  readonly dataUltimoTentativo?: string;
  readonly dataChiusura?: string;
  /** Answers of pagoPA that settled nothing. */
  readonly tentativi: number;
  /** Asked by an operator: before the others. */
  readonly urgente: boolean;
  /** What came of the last step, in Italian. */
  readonly dettaglio?: string;
  /** Row of the flow that told it; the outcome is that of the row. */
  readonly idFlusso?: string;
  readonly idPsp?: string;
  readonly revisione?: number;
  readonly esito?: number;
  /** Cents: of the rows, or of the attempt. */
  readonly importo?: bigint;
  readonly provenienza?: "NODO" | "RECUPERO" | "MANUALE";
  /** Last operator who acted on it, with the reason given. */
  readonly operatore?: string;
  readonly motivazione?: string;
}

/** The Node repeats a receipt for 48 hours (pagopa.md 3.5): before this grace most missing receipts are only late. */
export const GRAZIA_MINUTI = 12 * 60;
/** Twice the life of a token, so that a payment under way is not taken for a lost one. */
export const ATTIVAZIONE_VECCHIA_MINUTI = 60;
/** A flow comes by D+2 and can be replaced until D+4: after this nobody has paid with that activation. */
export const ATTESA_FLUSSO_GIORNI = 15;
/** While somebody works on it; whoever stops half-way leaves it to the next run. */
export const PRESA_MINUTI = 10;
/** A receipt found has to reach the archive within this time, else it is asked for again. */
const REGISTRAZIONE_MINUTI = 120;
/** pagoPA unreachable or overloaded: not an answer, so not a counted attempt. */
const DISSERVIZIO_MINUTI = 60;
/** Waits after the first answers without a receipt; then a person decides. */
const ATTESE_MINUTI = [6 * 60, 12 * 60, 24 * 60, 48 * 60] as const;

const PAGATO_CON_RICEVUTA = "007101";
const RIPETUTA = "007115";
const ESITI_SENZA_RICEVUTA: readonly number[] = [8, 9];

const isDaRegistrare = ({ esito, stato }: Rendicontazione): boolean =>
  ESITI_SENZA_RICEVUTA.includes(esito) && stato !== "ALTRO_INTERMEDIARIO";
const isSenzaPagamento = ({ segnalazioni }: Rendicontazione): boolean => segnalazioni.some(({ codice }) => codice === PAGATO_CON_RICEVUTA);

/**
 * What the rows of a page, just matched, leave to recover: one per payment, whatever its transfers. Nothing when a newer revision of the flow exists.
 * The result depends on the rows alone, so a page delivered twice gives the same.
 */
export function recuperiDaRighe({ obsoleto, dataAcquisizione }: Flusso, righe: readonly Rendicontazione[]): readonly Recupero[] {
  if (obsoleto) return [];
  const perPagamento = new Map<string, Recupero>();
  for (const riga of righe) {
    const daRegistrare = isDaRegistrare(riga);
    const ripetuta = riga.segnalazioni.some(({ codice }) => codice === RIPETUTA);
    if (ripetuta || !(daRegistrare || isSenzaPagamento(riga))) continue;
    const { idDominio, iuv, iur, idFlusso, idPsp, revisione, esito } = riga;
    const chiave = `${iuv}\u0000${iur}`;
    const noto = perPagamento.get(chiave);
    perPagamento.set(chiave, {
      versione: 0,
      ...{ idDominio, iuv, iur, idFlusso, idPsp, revisione, esito },
      stato: daRegistrare ? "DA_REGISTRARE" : "DA_RECUPERARE",
      origine: "FLUSSO",
      dataRilevazione: dataAcquisizione,
      dataProssimoTentativo: daRegistrare ? dataAcquisizione : addMinuti(dataAcquisizione, GRAZIA_MINUTI),
      tentativi: 0,
      urgente: false,
      importo: (noto?.importo ?? 0n) + riga.importo,
    });
  }
  return [...perPagamento.values()];
}

/** An activation without a receipt: its receiptId is not known, so there is nothing to ask yet. @param adesso instant. */
export const recuperoDaTentativo = ({ idDominio, iuv, ccp, importo, dataRichiesta }: Tentativo, adesso: string): Recupero => ({
  versione: 0,
  idDominio,
  iuv,
  iur: ccp,
  stato: "IN_ATTESA",
  origine: "ATTIVAZIONE",
  dataRilevazione: adesso,
  dataProssimoTentativo: addMinuti(dataRichiesta, ATTESA_FLUSSO_GIORNI * 24 * 60),
  tentativi: 0,
  urgente: false,
  importo,
  dettaglio: "Attivazione senza ricevuta",
});

/** A receipt that an operator asks for by name. */
export const recuperoRichiesto = (
  chiave: { readonly idDominio: string; readonly iuv: string; readonly iur: string },
  azione: AzioneOperatore,
): Recupero => ({
  versione: 0,
  ...chiave,
  stato: "DA_RECUPERARE",
  origine: "OPERATORE",
  dataRilevazione: azione.adesso,
  dataProssimoTentativo: azione.adesso,
  tentativi: 0,
  urgente: true,
  operatore: azione.operatore,
  motivazione: azione.motivazione,
});

export interface AzioneOperatore {
  readonly operatore: string;
  readonly motivazione: string;
  /** Instant. */
  readonly adesso: string;
}

type Evento = Parameters<typeof statiRecupero.next>[1];

/** Moves on, or answers undefined where the table does not allow it. A closed one has no next step. */
const advance = (recupero: Recupero, evento: Evento, adesso: string, campi: Partial<Recupero>): Recupero | undefined => {
  const stato = statiRecupero.next(recupero.stato, evento);
  if (!stato.ok) return undefined;
  const { dataProssimoTentativo: _prossimo, dataChiusura: _chiusura, ...resto } = recupero;
  const chiuso = !isDaLavorare(stato.valore) && stato.valore !== "IN_ATTESA";
  return { ...resto, ...campi, stato: stato.valore, ...(chiuso && { dataChiusura: adesso, urgente: false }) };
};

/** Taken in hand before pagoPA is called: who reads it meanwhile leaves it alone. */
export const claim = (recupero: Recupero, adesso: string): Recupero | undefined =>
  advance(recupero, "chiedi", adesso, { dataUltimoTentativo: adesso, dataProssimoTentativo: addMinuti(adesso, PRESA_MINUTI) });

export const found = (recupero: Recupero, adesso: string): Recupero | undefined =>
  advance(recupero, "trova", adesso, {
    dataProssimoTentativo: addMinuti(adesso, REGISTRAZIONE_MINUTI),
    dettaglio: "Ricevuta trovata, in registrazione",
  });

/** pagoPA answered, and not with a usable receipt: the wait grows, then it is up to a person. */
export const missed = (recupero: Recupero, adesso: string, dettaglio: string): Recupero | undefined => {
  const attesa = ATTESE_MINUTI[recupero.tentativi];
  const tentativi = recupero.tentativi + 1;
  if (attesa === undefined) return advance(recupero, "esaurisci", adesso, { tentativi, dettaglio });
  return advance(recupero, "chiedi", adesso, { tentativi, dettaglio, urgente: false, dataProssimoTentativo: addMinuti(adesso, attesa) });
};

/** pagoPA did not answer. */
export const postpone = (recupero: Recupero, adesso: string, dettaglio: string): Recupero | undefined =>
  advance(recupero, "chiedi", adesso, { dettaglio, dataProssimoTentativo: addMinuti(adesso, DISSERVIZIO_MINUTI) });

/** The receipt is in the archive. */
export const recovered = (recupero: Recupero, adesso: string, provenienza: NonNullable<Recupero["provenienza"]>): Recupero | undefined =>
  advance(recupero, "registra", adesso, { provenienza, dettaglio: "Ricevuta registrata" });

export const paidWithoutRpt = (recupero: Recupero, adesso: string, dettaglio: string): Recupero | undefined =>
  advance(recupero, "registraSenzaRpt", adesso, { dettaglio });

/** Nothing more can be done without a person. */
export const exhaust = (recupero: Recupero, adesso: string, dettaglio: string): Recupero | undefined =>
  advance(recupero, "esaurisci", adesso, { dettaglio });

export const lapse = (recupero: Recupero, adesso: string, dettaglio: string): Recupero | undefined =>
  advance(recupero, "decadi", adesso, { dettaglio });

/** An operator wants it tried again at once; a row without a receipt is registered again rather than asked to pagoPA. */
export const retry = (recupero: Recupero, { operatore, motivazione, adesso }: AzioneOperatore): Recupero | undefined => {
  const senzaRicevuta = recupero.esito !== undefined && ESITI_SENZA_RICEVUTA.includes(recupero.esito);
  const campi = {
    tentativi: 0,
    urgente: true,
    dataProssimoTentativo: adesso,
    operatore,
    motivazione,
    dettaglio: "Nuova ricerca chiesta da un operatore",
  };
  return advance(recupero, senzaRicevuta ? "riesamina" : "riprova", adesso, campi);
};

export const abandon = (recupero: Recupero, { operatore, motivazione, adesso }: AzioneOperatore): Recupero | undefined =>
  advance(recupero, "abbandona", adesso, { operatore, motivazione, dettaglio: "Abbandonato da un operatore" });

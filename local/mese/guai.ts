/** The known troubles of a month, those of flows and of their money and those of single payments, with what each must end in. */
import type { CodiceCausa } from "../../shared/domain/riscontri/cause.ts";
import type { Copertura } from "../../shared/domain/riscontri/esiti.ts";

interface DatiGuaio {
  readonly descrizione: string;
  /** Flows that it takes: none when the money has no flow of this creditor. */
  readonly flussi: 0 | 1 | 2 | 3;
  /** How the money of each flow must be judged; undefined when the flow never comes. */
  readonly copertura: Copertura | undefined;
  /** What must be said of its flows, and of its movements. */
  readonly cause: readonly CodiceCausa[];
  /** Its flows have one row. */
  readonly singolo?: true;
}

/** Troubles of the money. Where no cause is given the trouble must be solved without a person. */
export const GUAI = {
  NESSUNO: { descrizione: "un flusso, un bonifico", flussi: 1, copertura: "COPERTO", cause: [] },
  CUMULO: { descrizione: "tre flussi in un bonifico che li nomina tutti", flussi: 3, copertura: "COPERTO", cause: [] },
  CUMULO_TACIUTO: { descrizione: "due flussi in un bonifico che ne nomina uno", flussi: 2, copertura: "COPERTO", cause: [] },
  DIVISO: { descrizione: "un flusso in due bonifici", flussi: 1, copertura: "COPERTO", cause: [] },
  TRONCATO: { descrizione: "identificativo troncato", flussi: 1, copertura: "COPERTO", cause: [] },
  TRONCATO_AMBIGUO: {
    descrizione: "identificativo troncato, due flussi dello stesso importo",
    flussi: 2,
    copertura: "NESSUNA",
    cause: ["FLUSSO_NON_ACCREDITATO", "ABBINAMENTO_AMBIGUO"],
  },
  BARRE_PERSE: { descrizione: "causale senza barre, minuscola", flussi: 1, copertura: "COPERTO", cause: [] },
  SPAZI: { descrizione: "spazi dentro l'identificativo", flussi: 1, copertura: "COPERTO", cause: [] },
  PREFISSO: { descrizione: "causale preceduta da altro testo della banca", flussi: 1, copertura: "COPERTO", cause: [] },
  SOLO_TRN: { descrizione: "causale perduta, resta il riferimento del bonifico", flussi: 1, copertura: "COPERTO", cause: [] },
  SINGOLO: { descrizione: "bonifico singolo con lo IUV", flussi: 1, copertura: "COPERTO", cause: [], singolo: true },
  POSTE: { descrizione: "riga di Poste con la sola ricevuta", flussi: 1, copertura: "COPERTO", cause: [], singolo: true },
  SINGOLO_IGNOTO: {
    descrizione: "bonifico singolo di un pagamento sconosciuto",
    flussi: 0,
    copertura: undefined,
    cause: ["PAGAMENTO_MANCANTE"],
  },
  CENTESIMI: { descrizione: "cinque centesimi in meno", flussi: 1, copertura: "PARZIALE", cause: ["DIFFERENZA_MINIMA"] },
  TOLLERANZA: { descrizione: "un centesimo in meno, tollerato", flussi: 1, copertura: "IN_TOLLERANZA", cause: ["ACCREDITO_IN_TOLLERANZA"] },
  PARZIALE: { descrizione: "manca una parte del bonifico", flussi: 1, copertura: "PARZIALE", cause: ["ACCREDITO_PARZIALE"] },
  ECCEDENTE: { descrizione: "bonifico più grande del flusso", flussi: 1, copertura: "ECCEDENTE", cause: ["ACCREDITO_ECCEDENTE"] },
  ACCREDITO_MANCANTE: { descrizione: "flusso senza bonifico", flussi: 1, copertura: "NESSUNA", cause: ["FLUSSO_NON_ACCREDITATO"] },
  ACCREDITO_DOPPIO: { descrizione: "flusso accreditato due volte", flussi: 1, copertura: "COPERTO", cause: ["ACCREDITO_DOPPIO"] },
  FLUSSO_MANCANTE: { descrizione: "bonifico di un flusso mai arrivato", flussi: 1, copertura: undefined, cause: ["FLUSSO_MANCANTE"] },
  FLUSSO_TARDIVO: { descrizione: "flusso arrivato dopo giorni", flussi: 1, copertura: "COPERTO", cause: ["FLUSSO_TARDIVO"] },
  FLUSSO_INCOERENTE: {
    descrizione: "testata che non corrisponde alle righe",
    flussi: 1,
    copertura: "NESSUNA",
    cause: ["FLUSSO_INCOERENTE"],
  },
  REVISIONE_PRIMA: { descrizione: "flusso rivisto prima del bonifico", flussi: 1, copertura: "COPERTO", cause: [] },
  REVISIONE_DOPO: { descrizione: "flusso rivisto dopo il bonifico", flussi: 1, copertura: "PARZIALE", cause: ["REVISIONE_DOPO_ACCREDITO"] },
  LETTO_DUE_VOLTE: { descrizione: "lo stesso flusso da FdR-1 e da FdR-3", flussi: 1, copertura: "COPERTO", cause: [] },
  STESSO_NOME: { descrizione: "due PSP con lo stesso identificativo di flusso", flussi: 2, copertura: "COPERTO", cause: [] },
  ALTRO_ENTE: { descrizione: "bonifico del flusso di un altro ente", flussi: 0, copertura: undefined, cause: ["FLUSSO_DI_ALTRO_ENTE"] },
  STORNO: { descrizione: "bonifico stornato e ripetuto", flussi: 1, copertura: "COPERTO", cause: ["MOVIMENTO_STORNATO"] },
  CAUSALE_IGNOTA: {
    descrizione: "causale che non dice nulla",
    flussi: 1,
    copertura: "NESSUNA",
    cause: ["FLUSSO_NON_ACCREDITATO", "CAUSALE_SCONOSCIUTA"],
  },
  NON_PAGOPA: { descrizione: "entrata che non è di pagoPA", flussi: 0, copertura: undefined, cause: [] },
} as const satisfies Readonly<Record<string, DatiGuaio>>;

export type NomeGuaio = keyof typeof GUAI;
export const datiGuaio = (nome: NomeGuaio): DatiGuaio => GUAI[nome];

/** Troubles of single payments. */
export const GUAI_DI_RIGA = {
  NESSUNO: "ricevuta, riga e notifica",
  RICEVUTA_MANCANTE: "riga senza ricevuta",
  DOPPIO: "avviso pagato due volte",
  RIGA_RIPETUTA: "la stessa riga due volte",
  IMPORTO_DIVERSO: "rendicontato con un altro importo",
  NON_RENDICONTATO: "ricevuta senza riga",
  BOLLO: "ricevuta con una marca da bollo",
  SECONDARIO: "ricevuta con la quota di un altro ente",
  NON_MIO: "avviso di un altro intermediario",
  ESITO_9: "pagato senza ricevuta (esito 9)",
  STAND_IN: "pagato in stand-in (esito 4)",
  REVOCATO: "revocato dal PSP (esito 3)",
  NOTIFICA_MANCANTE: "il gestionale non lo notifica",
  NOTIFICA_DIVERSA: "il gestionale notifica un altro importo",
  NOTIFICA_SOLA: "il gestionale dà per pagato un altro dovuto",
} as const;

export type NomeGuaioDiRiga = keyof typeof GUAI_DI_RIGA;
export const NOMI_DI_RIGA = Object.keys(GUAI_DI_RIGA) as readonly NomeGuaioDiRiga[];

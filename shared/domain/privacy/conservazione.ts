/**
 * How long the data of citizens are kept, by creditor, and why some are kept longer: money not yet accounted for, disputes open, pagoPA still following the debt.
 * What stays after that (codes, amounts, days, accounting) tells nobody apart.
 */

import type { Notifica } from "../notifiche/notifica.ts";
import type { Pendenza } from "../pendenze/pendenza.ts";
import type { Recupero } from "../recuperi/recupero.ts";
import { isDaLavorare } from "../recuperi/stati-recupero.ts";
import type { Riscossione } from "../ricevute/ricevuta.ts";
import { giornoDi } from "../valori/date.ts";

/** Months from the payment, the annulment, the expiry. */
export interface MesiConservazione {
  readonly pagateMesi: number;
  readonly annullateMesi: number;
  readonly scaduteMesi: number;
}

export interface RegoleConservazione extends MesiConservazione {
  readonly versione: number;
  readonly idDominio: string;
  /** Who last changed them, and when. */
  readonly operatore: string;
  readonly data: string;
}

/**
 * What the law asks where a creditor has said nothing: accounting records ten years (art. 2220 c.c.), a credit not collected until its ordinary prescription,
 * what was annulled two years, as the originals of pagoPA.
 */
export const MESI_PREDEFINITI: MesiConservazione = { pagateMesi: 120, annullateMesi: 24, scaduteMesi: 120 };

export type MotivoConservazione =
  | "DA_PAGARE"
  | "DA_CHIARIRE"
  | "RECUPERO_APERTO"
  | "NON_RICONCILIATA"
  | "NOTIFICA_IN_CORSO"
  | "ARCHIVIO_PAGOPA"
  | "OBBLIGO_CONTABILE"
  | "ANNULLATA_RECENTE"
  | "CREDITO_NON_PRESCRITTO";

export const MOTIVI: Readonly<Record<MotivoConservazione, string>> = {
  DA_PAGARE: "La pendenza si può ancora pagare",
  DA_CHIARIRE: "La pendenza è pagata in parte o anomala: qualcuno deve chiarirla",
  RECUPERO_APERTO: "Una ricevuta della pendenza è ancora cercata",
  NON_RICONCILIATA: "Ciò che è stato riscosso non è ancora riconciliato",
  NOTIFICA_IN_CORSO: "Il pagamento deve ancora essere notificato al gestionale",
  ARCHIVIO_PAGOPA: "La pendenza, non pagata, è ancora negli archivi di pagoPA: va annullata prima",
  OBBLIGO_CONTABILE: "La legge impone di conservare le scritture contabili dei pagamenti",
  ANNULLATA_RECENTE: "La pendenza è annullata da troppo poco",
  CREDITO_NON_PRESCRITTO: "Il credito scaduto non è ancora prescritto",
};

export type DecisioneConservazione =
  | { readonly esito: "ANONIMIZZATA" }
  | { readonly esito: "ANONIMIZZABILE" }
  /** `finoAl`: day (Europe/Rome) after which it may be; absent = it depends on somebody. */
  | { readonly esito: "CONSERVATA"; readonly motivo: MotivoConservazione; readonly finoAl?: string };

/** What hangs from a debt and may hold it back. */
export interface ContornoPendenza {
  readonly recuperi: readonly Recupero[];
  readonly riscossioni: readonly Riscossione[];
  readonly notifiche: readonly Notifica[];
}

/** The same day n months later; the last of the month where there is none. */
export const addMesi = (giorno: string, mesi: number): string => {
  const [anno = 0, mese = 1, giornoDelMese = 1] = giorno.split("-").map(Number);
  const indice = anno * 12 + (mese - 1) + mesi;
  const ultimo = new Date(Date.UTC(Math.floor(indice / 12), (indice % 12) + 1, 0)).getUTCDate();
  const due = (numero: number): string => String(numero).padStart(2, "0");
  return `${Math.floor(indice / 12)}-${due((indice % 12) + 1)}-${due(Math.min(giornoDelMese, ultimo))}`;
};

type Termine = { readonly dal: string; readonly mesi: number; readonly motivo: MotivoConservazione } | MotivoConservazione;

const termineDi = (pendenza: Pendenza, mesi: MesiConservazione, oggi: string): Termine => {
  const { stato, dataPagamento, dataUltimoAggiornamento, dataScadenza, allineamento } = pendenza;
  switch (stato) {
    case "ESEGUITA":
    case "INCASSATA":
      return { dal: giornoDi(dataPagamento ?? dataUltimoAggiornamento), mesi: mesi.pagateMesi, motivo: "OBBLIGO_CONTABILE" };
    case "ANNULLATA":
      return { dal: giornoDi(dataUltimoAggiornamento), mesi: mesi.annullateMesi, motivo: "ANNULLATA_RECENTE" };
    case "NON_ESEGUITA":
      if (dataScadenza === undefined || dataScadenza >= oggi) return "DA_PAGARE";
      if (allineamento) return "ARCHIVIO_PAGOPA";
      return { dal: dataScadenza, mesi: mesi.scaduteMesi, motivo: "CREDITO_NON_PRESCRITTO" };
    default:
      return "DA_CHIARIRE";
  }
};

const ostacoloDi = ({ recuperi, riscossioni, notifiche }: ContornoPendenza): MotivoConservazione | undefined => {
  if (recuperi.some(({ stato }) => isDaLavorare(stato) || stato === "IN_ATTESA")) return "RECUPERO_APERTO";
  if (riscossioni.some(({ stato }) => stato === "RISCOSSA")) return "NON_RICONCILIATA";
  return notifiche.some(({ stato }) => stato === "DA_SPEDIRE") ? "NOTIFICA_IN_CORSO" : undefined;
};

/** @param oggi day in Europe/Rome. Without `contorno` what hangs from the debt is not looked at: the answer may only be too generous. */
export const decideConservazione = (
  pendenza: Pendenza,
  mesi: MesiConservazione,
  oggi: string,
  contorno?: ContornoPendenza,
): DecisioneConservazione => {
  if (pendenza.anonimizzata !== undefined) return { esito: "ANONIMIZZATA" };
  const termine = termineDi(pendenza, mesi, oggi);
  if (typeof termine === "string") return { esito: "CONSERVATA", motivo: termine };
  const finoAl = addMesi(termine.dal, termine.mesi);
  if (finoAl >= oggi) return { esito: "CONSERVATA", motivo: termine.motivo, finoAl };
  const ostacolo = contorno && ostacoloDi(contorno);
  return ostacolo ? { esito: "CONSERVATA", motivo: ostacolo } : { esito: "ANONIMIZZABILE" };
};

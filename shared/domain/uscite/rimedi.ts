/**
 * What may be done when a call to pagoPA goes wrong, as data (pagopa.md 3.3): asking again helps only where the fault says so, and after a time-out of our
 * own a message that pagoPA calls duplicate is a message that it already has.
 */

/** `mai`: the same call gives the same answer; `attesa`: later it may go well; `stato`: it may already have been done, ask before acting. */
export type Rimedio = "mai" | "attesa" | "stato";

const con = (rimedio: Rimedio, codici: string): readonly (readonly [string, Rimedio])[] =>
  codici.split(" ").map((codice) => [`PPT_${codice}`, rimedio] as const);

/** Faults of the Node, by family: syntax, identity, RPT, receipts, flows, WISP, channel, load. */
export const RIMEDI_FAULT: ReadonlyMap<string, Rimedio> = new Map([
  ...con("mai", "SINTASSI_EXTRAXSD SINTASSI_XSD SOAPACTION_ERRATA SEMANTICA"),
  ...con("mai", "AUTENTICAZIONE AUTORIZZAZIONE DOMINIO_SCONOSCIUTO DOMINIO_DISABILITATO"),
  ...con("mai", "INTERMEDIARIO_PA_SCONOSCIUTO INTERMEDIARIO_PA_DISABILITATO STAZIONE_INT_PA_SCONOSCIUTA STAZIONE_INT_PA_DISABILITATA"),
  ...con("mai", "PSP_SCONOSCIUTO PSP_DISABILITATO INTERMEDIARIO_PSP_SCONOSCIUTO INTERMEDIARIO_PSP_DISABILITATO"),
  ...con("mai", "CANALE_SCONOSCIUTO CANALE_DISABILITATO CANALE_NONRISOLVIBILE CANALE_INDISPONIBILE CANALE_ERR_PARAM_PAG_IMM"),
  ...con("mai", "RPT_SCONOSCIUTA IBAN_NON_CENSITO MULTI_BENEFICIARIO TIPOFIRMA_SCONOSCIUTO CODIFICA_PSP_SCONOSCIUTA OPER_NON_STORNABILE"),
  ...con("stato", "RPT_DUPLICATA ID_CARRELLO_DUPLICATO RT_DUPLICATA"),
  ...con("mai", "RT_SCONOSCIUTA ID_FLUSSO_SCONOSCIUTO WISP_SESSIONE_SCONOSCIUTA WISP_TIMEOUT_RECUPERO_SCELTA"),
  ...con("attesa", "RT_NONDISPONIBILE"),
  ...con("attesa", "CANALE_TIMEOUT CANALE_ERRORE CANALE_ERRORE_RESPONSE CANALE_IRRAGGIUNGIBILE CANALE_SERVIZIO_NONATTIVO"),
  ...con("attesa", "SUPERAMENTOSOGLIA SYSTEM_ERROR"),
]);

/** A fault that we do not know is not repeated by a machine: somebody has to look. */
export const rimedioDiFault = (codice: string): Rimedio => RIMEDI_FAULT.get(codice) ?? "mai";

/** How an attempt over HTTP ended, as far as repeating it is concerned. */
export interface Tentata {
  readonly status?: number;
  readonly causa?: "tempo" | "rete" | "troppo-grande" | "interrotta";
  /** The other side never saw it: nobody was listening. */
  readonly maiPartita?: boolean;
  /** What the other side asked us to wait (Retry-After). */
  readonly attesaChiestaMillisecondi?: number;
}

/** Statuses after which the same request may go well. `dubbio`: it may have been carried out. */
const STATI: Readonly<Record<number, "dubbio" | "certo">> = {
  408: "dubbio",
  425: "certo",
  429: "certo",
  500: "dubbio",
  502: "dubbio",
  503: "dubbio",
  504: "dubbio",
};

/** Whether the same request may be sent again. What may have been carried out is repeated only when doing it twice changes nothing. */
export const isRipetibile = ({ status, causa, maiPartita }: Tentata, idempotente: boolean): boolean => {
  if (causa === "troppo-grande" || causa === "interrotta") return false;
  if (causa !== undefined) return idempotente || maiPartita === true;
  const stato = status === undefined ? undefined : STATI[status];
  return stato === "certo" || (stato === "dubbio" && idempotente);
};

const PAUSA_MILLISECONDI = 200;
/** Less than this is not worth another attempt: it would only end in a time-out. */
const TEMPO_MINIMO_MILLISECONDI = 100;

export interface Ripetizione {
  readonly tentata: Tentata;
  readonly idempotente: boolean;
  /** From 1. */
  readonly tentativo: number;
  readonly tentativi: number;
  /** Of the time budget of the whole call. */
  readonly restanoMillisecondi: number;
  /** Between 0 and 1: spreads the attempts of many callers. */
  readonly caso: number;
}

/** Milliseconds to wait before the next attempt; undefined = there is none, the answer stands. */
export const attesaPrimaDiRipetere = (ripetizione: Ripetizione): number | undefined => {
  const { tentata, idempotente, tentativo, tentativi, restanoMillisecondi, caso } = ripetizione;
  if (tentativo >= tentativi || !isRipetibile(tentata, idempotente)) return undefined;
  const pausa = PAUSA_MILLISECONDI * 2 ** (tentativo - 1);
  const attesa = Math.max(tentata.attesaChiestaMillisecondi ?? 0, Math.round(pausa * (0.5 + caso / 2)));
  return attesa + TEMPO_MINIMO_MILLISECONDI <= restanoMillisecondi ? attesa : undefined;
};

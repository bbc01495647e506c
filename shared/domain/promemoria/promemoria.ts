/** A message to the debtor: of a notice, of its expiry, of a receipt (reference 3.14), by one channel. It holds no address: that is read from the debt when it leaves. */
import { addMinuti } from "../valori/date.ts";
import type { StatoPromemoria } from "./stati-promemoria.ts";

export type { StatoPromemoria } from "./stati-promemoria.ts";

export const TIPI_PROMEMORIA = ["AVVISO_PAGAMENTO", "SCADENZA_AVVISO_PAGAMENTO", "RICEVUTA_TELEMATICA"] as const;
export type TipoPromemoria = (typeof TIPI_PROMEMORIA)[number];

export const CANALI = ["PEC", "EMAIL", "APP_IO"] as const;
export type Canale = (typeof CANALI)[number];

/** What the channel tells after it took the message: the receipts of certified mail, the status of App IO. */
export const STATI_RECAPITO = ["ACCETTATO", "RECAPITATO", "NON_RECAPITATO"] as const;
export interface Recapito {
  readonly stato: (typeof STATI_RECAPITO)[number];
  /** Instant, as the channel says it. */
  readonly data: string;
  /** The citizen has opened it; absent where the channel does not say. */
  readonly letto?: boolean;
}

export interface Promemoria {
  readonly versione: number;
  /** Kind, channel and, of a receipt, which: a debt cannot have the same message twice. */
  readonly id: string;
  readonly idDominio: string;
  readonly iuv: string;
  readonly tipo: TipoPromemoria;
  readonly canale: Canale;
  readonly stato: StatoPromemoria;
  readonly descrizioneStato?: string;
  readonly idRicevuta?: string;
  readonly tentativi: number;
  /** Instants: when it was decided; from when it may leave. */
  readonly data: string;
  readonly quando: string;
  /** How many times it was armed: who comes for an earlier one has nothing to do. */
  readonly giro: number;
  /** Cancelled because of the state of the debt: armed again if that changes. */
  readonly riarmabile?: true;
  /** Name that the channel gave it. */
  readonly idMessaggio?: string;
  readonly recapito?: Recapito;
  /** How many times the channel was asked what became of it. */
  readonly controlli?: number;
  readonly dataUltimoTentativo?: string;
  readonly dataProssimoTentativo?: string;
}

export const idPromemoria = (tipo: TipoPromemoria, canale: Canale, idRicevuta?: string): string =>
  [tipo, canale, ...(idRicevuta === undefined ? [] : [idRicevuta])].join(".");

/** Which message, and which arming of it. */
export interface RichiestaInvio {
  readonly idDominio: string;
  readonly iuv: string;
  readonly id: string;
  readonly giro: number;
}

export const toRichiestaInvio = ({ idDominio, iuv, id, giro }: RichiestaInvio): RichiestaInvio => ({ idDominio, iuv, id, giro });

/** Ask the channel what became of a message that it took; `controllo`: how many times it was asked before, so that twice is once. */
export interface RichiestaControllo extends RichiestaInvio {
  readonly controllo: number;
}

/** A message that waits for its day, or for its channel to know what became of it: a small item in one of few ordered lists, taken away when the time comes. */
export interface ScadenzaPromemoria extends RichiestaInvio {
  readonly versione: number;
  readonly frammento: number;
  readonly quando: string;
  readonly controllo?: number;
}

/** Lists of the messages that wait. */
export const FRAMMENTI_SCADENZE = 8;

const frammentoDi = (iuv: string): number => Number(iuv.slice(-4, -2)) % FRAMMENTI_SCADENZE || 0;

export const toScadenza = (promemoria: Promemoria): ScadenzaPromemoria => ({
  ...toRichiestaInvio(promemoria),
  versione: 0,
  frammento: frammentoDi(promemoria.iuv),
  quando: promemoria.quando,
});

/** When App IO is asked, after how many minutes from the time before: most are known at once, the last week is that of its own attempts. */
const ATTESE_CONTROLLI_MINUTI = [10, 60, 6 * 60, 24 * 60, 6 * 24 * 60] as const;

/** The next time to ask; undefined when it was asked enough. */
export const toControllo = (promemoria: Promemoria, adesso: string): ScadenzaPromemoria | undefined => {
  const controllo = promemoria.controlli ?? 0;
  const minuti = ATTESE_CONTROLLI_MINUTI[controllo];
  if (minuti === undefined) return undefined;
  return { ...toScadenza(promemoria), quando: addMinuti(adesso, minuti), controllo };
};

/** A message to the debtor: of a notice, of its expiry, of a receipt (reference 3.14), by one channel. It holds no address: that is read from the debt when it leaves. */
import type { StatoPromemoria } from "./stati-promemoria.ts";

export type { StatoPromemoria } from "./stati-promemoria.ts";

export const TIPI_PROMEMORIA = ["AVVISO_PAGAMENTO", "SCADENZA_AVVISO_PAGAMENTO", "RICEVUTA_TELEMATICA"] as const;
export type TipoPromemoria = (typeof TIPI_PROMEMORIA)[number];

export const CANALI = ["EMAIL", "APP_IO"] as const;
export type Canale = (typeof CANALI)[number];

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

/** A message that waits for its day: a small item in one of few ordered lists, taken away when the day comes. */
export interface ScadenzaPromemoria extends RichiestaInvio {
  readonly versione: number;
  readonly frammento: number;
  readonly quando: string;
}

/** Lists of the messages that wait. */
export const FRAMMENTI_SCADENZE = 8;

export const toScadenza = (promemoria: Promemoria): ScadenzaPromemoria => ({
  ...toRichiestaInvio(promemoria),
  versione: 0,
  frammento: Number(promemoria.iuv.slice(-4, -2)) % FRAMMENTI_SCADENZE || 0,
  quando: promemoria.quando,
});

/** One thing that happened to a debt, whatever part of the product knows it: facts with types, that become words only for who reads them. */

import type { VoceStoria } from "../pendenze/pendenza.ts";

/** Who reads: `assistenza` answers the telephone without the right to see whose the debt is; `cittadino` is also who has no credentials. */
export const LETTORI = ["operatore", "applicazione", "assistenza", "cittadino"] as const;
export type Lettore = (typeof LETTORI)[number];

/** Cents, days in Europe/Rome, instants. */
export interface DettagliFatto {
  readonly importo?: bigint;
  readonly importoPrima?: bigint;
  readonly importoDovuto?: bigint;
  /** Of the service of the notice. */
  readonly costo?: bigint;
  readonly scadenza?: string;
  readonly scadenzaPrima?: string;
  readonly giorno?: string;
  readonly quando?: string;
  readonly psp?: string;
  readonly idRicevuta?: string;
  readonly ccp?: string;
  readonly stato?: string;
  readonly comunicazione?: string;
  readonly canale?: string;
  readonly idFlusso?: string;
  readonly idRiconciliazione?: string;
  readonly destinatario?: string;
  readonly tentativi?: number;
  readonly archivio?: string;
  readonly motivo?: string;
  readonly decisione?: string;
  readonly mandato?: string;
  /** Of a receipt that the Node did not deliver by itself. */
  readonly provenienza?: "RECUPERO" | "MANUALE";
  /** Who paid, against the debtor of today. */
  readonly pagante?: "DEBITORE" | "ALTRI";
  readonly dopoAnnullamento?: true;
  /** Free text of a person; of the product or of another system. */
  readonly motivazione?: string;
  readonly dettaglio?: string;
}

export type NomeDettaglio = keyof DettagliFatto;

export interface Fatto<T extends string = string> {
  /** Tells it apart from those of the same instant, and orders them: always the same for the same fact. */
  readonly id: string;
  /** Instant. */
  readonly data: string;
  readonly tipo: T;
  /** Principal of who did it; `pagoPA`, `sistema`. */
  readonly autore: string;
  readonly dettagli: DettagliFatto;
  /** Only of a change of the debt itself: its event, and the fields before and after. */
  readonly evento?: string;
  readonly campi?: VoceStoria["campi"];
}

/** Order among facts of the same instant: what asks for a payment, what changes the debt, what follows. */
type Passo = "1" | "2" | "3";

export const idFatto = (passo: Passo, ...parti: readonly (string | number)[]): string => [passo, ...parti].join("#");

/** Of the same instant, by their id: the order never changes between one page and the next. */
export const compareFatti = (a: Pick<Fatto, "data" | "id">, b: Pick<Fatto, "data" | "id">): number => {
  if (a.data !== b.data) return a.data < b.data ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
};

/** Who made a payment known. Of one in prova pagoPA knows nothing. */
export const autoreDiPagamento = (prova: true | undefined): string => (prova ? "sistema" : "pagoPA");

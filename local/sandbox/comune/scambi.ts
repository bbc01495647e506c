/** The messages exchanged between the parties and the gateway, last ones first on the page: a window, not an archive. */
export interface Scambio {
  readonly parte: string;
  readonly operazione: string;
  readonly indirizzo: string;
  readonly richiesta: string;
  readonly risposta: string;
  readonly millisecondi: number;
  /** HTTP status; 0 when no answer came. */
  readonly statoHttp: number;
  /** Why no usable answer came, when it did not. */
  readonly errore?: string;
  readonly istante: string;
}

export interface Scambi {
  add(scambio: Scambio): void;
  /** Exchanges after the given number (0 = all that are kept), oldest first. */
  list(dopo: number): { numero: number; scambio: Scambio }[];
  clear(): void;
}

const MASSIMO = 300;

export const createScambi = (): Scambi => {
  let ultimo = 0;
  let finestra: { numero: number; scambio: Scambio }[] = [];
  return {
    add: (scambio) => {
      ultimo += 1;
      finestra.push({ numero: ultimo, scambio });
      if (finestra.length > MASSIMO * 2) finestra = finestra.slice(-MASSIMO);
    },
    list: (dopo) => finestra.filter((voce) => voce.numero > dopo).slice(-MASSIMO),
    clear: () => {
      finestra = [];
    },
  };
};

/**
 * Failed attempts to log in, counted by principal and address: who guesses waits longer and longer, and nobody locks out a colleague who sits elsewhere.
 * What is counted expires, so no lock is for ever.
 */
export interface TentativiAccesso {
  readonly versione: number;
  readonly principal: string;
  readonly indirizzo: string;
  readonly falliti: number;
  /** UTC instant of the last failure. */
  readonly ultimo: string;
  /** Epoch seconds after which the count starts again. */
  readonly scadeAlle: number;
}

/** Typing errors cost nothing. */
const LIBERI = 5;
const PRIMA_ATTESA_SECONDI = 30;
const ATTESA_MASSIMA_SECONDI = 3_600;
/** Without failures for this long, the count is forgotten. */
const MEMORIA_SECONDI = 24 * 3_600;

const isValida = (tentativi: TentativiAccesso | undefined, adesso: string): tentativi is TentativiAccesso =>
  tentativi !== undefined && tentativi.scadeAlle > Math.floor(Date.parse(adesso) / 1000);

/** Seconds that the caller still has to wait before an attempt is looked at; 0 = none. */
export const attesaDi = (tentativi: TentativiAccesso | undefined, adesso: string): number => {
  if (!isValida(tentativi, adesso) || tentativi.falliti < LIBERI) return 0;
  const attesa = Math.min(ATTESA_MASSIMA_SECONDI, PRIMA_ATTESA_SECONDI * 2 ** Math.min(20, tentativi.falliti - LIBERI));
  const trascorsi = (Date.parse(adesso) - Date.parse(tentativi.ultimo)) / 1000;
  // A failure from the future means that the clock went back: it counts as just happened.
  return Math.max(0, Math.ceil(attesa - Math.max(0, trascorsi)));
};

/** The count after one more failure. */
export const addFallito = (
  tentativi: TentativiAccesso | undefined,
  { principal, indirizzo, adesso }: { readonly principal: string; readonly indirizzo: string; readonly adesso: string },
): TentativiAccesso => ({
  versione: tentativi?.versione ?? 0,
  principal,
  indirizzo,
  falliti: (isValida(tentativi, adesso) ? tentativi.falliti : 0) + 1,
  ultimo: adesso,
  scadeAlle: Math.floor(Date.parse(adesso) / 1000) + MEMORIA_SECONDI,
});

/** The count after a success: nothing to wait for. */
export const clearFalliti = (tentativi: TentativiAccesso, adesso: string): TentativiAccesso => ({
  ...tentativi,
  falliti: 0,
  scadeAlle: Math.floor(Date.parse(adesso) / 1000) + MEMORIA_SECONDI,
});

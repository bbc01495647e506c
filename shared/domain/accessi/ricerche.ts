/**
 * Who looks for the debts of others: an anonymous search that finds nothing is counted, by the address it comes from and by what it looked for (a notice, a
 * tax code). The numbers are those of somebody who mistypes, not of somebody who tries them all; who finds what it looks for is never counted.
 */
import { addFallito, type TentativiAccesso } from "./tentativi.ts";

/** Searches without outcome in the memory, beyond which one waits. */
export const SOGLIE = { indirizzo: 20, oggetto: 30 } as const;
export type TipoContato = keyof typeof SOGLIE;

/** Without failures for this long, the count is forgotten. */
const MEMORIA_SECONDI = 3_600;

/** Seconds to wait before searching again; 0 = none. */
export const attesaRicerca = (tipo: TipoContato, tentativi: TentativiAccesso | undefined, adesso: string): number => {
  const secondi = Math.floor(Date.parse(adesso) / 1000);
  return tentativi === undefined || tentativi.falliti < SOGLIE[tipo] ? 0 : Math.max(0, tentativi.scadeAlle - secondi);
};

/** The count after one more search that found nothing. */
export const addRicerca = (
  tentativi: TentativiAccesso | undefined,
  chi: { readonly principal: string; readonly indirizzo: string; readonly adesso: string },
): TentativiAccesso => ({
  ...addFallito(tentativi, chi),
  scadeAlle: Math.floor(Date.parse(chi.adesso) / 1000) + MEMORIA_SECONDI,
});

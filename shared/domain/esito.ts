/** Expected refusals are values, not exceptions: every rule that may say no answers an Esito. */
export type Esito<T, E = string> = { readonly ok: true; readonly valore: T } | { readonly ok: false; readonly errore: E };

export const ok = <const T>(valore: T): { readonly ok: true; readonly valore: T } => ({ ok: true, valore });

export const ko = <const E>(errore: E): { readonly ok: false; readonly errore: E } => ({ ok: false, errore });

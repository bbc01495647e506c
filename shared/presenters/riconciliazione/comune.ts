/** Pieces that every resource of this API shows in the same way. */
import { API_BASE } from "../../contracts/operation.ts";
import type { Segnalazione } from "../../domain/pendenze/pendenza.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";

export type Nomi = ReadonlyMap<string, string>;

export const presentDominio = (idDominio: string, nomi: Nomi) => ({ idDominio, ragioneSociale: nomi.get(idDominio) ?? idDominio });

export const presentSegnalazioni = (segnalazioni: readonly Segnalazione[]) => segnalazioni.map((s) => ({ ...s, data: toIsoRoma(s.data) }));

export const linkRiconciliazione = (idDominio: string, id: string): string =>
  `${API_BASE.riconciliazione}/riconciliazioni/${encodeURIComponent(idDominio)}/${encodeURIComponent(id)}`;

/** Links stay inside the API that was asked: the caller may have no right on the others. */
export interface Collegamenti {
  pendenza(idA2A: string, idPendenza: string): string;
  riconciliazione(idDominio: string, id: string): string;
}

/** Of an API that shows nothing of how the creditor reconciles. */
export type CollegamentiPortale = Pick<Collegamenti, "pendenza"> & { readonly riconciliazione: () => undefined };

export const linkPendenza = (idA2A: string, idPendenza: string): string =>
  `${API_BASE.pendenze}/pendenze/${encodeURIComponent(idA2A)}/${encodeURIComponent(idPendenza)}`;

export const COLLEGAMENTI: Collegamenti = { pendenza: linkPendenza, riconciliazione: linkRiconciliazione };

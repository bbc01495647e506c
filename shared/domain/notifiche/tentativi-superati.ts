/**
 * The attempts that a newer one leaves behind, for the version of the API EC that is told of them (reference 1.13, v1 row 5). Nobody writes that an attempt is
 * superseded: it follows from the dates, and is said when the newer one is.
 */
import { statoTentativoAl } from "../pagamenti/stato-tentativo-al.ts";
import type { Tentativo } from "../pagamenti/tentativo.ts";
import { isRiusabile } from "../storico/stati-rpt.ts";
import { type Notifica, nuovaNotifica } from "./notifica.ts";

/** The state in which an attempt was dropped; undefined while it may still be paid, or once it has its receipt. */
export function statoAbbandono(tentativo: Tentativo, tutti: readonly Tentativo[], adesso: string): Tentativo["stato"] | undefined {
  if (tentativo.idRicevuta !== undefined) return undefined;
  const stato = statoTentativoAl(tentativo, tutti, adesso);
  if (tentativo.tipoRpt === "RPT") return isRiusabile(stato, tentativo.codiceEsito) ? stato : undefined;
  return stato === "RPT_ANNULLATA" ? stato : undefined;
}

/**
 * Told of the start of `ccp`, a system is told once of the end of each attempt of which it knows the start: of this one too, if it is told late.
 * @param adesso instant: what is told now is told after what was told before.
 */
export function notificheAnnullamento(
  { ccp, idA2A }: { readonly ccp: string; readonly idA2A: string },
  { tentativi, notifiche }: { readonly tentativi: readonly Tentativo[]; readonly notifiche: readonly Notifica[] },
  adesso: string,
): readonly Notifica[] {
  const sue = notifiche.filter((notifica) => notifica.idA2A === idA2A);
  const avviati = new Set([ccp, ...sue.flatMap((n) => (n.tipo === "ATTIVAZIONE" && n.stato === "SPEDITA" ? n.ccp : []))]);
  const gia = new Set(sue.flatMap((n) => (n.tipo === "ANNULLAMENTO" ? n.ccp : [])));
  return tentativi
    .filter((uno) => avviati.has(uno.ccp) && !gia.has(uno.ccp) && statoAbbandono(uno, tentativi, adesso) !== undefined)
    .map(({ idDominio, iuv, ccp: chiuso }) => nuovaNotifica({ tipo: "ANNULLAMENTO", idDominio, iuv, ccp: chiuso }, idA2A, adesso));
}

/** Payment attempts for operators: with their debt inside, and on request in the words of the legacy family (reference 1.11, rows 65-69). */
import { toJsonNodo } from "../../domain/pagamenti/json-nodo.ts";
import { rptRetrocompatibile, rtRetrocompatibile } from "../../domain/storico/retrocompatibilita.ts";

import { CCP_UNICO, type Rpt } from "../../domain/storico/rpt.ts";
import type { Rt } from "../../domain/storico/rt.ts";
import { selectCampi } from "../comuni/campi.ts";
import { presentTentativo, type RppDaMostrare } from "../pendenze/rpp.ts";
import { type Nomi, presentIndexOperatore } from "./pendenza-index.ts";

/** The attempt whose ccp the legacy family calls "n/a": a path cannot hold its slash, and says it with a hyphen. */
export const toChiaveRpp = <K extends { readonly ccp: string }>(chiave: K): K =>
  chiave.ccp === "n-a" ? { ...chiave, ccp: CCP_UNICO } : chiave;

/** Messages of the modern family translated; those of the legacy one are already in its words. */
export const translateMessaggi = (
  { tentativo, pendenza, ricevuta }: RppDaMostrare,
  { creditori }: Pick<Nomi, "creditori">,
): { readonly rpt?: Rpt; readonly rt?: Rt } => {
  const creditore = creditori.get(pendenza.idDominio);
  if (tentativo.tipoRpt === "RPT" || !creditore) return {};
  const contesto = { tentativo, pendenza, creditore };
  const rpt = rptRetrocompatibile(contesto);
  return { ...(rpt && { rpt }), ...(ricevuta && { rt: rtRetrocompatibile(ricevuta, contesto) }) };
};

const inFormaStorica = (rpp: RppDaMostrare, nomi: Nomi) => {
  const { rpt, rt } = translateMessaggi(rpp, nomi);
  return { ...(rpt && { rpt: { ...toJsonNodo(rpt) } }), ...(rt && { rt: { ...toJsonNodo(rt) } }) };
};

export const presentRppOperatore = (nomi: Nomi, storica = false) => {
  const present = presentIndexOperatore(nomi);
  return (rpp: RppDaMostrare) => ({
    ...presentTentativo(rpp),
    ...(storica && inFormaStorica(rpp, nomi)),
    bloccante: rpp.tentativo.bloccante ?? true,
    pendenza: present(rpp.pendenza),
  });
};

/** An element of a list; with `campi` only those. */
export const presentRppIndexOperatore = (
  nomi: Nomi,
  { storica, campi }: { readonly storica: boolean; readonly campi?: readonly string[] },
) => {
  const present = presentRppOperatore(nomi, storica);
  return (rpp: RppDaMostrare) => selectCampi(present(rpp), campi);
};

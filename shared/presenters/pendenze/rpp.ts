/** A payment attempt as the APIs Pendenze and Pagamento show it, with its debt inside (reference 2.5). */

import type { NomeApi } from "../../contracts/operation.ts";
import type { Tentativo } from "../../domain/pagamenti/tentativo.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { Ricevuta } from "../../domain/ricevute/ricevuta.ts";
import { selectCampi } from "../comuni/campi.ts";
import { presentSegnalazioni } from "../comuni/segnalazioni.ts";
import { type Creditori, presentIndex } from "./pendenza-index.ts";

export interface RppDaMostrare {
  readonly tentativo: Tentativo;
  readonly stato: string;
  readonly pendenza: Pendenza;
  readonly ricevuta?: Ricevuta;
}

/** What every version tells; `pendenza` is a link or the debt itself. */
export const presentTentativo = ({ tentativo, stato, ricevuta }: Omit<RppDaMostrare, "pendenza">) => ({
  stato,
  segnalazioni: presentSegnalazioni(ricevuta?.segnalazioni ?? []),
  rpt: { ...tentativo.rpt },
  ...(ricevuta && { rt: { ...ricevuta.rt } }),
  modello: tentativo.modello,
});

export const presentRpp = (api: NomeApi, creditori: Creditori, adesso: string) => (rpp: RppDaMostrare) => ({
  ...presentTentativo(rpp),
  pendenza: presentIndex(api, creditori, adesso)(rpp.pendenza),
});

/** An element of a list; with `campi` only those. */
export const presentRppIndex = (api: NomeApi, creditori: Creditori, adesso: string, campi?: readonly string[]) => (rpp: RppDaMostrare) =>
  selectCampi(presentRpp(api, creditori, adesso)(rpp), campi);

/** A payment attempt as the API Pendenze v1 shows it: a link to its debt in lists, the debt itself in the detail (reference 1.3). */

import { API_BASE } from "../../contracts/operation.ts";
import { selectCampi } from "../comuni/campi.ts";
import type { Creditori } from "../pendenze/pendenza-index.ts";
import { presentTentativo, type RppDaMostrare } from "../pendenze/rpp.ts";
import { API, type ApiV1, presentIndexV1 } from "./pendenza-index.ts";

export const linkPendenza = ({ idA2A, idPendenza }: { readonly idA2A: string; readonly idPendenza: string }, api: ApiV1 = API): string =>
  `${API_BASE[api]}/pendenze/${encodeURIComponent(idA2A)}/${encodeURIComponent(idPendenza)}`;

export const presentRppIndexV1 =
  (campi?: readonly string[], api: ApiV1 = API) =>
  (rpp: RppDaMostrare) =>
    selectCampi({ ...presentTentativo(rpp), pendenza: linkPendenza(rpp.tentativo, api) }, campi);

export const presentRppV1 =
  (creditori: Creditori, adesso: string, api: ApiV1 = API) =>
  (rpp: RppDaMostrare) => ({
    ...presentTentativo(rpp),
    pendenza: presentIndexV1(creditori, adesso, api)(rpp.pendenza),
  });

interface QueryRppV1 {
  readonly esito?: string;
  readonly dataDa?: string;
  readonly dataA?: string;
}

/** Under the names of v2. */
export const toQueryRpp = <Q extends QueryRppV1>({ esito, dataDa, dataA, ...query }: Q) => ({
  ...query,
  ...(esito !== undefined && { esitoPagamento: esito }),
  ...(dataDa !== undefined && { dataRptDa: dataDa }),
  ...(dataA !== undefined && { dataRptA: dataA }),
});

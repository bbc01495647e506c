/** A payment attempt as the APIs Pendenze and Pagamento show it, with links inside the API that was asked. */
import { API_BASE, type NomeApi } from "../../contracts/operation.ts";
import type { Tentativo } from "../../domain/pagamenti/tentativo.ts";
import type { Ricevuta } from "../../domain/ricevute/ricevuta.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";

export interface RppDaMostrare {
  readonly tentativo: Tentativo;
  readonly stato: string;
  readonly ricevuta?: Ricevuta;
}

export const presentRpp =
  (api: NomeApi) =>
  ({ tentativo, stato, ricevuta }: RppDaMostrare) => ({
    stato,
    segnalazioni: (ricevuta?.segnalazioni ?? []).map((segnalazione) => ({ ...segnalazione, data: toIsoRoma(segnalazione.data) })),
    rpt: { ...tentativo.rpt },
    ...(ricevuta && { rt: { ...ricevuta.rt } }),
    pendenza: `${API_BASE[api]}/pendenze/${encodeURIComponent(tentativo.idA2A)}/${encodeURIComponent(tentativo.idPendenza)}`,
    modello: tentativo.modello,
  });

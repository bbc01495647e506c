/** A payment attempt as the API Pagamento shows it. */
import { API_BASE } from "../../contracts/operation.ts";
import type { Tentativo } from "../../domain/pagamenti/tentativo.ts";
import type { Ricevuta } from "../../domain/ricevute/ricevuta.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";

export interface RppDaMostrare {
  readonly tentativo: Tentativo;
  readonly stato: string;
  readonly ricevuta?: Ricevuta;
}

export const presentRpp = ({ tentativo, stato, ricevuta }: RppDaMostrare) => ({
  stato,
  segnalazioni: (ricevuta?.segnalazioni ?? []).map((segnalazione) => ({ ...segnalazione, data: toIsoRoma(segnalazione.data) })),
  rpt: { ...tentativo.rpt },
  ...(ricevuta && { rt: { ...ricevuta.rt } }),
  pendenza: `${API_BASE.pagamento}/pendenze/${encodeURIComponent(tentativo.idA2A)}/${encodeURIComponent(tentativo.idPendenza)}`,
  modello: tentativo.modello,
});

/** Receipts as the API Pagamento shows them: links stay inside the API that was asked, and nothing is told of how the creditor reconciles. */
import { API_BASE } from "../../contracts/operation.ts";
import type { Ricevuta } from "../../domain/ricevute/ricevuta.ts";
import type { Posizione } from "../../ports/posizioni.ts";
import type { CollegamentiPortale } from "../riconciliazione/comune.ts";
import { presentRicevuta, presentRicevutaIndex } from "../riconciliazione/ricevuta.ts";

export type ApiRicevute = "pagamento" | "pagamento-v3" | "cittadino" | "portale";

export const collegamentiDi = (api: ApiRicevute): CollegamentiPortale => ({
  pendenza: (idA2A, idPendenza) => `${API_BASE[api]}/pendenze/${encodeURIComponent(idA2A)}/${encodeURIComponent(idPendenza)}`,
  riconciliazione: () => undefined,
});

export const presentRicevutePortale = (
  idDominio: string,
  { ricevute, ragioneSociale }: { readonly ricevute: readonly Ricevuta[]; readonly ragioneSociale: string },
) => {
  const present = presentRicevutaIndex(new Map([[idDominio, ragioneSociale]]));
  return { numRisultati: ricevute.length, risultati: ricevute.map(present) };
};

interface Dettaglio {
  readonly ricevuta: Ricevuta;
  readonly posizione: Posizione;
  readonly ragioneSociale: string;
  readonly originale: string | undefined;
}

export const presentRicevutaPortale = (api: ApiRicevute, { ricevuta, posizione, ragioneSociale, originale }: Dettaglio) =>
  presentRicevuta(ricevuta, posizione, ragioneSociale, originale, { api, collegamenti: collegamentiDi(api) });

/** Portal payments as the API Pagamento shows them, and what every API shows of them. */
import { API_BASE, type NomeApi } from "../../contracts/operation.ts";
import type { Pagamento } from "../../domain/pagamenti/pagamento.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";
import { selectCampi } from "../comuni/campi.ts";
import { presentSoggetto } from "../comuni/soggetto.ts";

export const presentComunePagamento = (pagamento: Pagamento) => ({
  id: pagamento.id,
  nome: pagamento.nome,
  stato: pagamento.stato,
  ...(pagamento.descrizioneStato !== undefined && { descrizioneStato: pagamento.descrizioneStato }),
  importo: toNumeroJson(pagamento.importo),
  dataRichiestaPagamento: toIsoRoma(pagamento.dataRichiesta),
  ...(pagamento.idSessionePortale !== undefined && { idSessionePortale: pagamento.idSessionePortale }),
  ...(pagamento.pspRedirectUrl !== undefined && { pspRedirectUrl: pagamento.pspRedirectUrl }),
  ...(pagamento.urlRitorno !== undefined && { urlRitorno: pagamento.urlRitorno }),
  ...(pagamento.soggettoVersante && { soggettoVersante: presentSoggetto(pagamento.soggettoVersante) }),
  ...(pagamento.idSessionePsp !== undefined && { idSessionePsp: pagamento.idSessionePsp }),
  modello: pagamento.modello ?? ("Modello unico" as const),
  ...(pagamento.prova && { prova: pagamento.prova }),
});

/** The debts of a payment, each with how it ended; links stay inside the API that was asked. */
export const presentPosizioni = (api: NomeApi, { posizioni }: Pagamento) =>
  posizioni.map((posizione) => ({
    idA2A: posizione.idA2A,
    idPendenza: posizione.idPendenza,
    idDominio: posizione.idDominio,
    numeroAvviso: posizione.numeroAvviso,
    causale: posizione.causale,
    importo: toNumeroJson(posizione.importo),
    stato: posizione.esito,
    pendenza: `${API_BASE[api]}/pendenze/${posizione.idA2A}/${posizione.idPendenza}`,
  }));

const linkRpp = (api: NomeApi, { id }: Pagamento): string => `${API_BASE[api]}/rpp?idPagamento=${id}`;

type ApiPagamento = "pagamento" | "pagamento-v1";

/** An element of a list; with `campi` only those. */
export const presentPagamentoIndex =
  (campi?: readonly string[], api: ApiPagamento = "pagamento") =>
  (pagamento: Pagamento) =>
    selectCampi(
      {
        ...presentComunePagamento(pagamento),
        rpp: linkRpp(api, pagamento),
        pendenze: `${API_BASE[api]}/pendenze?idPagamento=${pagamento.id}`,
      },
      campi,
    );

export const presentPagamento = (pagamento: Pagamento, api: ApiPagamento = "pagamento") => ({
  ...presentComunePagamento(pagamento),
  rpp: linkRpp(api, pagamento),
  pendenze: presentPosizioni(api, pagamento),
});

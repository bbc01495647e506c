/** Portal payments as the API Pagamento shows them, and what every API shows of them. */
import { API_BASE, type NomeApi } from "../../contracts/operation.ts";
import type { Pagamento } from "../../domain/pagamenti/pagamento.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";
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

const linkRpp = ({ id }: Pagamento): string => `${API_BASE.pagamento}/rpp?idPagamento=${id}`;

export const presentPagamentoIndex = (pagamento: Pagamento) => ({
  ...presentComunePagamento(pagamento),
  rpp: linkRpp(pagamento),
  pendenze: `${API_BASE.pagamento}/pendenze?idPagamento=${pagamento.id}`,
});

export const presentPagamento = (pagamento: Pagamento) => ({
  ...presentComunePagamento(pagamento),
  rpp: linkRpp(pagamento),
  pendenze: presentPosizioni("pagamento", pagamento),
});

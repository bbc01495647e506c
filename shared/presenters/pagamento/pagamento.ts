/** Portal payments as the API Pagamento shows them. */
import { API_BASE } from "../../contracts/operation.ts";
import type { Pagamento } from "../../domain/pagamenti/pagamento.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";
import { presentSoggetto } from "../comuni/soggetto.ts";

const comune = (pagamento: Pagamento) => ({
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
  rpp: `${API_BASE.pagamento}/rpp?idPagamento=${pagamento.id}`,
});

export const presentPagamentoIndex = (pagamento: Pagamento) => ({
  ...comune(pagamento),
  pendenze: `${API_BASE.pagamento}/pendenze?idPagamento=${pagamento.id}`,
});

export const presentPagamento = (pagamento: Pagamento) => ({
  ...comune(pagamento),
  pendenze: pagamento.posizioni.map((posizione) => ({
    idA2A: posizione.idA2A,
    idPendenza: posizione.idPendenza,
    idDominio: posizione.idDominio,
    numeroAvviso: posizione.numeroAvviso,
    causale: posizione.causale,
    importo: toNumeroJson(posizione.importo),
    stato: posizione.esito,
    pendenza: `${API_BASE.pagamento}/pendenze/${posizione.idA2A}/${posizione.idPendenza}`,
  })),
});

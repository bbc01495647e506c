/** Movements of the treasurer and the files that told them, as they are answered; and their filters. */
import { definiti } from "../../domain/definiti.ts";
import type { Caricamento } from "../../domain/tesoreria/caricamento.ts";
import type { Movimento } from "../../domain/tesoreria/movimento-registrato.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { fromNumeroJson, toNumeroJson } from "../../domain/valori/importo.ts";
import { toIntervallo, toOrdine } from "../comuni/filtri.ts";

export const presentCaricamentoIndex = (caricamento: Caricamento) => {
  const { id, idDominio, nomeFile, stato, descrizioneStato, formato, formatoLetto = formato, mittente } = caricamento;
  return {
    ...{ id, idDominio, nomeFile, stato, mittente: mittente.nome },
    ...definiti({ descrizioneStato, formato: formatoLetto }),
    dataOraCaricamento: toIsoRoma(caricamento.dataOraCaricamento),
    dataOraUltimoAggiornamento: toIsoRoma(caricamento.dataOraUltimoAggiornamento),
    righeLette: caricamento.righeLette,
    movimentiNuovi: caricamento.nuovi,
    movimentiAggiornati: caricamento.aggiornati,
    righeGiaPresenti: caricamento.presenti,
    righeSenzaDenaro: caricamento.ignorate,
    righeScartate: caricamento.scartate,
    importoEntrate: toNumeroJson(caricamento.entrate),
    importoUscite: toNumeroJson(caricamento.uscite),
  };
};

export const presentCaricamento = (caricamento: Caricamento) => {
  const { profilo, versioneFormato, dimensione, impronta, dataDa, dataA, conti, flusso, segnalazioni } = caricamento;
  return {
    ...presentCaricamentoIndex(caricamento),
    ...definiti({ profilo, versioneFormato, dimensione, impronta, dataDa, dataA, flusso }),
    conti: [...conti],
    segnalazioni: [...segnalazioni],
  };
};

export const presentCaricamentoFirmato = ({
  caricamento: { id, dataOraCaricamento },
  url,
  tipoContenuto,
  secondi,
}: {
  readonly caricamento: Caricamento;
  readonly url: string;
  readonly tipoContenuto: string;
  readonly secondi: number;
}) => ({
  ...{ id, url, metodo: "PUT" as const },
  intestazioni: { "content-type": tipoContenuto },
  scadenza: toIsoRoma(new Date(Date.parse(dataOraCaricamento) + secondi * 1000).toISOString()),
});

export const presentMovimentoIndex = (movimento: Movimento) => {
  const { id, idDominio, stato, segno, importo, importoRegolarizzato, importoStornato, dataContabile, causale } = movimento;
  const { dataValuta, conto, numeroSospeso, esercizio, numeroDocumento, sct, riferimentoBanca, ordinante } = movimento;
  return {
    ...{ id, idDominio, stato, segno, dataContabile, causale },
    importo: toNumeroJson(importo),
    importoRegolarizzato: toNumeroJson(importoRegolarizzato),
    importoStornato: toNumeroJson(importoStornato),
    ...definiti({ dataValuta, conto, numeroSospeso, esercizio, numeroDocumento, sct, riferimentoBanca, ordinante }),
  };
};

export const presentMovimento = (movimento: Movimento) => {
  const { chiavi, operazioni, origini, segnalazioni, dataRegistrazione, dataAggiornamento } = movimento;
  return {
    ...presentMovimentoIndex(movimento),
    chiavi: { flussi: [...chiavi.flussi], flussiTroncati: [...chiavi.troncati], iuv: [...chiavi.iuv], iur: [...chiavi.iur] },
    operazioni: operazioni.map(({ operazione, importo, data, numeroDocumento }) => ({
      ...{ operazione, data, importo: toNumeroJson(importo) },
      ...definiti({ numeroDocumento }),
    })),
    origini: origini.map(({ idCaricamento, riga, formato }) => ({ idCaricamento, riga, formato })),
    segnalazioni: [...segnalazioni],
    dataRegistrazione: toIsoRoma(dataRegistrazione),
    dataAggiornamento: toIsoRoma(dataAggiornamento),
  };
};

interface QueryLista {
  readonly idDominio?: string;
  readonly dataDa?: string;
  readonly dataA?: string;
  readonly ordinamento: string;
}

export const toFiltriCaricamenti = (query: QueryLista & { readonly stato?: string; readonly idFlusso?: string }) => ({
  ...definiti({ idDominio: query.idDominio, stato: query.stato, idFlusso: query.idFlusso }),
  ...toIntervallo(query),
  ordine: toOrdine(query.ordinamento),
});

/** The contract has checked that the amounts have two decimals. */
const cents = (euro: number | undefined): bigint | undefined => {
  const letto = euro === undefined ? undefined : fromNumeroJson(euro);
  return letto?.ok ? letto.valore : undefined;
};

export const toRicercaMovimenti = (
  query: QueryLista & {
    readonly stato?: Movimento["stato"];
    readonly segno?: Movimento["segno"];
    readonly conto?: string;
    readonly importoDa?: number;
    readonly importoA?: number;
    readonly testo?: string;
    readonly idFlusso?: string;
    readonly numeroSospeso?: string;
    readonly esercizio?: number;
    readonly idCaricamento?: string;
  },
) => {
  const { idDominio, dataDa, dataA, stato, segno, conto, importoDa, importoA, testo, idFlusso, numeroSospeso, esercizio, idCaricamento } =
    query;
  return {
    ...definiti({ idDominio, stato, segno, conto, testo, idFlusso, numeroSospeso, esercizio, idCaricamento, da: dataDa, a: dataA }),
    ...definiti({ importoDa: cents(importoDa), importoA: cents(importoA) }),
    ordine: toOrdine(query.ordinamento),
  };
};

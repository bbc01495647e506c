/** Files on money to decide about, between wire and domain. */
import type * as z from "zod";
import type { AzioneFascicolo as Corpo } from "../../contracts/riconciliazione/fascicoli.ts";
import { definiti } from "../../domain/definiti.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { EffettoContabile } from "../../domain/fascicoli/effetto-contabile.ts";
import { type AzioneFascicolo, eccedenzaDi, type Fascicolo } from "../../domain/fascicoli/fascicolo.ts";
import { MOTIVI_FASCICOLO } from "../../domain/fascicoli/motivi-fascicolo.ts";
import { statiFascicolo } from "../../domain/fascicoli/stati-fascicolo.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { Ricevuta } from "../../domain/ricevute/ricevuta.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { writeRecord } from "../../domain/tracciati/csv.ts";
import { giornoDi, toIsoRoma } from "../../domain/valori/date.ts";
import { formatImporto, fromNumeroJson, toNumeroJson } from "../../domain/valori/importo.ts";
import { toIntervallo, toOrdine } from "../comuni/filtri.ts";
import { presentSoggetto } from "../comuni/soggetto.ts";

export const presentFascicoloIndex = (fascicolo: Fascicolo) => {
  const { idDominio, id, motivo, stato, iuv, iur, origine, importo, importoDovuto, dettaglio, rimborso } = fascicolo;
  const { idA2A, idPendenza, idTipoPendenza, idUnitaOperativa, assegnatario, nota } = fascicolo;
  return {
    ...{ idDominio, id, motivo, stato, iuv, iur, origine, dettaglio },
    descrizioneMotivo: MOTIVI_FASCICOLO[motivo],
    descrizioneStato: statiFascicolo.descriviStato(stato),
    importo: toNumeroJson(importo),
    importoDovuto: toNumeroJson(importoDovuto),
    eccedenza: toNumeroJson(eccedenzaDi(fascicolo)),
    dataPagamento: toIsoRoma(fascicolo.dataPagamento),
    ...definiti({ idA2A, idPendenza, idTipoPendenza, idUnitaOperativa, assegnatario, nota }),
    ...(rimborso && { rimborso: { ...rimborso, importo: toNumeroJson(rimborso.importo), data: toIsoRoma(rimborso.data) } }),
    dataApertura: toIsoRoma(fascicolo.dataApertura),
    dataUltimaVariazione: toIsoRoma(fascicolo.dataUltimaVariazione),
  };
};

const presentEffetto = ({ documento, importo, causale, quote }: EffettoContabile) => ({
  ...{ documento, causale },
  importo: toNumeroJson(importo),
  quote: quote.map(({ movimento, importo: quanto, idVocePendenza, quota }) => ({
    ...{ movimento, importo: toNumeroJson(quanto) },
    ...definiti({ idVocePendenza, ...quota }),
  })),
});

interface Dettaglio {
  readonly fascicolo: Fascicolo;
  readonly posizione: { readonly pendenza?: Pendenza };
  readonly ricevuta: Ricevuta | undefined;
  readonly effetto: EffettoContabile;
}

export const presentFascicolo = ({ fascicolo, posizione: { pendenza }, ricevuta, effetto }: Dettaglio) => {
  const debitore = ricevuta?.debitore ?? pendenza?.debitore;
  return {
    ...presentFascicoloIndex(fascicolo),
    ...definiti({ numeroAvviso: pendenza?.numeroAvviso ?? ricevuta?.numeroAvviso, causale: pendenza?.causale }),
    ...(debitore && { debitore: presentSoggetto(debitore) }),
    ...(ricevuta?.versante && { versante: presentSoggetto(ricevuta.versante) }),
    ...(ricevuta && { psp: { idPsp: ricevuta.idPsp, denominazione: ricevuta.denominazionePsp } }),
    effettoContabile: presentEffetto(effetto),
    storia: fascicolo.storia.map(({ data, ...voce }) => ({ data: toIsoRoma(data), ...voce })),
  };
};

const COLONNE_ELENCO = [
  ...["fascicolo", "idDominio", "motivo", "stato", "iuv", "iur", "importo", "importoDovuto", "eccedenza", "dataPagamento", "rimborso"],
  ...["mandato", "idA2A", "idPendenza", "idTipoPendenza", "idUnitaOperativa", "assegnatario", "dataApertura", "dettaglio"],
];

/** The files of a page, one a line: amounts with two decimals, days of Rome. */
export const presentFascicoliCsv = (fascicoli: readonly Fascicolo[]): string => {
  const righe = fascicoli.map((f) => [
    ...[f.id, f.idDominio, f.motivo, f.stato, f.iuv, f.iur, formatImporto(f.importo), formatImporto(f.importoDovuto)],
    ...[formatImporto(eccedenzaDi(f)), giornoDi(f.dataPagamento), f.rimborso ? formatImporto(f.rimborso.importo) : ""],
    ...[f.rimborso?.mandato?.numero, f.idA2A, f.idPendenza, f.idTipoPendenza, f.idUnitaOperativa, f.assegnatario].map((v) => v ?? ""),
    ...[giornoDi(f.dataApertura), f.dettaglio],
  ]);
  return [COLONNE_ELENCO, ...righe].map((riga) => writeRecord(riga, ";")).join("");
};

const COLONNE = [
  ...["fascicolo", "documento", "importoDocumento", "causale", "movimento", "importo"],
  ...["voce", "capitolo", "articolo", "annoEsercizio", "accertamento", "titolo", "tipologia", "categoria"],
];

/** One line per quote; of a document without quotes, one line all the same. */
export const presentEffettoCsv = ({ fascicolo, effetto }: Dettaglio): string => {
  const { documento, importo, causale, quote } = effetto;
  const testa = [fascicolo.id, documento, formatImporto(importo), causale];
  const righe = quote.map(({ movimento, importo: quanto, idVocePendenza = "", quota }) => [
    ...[...testa, movimento, formatImporto(quanto), idVocePendenza],
    ...[quota?.capitolo, quota?.articolo, quota?.annoEsercizio, quota?.accertamento, quota?.titolo, quota?.tipologia, quota?.categoria].map(
      (v) => (v === undefined ? "" : String(v)),
    ),
  ]);
  const tutte = righe.length > 0 ? righe : [[...testa, ...COLONNE.slice(testa.length).map(() => "")]];
  return [COLONNE, ...tutte].map((riga) => writeRecord(riga, ";")).join("");
};

/** The error names the amount that is not one. */
export const toAzione = (corpo: z.output<typeof Corpo>): Esito<AzioneFascicolo, Rifiuto<"NON_PROCESSABILE">> => {
  if (corpo.azione !== "PROPONI_RIMBORSO") return ok(corpo);
  const { importo, ...resto } = corpo;
  if (importo === undefined) return ok(resto);
  const cents = fromNumeroJson(importo, "importo");
  return cents.ok ? ok({ ...resto, importo: cents.valore }) : rifiuto("NON_PROCESSABILE", cents.errore);
};

export const toFiltriFascicoli = (query: {
  readonly idDominio?: string;
  readonly dataDa?: string;
  readonly dataA?: string;
  readonly ordinamento: string;
  readonly daLavorare: boolean;
  readonly stato?: string;
  readonly motivo?: string;
  readonly assegnatario?: string;
  readonly iuv?: string;
}) => {
  const { idDominio, daLavorare, stato, motivo, assegnatario, iuv } = query;
  return {
    ...toIntervallo(query),
    ordine: toOrdine(query.ordinamento),
    daLavorare,
    ...definiti({ idDominio, stato, motivo, assegnatario, iuv }),
  };
};

/** Anomalies between wire and domain. */
import type * as z from "zod";
import type { AzioneAnomalie as Azione, VariazioneAnomalia as Corpo } from "../../contracts/riconciliazione/anomalie.ts";
import { type Anomalia, isInRitardo, type VoceAnomalia } from "../../domain/anomalie/anomalia.ts";
import { CATALOGO_ANOMALIE } from "../../domain/anomalie/catalogo.ts";
import { describeSoggetto } from "../../domain/anomalie/soggetto.ts";
import type { VariazioneAnomalia } from "../../domain/anomalie/variazioni-anomalia.ts";
import { definiti } from "../../domain/definiti.ts";
import { giornoDi, toIsoRoma } from "../../domain/valori/date.ts";
import { toNumeroJson } from "../../domain/valori/importo.ts";
import { toIntervallo, toOrdine } from "../comuni/filtri.ts";

const euro = (centesimi: bigint | undefined): number | undefined => (centesimi === undefined ? undefined : toNumeroJson(centesimi));

/** @param adesso instant: what is late depends on when one looks. */
export const presentAnomaliaIndex = (adesso: string) => (anomalia: Anomalia) => {
  const { idDominio, id, codice, soggetto, stato, evidenza, fatti, coda, chiusura } = anomalia;
  const { regola, assegnatario, nota, scadenza, nascostaFino } = anomalia;
  return {
    ...{ idDominio, id, codice, titolo: CATALOGO_ANOMALIE[codice].titolo, stato, evidenza, coda },
    soggetto: { ...soggetto, descrizione: describeSoggetto(soggetto) },
    fatti: definiti({ ...fatti, importo: euro(fatti.importo), importoAtteso: euro(fatti.importoAtteso) }),
    ...definiti({ regola, assegnatario, nota, scadenza, nascostaFino }),
    inRitardo: isInRitardo(anomalia, giornoDi(adesso)),
    dataApertura: toIsoRoma(anomalia.dataApertura),
    dataEmersione: toIsoRoma(anomalia.dataEmersione),
    dataUltimaVariazione: toIsoRoma(anomalia.dataUltimaVariazione),
    ...(chiusura && { chiusura: { autore: chiusura.autore, motivazione: chiusura.motivazione, data: toIsoRoma(chiusura.data) } }),
  };
};

export const presentAnomalia = (adesso: string, anomalia: Anomalia, storia: readonly VoceAnomalia[]) => {
  const { significato, causa, rimedio } = CATALOGO_ANOMALIE[anomalia.codice];
  return {
    ...presentAnomaliaIndex(adesso)(anomalia),
    ...{ significato, causa, rimedio },
    storia: storia.map(({ data, autore, evento, motivazione, campi }) => ({
      ...{ data: toIsoRoma(data), autore, evento, campi: { ...campi } },
      ...definiti({ motivazione }),
    })),
  };
};

export const toVariazione = ({ op: _op, ...variazione }: z.output<typeof Corpo>): VariazioneAnomalia => variazione;

interface Query {
  readonly idDominio?: string;
  readonly dataDa?: string;
  readonly dataA?: string;
  readonly ordinamento: string;
  readonly stato?: string;
  readonly inAttesa: boolean;
  readonly codice?: string;
  readonly coda?: string;
  readonly assegnatario?: string;
  readonly soggetto?: string;
  readonly scadenzaEntro?: string;
  readonly testo?: string;
}

const toMinuscolo = <F extends { readonly testo?: string }>(filtri: F): F =>
  filtri.testo === undefined ? filtri : { ...filtri, testo: filtri.testo.toLowerCase() };

export const toFiltriAnomalie = (query: Query) => {
  const { idDominio, stato, inAttesa, codice, coda, assegnatario, soggetto, scadenzaEntro, testo } = query;
  const scelti = definiti({ idDominio, stato, codice, coda, assegnatario, soggetto, scadenzaEntro, testo });
  return { ...toIntervallo(query), ordine: toOrdine(query.ordinamento), inAttesa, ...toMinuscolo(scelti) };
};

/** The contract lets through one of the two. */
export const toScelta = ({ anomalie, filtro, cursore }: z.output<typeof Azione>) =>
  filtro === undefined ? { anomalie: anomalie ?? [] } : { filtro: toMinuscolo(filtro), ...(cursore !== undefined && { cursore }) };

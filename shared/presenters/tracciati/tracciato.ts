/** Bulk batches as they are told (reference 2.10). A stop on request has no state of its own in GovPay: it reads as ended with errors. */
import type { STATI_TRACCIATO } from "../../contracts/comuni/tracciati.ts";
import type { StatoTracciato } from "../../domain/tracciati/stati-tracciato.ts";
import { avanzamentoDi, type EsitoRiga, type Tracciato } from "../../domain/tracciati/tracciato.ts";

type StatoPresentato = (typeof STATI_TRACCIATO)[number];

const STATI: Readonly<Record<StatoTracciato, StatoPresentato>> = {
  IN_CARICAMENTO: "IN_ATTESA",
  IN_ATTESA: "IN_ATTESA",
  IN_ELABORAZIONE: "IN_ELABORAZIONE",
  ELABORAZIONE_STAMPA: "ELABORAZIONE_STAMPA",
  ESEGUITO: "ESEGUITO",
  ESEGUITO_CON_ERRORI: "ESEGUITO_CON_ERRORI",
  SCARTATO: "SCARTATO",
  INTERROTTO: "ESEGUITO_CON_ERRORI",
};

/** Stored states that read as the given one. */
export const toStati = (presentato: StatoPresentato | undefined): { stati?: readonly string[] } =>
  presentato === undefined
    ? {}
    : { stati: Object.entries(STATI).flatMap(([interno, esterno]) => (esterno === presentato ? [interno] : [])) };

const descrizioneDi = ({ stato, descrizioneStato }: Tracciato): string | undefined =>
  stato === "IN_CARICAMENTO" ? "Il file deve ancora essere caricato" : descrizioneStato;

export const presentTracciatoIndex = (tracciato: Tracciato) => {
  const { id, nomeFile, idDominio, mittente, stampaAvvisi, righeLette, eseguite, fallite } = tracciato;
  const descrizioneStato = descrizioneDi(tracciato);
  return {
    id: Number(id),
    nomeFile,
    ...(idDominio !== undefined && { dominio: { idDominio } }),
    dataOraCaricamento: tracciato.dataOraCaricamento,
    stato: STATI[tracciato.stato],
    ...(descrizioneStato !== undefined && { descrizioneStato }),
    numeroOperazioniTotali: righeLette,
    numeroOperazioniEseguite: eseguite,
    numeroOperazioniFallite: fallite,
    numeroAvvisiTotali: tracciato.avvisiTotali,
    numeroAvvisiStampati: tracciato.avvisiStampati,
    numeroAvvisiFalliti: tracciato.avvisiFalliti,
    operatoreMittente: mittente.nome,
    dataOraUltimoAggiornamento: tracciato.dataOraUltimoAggiornamento,
    stampaAvvisi,
  };
};

/** `adesso`: the pace of a batch in progress is counted to its last stage, not to now. */
export const presentTracciato = (tracciato: Tracciato) => {
  const { dialetto, simulazione, idTipoPendenza, attesaApprovazione } = tracciato;
  return {
    ...presentTracciatoIndex(tracciato),
    ...(dialetto && { formato: dialetto.formato }),
    ...(dialetto && dialetto.versioneFormato !== "" && { versioneFormato: dialetto.versioneFormato }),
    simulazione,
    ...(idTipoPendenza !== undefined && { idTipoPendenza }),
    ...(attesaApprovazione !== undefined && { attesaApprovazione }),
    avanzamento: avanzamentoDi(tracciato, tracciato.dataOraUltimoAggiornamento),
  };
};

const rispostaDi = (esito: EsitoRiga): Record<string, unknown> =>
  esito.stato === "ESEGUITO"
    ? {
        ...(esito.idDominio !== undefined && { idDominio: esito.idDominio }),
        ...(esito.numeroAvviso !== undefined && { numeroAvviso: esito.numeroAvviso }),
        ...(esito.uuid !== undefined && { UUID: esito.uuid }),
      }
    : { categoria: "RICHIESTA", codice: esito.esito, descrizione: esito.descrizione };

export const presentOperazione = (esito: EsitoRiga) => ({
  tipoOperazione: esito.tipo,
  stato: esito.stato,
  esito: esito.esito,
  ...(esito.descrizione !== "" && { descrizioneStato: esito.descrizione }),
  ...(esito.idDominio !== undefined && { enteCreditore: { idDominio: esito.idDominio } }),
  ...(esito.debitore && { soggettoPagatore: { ...esito.debitore } }),
  ...(esito.idA2A !== undefined && { applicazione: esito.idA2A }),
  ...(esito.idPendenza !== undefined && { identificativoPendenza: esito.idPendenza }),
  ...(esito.numeroAvviso !== undefined && { numeroAvviso: esito.numeroAvviso }),
  numero: esito.numero,
  ...(esito.richiesta !== undefined && { richiesta: esito.richiesta }),
  risposta: rispostaDi(esito),
});

/** Where and until when the file of an announced batch may be written. */
export const presentCaricamento = ({
  tracciato,
  url,
  tipoContenuto,
  secondi,
}: {
  readonly tracciato: Tracciato;
  readonly url: string;
  readonly tipoContenuto: string;
  readonly secondi: number;
}) => ({
  id: Number(tracciato.id),
  url,
  metodo: "PUT" as const,
  intestazioni: { "content-type": tipoContenuto },
  scadenza: new Date(Date.parse(tracciato.dataOraCaricamento) + secondi * 1000).toISOString(),
});

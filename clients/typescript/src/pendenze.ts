/** Fiorino: API Pendenze. Generato da docs/openapi/pendenze.json con `npm run docs`: le modifiche a mano vanno perse. */
import type { Api, CorpoGrezzo } from "./client.ts";

/** dataCaricamento è accettata e non usata: vale quella del servizio */
export type NuovaPendenza = {
  readonly idTipoPendenza?: string;
  readonly idDominio: string;
  readonly idUnitaOperativa?: string;
  readonly nome?: string;
  readonly causale: string;
  readonly soggettoPagatore?: SoggettoPagatore;
  readonly importo: number;
  readonly numeroAvviso?: string;
  readonly tassonomia?: string;
  readonly tassonomiaAvviso?: TassonomiaAvviso;
  readonly direzione?: string;
  readonly divisione?: string;
  readonly dataCaricamento?: Giorno;
  readonly dataValidita?: Giorno;
  readonly dataScadenza?: Giorno;
  readonly annoRiferimento?: number;
  readonly cartellaPagamento?: string;
  readonly datiAllegati?: Readonly<Record<string, unknown>>;
  readonly documento?: Documento;
  readonly dataNotificaAvviso?: Giorno;
  readonly dataPromemoriaScadenza?: Giorno;
  readonly proprieta?: ProprietaPendenza;
  readonly notificaSend?: NotificaSendPost;
  readonly voci: readonly NuovaVocePendenza[];
  /** Al massimo 10 MB in tutto. Assente = restano quelli che ci sono; presente = li sostituisce */
  readonly allegati?: readonly NuovoAllegatoPendenza[];
};

/** Debitore; senza identificativo diventa ANONIMO */
export type SoggettoPagatore = {
  readonly tipo: "F" | "G";
  readonly identificativo?: string;
  readonly anagrafica?: string;
  readonly indirizzo?: string;
  readonly civico?: string;
  readonly cap?: string;
  readonly localita?: string;
  readonly provincia?: string;
  readonly nazione?: string;
  readonly email?: string;
  /** Posta elettronica certificata: domicilio digitale della persona, o indirizzo dell'impresa */
  readonly pec?: string;
  readonly cellulare?: string;
};

/** Documento di più avvisi: rata, soglia, o nessuna delle due per la soluzione unica */
export type Documento = {
  readonly identificativo: string;
  readonly descrizione: string;
  readonly rata?: number;
  /** Piano a cui appartiene la rata, quando il documento ne ha più d'uno */
  readonly piano?: string;
  readonly soglia?: {
    readonly tipo: "ENTRO" | "OLTRE" | "RIDOTTO" | "SCONTATO";
    readonly giorni?: number;
  };
};

export type ProprietaPendenza = {
  readonly linguaSecondaria?: "false" | "de" | "en" | "fr" | "sl";
  readonly linguaSecondariaCausale?: string;
  readonly descrizioneImporto?: readonly {
    readonly voce: string;
    readonly importo: number;
  }[];
  readonly lineaTestoRicevuta1?: string;
  readonly lineaTestoRicevuta2?: string;
  readonly informativaImportoAvviso?: string;
  readonly linguaSecondariaInformativaImportoAvviso?: string;
  readonly dataScandenzaAvviso?: Giorno;
};

/** L'avviso è notificato con SEND: prezzo e date si leggono quando si verifica o si paga */
export type NotificaSendPost = {
  readonly iun?: string;
  /** Il costo della notifica si aggiunge all'importo quando si verifica o si paga l'avviso, e resta distinto */
  readonly aggiungiCosto?: true;
};

/** Una sola tra: codEntrata; ibanAccredito con tipoContabilita e codiceContabilita (o codiceTassonomicoPagoPA); tipoBollo con hashDocumento e provinciaResidenza (e, se si vuole, codiceTassonomicoPagoPA) */
export type NuovaVocePendenza = {
  readonly idVocePendenza: string;
  readonly importo: number;
  readonly descrizione: string;
  readonly descrizioneCausaleRPT?: string;
  readonly idDominio?: string;
  readonly datiAllegati?: Readonly<Record<string, unknown>>;
  readonly contabilita?: Contabilita;
  readonly metadata?: Metadata;
  readonly codEntrata?: string;
  readonly ibanAccredito?: string;
  readonly ibanAppoggio?: string;
  readonly tipoContabilita?: "CAPITOLO" | "SPECIALE" | "SIOPE" | "ALTRO";
  readonly codiceContabilita?: string;
  readonly codiceTassonomicoPagoPA?: string;
  readonly tipoBollo?: "01";
  readonly hashDocumento?: string;
  readonly provinciaResidenza?: string;
};

/** La somma delle quote è l'importo della voce (VER_035) */
export type Contabilita = {
  readonly quote: readonly QuotaContabilita[];
  readonly proprietaCustom?: Readonly<Record<string, unknown>>;
};

export type QuotaContabilita = {
  readonly capitolo: string;
  readonly annoEsercizio: number;
  readonly importo: number;
  readonly accertamento?: string;
  readonly titolo?: string;
  readonly tipologia?: string;
  readonly categoria?: string;
  readonly articolo?: string;
  readonly proprietaCustom?: Readonly<Record<string, unknown>>;
};

export type Metadata = {
  readonly mapEntries: readonly {
    readonly key: string;
    readonly value: string;
  }[];
};

export type NuovoAllegatoPendenza = {
  readonly nome: string;
  /** Tipo di contenuto; predefinito application/octet-stream */
  readonly tipo?: string;
  readonly descrizione?: string;
  readonly contenuto?: string;
  /** Digest SHA-256 di un contenuto già caricato con POST /allegati, o già allegato */
  readonly impronta?: string;
};

export type VariazionePendenza =
  | {
      readonly op: "REPLACE";
      readonly path: "/stato";
      readonly value: "ANNULLATA" | "NON_ESEGUITA";
    }
  | {
      readonly op: "REPLACE";
      readonly path: "/pagataAltrove";
      readonly value: PagatoAltrove;
    }
  | {
      readonly op: "REPLACE";
      readonly path: "/descrizioneStato";
      readonly value: string;
    }
  | {
      readonly op: "REPLACE";
      readonly path: "/ack";
      readonly value: boolean;
    }
  | {
      readonly op: "ADD";
      readonly path: "/nota";
      readonly value: {
        readonly oggetto: string;
        readonly testo: string;
      };
    };

export type PagatoAltrove = {
  /** Giorno in cui è stata pagata, non futuro */
  readonly data: Giorno;
  /** Quanto è stato pagato; può differire dal dovuto */
  readonly importo: number;
  /** Numero della quietanza, del bonifico, della delega */
  readonly riferimento: string;
  /** Sportello, bonifico, F24... */
  readonly mezzo?: string;
};

export type NuovoCaricamento = {
  readonly impronta: string;
  readonly dimensione: number;
};

export type NuovoCaricamentoTracciato = {
  readonly nomeFile: string;
  readonly formato: "CSV" | "JSON" | "ZIP";
  readonly idDominio?: string;
  readonly idTipoPendenza?: string;
};

/** IN_ATTESA avvia un tracciato il cui file è stato caricato; INTERROTTO lo ferma */
export type VariazioneTracciato = {
  readonly op: "REPLACE";
  readonly path: "/stato";
  readonly value: "IN_ATTESA" | "INTERROTTO";
};

export type Pendenze = {
  readonly numRisultati?: number;
  readonly numPagine?: number;
  readonly risultatiPerPagina?: number;
  readonly pagina?: number;
  readonly prossimiRisultati?: string;
  readonly maxRisultati?: number;
  readonly risultati: readonly (PendenzaIndex | PendenzaIndexParziale)[];
};

export type PendenzaIndex = {
  readonly idA2A: string;
  readonly idPendenza: string;
  readonly idTipoPendenza: string;
  readonly tipo: "dovuto" | "spontaneo";
  readonly dominio: DominioPendenza;
  readonly unitaOperativa?: UnitaOperativaPendenza;
  readonly stato: "ESEGUITA" | "NON_ESEGUITA" | "ESEGUITA_PARZIALE" | "ANNULLATA" | "SCADUTA" | "ANOMALA" | "INCASSATA";
  readonly segnalazioni: readonly SegnalazionePendenza[];
  readonly iuvAvviso: string;
  readonly iuvPagamento?: string;
  readonly numeroAvviso: string;
  readonly UUID: string;
  readonly nome?: string;
  readonly causale: string;
  readonly soggettoPagatore: SoggettoPendenza;
  readonly importo: number;
  readonly dataCaricamento: Giorno;
  readonly dataValidita?: Giorno;
  readonly dataScadenza?: Giorno;
  readonly dataUltimoAggiornamento: Giorno;
  readonly dataPagamento?: Giorno;
  readonly dataNotificaAvviso?: Giorno;
  readonly dataPromemoriaScadenza?: Giorno;
  readonly annoRiferimento?: number;
  readonly cartellaPagamento?: string;
  readonly tassonomia?: string;
  readonly tassonomiaAvviso?: TassonomiaAvviso;
  readonly direzione?: string;
  readonly divisione?: string;
  readonly datiAllegati?: Readonly<Record<string, unknown>>;
  readonly documento?: Documento;
  readonly proprieta?: ProprietaPendenza;
  /** Di un dominio in prova: non si paga davvero, e niente di essa arriva a pagoPA */
  readonly prova?: true;
  /** Collegamento alle richieste di pagamento della pendenza */
  readonly rpp: string;
};

export type DominioPendenza = {
  readonly idDominio: string;
  readonly ragioneSociale: string;
};

export type UnitaOperativaPendenza = {
  readonly idUnita: string;
  readonly ragioneSociale: string;
};

export type SegnalazionePendenza = {
  readonly data?: string;
  readonly codice: string;
  readonly descrizione: string;
  readonly dettaglio?: string;
};

export type SoggettoPendenza = {
  readonly tipo: "F" | "G";
  readonly identificativo: string;
  readonly anagrafica: string;
  readonly indirizzo?: string;
  readonly civico?: string;
  readonly cap?: string;
  readonly localita?: string;
  readonly provincia?: string;
  readonly nazione?: string;
  readonly email?: string;
  readonly pec?: string;
  readonly cellulare?: string;
};

export type PendenzaIndexParziale = {
  readonly idA2A?: string;
  readonly idPendenza?: string;
  readonly idTipoPendenza?: string;
  readonly tipo?: "dovuto" | "spontaneo";
  readonly dominio?: DominioPendenza;
  readonly unitaOperativa?: UnitaOperativaPendenza;
  readonly stato?: "ESEGUITA" | "NON_ESEGUITA" | "ESEGUITA_PARZIALE" | "ANNULLATA" | "SCADUTA" | "ANOMALA" | "INCASSATA";
  readonly segnalazioni?: readonly SegnalazionePendenza[];
  readonly iuvAvviso?: string;
  readonly iuvPagamento?: string;
  readonly numeroAvviso?: string;
  readonly UUID?: string;
  readonly nome?: string;
  readonly causale?: string;
  readonly soggettoPagatore?: SoggettoPendenza;
  readonly importo?: number;
  readonly dataCaricamento?: Giorno;
  readonly dataValidita?: Giorno;
  readonly dataScadenza?: Giorno;
  readonly dataUltimoAggiornamento?: Giorno;
  readonly dataPagamento?: Giorno;
  readonly dataNotificaAvviso?: Giorno;
  readonly dataPromemoriaScadenza?: Giorno;
  readonly annoRiferimento?: number;
  readonly cartellaPagamento?: string;
  readonly tassonomia?: string;
  readonly tassonomiaAvviso?: TassonomiaAvviso;
  readonly direzione?: string;
  readonly divisione?: string;
  readonly datiAllegati?: Readonly<Record<string, unknown>>;
  readonly documento?: Documento;
  readonly proprieta?: ProprietaPendenza;
  /** Di un dominio in prova: non si paga davvero, e niente di essa arriva a pagoPA */
  readonly prova?: true;
  /** Collegamento alle richieste di pagamento della pendenza */
  readonly rpp?: string;
};

/** Busta degli errori */
export type Errore = {
  readonly categoria: "AUTORIZZAZIONE" | "RICHIESTA" | "OPERAZIONE" | "PAGOPA" | "EC" | "INTERNO";
  readonly codice: string;
  readonly descrizione: string;
  readonly dettaglio?: string;
};

export type PendenzaCreata = {
  readonly idDominio: string;
  readonly numeroAvviso: string;
  /** Casuale: permette a un collegamento pubblico di aprire l'avviso */
  readonly UUID: string;
  /** Che cosa non torna, senza impedire il caricamento: testi, date, cifre di controllo, tassonomia */
  readonly segnalazioni?: readonly SegnalazionePendenza[];
  /** Avviso in base64, con stampaAvviso=true; mai per una pendenza di soli bolli */
  readonly pdf?: string;
};

export type Pendenza = {
  readonly idA2A: string;
  readonly idPendenza: string;
  readonly idTipoPendenza: string;
  readonly tipo: "dovuto" | "spontaneo";
  readonly dominio: DominioPendenza;
  readonly unitaOperativa?: UnitaOperativaPendenza;
  readonly stato: "ESEGUITA" | "NON_ESEGUITA" | "ESEGUITA_PARZIALE" | "ANNULLATA" | "SCADUTA" | "ANOMALA" | "INCASSATA";
  readonly segnalazioni: readonly SegnalazionePendenza[];
  readonly iuvAvviso: string;
  readonly iuvPagamento?: string;
  readonly numeroAvviso: string;
  readonly UUID: string;
  readonly nome?: string;
  readonly causale: string;
  readonly soggettoPagatore: SoggettoPendenza;
  readonly importo: number;
  readonly dataCaricamento: Giorno;
  readonly dataValidita?: Giorno;
  readonly dataScadenza?: Giorno;
  readonly dataUltimoAggiornamento: Giorno;
  readonly dataPagamento?: Giorno;
  readonly dataNotificaAvviso?: Giorno;
  readonly dataPromemoriaScadenza?: Giorno;
  readonly annoRiferimento?: number;
  readonly cartellaPagamento?: string;
  readonly tassonomia?: string;
  readonly tassonomiaAvviso?: TassonomiaAvviso;
  readonly direzione?: string;
  readonly divisione?: string;
  readonly datiAllegati?: Readonly<Record<string, unknown>>;
  readonly documento?: Documento;
  readonly proprieta?: ProprietaPendenza;
  /** Di un dominio in prova: non si paga davvero, e niente di essa arriva a pagoPA */
  readonly prova?: true;
  readonly descrizioneStato?: string;
  readonly pagataAltrove?: PagataAltrove;
  readonly notificaSend?: NotificaSend;
  readonly voci: readonly VocePendenza[];
  readonly rpp: readonly RppPendenza[];
  readonly allegati?: readonly AllegatoPendenza[];
};

/** Pagata fuori da pagoPA: resta ANNULLATA, e non si paga più */
export type PagataAltrove = {
  readonly data: Giorno;
  readonly importo: number;
  readonly riferimento: string;
  readonly mezzo?: string;
};

/** Notifica dell'avviso con SEND */
export type NotificaSend = {
  readonly iun?: string;
  readonly aggiungiCosto?: true;
  /** Costo della notifica all'ultima lettura */
  readonly costo?: number;
  /** La parte dell'importo della pendenza che è costo della notifica */
  readonly costoApplicato?: number;
  readonly lettoIl?: string;
  readonly dataVisualizzazione?: string;
  readonly dataPerfezionamento?: string;
  /** La prima tra visualizzazione e perfezionamento */
  readonly dataNotifica?: Giorno;
  /** Ultimo giorno della rata che vale per alcuni giorni dalla notifica */
  readonly fineRiduzione?: Giorno;
};

export type VocePendenza = {
  readonly indice: number;
  readonly idVocePendenza: string;
  readonly importo: number;
  readonly descrizione: string;
  readonly descrizioneCausaleRPT?: string;
  readonly stato: "Eseguito" | "Non eseguito" | "Anomalo";
  /** Pagata, ma la prova è la riga di un flusso: la ricevuta non è arrivata */
  readonly senzaRpt?: true;
  /** Beneficiario, quando non è il dominio della pendenza */
  readonly dominio?: DominioPendenza;
  readonly datiAllegati?: Readonly<Record<string, unknown>>;
  readonly contabilita?: Contabilita;
  readonly metadata?: Metadata;
  readonly codEntrata?: string;
  readonly ibanAccredito?: string;
  readonly ibanAppoggio?: string;
  readonly tipoContabilita?: "CAPITOLO" | "SPECIALE" | "SIOPE" | "ALTRO";
  readonly codiceContabilita?: string;
  readonly tipoBollo?: "01";
  readonly hashDocumento?: string;
  readonly provinciaResidenza?: string;
  /** Con un bollo, o con il prefisso che esclude dalla Request-to-Pay */
  readonly codiceTassonomicoPagoPA?: string;
};

export type RppPendenza = {
  readonly stato: string;
  readonly dettaglioStato?: string;
  readonly segnalazioni: readonly SegnalazionePendenza[];
  readonly rpt: Readonly<Record<string, unknown>>;
  readonly rt?: Readonly<Record<string, unknown>>;
  readonly modello: "Pagamento ad iniziativa Ente" | "Pagamento ad iniziativa PSP" | "Modello unico";
  /** Dentro una pendenza, senza datiAllegati */
  readonly pendenza: PendenzaIndex;
};

export type AllegatoPendenza = {
  readonly nome: string;
  readonly tipo: string;
  readonly descrizione?: string;
  /** Percorso da cui scaricarlo, /allegati/{id} */
  readonly contenuto: string;
  /** Byte */
  readonly dimensione: number;
  /** Digest SHA-256: in una PUT sostituisce il contenuto */
  readonly impronta: string;
};

export type StoriaPendenza = {
  readonly numRisultati?: number;
  readonly numPagine?: number;
  readonly risultatiPerPagina?: number;
  readonly pagina?: number;
  readonly prossimiRisultati?: string;
  readonly maxRisultati?: number;
  readonly risultati: readonly FattoStoria[];
};

export type FattoStoria = {
  /** Data e ora, Europe/Rome */
  readonly data: string;
  readonly tipo:
    | "PENDENZA_CREATA"
    | "PENDENZA_AGGIORNATA"
    | "SCADENZA_SPOSTATA"
    | "PENDENZA_ANNULLATA"
    | "PENDENZA_RIPRISTINATA"
    | "PENDENZA_RIATTIVATA"
    | "AVVISO_NOTIFICATO"
    | "PAGAMENTO_AVVIATO"
    | "PAGAMENTO_NON_CONCLUSO"
    | "PAGAMENTO_NON_RIUSCITO"
    | "PAGATA"
    | "PAGATA_IN_PARTE"
    | "PAGATA_DUE_VOLTE"
    | "PAGATA_CON_ALTRO_IMPORTO"
    | "PAGATA_SENZA_RICEVUTA"
    | "RICEVUTA_ARRIVATA"
    | "RICONCILIATA"
    | "ANOMALIA_ACCETTATA"
    | "RIMBORSO_ANNOTATO"
    | "PENDENZA_RIAPERTA"
    | "RIMBORSO_DISPOSTO"
    | "COMUNICAZIONE_SPEDITA"
    | "COMUNICAZIONE_RECAPITATA"
    | "COMUNICAZIONE_LETTA"
    | "COSTO_NOTIFICA"
    | "PENDENZA_ANNOTATA"
    | "PENDENZA_VARIATA"
    | "CONTO_CAMBIATO"
    | "PAGAMENTO_SOSTITUITO"
    | "RICEVUTA_SENZA_EFFETTO"
    | "RICEVUTA_MANCANTE"
    | "RICERCA_RICEVUTA_CHIUSA"
    | "RENDICONTATA"
    | "RENDICONTATA_LA_REVOCA"
    | "RICONCILIAZIONE_STORNATA"
    | "ANOMALIA_APERTA"
    | "ANOMALIA_RISOLTA"
    | "FASCICOLO_APERTO"
    | "FASCICOLO_DECISO"
    | "COMUNICAZIONE_PREVISTA"
    | "COMUNICAZIONE_IN_INVIO"
    | "COMUNICAZIONE_NON_SPEDITA"
    | "COMUNICAZIONE_ACCETTATA"
    | "COMUNICAZIONE_NON_RECAPITATA"
    | "COMUNICAZIONE_RICHIESTA"
    | "NOTIFICA_CONSEGNATA"
    | "NOTIFICA_IN_ATTESA"
    | "NOTIFICA_ANNULLATA"
    | "ARCHIVIO_PAGOPA"
    | "ARCHIVIO_PAGOPA_SEGNALATO"
    | "DATI_ANONIMIZZATI";
  /** Una frase, da leggere: le parole possono cambiare, il tipo no */
  readonly descrizione: string;
  /** Principal di chi ha chiesto; pagoPA; sistema */
  readonly autore: string;
  readonly dettagli: DettagliFatto;
  /** Solo se è cambiata la pendenza: creata, aggiornata, annullata, ripristinata, riattivata, modificata, paga, incassa... */
  readonly evento?: string;
  readonly campi?: readonly CampoVariato[];
};

/** Ciò che si sa del fatto: importi in euro, giorni e date nel fuso Europe/Rome */
export type DettagliFatto = {
  readonly importo?: number;
  readonly importoPrima?: number;
  readonly costo?: number;
  readonly scadenza?: Giorno;
  readonly scadenzaPrima?: Giorno;
  /** Giorno del pagamento */
  readonly giorno?: Giorno;
  readonly psp?: string;
  readonly idRicevuta?: string;
  /** AVVISO_PAGAMENTO, SCADENZA_AVVISO_PAGAMENTO, RICEVUTA_TELEMATICA */
  readonly comunicazione?: string;
  readonly canale?: string;
  readonly pagante?: "DEBITORE" | "ALTRI";
  readonly dopoAnnullamento?: true;
  readonly importoDovuto?: number;
  readonly quando?: string;
  readonly ccp?: string;
  readonly stato?: string;
  readonly idFlusso?: string;
  readonly tentativi?: number;
  readonly archivio?: string;
  readonly motivo?: string;
  readonly decisione?: string;
  readonly provenienza?: "RECUPERO" | "MANUALE";
  readonly idRiconciliazione?: string;
  readonly destinatario?: string;
  readonly mandato?: string;
  readonly motivazione?: string;
  readonly dettaglio?: string;
};

export type CampoVariato = {
  /** Nome del campo; per una voce, voci.{indice}.{campo} */
  readonly campo: string;
  /** Assente se il campo non c'era */
  readonly prima?: unknown;
  /** Assente se il campo non c'è più; per note e segnalazioni, solo quelle aggiunte */
  readonly dopo?: unknown;
};

export type Avviso = {
  readonly stato: "DUPLICATA" | "NON_ESEGUITA" | "ANNULLATA" | "SCONOSCIUTA" | "SCADUTA";
  readonly importo: number;
  readonly idDominio: string;
  readonly numeroAvviso: string;
  readonly dataValidita?: Giorno;
  readonly dataScadenza?: Giorno;
  readonly dataPagamento?: Giorno;
  readonly descrizione: string;
  readonly tassonomiaAvviso?: TassonomiaAvviso;
  readonly qrcode: string;
  /** Assente se il dominio non ha un GLN */
  readonly barcode?: string;
};

export type Caricamento = {
  readonly impronta: string;
  readonly url: string;
  readonly metodo: "PUT";
  readonly intestazioni: Readonly<Record<string, string>>;
  readonly scadenza: string;
};

export type RppPendenzaParziale = {
  readonly stato?: string;
  readonly dettaglioStato?: string;
  readonly segnalazioni?: readonly SegnalazionePendenza[];
  readonly rpt?: Readonly<Record<string, unknown>>;
  readonly rt?: Readonly<Record<string, unknown>>;
  readonly modello?: "Pagamento ad iniziativa Ente" | "Pagamento ad iniziativa PSP" | "Modello unico";
  /** Dentro una pendenza, senza datiAllegati */
  readonly pendenza?: PendenzaIndex;
};

export type DominioTracciato = {
  readonly idDominio: string;
  readonly ragioneSociale?: string;
};

export type TracciatoPendenzeIndex = {
  /** Intero che ogni client legge esattamente */
  readonly id: number;
  readonly nomeFile: string;
  readonly dominio?: DominioTracciato;
  readonly dataOraCaricamento: Istante;
  readonly stato: "IN_ATTESA" | "IN_ELABORAZIONE" | "ESEGUITO" | "ESEGUITO_CON_ERRORI" | "SCARTATO" | "ELABORAZIONE_STAMPA";
  readonly descrizioneStato?: string;
  /** Operazioni lette finora; a fine elaborazione, tutte */
  readonly numeroOperazioniTotali: number;
  readonly numeroOperazioniEseguite: number;
  readonly numeroOperazioniFallite: number;
  readonly numeroAvvisiTotali: number;
  readonly numeroAvvisiStampati: number;
  readonly numeroAvvisiFalliti: number;
  readonly operatoreMittente?: string;
  readonly dataOraUltimoAggiornamento: Istante;
  readonly stampaAvvisi: boolean;
};

export type TracciatiPendenze = {
  readonly numRisultati?: number;
  readonly numPagine?: number;
  readonly risultatiPerPagina?: number;
  readonly pagina?: number;
  readonly prossimiRisultati?: string;
  readonly maxRisultati?: number;
  readonly risultati: readonly TracciatoPendenzeIndex[];
};

export type CaricamentoTracciato = {
  readonly id: number;
  /** Dove scrivere il file con una PUT */
  readonly url: string;
  readonly metodo: "PUT";
  /** Da inviare così come sono: la firma le comprende */
  readonly intestazioni: Readonly<Record<string, string>>;
  readonly scadenza: Istante;
};

export type TracciatoPendenze = {
  /** Intero che ogni client legge esattamente */
  readonly id: number;
  readonly nomeFile: string;
  readonly dominio?: DominioTracciato;
  readonly dataOraCaricamento: Istante;
  readonly stato: "IN_ATTESA" | "IN_ELABORAZIONE" | "ESEGUITO" | "ESEGUITO_CON_ERRORI" | "SCARTATO" | "ELABORAZIONE_STAMPA";
  readonly descrizioneStato?: string;
  /** Operazioni lette finora; a fine elaborazione, tutte */
  readonly numeroOperazioniTotali: number;
  readonly numeroOperazioniEseguite: number;
  readonly numeroOperazioniFallite: number;
  readonly numeroAvvisiTotali: number;
  readonly numeroAvvisiStampati: number;
  readonly numeroAvvisiFalliti: number;
  readonly operatoreMittente?: string;
  readonly dataOraUltimoAggiornamento: Istante;
  readonly stampaAvvisi: boolean;
  /** Riconosciuto dall'intestazione: govpay, mypay, piattaforma-unitaria, modello, json */
  readonly formato?: string;
  readonly versioneFormato?: string;
  readonly simulazione: boolean;
  readonly idTipoPendenza?: string;
  /** Approvazione (Backoffice) che le righe di annullamento aspettano */
  readonly attesaApprovazione?: string;
  readonly avanzamento: AvanzamentoTracciato;
};

export type AvanzamentoTracciato = {
  /** Della lettura del file, da 0 a 100 */
  readonly percentuale?: number;
  readonly righeAlSecondo?: number;
  readonly secondiResidui?: number;
};

export type OperazioniPendenza = {
  readonly numRisultati?: number;
  readonly numPagine?: number;
  readonly risultatiPerPagina?: number;
  readonly pagina?: number;
  readonly prossimiRisultati?: string;
  readonly maxRisultati?: number;
  readonly risultati: readonly OperazionePendenza[];
};

export type OperazionePendenza = {
  readonly tipoOperazione: "ADD" | "DEL" | "NON_VALIDA";
  readonly stato: "ESEGUITO" | "SCARTATO" | "NON_VALIDO";
  /** ADD_OK, DEL_OK o il codice dell'errore */
  readonly esito: string;
  readonly descrizioneStato?: string;
  readonly enteCreditore?: DominioTracciato;
  readonly soggettoPagatore?: Readonly<Record<string, unknown>>;
  readonly applicazione?: string;
  readonly identificativoPendenza?: string;
  readonly numeroAvviso?: string;
  /** Ordine nel file, da 1, intestazione esclusa */
  readonly numero: number;
  /** La riga com'era nel file; solo per le operazioni non riuscite */
  readonly richiesta?: string;
  readonly risposta?: Readonly<Record<string, unknown>>;
};

export type PaginaAnnunci = {
  readonly eventi: readonly EventoAnnunciato[];
  /** Da mandare nella richiesta successiva. C'è sempre, anche senza eventi */
  readonly cursore: string;
  /** Vero quando c'è altro da leggere subito; falso quando conviene aspettare */
  readonly altri: boolean;
};

export type EventoAnnunciato = {
  readonly specversion: "1.0";
  /** Lo stesso a ogni ripetizione: chi riceve scarta ciò che ha già visto */
  readonly id: string;
  readonly source: string;
  /** it.fiorino. e uno fra pendenza.creata, pendenza.modificata, pendenza.annullata, pendenza.pagataAltrove, tentativo.avviato, ricevuta.acquisita, riscossione.registrata, riscossione.rendicontata, riscossione.riconciliata, anomalia.aperta, tracciato.elaborato, prova */
  readonly type: string;
  /** Il codice di pagamento (IUV), o l'identificativo dell'anomalia o del tracciato */
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: "application/json";
  /** Il posto nell'ordine degli eventi del dominio: si confronta come testo */
  readonly sequence: string;
  /** Identificativi, stato e importo in euro; mai dati personali: il resto si legge con le API */
  readonly data: Readonly<Record<string, string | number | boolean>>;
};

export type Profilo = {
  readonly nome: string;
  readonly domini: readonly {
    readonly idDominio: string;
    readonly ragioneSociale?: string;
    readonly unitaOperative?: readonly string[];
  }[];
  readonly tipiPendenza: readonly {
    readonly idTipoPendenza: string;
    readonly descrizione?: string;
  }[];
  readonly acl: readonly Acl[];
  readonly autenticazione?: string;
};

export type Acl = {
  readonly servizio:
    | "Anagrafica PagoPA"
    | "Anagrafica Creditore"
    | "Anagrafica Applicazioni"
    | "Anagrafica Ruoli"
    | "Pagamenti"
    | "Pendenze"
    | "Rendicontazioni e Incassi"
    | "Giornale degli Eventi"
    | "Contenuti del Giornale"
    | "Dati Personali"
    | "Assistenza"
    | "Configurazione e manutenzione"
    | "API Pagamenti"
    | "API Pendenze"
    | "API Ragioneria";
  readonly autorizzazioni: readonly ("R" | "W")[];
};

export type Giorno = string;

export type GiornoOIstante = Giorno | string;

export type TassonomiaAvviso =
  | "Cartelle esattoriali"
  | "Diritti e concessioni"
  | "Imposte e tasse"
  | "IMU, TASI e altre tasse comunali"
  | "Ingressi a mostre e musei"
  | "Multe e sanzioni amministrative"
  | "Previdenza e infortuni"
  | "Servizi erogati dal comune"
  | "Servizi erogati da altri enti"
  | "Servizi scolastici"
  | "Tassa automobilistica"
  | "Ticket e prestazioni sanitarie"
  | "Trasporti, mobilità e parcheggi";

export type Istante = string;

export interface OperazioniPendenze {
  /** Elenco delle pendenze */
  readonly findPendenze: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** Campi da restituire, separati da virgola; assente = tutti */
      readonly campi?: string;
      /** È ammesso dataCaricamento, preceduto da + o - */
      readonly ordinamento?: string;
      readonly dataDa?: GiornoOIstante;
      readonly dataA?: GiornoOIstante;
      readonly idDominio?: string;
      readonly idA2A?: string;
      readonly idPendenza?: string;
      readonly idDebitore?: string;
      readonly stato?: "ESEGUITA" | "NON_ESEGUITA" | "ESEGUITA_PARZIALE" | "ANNULLATA" | "SCADUTA" | "ANOMALA" | "INCASSATA";
      readonly idPagamento?: string;
      readonly direzione?: string;
      readonly divisione?: string;
      readonly mostraSpontaneiNonPagati?: "true" | "false";
    };
    readonly risposte: {
      readonly "application/json": Pendenze;
    };
  };
  /** Carica o aggiorna una pendenza */
  readonly addPendenza: {
    readonly percorso: {
      readonly idA2A: string;
      readonly idPendenza: string;
    };
    readonly query?: {
      readonly stampaAvviso?: "true" | "false";
      /** Giorno in cui mandare l'avviso al debitore, o MAI; vale alla creazione */
      readonly dataAvvisatura?: "MAI" | Giorno;
    };
    readonly corpo: NuovaPendenza;
    readonly risposte: {
      readonly "application/json": PendenzaCreata;
    };
  };
  /** Annulla o ripristina una pendenza, la segna pagata fuori da pagoPA, o ne aggiorna descrizioneStato, ack e note */
  readonly updatePendenza: {
    readonly percorso: {
      readonly idA2A: string;
      readonly idPendenza: string;
    };
    readonly corpo: readonly VariazionePendenza[];
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Dettaglio di una pendenza */
  readonly getPendenza: {
    readonly percorso: {
      readonly idA2A: string;
      readonly idPendenza: string;
    };
    readonly risposte: {
      readonly "application/json": Pendenza;
    };
  };
  /** Dettaglio di una pendenza dato il numero avviso */
  readonly getPendenzaByAvviso: {
    readonly percorso: {
      readonly idDominio: string;
      readonly numeroAvviso: string;
    };
    readonly risposte: {
      readonly "application/json": Pendenza;
    };
  };
  /** Storia di una pendenza: tutto ciò che le è successo, e chi l'ha cambiata in quali campi */
  readonly getStoriaPendenza: {
    readonly percorso: {
      readonly idA2A: string;
      readonly idPendenza: string;
    };
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      readonly ordinamento?: string;
    };
    readonly risposte: {
      readonly "application/json": StoriaPendenza;
    };
  };
  /** Avviso di pagamento, in JSON o stampato (Accept: application/pdf) */
  readonly getAvviso: {
    readonly percorso: {
      readonly idDominio: string;
      readonly numeroAvviso: string;
    };
    readonly query?: {
      readonly linguaSecondaria?: "false" | "de" | "en" | "fr" | "sl";
    };
    readonly risposte: {
      readonly "application/json": Avviso;
      readonly "application/pdf": Blob;
    };
  };
  /** Avvisi di un documento in un solo PDF */
  readonly getAvvisiDocumento: {
    readonly percorso: {
      readonly idDominio: string;
      readonly numeroDocumento: string;
    };
    readonly query?: {
      readonly linguaSecondaria?: "false" | "de" | "en" | "fr" | "sl";
      readonly numeriAvviso?: string;
    };
    readonly risposte: {
      readonly "application/pdf": Blob;
    };
  };
  /** Chiede dove caricare un allegato grande, prima di nominarlo nella PUT della pendenza */
  readonly addAllegato: {
    readonly corpo: NuovoCaricamento;
    readonly risposte: {
      readonly "application/json": Caricamento;
    };
  };
  /** Contenuto di un allegato */
  readonly getAllegato: {
    readonly percorso: {
      readonly id: string;
    };
    readonly risposte: {
      readonly "application/octet-stream": Blob;
    };
  };
  /** Elenca i tentativi di pagamento */
  readonly findRpp: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** Campi da restituire, separati da virgola; assente = tutti */
      readonly campi?: string;
      /** È ammesso dataRichiesta, preceduto da + o - */
      readonly ordinamento?: string;
      readonly idDominio?: string;
      readonly iuv?: string;
      readonly ccp?: string;
      readonly idA2A?: string;
      readonly idPendenza?: string;
      readonly idDebitore?: string;
      readonly idPagamento?: string;
      readonly esitoPagamento?:
        | "IN_CORSO"
        | "RIFIUTATO"
        | "ESEGUITO"
        | "NON_ESEGUITO"
        | "ESEGUITO_PARZIALE"
        | "DECORRENZA"
        | "DECORRENZA_PARZIALE";
      readonly dataRptDa?: GiornoOIstante;
      readonly dataRptA?: GiornoOIstante;
      readonly dataRtDa?: GiornoOIstante;
      readonly dataRtA?: GiornoOIstante;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly (RppPendenza | RppPendenzaParziale)[];
      };
    };
  };
  /** Dettaglio di un tentativo; ccp è il codice del tentativo o l'identificativo della ricevuta */
  readonly getRpp: {
    readonly percorso: {
      readonly idDominio: string;
      readonly iuv: string;
      readonly ccp: string;
    };
    readonly risposte: {
      readonly "application/json": RppPendenza;
    };
  };
  /** Richiesta di pagamento: ciò che è stato risposto al Nodo, in JSON o in XML (Accept: application/xml) */
  readonly getRpt: {
    readonly percorso: {
      readonly idDominio: string;
      readonly iuv: string;
      readonly ccp: string;
    };
    readonly risposte: {
      readonly "application/json": Readonly<Record<string, unknown>>;
      readonly "application/xml": Blob;
      readonly "text/xml": Blob;
    };
  };
  /** Ricevuta: in JSON, nel messaggio originale del Nodo (Accept: application/xml) o stampata (Accept: application/pdf) */
  readonly getRt: {
    readonly percorso: {
      readonly idDominio: string;
      readonly iuv: string;
      readonly ccp: string;
    };
    readonly risposte: {
      readonly "application/json": Readonly<Record<string, unknown>>;
      readonly "application/xml": Blob;
      readonly "text/xml": Blob;
      readonly "application/pdf": Blob;
    };
  };
  /** Più ricevute in un solo PDF: quelle elencate, o quelle di un debitore pagate in un anno */
  readonly getStampaRicevute: {
    readonly query?: {
      /** Elenco separato da virgole di idDominio/iuv/idRicevuta */
      readonly ricevute?: string;
      readonly anno?: string;
      readonly idDebitore?: string;
      readonly idDominio?: string;
      readonly linguaSecondaria?: "false" | "de" | "en" | "fr" | "sl";
    };
    readonly risposte: {
      readonly "application/pdf": Blob;
    };
  };
  /** Carica un tracciato JSON di pendenze */
  readonly addTracciatoPendenze: {
    readonly query?: {
      readonly stampaAvvisi?: "true" | "false";
      /** Tutti i controlli, nulla di scritto */
      readonly simulazione?: "true" | "false";
      /** Carica il file anche se è già stato caricato */
      readonly forza?: "true" | "false";
      /** Applicazione delle righe che non la indicano (MyPay, Piattaforma Unitaria) */
      readonly idA2A?: string;
      /** Nome del file, se non arriva con il modulo */
      readonly nomeFile?: string;
    };
    readonly corpo: Blob | CorpoGrezzo<"multipart/form-data">;
    readonly risposte: {
      readonly "application/json": TracciatoPendenzeIndex;
    };
  };
  /** Elenco dei tracciati di pendenze, dal più recente */
  readonly findTracciatiPendenze: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      readonly idDominio?: string;
      readonly statoTracciatoPendenza?:
        | "IN_ATTESA"
        | "IN_ELABORAZIONE"
        | "ESEGUITO"
        | "ESEGUITO_CON_ERRORI"
        | "SCARTATO"
        | "ELABORAZIONE_STAMPA";
    };
    readonly risposte: {
      readonly "application/json": TracciatiPendenze;
    };
  };
  /** Annuncia un tracciato di grandi dimensioni e risponde dove scriverne il file */
  readonly addCaricamentoTracciato: {
    readonly query?: {
      readonly stampaAvvisi?: "true" | "false";
      /** Tutti i controlli, nulla di scritto */
      readonly simulazione?: "true" | "false";
      /** Applicazione delle righe che non la indicano (MyPay, Piattaforma Unitaria) */
      readonly idA2A?: string;
    };
    readonly corpo: NuovoCaricamentoTracciato;
    readonly risposte: {
      readonly "application/json": CaricamentoTracciato;
    };
  };
  /** Dettaglio e avanzamento di un tracciato */
  readonly getTracciatoPendenze: {
    readonly percorso: {
      readonly id: string;
    };
    readonly risposte: {
      readonly "application/json": TracciatoPendenze;
    };
  };
  /** Avvia o ferma l'elaborazione di un tracciato */
  readonly updateTracciato: {
    readonly percorso: {
      readonly id: string;
    };
    readonly corpo: readonly VariazioneTracciato[];
    readonly risposte: {
      readonly "application/json": TracciatoPendenzeIndex;
    };
  };
  /** Carica un tracciato CSV di pendenze di un dominio */
  readonly addTracciatoDominio: {
    readonly percorso: {
      /** idDominio del creditore */
      readonly id: string;
    };
    readonly query?: {
      readonly stampaAvvisi?: "true" | "false";
      /** Tutti i controlli, nulla di scritto */
      readonly simulazione?: "true" | "false";
      /** Carica il file anche se è già stato caricato */
      readonly forza?: "true" | "false";
      /** Applicazione delle righe che non la indicano (MyPay, Piattaforma Unitaria) */
      readonly idA2A?: string;
      /** Nome del file, se non arriva con il modulo */
      readonly nomeFile?: string;
    };
    readonly corpo: CorpoGrezzo<"text/csv" | "application/zip" | "application/octet-stream" | "multipart/form-data">;
    readonly risposte: {
      readonly "application/json": TracciatoPendenzeIndex;
    };
  };
  /** Il file caricato, byte per byte */
  readonly getRichiestaTracciato: {
    readonly percorso: {
      readonly id: string;
    };
    readonly risposte: {
      readonly "text/csv": Blob;
      readonly "application/json": Blob;
      readonly "application/zip": Blob;
    };
  };
  /** Esito riga per riga, a elaborazione finita */
  readonly getEsitoTracciato: {
    readonly percorso: {
      readonly id: string;
    };
    readonly risposte: {
      readonly "text/csv": Blob;
      readonly "application/json": Blob;
    };
  };
  /** Le righe rifiutate, pronte da correggere e ricaricare */
  readonly getScartiTracciato: {
    readonly percorso: {
      readonly id: string;
    };
    readonly risposte: {
      readonly "text/csv": Blob;
      readonly "application/json": Blob;
    };
  };
  /** ZIP degli avvisi stampati */
  readonly getStampeTracciato: {
    readonly percorso: {
      readonly id: string;
    };
    readonly risposte: {
      readonly "application/zip": Blob;
    };
  };
  /** Esito delle operazioni di un tracciato, in ordine, anche mentre si elabora */
  readonly findOperazioniTracciato: {
    readonly percorso: {
      readonly id: string;
    };
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
    };
    readonly risposte: {
      readonly "application/json": OperazioniPendenza;
    };
  };
  /** Carica un tracciato CSV con il modello del tipo pendenza */
  readonly addTracciatoTipoPendenza: {
    readonly percorso: {
      /** idDominio del creditore */
      readonly id: string;
      readonly idTipoPendenza: string;
    };
    readonly query?: {
      readonly stampaAvvisi?: "true" | "false";
      /** Tutti i controlli, nulla di scritto */
      readonly simulazione?: "true" | "false";
      /** Carica il file anche se è già stato caricato */
      readonly forza?: "true" | "false";
      /** Applicazione delle righe che non la indicano (MyPay, Piattaforma Unitaria) */
      readonly idA2A?: string;
      /** Nome del file, se non arriva con il modulo */
      readonly nomeFile?: string;
    };
    readonly corpo: CorpoGrezzo<"text/csv" | "application/zip" | "application/octet-stream" | "multipart/form-data">;
    readonly risposte: {
      readonly "application/json": TracciatoPendenzeIndex;
    };
  };
  /** Che cosa è accaduto alle pendenze dall'ultima volta, per chi non può ricevere webhook */
  readonly getAnnunci: {
    readonly query?: {
      readonly idDominio?: string;
      readonly cursore?: string;
      readonly dataDa?: GiornoOIstante;
      /** Uno o più valori, separati da virgola */
      readonly tipi?: string;
      readonly limite?: number;
    };
    readonly risposte: {
      readonly "application/json": PaginaAnnunci;
    };
  };
  /** Identità e autorizzazioni del chiamante */
  readonly getProfilo: {
    readonly risposte: {
      readonly "application/json": Profilo;
    };
  };
}

export const pendenze: Api<OperazioniPendenze> = {
  base: "/pendenze/v2",
  operazioni: {
    findPendenze: { metodo: "GET", percorso: "/pendenze", tipi: ["application/json"] },
    addPendenza: { metodo: "PUT", percorso: "/pendenze/{idA2A}/{idPendenza}", tipi: ["application/json"] },
    updatePendenza: { metodo: "PATCH", percorso: "/pendenze/{idA2A}/{idPendenza}", tipi: [] },
    getPendenza: { metodo: "GET", percorso: "/pendenze/{idA2A}/{idPendenza}", tipi: ["application/json"] },
    getPendenzaByAvviso: { metodo: "GET", percorso: "/pendenze/byAvviso/{idDominio}/{numeroAvviso}", tipi: ["application/json"] },
    getStoriaPendenza: { metodo: "GET", percorso: "/pendenze/{idA2A}/{idPendenza}/storia", tipi: ["application/json"] },
    getAvviso: { metodo: "GET", percorso: "/avvisi/{idDominio}/{numeroAvviso}", tipi: ["application/json", "application/pdf"] },
    getAvvisiDocumento: { metodo: "GET", percorso: "/documenti/{idDominio}/{numeroDocumento}/avvisi", tipi: ["application/pdf"] },
    addAllegato: { metodo: "POST", percorso: "/allegati", tipi: ["application/json"] },
    getAllegato: { metodo: "GET", percorso: "/allegati/{id}", tipi: ["application/octet-stream"] },
    findRpp: { metodo: "GET", percorso: "/rpp", tipi: ["application/json"] },
    getRpp: { metodo: "GET", percorso: "/rpp/{idDominio}/{iuv}/{ccp}", tipi: ["application/json"] },
    getRpt: { metodo: "GET", percorso: "/rpp/{idDominio}/{iuv}/{ccp}/rpt", tipi: ["application/json", "application/xml", "text/xml"] },
    getRt: {
      metodo: "GET",
      percorso: "/rpp/{idDominio}/{iuv}/{ccp}/rt",
      tipi: ["application/json", "application/xml", "text/xml", "application/pdf"],
    },
    getStampaRicevute: { metodo: "GET", percorso: "/ricevute", tipi: ["application/pdf"] },
    addTracciatoPendenze: { metodo: "POST", percorso: "/tracciati", tipi: ["application/json"] },
    findTracciatiPendenze: { metodo: "GET", percorso: "/tracciati", tipi: ["application/json"] },
    addCaricamentoTracciato: { metodo: "POST", percorso: "/tracciati/caricamenti", tipi: ["application/json"] },
    getTracciatoPendenze: { metodo: "GET", percorso: "/tracciati/{id}", tipi: ["application/json"] },
    updateTracciato: { metodo: "PATCH", percorso: "/tracciati/{id}", tipi: ["application/json"] },
    addTracciatoDominio: { metodo: "POST", percorso: "/tracciati/{id}", tipi: ["application/json"] },
    getRichiestaTracciato: {
      metodo: "GET",
      percorso: "/tracciati/{id}/richiesta",
      tipi: ["text/csv", "application/json", "application/zip"],
    },
    getEsitoTracciato: { metodo: "GET", percorso: "/tracciati/{id}/esito", tipi: ["text/csv", "application/json"] },
    getScartiTracciato: { metodo: "GET", percorso: "/tracciati/{id}/scarti", tipi: ["text/csv", "application/json"] },
    getStampeTracciato: { metodo: "GET", percorso: "/tracciati/{id}/stampe", tipi: ["application/zip"] },
    findOperazioniTracciato: { metodo: "GET", percorso: "/tracciati/{id}/operazioni", tipi: ["application/json"] },
    addTracciatoTipoPendenza: { metodo: "POST", percorso: "/tracciati/{id}/{idTipoPendenza}", tipi: ["application/json"] },
    getAnnunci: { metodo: "GET", percorso: "/annunci", tipi: ["application/json"] },
    getProfilo: { metodo: "GET", percorso: "/profilo", tipi: ["application/json"] },
  },
};

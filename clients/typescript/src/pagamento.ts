/** Fiorino: API Pagamento. Generato da docs/openapi/pagamento.json con `npm run docs`: le modifiche a mano vanno perse. */
import type { Api } from "./client.ts";

export type NuovoPagamento = {
  readonly pendenze: readonly (NuovaPendenzaDelPagamento | PagamentoSpontaneo | RiferimentoAvviso | RiferimentoPendenza)[];
  readonly urlRitorno?: string;
  readonly contoAddebito?: {
    readonly iban: string;
    readonly bic?: string;
  };
  readonly dataEsecuzionePagamento?: Giorno;
  readonly credenzialiPagatore?: string;
  /** Di un cittadino è chi agisce: assente, lo aggiunge il servizio */
  readonly soggettoVersante?: SoggettoVersante;
  readonly autenticazioneSoggetto?: "CNS" | "USR" | "OTH" | "N/A";
  readonly lingua?: "it" | "en" | "fr" | "sl" | "de";
};

/** Solo di un'applicazione: caricata come da PUT /pendenze, poi pagata */
export type NuovaPendenzaDelPagamento = {
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
  readonly voci: readonly NuovaVocePendenza[];
  readonly idA2A: string;
  readonly idPendenza: string;
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

/** I dati della form del tipo, come in POST /pendenze/{idDominio}/{idTipoPendenza} */
export type PagamentoSpontaneo = {
  readonly idDominio: string;
  readonly idTipoPendenza: string;
  readonly dati?: Readonly<Record<string, unknown>>;
};

export type RiferimentoAvviso = {
  readonly idDominio: string;
  readonly numeroAvviso: string;
  /** Obbligatorio per chi non ha credenziali */
  readonly idDebitore?: string;
};

export type RiferimentoPendenza = {
  readonly idA2A: string;
  readonly idPendenza: string;
};

/** I campi della form */
export type DatiFormPendenza = Readonly<Record<string, unknown>>;

export type PagamentoCreato = {
  readonly id: string;
  readonly location: string;
  readonly redirect: string;
  readonly idSession: string;
  /** Le pendenze il cui importo è cambiato verificandole presso l'ente prima di pagare: da mostrare a chi paga */
  readonly importiAggiornati?: readonly ImportoAggiornato[];
};

export type ImportoAggiornato = {
  readonly idDominio: string;
  readonly numeroAvviso: string;
  readonly importoPrecedente: number;
  readonly importo: number;
};

/** Busta degli errori */
export type Errore = {
  readonly categoria: "AUTORIZZAZIONE" | "RICHIESTA" | "OPERAZIONE" | "PAGOPA" | "EC" | "INTERNO";
  readonly codice: string;
  readonly descrizione: string;
  readonly dettaglio?: string;
};

export type PagamentoIndex = {
  readonly id: string;
  readonly nome: string;
  readonly stato: "IN_CORSO" | "ESEGUITO" | "NON_ESEGUITO" | "ESEGUITO_PARZIALE" | "ANNULLATO" | "FALLITO";
  readonly descrizioneStato?: string;
  readonly importo: number;
  readonly dataRichiestaPagamento: Istante;
  readonly idSessionePortale?: string;
  readonly idSessionePsp?: string;
  readonly pspRedirectUrl?: string;
  readonly urlRitorno?: string;
  readonly soggettoVersante?: Soggetto;
  readonly modello: "Pagamento ad iniziativa Ente" | "Pagamento ad iniziativa PSP" | "Modello unico";
  /** Di domini in prova: nessun denaro si muove */
  readonly prova?: true;
  readonly pendenze: string;
  readonly rpp: string;
};

export type Soggetto = {
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
  readonly cellulare?: string;
};

export type PagamentoIndexParziale = {
  readonly id?: string;
  readonly nome?: string;
  readonly stato?: "IN_CORSO" | "ESEGUITO" | "NON_ESEGUITO" | "ESEGUITO_PARZIALE" | "ANNULLATO" | "FALLITO";
  readonly descrizioneStato?: string;
  readonly importo?: number;
  readonly dataRichiestaPagamento?: Istante;
  readonly idSessionePortale?: string;
  readonly idSessionePsp?: string;
  readonly pspRedirectUrl?: string;
  readonly urlRitorno?: string;
  readonly soggettoVersante?: Soggetto;
  readonly modello?: "Pagamento ad iniziativa Ente" | "Pagamento ad iniziativa PSP" | "Modello unico";
  /** Di domini in prova: nessun denaro si muove */
  readonly prova?: true;
  readonly pendenze?: string;
  readonly rpp?: string;
};

export type Pagamento = {
  readonly id: string;
  readonly nome: string;
  readonly stato: "IN_CORSO" | "ESEGUITO" | "NON_ESEGUITO" | "ESEGUITO_PARZIALE" | "ANNULLATO" | "FALLITO";
  readonly descrizioneStato?: string;
  readonly importo: number;
  readonly dataRichiestaPagamento: Istante;
  readonly idSessionePortale?: string;
  readonly idSessionePsp?: string;
  readonly pspRedirectUrl?: string;
  readonly urlRitorno?: string;
  readonly soggettoVersante?: Soggetto;
  readonly modello: "Pagamento ad iniziativa Ente" | "Pagamento ad iniziativa PSP" | "Modello unico";
  /** Di domini in prova: nessun denaro si muove */
  readonly prova?: true;
  readonly pendenze: readonly {
    readonly idA2A: string;
    readonly idPendenza: string;
    readonly idDominio: string;
    readonly numeroAvviso: string;
    readonly causale: string;
    readonly importo: number;
    readonly stato: "IN_CORSO" | "ESEGUITO" | "NON_ESEGUITO";
    readonly pendenza: string;
  }[];
  readonly rpp: string;
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

export type PendenzaSpontaneaCreata = {
  readonly idDominio: string;
  readonly idA2A: string;
  readonly idPendenza: string;
  readonly numeroAvviso: string;
  /** Casuale: permette a un collegamento pubblico di aprire l'avviso */
  readonly UUID: string;
  readonly causale: string;
  readonly importo: number;
  readonly tipoPendenza: string;
};

export type AnteprimaForm = {
  /** Assente se lo sa solo l'applicazione a cui i dati si inoltrano */
  readonly importo?: number;
  /** I campi mostrati con questi dati */
  readonly campi: readonly string[];
};

export type StoriaCittadino = {
  readonly numRisultati?: number;
  readonly numPagine?: number;
  readonly risultatiPerPagina?: number;
  readonly pagina?: number;
  readonly prossimiRisultati?: string;
  readonly maxRisultati?: number;
  readonly risultati: readonly FattoCittadino[];
};

export type FattoCittadino = {
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
    | "COSTO_NOTIFICA";
  /** Una frase, da leggere: le parole possono cambiare, il tipo no */
  readonly descrizione: string;
  readonly autore: "ente" | "pagoPA" | "sistema";
  readonly dettagli: DettagliFattoCittadino;
};

export type DettagliFattoCittadino = {
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

export type RicevutaIndex = {
  readonly dominio: DominioRiconciliazione;
  readonly iuv: string;
  readonly idRicevuta: string;
  readonly importo: number;
  readonly esito: "ESEGUITO" | "NON_ESEGUITO";
  readonly idPagamento?: string;
  readonly idSessionePsp?: string;
  readonly istitutoAttestante: IstitutoAttestante;
  readonly versante?: SoggettoPendenza;
  readonly data: Istante;
  readonly dataPagamento: Istante;
  /** Di un dominio in prova: nessun denaro si è mosso, e nessun totale la conta */
  readonly prova?: true;
};

export type DominioRiconciliazione = {
  readonly idDominio: string;
  readonly ragioneSociale: string;
};

export type IstitutoAttestante = {
  readonly idPSP: string;
  readonly denominazione: string;
  readonly idCanale: string;
  readonly descrizione: string;
};

export type Ricevuta = {
  readonly dominio: DominioRiconciliazione;
  readonly iuv: string;
  readonly idRicevuta: string;
  readonly importo: number;
  readonly esito: "ESEGUITO" | "NON_ESEGUITO";
  readonly idPagamento?: string;
  readonly idSessionePsp?: string;
  readonly istitutoAttestante: IstitutoAttestante;
  readonly versante?: SoggettoPendenza;
  readonly data: Istante;
  readonly dataPagamento: Istante;
  /** Di un dominio in prova: nessun denaro si è mosso, e nessun totale la conta */
  readonly prova?: true;
  /** Assente quando la ricevuta è di un avviso sconosciuto */
  readonly pendenza?: PendenzaPagata;
  readonly segnalazioni: readonly SegnalazioneRiconciliazione[];
  /** Dati consegnati al Nodo con paGetPayment */
  readonly rpt?: {
    readonly tipo: "ctPaymentPA" | "ctPaymentPAV2" | "ctRichiestaPagamentoTelematico";
    readonly json: Readonly<Record<string, unknown>>;
  };
  readonly rt: {
    readonly tipo: "ctReceipt" | "ctRicevutaTelematica";
    /** Messaggio ricevuto dal Nodo, byte per byte, in base64 */
    readonly xml?: string;
    readonly json: Readonly<Record<string, unknown>>;
  };
  readonly modello: "Pagamento ad iniziativa Ente" | "Pagamento ad iniziativa PSP" | "Modello unico";
};

export type PendenzaPagata = {
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
  readonly voci: readonly VocePendenzaPagata[];
  readonly allegati?: readonly AllegatoPendenza[];
};

export type VocePendenzaPagata = {
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
  readonly riscossione?: RiscossioneIndex;
};

export type RiscossioneIndex = {
  readonly dominio: DominioRiconciliazione;
  readonly idDominio: string;
  readonly iuv: string;
  readonly iur: string;
  readonly idRicevuta?: string;
  readonly indice: number;
  readonly stato: "RISCOSSA" | "INCASSATA";
  readonly tipo: "ENTRATA" | "MBT" | "ALTRO_INTERMEDIARIO" | "ENTRATA_PA_NON_INTERMEDIATA";
  readonly importo: number;
  readonly data: Giorno;
  readonly allegato?: {
    readonly tipo: "Esito pagamento" | "Marca da bollo";
    /** Base64 */
    readonly testo: string;
  };
  /** Collegamento alla pendenza pagata, quando è nota */
  readonly pendenza?: string;
  /** Collegamento alla riconciliazione che l'ha incassata */
  readonly incasso?: string;
  /** Di un dominio in prova: nessun denaro si è mosso, e nessun totale la conta */
  readonly prova?: true;
};

export type SegnalazioneRiconciliazione = {
  readonly data: Istante;
  readonly codice: string;
  readonly descrizione: string;
  readonly dettaglio?: string;
};

export type TipoPendenzaPortale = {
  readonly idTipoPendenza: string;
  readonly descrizione: string;
  readonly gruppo?: string;
  /** Pagabile anche da chi non è il debitore */
  readonly pagaTerzi: boolean;
  /** Come è stata configurata */
  readonly form?: {
    readonly tipo: string;
    readonly definizione: string | Readonly<Record<string, unknown>>;
    readonly impaginazione?: string | Readonly<Record<string, unknown>>;
  };
  /** Di una form di Fiorino: campi, etichette, condizioni, calcoli, informativa, pronti da disegnare (docs/form.md) */
  readonly formDescritta?: Readonly<Record<string, unknown>>;
  /** JSON Schema dei dati, che il server verifica comunque */
  readonly validazione?: string | Readonly<Record<string, unknown>>;
  /** Come mostrare datiAllegati e proprieta */
  readonly visualizzazione?: string | Readonly<Record<string, unknown>>;
};

export type ProfiloPagamento = {
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
  /** Di un cittadino: per chi agisce */
  readonly anagrafica?: Soggetto;
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

export type SoggettoVersante = {
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
  readonly cellulare?: string;
};

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

export interface OperazioniPagamento {
  /** Avvia il pagamento di 1-5 pendenze e risponde con l'indirizzo della pagina di pagamento */
  readonly addPagamento: {
    readonly query?: {
      readonly idSessionePortale?: string;
      readonly gRecaptchaResponse?: string;
      readonly codiceConvenzione?: string;
      readonly identificativoPSP?: string;
      readonly identificativoIntermediarioPSP?: string;
      readonly identificativoCanale?: string;
      readonly tipoVersamento?: string;
    };
    readonly corpo: NuovoPagamento;
    readonly risposte: {
      readonly "application/json": PagamentoCreato;
    };
  };
  /** Elenca i pagamenti avviati dal chiamante */
  readonly findPagamenti: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      readonly ordinamento?: "+dataRichiestaPagamento" | "-dataRichiestaPagamento" | "dataRichiestaPagamento" | " dataRichiestaPagamento";
      readonly stato?: "IN_CORSO" | "ESEGUITO" | "NON_ESEGUITO" | "ESEGUITO_PARZIALE" | "ANNULLATO" | "FALLITO";
      readonly id?: string;
      readonly idSessionePortale?: string;
      readonly dataDa?: GiornoOIstante;
      readonly dataA?: GiornoOIstante;
      /** Campi da restituire, separati da virgola; assente = tutti */
      readonly campi?: string;
      readonly idSessionePsp?: string;
      readonly idVersante?: string;
      readonly idDebitore?: string;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly (PagamentoIndex | PagamentoIndexParziale)[];
      };
    };
  };
  /** Dettaglio di un pagamento */
  readonly getPagamento: {
    readonly percorso: {
      readonly id: string;
    };
    readonly risposte: {
      readonly "application/json": Pagamento;
    };
  };
  /** Dettaglio di un pagamento per sessione del gateway */
  readonly getPagamentoByIdSession: {
    readonly percorso: {
      readonly idSession: string;
    };
    readonly risposte: {
      readonly "application/json": Pagamento;
    };
  };
  /** Rimanda il cittadino al portale da cui era partito, al ritorno da WISP */
  readonly returnDaPsp: {
    readonly query: {
      readonly idSession: string;
      readonly idDominio?: string;
      /** Quello che dice la pagina WISP, riportato al portale */
      readonly esito?: "OK" | "ERROR" | "CANCEL" | "DIFFERITO" | "KO";
      readonly idPSP?: string;
      readonly type?: string;
      readonly keyPA?: string;
      readonly keyWISP?: string;
    };
    readonly risposte: Readonly<Record<never, never>>;
  };
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
      readonly stato?: "ESEGUITA" | "NON_ESEGUITA" | "ESEGUITA_PARZIALE" | "ANNULLATA" | "SCADUTA" | "ANOMALA";
      readonly idPagamento?: string;
      readonly direzione?: string;
      readonly divisione?: string;
      readonly mostraSpontaneiNonPagati?: "true" | "false";
      readonly iuv?: string;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly (PendenzaIndex | PendenzaIndexParziale)[];
      };
    };
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
  /** Crea una pendenza spontanea dai dati della form del cittadino: POST /pendenze/{idDominio}/{idTipoPendenza} */
  readonly addPendenzaDaForm: {
    readonly percorso: {
      /** idDominio */
      readonly idA2A: string;
      /** idTipoPendenza */
      readonly idPendenza: string;
    };
    readonly query?: {
      readonly idA2A?: string;
      readonly idPendenza?: string;
      readonly gRecaptchaResponse?: string;
      readonly anteprima?: "true" | "false";
    };
    readonly corpo: DatiFormPendenza;
    readonly risposte: {
      readonly "application/json": (PendenzaSpontaneaCreata | AnteprimaForm) | PendenzaSpontaneaCreata;
    };
  };
  /** Storia di una pendenza, raccontata a chi la paga */
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
      readonly lingua?: "it" | "en" | "de" | "fr" | "sl";
    };
    readonly risposte: {
      readonly "application/json": StoriaCittadino;
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
  /** Avviso di pagamento, in JSON o stampato (Accept: application/pdf) */
  readonly getAvviso: {
    readonly percorso: {
      readonly idDominio: string;
      readonly numeroAvviso: string;
    };
    readonly query?: {
      readonly linguaSecondaria?: "false" | "de" | "en" | "fr" | "sl";
      readonly idDebitore?: string;
      readonly UUID?: string;
      readonly gRecaptchaResponse?: string;
    };
    readonly risposte: {
      readonly "application/json": Avviso;
      readonly "application/pdf": Blob;
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
  /** Ricevute di un codice di pagamento */
  readonly findRicevute: {
    readonly percorso: {
      readonly idDominio: string;
      readonly iuv: string;
    };
    readonly query?: {
      readonly esito?: "IN_CORSO" | "RIFIUTATO" | "ESEGUITO" | "NON_ESEGUITO" | "ESEGUITO_PARZIALE" | "DECORRENZA" | "DECORRENZA_PARZIALE";
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati: number;
        readonly risultati: readonly RicevutaIndex[];
      };
    };
  };
  /** Dettaglio di una ricevuta, in JSON o stampata (Accept: application/pdf) */
  readonly getRicevuta: {
    readonly percorso: {
      readonly idDominio: string;
      readonly iuv: string;
      readonly idRicevuta: string;
    };
    readonly query?: {
      readonly linguaSecondaria?: "false" | "de" | "en" | "fr" | "sl";
    };
    readonly risposte: {
      readonly "application/json": Ricevuta;
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
  /** Elenco dei domini che il portale può mostrare */
  readonly findDomini: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** Campi su cui ordinare, separati da virgola e preceduti da + o -: ragioneSociale, idDominio */
      readonly ordinamento?: string;
      /** Campi da restituire, separati da virgola; assente = tutti */
      readonly campi?: string;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly {
          readonly idDominio?: string;
          readonly ragioneSociale?: string;
          readonly indirizzo?: string;
          readonly civico?: string;
          readonly cap?: string;
          readonly localita?: string;
          readonly provincia?: string;
          readonly nazione?: string;
          readonly email?: string;
          readonly pec?: string;
          readonly tel?: string;
          readonly fax?: string;
          readonly web?: string;
          readonly area?: string;
          readonly gln?: string;
          readonly cbill?: string;
          /** Immagine in base64; in elenco solo se chiesta con campi */
          readonly logo?: string;
        }[];
      };
    };
  };
  /** Tipi di pendenza che il dominio offre ai cittadini, con la loro form, in ordine di descrizione */
  readonly findTipiPendenza: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly query?: {
      /** Parte della descrizione, in qualunque carattere */
      readonly descrizione?: string;
      readonly gruppo?: string;
      /** Dei testi di formDescritta; assente = tutte quelle che ha */
      readonly lingua?: "it" | "en" | "de" | "fr" | "sl";
    };
    readonly risposte: {
      readonly "application/json": {
        readonly risultati: readonly TipoPendenzaPortale[];
      };
    };
  };
  /** Elenco delle unità operative di un dominio */
  readonly findUnitaOperative: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** Campi su cui ordinare, separati da virgola e preceduti da + o -: ragioneSociale, idUnita */
      readonly ordinamento?: string;
      /** Campi da restituire, separati da virgola; assente = tutti */
      readonly campi?: string;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly {
          readonly idUnita?: string;
          readonly ragioneSociale?: string;
          readonly indirizzo?: string;
          readonly civico?: string;
          readonly cap?: string;
          readonly localita?: string;
          readonly provincia?: string;
          readonly nazione?: string;
          readonly email?: string;
          readonly pec?: string;
          readonly tel?: string;
          readonly fax?: string;
          readonly web?: string;
          readonly area?: string;
        }[];
      };
    };
  };
  /** Identità e autorizzazioni del chiamante */
  readonly getProfilo: {
    readonly risposte: {
      readonly "application/json": ProfiloPagamento;
    };
  };
  /** Chiude la sessione */
  readonly logout: {
    readonly risposte: Readonly<Record<never, never>>;
  };
}

export const pagamento: Api<OperazioniPagamento> = {
  base: "/pagamento/v2",
  operazioni: {
    addPagamento: { metodo: "POST", percorso: "/pagamenti", tipi: ["application/json"] },
    findPagamenti: { metodo: "GET", percorso: "/pagamenti", tipi: ["application/json"] },
    getPagamento: { metodo: "GET", percorso: "/pagamenti/{id}", tipi: ["application/json"] },
    getPagamentoByIdSession: { metodo: "GET", percorso: "/pagamenti/byIdSession/{idSession}", tipi: ["application/json"] },
    returnDaPsp: { metodo: "GET", percorso: "/psp", tipi: [] },
    findPendenze: { metodo: "GET", percorso: "/pendenze", tipi: ["application/json"] },
    getPendenza: { metodo: "GET", percorso: "/pendenze/{idA2A}/{idPendenza}", tipi: ["application/json"] },
    addPendenzaDaForm: { metodo: "POST", percorso: "/pendenze/{idA2A}/{idPendenza}", tipi: ["application/json"] },
    getStoriaPendenza: { metodo: "GET", percorso: "/pendenze/{idA2A}/{idPendenza}/storia", tipi: ["application/json"] },
    getPendenzaByAvviso: { metodo: "GET", percorso: "/pendenze/byAvviso/{idDominio}/{numeroAvviso}", tipi: ["application/json"] },
    getAvviso: { metodo: "GET", percorso: "/avvisi/{idDominio}/{numeroAvviso}", tipi: ["application/json", "application/pdf"] },
    getAllegato: { metodo: "GET", percorso: "/allegati/{id}", tipi: ["application/octet-stream"] },
    findRpp: { metodo: "GET", percorso: "/rpp", tipi: ["application/json"] },
    getRpp: { metodo: "GET", percorso: "/rpp/{idDominio}/{iuv}/{ccp}", tipi: ["application/json"] },
    getRpt: { metodo: "GET", percorso: "/rpp/{idDominio}/{iuv}/{ccp}/rpt", tipi: ["application/json", "application/xml", "text/xml"] },
    getRt: {
      metodo: "GET",
      percorso: "/rpp/{idDominio}/{iuv}/{ccp}/rt",
      tipi: ["application/json", "application/xml", "text/xml", "application/pdf"],
    },
    findRicevute: { metodo: "GET", percorso: "/ricevute/{idDominio}/{iuv}", tipi: ["application/json"] },
    getRicevuta: { metodo: "GET", percorso: "/ricevute/{idDominio}/{iuv}/{idRicevuta}", tipi: ["application/json", "application/pdf"] },
    getStampaRicevute: { metodo: "GET", percorso: "/ricevute", tipi: ["application/pdf"] },
    findDomini: { metodo: "GET", percorso: "/domini", tipi: ["application/json"] },
    findTipiPendenza: { metodo: "GET", percorso: "/domini/{idDominio}/tipiPendenza", tipi: ["application/json"] },
    findUnitaOperative: { metodo: "GET", percorso: "/domini/{idDominio}/unitaOperative", tipi: ["application/json"] },
    getProfilo: { metodo: "GET", percorso: "/profilo", tipi: ["application/json"] },
    logout: { metodo: "GET", percorso: "/logout", tipi: [] },
  },
};

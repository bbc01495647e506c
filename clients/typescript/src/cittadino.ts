/** Fiorino: API Cittadino. Generato da docs/openapi/cittadino.json con `npm run docs`: le modifiche a mano vanno perse. */
import type { Api, CorpoGrezzo } from "./client.ts";

/** I campi della form */
export type DatiFormPendenza = Readonly<Record<string, unknown>>;

export type PagamentoPaginaPost = {
  readonly pagatore?: {
    readonly identificativo?: string;
    readonly anagrafica?: string;
    readonly email?: string;
  };
  readonly importo?: number;
  readonly campi?: Readonly<Record<string, string>>;
  readonly consensoInformativa?: string;
  readonly precompilato?: string;
};

export type ProfiloCittadino = {
  readonly nome: string;
  readonly anagrafica: {
    readonly tipo: "F" | "G";
    readonly identificativo: string;
    readonly anagrafica: string;
    readonly email?: string;
  };
  /** Aziende per cui la persona può agire, secondo il suo provider */
  readonly deleghe: readonly Delega[];
  /** Codice fiscale dell'azienda per cui agisce ora; assente = per sé */
  readonly perConto?: string;
  readonly provider: string;
  readonly livello?: number;
};

export type Delega = {
  readonly codiceFiscale: string;
  readonly partitaIva?: string;
  readonly ragioneSociale: string;
};

/** Busta degli errori */
export type Errore = {
  readonly categoria: "AUTORIZZAZIONE" | "RICHIESTA" | "OPERAZIONE" | "PAGOPA" | "EC" | "INTERNO";
  readonly codice: string;
  readonly descrizione: string;
  readonly dettaglio?: string;
};

export type DominioPortale = {
  readonly idDominio: string;
  readonly ragioneSociale: string;
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

export type PendenzaCittadinoIndex = {
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

export type PendenzaCittadino = {
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

export type SegnalazioneRiconciliazione = {
  readonly data: Istante;
  readonly codice: string;
  readonly descrizione: string;
  readonly dettaglio?: string;
};

export type Collegamento = {
  readonly scopo: "AVVISO" | "RICEVUTA" | "PAGAMENTO";
  readonly idDominio: string;
  readonly numeroAvviso?: string;
  /** Con cui le operazioni aperte a tutti mostrano questa pendenza */
  readonly UUID: string;
};

export type PaginaPubblica = {
  readonly id: string;
  readonly ente: {
    readonly idDominio: string;
    readonly ragioneSociale: string;
  };
  readonly stato: "APERTA" | "SOSPESA" | "NON_ANCORA_APERTA" | "CHIUSA";
  readonly lingua: "it" | "en" | "de" | "fr" | "sl";
  readonly lingue: readonly ("it" | "en" | "de" | "fr" | "sl")[];
  readonly titolo: string;
  readonly descrizione?: string;
  readonly importo:
    | {
        readonly tipo: "FISSO";
        readonly importo: number;
      }
    | {
        readonly tipo: "LIBERO";
        readonly minimo: number;
        readonly massimo: number;
      };
  readonly campi: readonly {
    readonly nome: string;
    readonly etichetta: string;
    readonly obbligatorio: boolean;
    readonly lunghezzaMassima: number;
  }[];
  readonly informativa?: {
    readonly versione: string;
    readonly testo: string;
    readonly url?: string;
    readonly obbligatoria: boolean;
  };
  readonly al?: Giorno;
  /** Ciò che il collegamento seguito porta già, e che non si può cambiare */
  readonly precompilati?: {
    readonly importo?: number;
    readonly identificativo?: string;
    readonly anagrafica?: string;
    readonly email?: string;
    readonly campi: Readonly<Record<string, string>>;
  };
};

export type PagamentoPagina = {
  readonly idDominio: string;
  readonly idA2A: string;
  readonly idPendenza: string;
  readonly numeroAvviso: string;
  readonly UUID: string;
  readonly causale: string;
  readonly importo: number;
  readonly tipoPendenza: string;
  readonly redirect?: string;
};

export type PagamentoProva = {
  readonly id: string;
  readonly prova: true;
  readonly stato: "IN_CORSO" | "ESEGUITO" | "NON_ESEGUITO" | "ESEGUITO_PARZIALE" | "ANNULLATO" | "FALLITO";
  readonly importo: number;
  readonly avvisi: readonly {
    readonly idDominio: string;
    readonly ragioneSociale: string;
    readonly numeroAvviso: string;
    readonly causale: string;
    readonly importo: number;
  }[];
  /** L'esito chiesto dall'importo o dal codice fiscale del debitore (valori magici) */
  readonly previsto?: Esito;
  readonly esiti: readonly Esito[];
};

export type Esito =
  | "PAGATO"
  | "RIFIUTATO"
  | "IN_CORSO"
  | "IMPORTO_CAMBIATO"
  | "ANNULLATO"
  | "ABBANDONATO"
  | "MAI_TORNATO"
  | "PAGATO_ALTROVE"
  | "RICEVUTA_TARDI"
  | "RICEVUTA_DOPPIA"
  | "RICEVUTA_DIVERSA"
  | "RICEVUTA_KO";

export type Giorno = string;

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

export interface OperazioniCittadino {
  /** Chi è il cittadino che ha acceduto, e per chi può agire */
  readonly getProfilo: {
    readonly risposte: {
      readonly "application/json": ProfiloCittadino;
    };
  };
  /** Accede: chi è già riconosciuto ha il proprio profilo, gli altri sono mandati al provider di identità */
  readonly login: {
    readonly query?: {
      /** Ente al cui portale si accede */
      readonly idDominio?: string;
      /** id di uno dei metodi di accesso; assente = il primo */
      readonly provider?: string;
      /** Dove tornare dopo l'accesso */
      readonly ritorno?: string;
    };
    readonly risposte: {
      readonly "application/json": ProfiloCittadino;
    };
  };
  /** Accede, poi torna all'indirizzo configurato con quell'id */
  readonly loginConRedirect: {
    readonly percorso: {
      readonly urlID: string;
    };
    readonly query?: {
      /** Ente al cui portale si accede */
      readonly idDominio?: string;
      /** id di uno dei metodi di accesso; assente = il primo */
      readonly provider?: string;
    };
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Chiude la sessione */
  readonly logout: {
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Chiude la sessione, anche presso il provider, poi torna all'indirizzo configurato con quell'id */
  readonly logoutConRedirect: {
    readonly percorso: {
      readonly urlID: string;
    };
    readonly query?: {
      /** Ente al cui portale si accede */
      readonly idDominio?: string;
      /** id di uno dei metodi di accesso; assente = il primo */
      readonly provider?: string;
    };
    readonly risposte: Readonly<Record<never, never>>;
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
  /** Dettaglio di un dominio, con il suo logo */
  readonly getDominio: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly risposte: {
      readonly "application/json": DominioPortale;
    };
  };
  /** Logo di un dominio, come immagine */
  readonly getLogo: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly risposte: {
      readonly "image/png": Blob;
      readonly "image/jpeg": Blob;
      readonly "image/svg+xml": Blob;
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
      /** Come descrizione: il nome con cui GovPay la pubblica */
      readonly descriione?: string;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly risultati: readonly TipoPendenzaPortale[];
      };
    };
  };
  /** Un tipo di pendenza che il dominio offre ai cittadini, con la sua form */
  readonly getTipoPendenza: {
    readonly percorso: {
      readonly idDominio: string;
      readonly idTipoPendenza: string;
    };
    readonly query?: {
      /** Dei testi di formDescritta; assente = tutte quelle che ha */
      readonly lingua?: "it" | "en" | "de" | "fr" | "sl";
    };
    readonly risposte: {
      readonly "application/json": TipoPendenzaPortale;
    };
  };
  /** Pendenze del cittadino verso un ente */
  readonly findPendenze: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      readonly stato?: "ESEGUITA" | "NON_ESEGUITA" | "ESEGUITA_PARZIALE" | "ANNULLATA" | "SCADUTA" | "ANOMALA";
      /** È ammesso dataCaricamento, preceduto da + o - */
      readonly ordinamento?: string;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly PendenzaCittadinoIndex[];
      };
    };
  };
  /** Dettaglio di una pendenza, dal numero del suo avviso */
  readonly getPendenza: {
    readonly percorso: {
      readonly idDominio: string;
      readonly numeroAvviso: string;
    };
    readonly risposte: {
      readonly "application/json": PendenzaCittadino;
    };
  };
  /** Crea una pendenza spontanea dai dati della form del cittadino: POST /pendenze/{idDominio}/{idTipoPendenza} */
  readonly addPendenzaDaForm: {
    readonly percorso: {
      readonly idDominio: string;
      readonly numeroAvviso: string;
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
  /** Ricevuta di una pendenza, in JSON o stampata (Accept: application/pdf) */
  readonly getRicevuta: {
    readonly percorso: {
      readonly idDominio: string;
      readonly numeroAvviso: string;
    };
    readonly query?: {
      readonly linguaSecondaria?: "false" | "de" | "en" | "fr" | "sl";
    };
    readonly risposte: {
      readonly "application/json": Ricevuta;
      readonly "application/pdf": Blob;
    };
  };
  /** Apre un collegamento pubblico: l'avviso o la ricevuta in PDF, o la pagina di pagamento */
  readonly getCollegamento: {
    readonly percorso: {
      readonly gettone: string;
    };
    readonly query?: {
      readonly dati?: "true" | "false";
    };
    readonly risposte: {
      readonly "application/pdf": Blob;
      readonly "application/json": Collegamento;
    };
  };
  /** Una pagina di pagamento: che cosa chiede, e quanto si paga */
  readonly getPagina: {
    readonly percorso: {
      readonly id: string;
    };
    readonly query?: {
      readonly lingua?: "it" | "en" | "de" | "fr" | "sl";
      /** Gettone del collegamento precompilato */
      readonly p?: string;
    };
    readonly risposte: {
      readonly "application/json": PaginaPubblica;
      readonly "text/html": Blob;
    };
  };
  /** Paga su una pagina: crea la pendenza e risponde con l'indirizzo di Checkout */
  readonly payPagina: {
    readonly percorso: {
      readonly id: string;
    };
    readonly query?: {
      readonly gRecaptchaResponse?: string;
    };
    readonly corpo: PagamentoPaginaPost;
    readonly risposte: {
      readonly "application/json": PagamentoPagina;
    };
  };
  /** Un pagamento di un dominio in prova: la pagina su cui si sceglie come va */
  readonly getProva: {
    readonly percorso: {
      readonly id: string;
    };
    readonly query?: {
      readonly lingua?: "it" | "en";
    };
    readonly risposte: {
      readonly "application/json": PagamentoProva;
      readonly "text/html": Blob;
    };
  };
  /** Conclude un pagamento di un dominio in prova, con l'esito scelto */
  readonly payProva: {
    readonly percorso: {
      readonly id: string;
    };
    readonly query?: {
      readonly lingua?: "it" | "en";
    };
    readonly corpo: Blob | CorpoGrezzo<"application/x-www-form-urlencoded">;
    readonly risposte: {
      readonly "application/json": {
        readonly id: string;
        readonly prova: true;
        readonly esito: Esito;
      };
      readonly "text/html": Blob;
    };
  };
}

export const cittadino: Api<OperazioniCittadino> = {
  base: "/cittadino/v1",
  operazioni: {
    getProfilo: { metodo: "GET", percorso: "/profilo", tipi: ["application/json"] },
    login: { metodo: "GET", percorso: "/login", tipi: ["application/json"] },
    loginConRedirect: { metodo: "GET", percorso: "/login/{urlID}", tipi: [] },
    logout: { metodo: "GET", percorso: "/logout", tipi: [] },
    logoutConRedirect: { metodo: "GET", percorso: "/logout/{urlID}", tipi: [] },
    findDomini: { metodo: "GET", percorso: "/domini", tipi: ["application/json"] },
    getDominio: { metodo: "GET", percorso: "/domini/{idDominio}", tipi: ["application/json"] },
    getLogo: { metodo: "GET", percorso: "/domini/{idDominio}/logo", tipi: ["image/png", "image/jpeg", "image/svg+xml"] },
    findTipiPendenza: { metodo: "GET", percorso: "/domini/{idDominio}/tipiPendenza", tipi: ["application/json"] },
    getTipoPendenza: { metodo: "GET", percorso: "/domini/{idDominio}/tipiPendenza/{idTipoPendenza}", tipi: ["application/json"] },
    findPendenze: { metodo: "GET", percorso: "/pendenze/{idDominio}", tipi: ["application/json"] },
    getPendenza: { metodo: "GET", percorso: "/pendenze/{idDominio}/{numeroAvviso}", tipi: ["application/json"] },
    addPendenzaDaForm: { metodo: "POST", percorso: "/pendenze/{idDominio}/{numeroAvviso}", tipi: ["application/json"] },
    getAvviso: { metodo: "GET", percorso: "/pendenze/{idDominio}/{numeroAvviso}/avviso", tipi: ["application/json", "application/pdf"] },
    getRicevuta: {
      metodo: "GET",
      percorso: "/pendenze/{idDominio}/{numeroAvviso}/ricevuta",
      tipi: ["application/json", "application/pdf"],
    },
    getCollegamento: { metodo: "GET", percorso: "/collegamenti/{gettone}", tipi: ["application/pdf", "application/json"] },
    getPagina: { metodo: "GET", percorso: "/pagine/{id}", tipi: ["application/json", "text/html"] },
    payPagina: { metodo: "POST", percorso: "/pagine/{id}", tipi: ["application/json"] },
    getProva: { metodo: "GET", percorso: "/prove/{id}", tipi: ["application/json", "text/html"] },
    payProva: { metodo: "POST", percorso: "/prove/{id}/esito", tipi: ["application/json", "text/html"] },
  },
};

/** Fiorino: API Pendenze v1. Generato da docs/openapi/pendenze-v1.json con `npm run docs`: le modifiche a mano vanno perse. */
import type { Api } from "./client.ts";

export type pendenzaPut = {
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
  readonly dataNotificaAvviso?: Giorno;
  readonly dataPromemoriaScadenza?: Giorno;
  readonly voci: readonly NuovaVocePendenza[];
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

export type pendenzaIndex = {
  readonly idA2A: string;
  readonly idPendenza: string;
  readonly idTipoPendenza: string;
  readonly tipo: "dovuto" | "spontaneo";
  readonly dominio: DominioPendenza;
  readonly unitaOperativa?: UnitaOperativaPendenza;
  readonly stato: "ESEGUITA" | "NON_ESEGUITA" | "ESEGUITA_PARZIALE" | "ANNULLATA" | "SCADUTA" | "ANOMALA";
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

export type pendenzaIndexParziale = {
  readonly idA2A?: string;
  readonly idPendenza?: string;
  readonly idTipoPendenza?: string;
  readonly tipo?: "dovuto" | "spontaneo";
  readonly dominio?: DominioPendenza;
  readonly unitaOperativa?: UnitaOperativaPendenza;
  readonly stato?: "ESEGUITA" | "NON_ESEGUITA" | "ESEGUITA_PARZIALE" | "ANNULLATA" | "SCADUTA" | "ANOMALA";
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

export type avviso = {
  readonly stato: "Pagato" | "Non pagato" | "Scaduto" | "Annullato";
  readonly importo: number;
  readonly idDominio: string;
  readonly numeroAvviso: string;
  readonly dataValidita?: Giorno;
  readonly dataScadenza?: Giorno;
  readonly descrizione: string;
  readonly tassonomiaAvviso?: TassonomiaAvviso;
  readonly qrcode: string;
  /** Assente se il dominio non ha un GLN */
  readonly barcode?: string;
  /** Avviso in base64, con stampaAvviso=true; mai per una pendenza di soli bolli */
  readonly pdf?: string;
};

export type pendenza = {
  readonly idA2A: string;
  readonly idPendenza: string;
  readonly idTipoPendenza: string;
  readonly tipo: "dovuto" | "spontaneo";
  readonly dominio: DominioPendenza;
  readonly unitaOperativa?: UnitaOperativaPendenza;
  readonly stato: "ESEGUITA" | "NON_ESEGUITA" | "ESEGUITA_PARZIALE" | "ANNULLATA" | "SCADUTA" | "ANOMALA";
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
  /** Di un dominio in prova: non si paga davvero, e niente di essa arriva a pagoPA */
  readonly prova?: true;
  readonly descrizioneStato?: string;
  readonly pagataAltrove?: PagataAltrove;
  readonly notificaSend?: NotificaSend;
  readonly voci: readonly VocePendenza[];
  readonly rpp: readonly rppIndex[];
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

export type rppIndex = {
  readonly stato: string;
  readonly dettaglioStato?: string;
  readonly segnalazioni: readonly SegnalazionePendenza[];
  readonly rpt: Readonly<Record<string, unknown>>;
  readonly rt?: Readonly<Record<string, unknown>>;
  readonly modello: "Pagamento ad iniziativa Ente" | "Pagamento ad iniziativa PSP" | "Modello unico";
  /** Collegamento al dettaglio della pendenza */
  readonly pendenza: string;
};

export type rppIndexParziale = {
  readonly stato?: string;
  readonly dettaglioStato?: string;
  readonly segnalazioni?: readonly SegnalazionePendenza[];
  readonly rpt?: Readonly<Record<string, unknown>>;
  readonly rt?: Readonly<Record<string, unknown>>;
  readonly modello?: "Pagamento ad iniziativa Ente" | "Pagamento ad iniziativa PSP" | "Modello unico";
  /** Collegamento al dettaglio della pendenza */
  readonly pendenza?: string;
};

export type rpp = {
  readonly stato: string;
  readonly dettaglioStato?: string;
  readonly segnalazioni: readonly SegnalazionePendenza[];
  readonly rpt: Readonly<Record<string, unknown>>;
  readonly rt?: Readonly<Record<string, unknown>>;
  readonly modello: "Pagamento ad iniziativa Ente" | "Pagamento ad iniziativa PSP" | "Modello unico";
  readonly pendenza: pendenzaIndex;
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

export interface OperazioniPendenzeV1 {
  /** Elenco delle pendenze */
  readonly findPendenze: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** È ammesso dataCaricamento, preceduto da + o - */
      readonly ordinamento?: string;
      readonly dataDa?: GiornoOIstante;
      readonly dataA?: GiornoOIstante;
      readonly idDominio?: string;
      readonly idA2A?: string;
      readonly idDebitore?: string;
      readonly idPagamento?: string;
      /** Campi da restituire, separati da virgola; assente = tutti */
      readonly campi?: string;
      /** ESEGUITA comprende le pendenze incassate */
      readonly stato?: "ESEGUITA" | "NON_ESEGUITA" | "ESEGUITA_PARZIALE" | "ANNULLATA" | "SCADUTA";
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly (pendenzaIndex | pendenzaIndexParziale)[];
      };
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
      readonly avvisaturaDigitale?: "true" | "false";
      readonly modalitaAvvisaturaDigitale?: "ASINCRONA" | "SINCRONA";
    };
    readonly corpo: pendenzaPut;
    readonly risposte: {
      readonly "application/json": avviso;
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
      readonly "application/json": pendenza;
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
      /** È ammesso dataRichiesta, preceduto da + o - */
      readonly ordinamento?: string;
      readonly idDominio?: string;
      readonly iuv?: string;
      readonly ccp?: string;
      readonly idA2A?: string;
      readonly idPendenza?: string;
      readonly idPagamento?: string;
      /** Campi da restituire, separati da virgola; assente = tutti */
      readonly campi?: string;
      readonly dataDa?: GiornoOIstante;
      readonly dataA?: GiornoOIstante;
      readonly esito?: "IN_CORSO" | "RIFIUTATO" | "ESEGUITO" | "NON_ESEGUITO" | "ESEGUITO_PARZIALE" | "DECORRENZA" | "DECORENNZA_PARZIALE";
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly (rppIndex | rppIndexParziale)[];
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
      readonly "application/json": rpp;
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
  /** Identità e autorizzazioni del chiamante */
  readonly getProfilo: {
    readonly risposte: {
      readonly "application/json": Profilo;
    };
  };
}

export const pendenzeV1: Api<OperazioniPendenzeV1> = {
  base: "/pendenze/v1",
  operazioni: {
    findPendenze: { metodo: "GET", percorso: "/pendenze", tipi: ["application/json"] },
    addPendenza: { metodo: "PUT", percorso: "/pendenze/{idA2A}/{idPendenza}", tipi: ["application/json"] },
    updatePendenza: { metodo: "PATCH", percorso: "/pendenze/{idA2A}/{idPendenza}", tipi: [] },
    getPendenza: { metodo: "GET", percorso: "/pendenze/{idA2A}/{idPendenza}", tipi: ["application/json"] },
    findRpp: { metodo: "GET", percorso: "/rpp", tipi: ["application/json"] },
    getRpp: { metodo: "GET", percorso: "/rpp/{idDominio}/{iuv}/{ccp}", tipi: ["application/json"] },
    getRpt: { metodo: "GET", percorso: "/rpp/{idDominio}/{iuv}/{ccp}/rpt", tipi: ["application/json", "application/xml", "text/xml"] },
    getRt: {
      metodo: "GET",
      percorso: "/rpp/{idDominio}/{iuv}/{ccp}/rt",
      tipi: ["application/json", "application/xml", "text/xml", "application/pdf"],
    },
    getProfilo: { metodo: "GET", percorso: "/profilo", tipi: ["application/json"] },
  },
};

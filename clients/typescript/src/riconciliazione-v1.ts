/** Fiorino: API Riconciliazione v1. Generato da docs/openapi/riconciliazione-v1.json con `npm run docs`: le modifiche a mano vanno perse. */
import type { Api } from "./client.ts";

export type incassoPost = {
  readonly causale: string;
  readonly importo: number;
  readonly dataValuta?: Giorno;
  readonly dataContabile?: Giorno;
  readonly ibanAccredito?: string;
  readonly sct?: unknown;
};

export type riscossioneIndex = {
  readonly iuv: string;
  readonly iur: string;
  readonly indice: number;
  readonly stato: "RISCOSSA" | "INCASSATA";
  readonly tipo: "ENTRATA" | "MBT" | "ALTRO_INTERMEDIARIO" | "ENTRATA_PA_NON_INTERMEDIATA";
  readonly importo: number;
  readonly data: Giorno;
  readonly allegato?: Allegato;
  /** Collegamento alla pendenza pagata, quando è nota */
  readonly pendenza?: string;
  /** Collegamento alla riconciliazione che l'ha incassata */
  readonly incasso?: string;
  /** Di un dominio in prova: nessun denaro si è mosso, e nessun totale la conta */
  readonly prova?: true;
  readonly idDominio: string;
  readonly idVocePendenza?: string;
  readonly commissioni?: number;
  /** Collegamento al tentativo di pagamento, quando c'è una ricevuta */
  readonly rpp?: string;
};

export type riscossioneIndexParziale = {
  readonly iuv?: string;
  readonly iur?: string;
  readonly indice?: number;
  readonly stato?: "RISCOSSA" | "INCASSATA";
  readonly tipo?: "ENTRATA" | "MBT" | "ALTRO_INTERMEDIARIO" | "ENTRATA_PA_NON_INTERMEDIATA";
  readonly importo?: number;
  readonly data?: Giorno;
  readonly allegato?: Allegato;
  /** Collegamento alla pendenza pagata, quando è nota */
  readonly pendenza?: string;
  /** Collegamento alla riconciliazione che l'ha incassata */
  readonly incasso?: string;
  /** Di un dominio in prova: nessun denaro si è mosso, e nessun totale la conta */
  readonly prova?: true;
  readonly idDominio?: string;
  readonly idVocePendenza?: string;
  readonly commissioni?: number;
  /** Collegamento al tentativo di pagamento, quando c'è una ricevuta */
  readonly rpp?: string;
};

/** Busta degli errori */
export type Errore = {
  readonly categoria: "AUTORIZZAZIONE" | "RICHIESTA" | "OPERAZIONE" | "PAGOPA" | "EC" | "INTERNO";
  readonly codice: string;
  readonly descrizione: string;
  readonly dettaglio?: string;
};

export type riscossione = {
  readonly iuv: string;
  readonly iur: string;
  readonly indice: number;
  readonly stato: "RISCOSSA" | "INCASSATA";
  readonly tipo: "ENTRATA" | "MBT" | "ALTRO_INTERMEDIARIO" | "ENTRATA_PA_NON_INTERMEDIATA";
  readonly importo: number;
  readonly data: Giorno;
  readonly allegato?: Allegato;
  /** Collegamento alla pendenza pagata, quando è nota */
  readonly pendenza?: string;
  /** Collegamento alla riconciliazione che l'ha incassata */
  readonly incasso?: string;
  /** Di un dominio in prova: nessun denaro si è mosso, e nessun totale la conta */
  readonly prova?: true;
  readonly idDominio: string;
  readonly idVocePendenza?: string;
  readonly commissioni?: number;
  /** Collegamento al tentativo di pagamento, quando c'è una ricevuta */
  readonly rpp?: string;
  readonly vocePendenza?: VocePendenzaRiscossa;
};

export type VocePendenzaRiscossa = {
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
  readonly pendenza: {
    readonly idA2A: string;
    readonly idPendenza: string;
    readonly idTipoPendenza: string;
    readonly numeroAvviso: string;
    readonly causale: string;
  };
};

export type DominioPendenza = {
  readonly idDominio: string;
  readonly ragioneSociale: string;
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

export type flussoRendicontazioneIndex = {
  readonly idFlusso: string;
  readonly dataFlusso: Istante;
  readonly trn: string;
  readonly dataRegolamento: Giorno;
  readonly idPsp: string;
  readonly bicRiversamento?: string;
  readonly idDominio: string;
  readonly numeroPagamenti: number;
  readonly importoTotale: number;
  readonly stato: "Acquisito" | "Anomalo" | "Rifiutato";
  readonly segnalazioni: readonly segnalazione[];
};

export type segnalazione = {
  readonly codice: string;
  readonly descrizione: string;
};

export type flussoRendicontazioneIndexParziale = {
  readonly idFlusso?: string;
  readonly dataFlusso?: Istante;
  readonly trn?: string;
  readonly dataRegolamento?: Giorno;
  readonly idPsp?: string;
  readonly bicRiversamento?: string;
  readonly idDominio?: string;
  readonly numeroPagamenti?: number;
  readonly importoTotale?: number;
  readonly stato?: "Acquisito" | "Anomalo" | "Rifiutato";
  readonly segnalazioni?: readonly segnalazione[];
};

export type flussoRendicontazione = {
  readonly idFlusso: string;
  readonly dataFlusso: Istante;
  readonly trn: string;
  readonly dataRegolamento: Giorno;
  readonly idPsp: string;
  readonly bicRiversamento?: string;
  readonly idDominio: string;
  readonly numeroPagamenti: number;
  readonly importoTotale: number;
  readonly stato: "Acquisito" | "Anomalo" | "Rifiutato";
  readonly segnalazioni: readonly segnalazione[];
  readonly rendicontazioni: readonly rendicontazione[];
};

export type rendicontazione = {
  readonly iuv: string;
  readonly iur: string;
  readonly indice: number;
  readonly importo: number;
  /** 0 eseguito, 3 revocato, 4 stand-in, 8 stand-in senza ricevuta, 9 eseguito senza ricevuta, -1 sconosciuto */
  readonly esito: number;
  readonly data: Giorno;
  readonly segnalazioni: readonly segnalazione[];
  readonly riscossione?: riscossione;
};

export type incassoIndex = {
  readonly dominio: DominioRiconciliazione;
  readonly idIncasso: string;
  /** Assente se la riconciliazione è stata registrata con un'altra versione, senza causale */
  readonly causale?: string;
  readonly importo: number;
  readonly dataValuta?: Giorno;
  readonly dataContabile?: Giorno;
  readonly ibanAccredito?: string;
  readonly sct?: string;
};

export type DominioRiconciliazione = {
  readonly idDominio: string;
  readonly ragioneSociale: string;
};

export type incassoIndexParziale = {
  readonly dominio?: DominioRiconciliazione;
  readonly idIncasso?: string;
  /** Assente se la riconciliazione è stata registrata con un'altra versione, senza causale */
  readonly causale?: string;
  readonly importo?: number;
  readonly dataValuta?: Giorno;
  readonly dataContabile?: Giorno;
  readonly ibanAccredito?: string;
  readonly sct?: string;
};

export type incasso = {
  readonly dominio: DominioRiconciliazione;
  readonly idIncasso: string;
  /** Assente se la riconciliazione è stata registrata con un'altra versione, senza causale */
  readonly causale?: string;
  readonly importo: number;
  readonly dataValuta?: Giorno;
  readonly dataContabile?: Giorno;
  readonly ibanAccredito?: string;
  readonly sct?: string;
  readonly riscossioni: readonly riscossione[];
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

export type Istante = string;

export type Allegato = {
  readonly tipo: "Esito pagamento" | "Marca da bollo";
  /** Base64 */
  readonly testo: string;
};

export interface OperazioniRiconciliazioneV1 {
  /** Elenco delle riscossioni */
  readonly findRiscossioni: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      readonly idDominio?: string;
      readonly stato?: "RISCOSSA" | "INCASSATA";
      readonly dataDa?: Giorno;
      readonly dataA?: Giorno;
      /** È ammesso data, preceduto da + o - */
      readonly ordinamento?: string;
      /** Campi da restituire, separati da virgola; assente = tutti */
      readonly campi?: string;
      readonly idA2A?: string;
      readonly idPendenza?: string;
      /** Uno o più valori, separati da virgola */
      readonly tipo?: string;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly (riscossioneIndex | riscossioneIndexParziale)[];
      };
    };
  };
  /** Dettaglio di una riscossione */
  readonly getRiscossione: {
    readonly percorso: {
      readonly idDominio: string;
      readonly iuv: string;
      readonly iur: string;
      readonly indice: number;
    };
    readonly risposte: {
      readonly "application/json": riscossione;
    };
  };
  /** Elenco dei flussi di rendicontazione */
  readonly findFlussiRendicontazione: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      readonly stato?: "Acquisito" | "Anomalo" | "Rifiutato";
      readonly idDominio?: string;
      readonly dataDa?: Giorno;
      readonly dataA?: Giorno;
      /** È ammesso data, preceduto da + o - */
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
        readonly risultati: readonly (flussoRendicontazioneIndex | flussoRendicontazioneIndexParziale)[];
      };
    };
  };
  /** Dettaglio di un flusso di rendicontazione dato il solo identificativo, ultima revisione */
  readonly getFlussoRendicontazione: {
    readonly percorso: {
      readonly idFlusso: string;
    };
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
    };
    readonly risposte: {
      readonly "application/json": flussoRendicontazione;
      readonly "application/xml": Blob;
    };
  };
  /** Dettaglio di un flusso di rendicontazione, emissione indicata */
  readonly getFlussoRendicontazioneByData: {
    readonly percorso: {
      readonly idFlusso: string;
      readonly dataOraFlusso: Istante | string;
    };
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
    };
    readonly risposte: {
      readonly "application/json": flussoRendicontazione;
      readonly "application/xml": Blob;
    };
  };
  /** Elenco dei movimenti di cassa riconciliati */
  readonly findIncassi: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      readonly idDominio?: string;
      readonly dataDa?: Giorno;
      readonly dataA?: Giorno;
      /** È ammesso data, preceduto da + o - */
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
        readonly risultati: readonly (incassoIndex | incassoIndexParziale)[];
      };
    };
  };
  /** Registra un movimento di cassa e lo riconcilia */
  readonly addIncasso: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly corpo: incassoPost;
    readonly risposte: {
      readonly "application/json": incasso;
    };
  };
  /** Dettaglio di un movimento di cassa riconciliato */
  readonly getIncasso: {
    readonly percorso: {
      readonly idDominio: string;
      readonly idIncasso: string;
    };
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
    };
    readonly risposte: {
      readonly "application/json": incasso;
    };
  };
  /** Identità e autorizzazioni del chiamante */
  readonly getProfilo: {
    readonly risposte: {
      readonly "application/json": Profilo;
    };
  };
}

export const riconciliazioneV1: Api<OperazioniRiconciliazioneV1> = {
  base: "/riconciliazione/v1",
  operazioni: {
    findRiscossioni: { metodo: "GET", percorso: "/riscossioni", tipi: ["application/json"] },
    getRiscossione: { metodo: "GET", percorso: "/riscossioni/{idDominio}/{iuv}/{iur}/{indice}", tipi: ["application/json"] },
    findFlussiRendicontazione: { metodo: "GET", percorso: "/flussiRendicontazione", tipi: ["application/json"] },
    getFlussoRendicontazione: {
      metodo: "GET",
      percorso: "/flussiRendicontazione/{idFlusso}",
      tipi: ["application/json", "application/xml"],
    },
    getFlussoRendicontazioneByData: {
      metodo: "GET",
      percorso: "/flussiRendicontazione/{idFlusso}/{dataOraFlusso}",
      tipi: ["application/json", "application/xml"],
    },
    findIncassi: { metodo: "GET", percorso: "/incassi", tipi: ["application/json"] },
    addIncasso: { metodo: "POST", percorso: "/incassi/{idDominio}", tipi: ["application/json"] },
    getIncasso: { metodo: "GET", percorso: "/incassi/{idDominio}/{idIncasso}", tipi: ["application/json"] },
    getProfilo: { metodo: "GET", percorso: "/profilo", tipi: ["application/json"] },
  },
};

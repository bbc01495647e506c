/** Fiorino: API Riconciliazione v2. Generato da docs/openapi/riconciliazione-v2.json con `npm run docs`: le modifiche a mano vanno perse. */
import type { Api } from "./client.ts";

export type NuovaRiconciliazione = {
  readonly importo: number;
  readonly sct: unknown;
  readonly dataValuta?: Giorno;
  readonly dataContabile?: Giorno;
  readonly contoAccredito?: string;
  readonly causale?: string;
  readonly iuv?: string;
  readonly idFlussoRendicontazione?: string;
};

export type FlussoRendicontazioneIndex = {
  readonly idFlusso: string;
  readonly dataFlusso: Istante;
  readonly trn: string;
  readonly dataRegolamento: Giorno;
  readonly dataOraPubblicazione?: Istante;
  readonly revisione: number;
  /** Vero quando esiste una revisione successiva */
  readonly obsoleto: boolean;
  readonly idPsp: string;
  readonly ragioneSocialePsp?: string;
  readonly bicRiversamento?: string;
  readonly idDominio: string;
  readonly ragioneSocialeDominio: string;
  readonly dominio: DominioRiconciliazione;
  readonly numeroPagamenti: number;
  readonly importoTotale: number;
  readonly stato: "Acquisito" | "Anomalo" | "Rifiutato";
  readonly segnalazioni: readonly SegnalazioneRiconciliazione[];
  /** Collegamento alla riconciliazione del flusso */
  readonly riconciliazione?: string;
};

export type DominioRiconciliazione = {
  readonly idDominio: string;
  readonly ragioneSociale: string;
};

export type SegnalazioneRiconciliazione = {
  readonly data: Istante;
  readonly codice: string;
  readonly descrizione: string;
  readonly dettaglio?: string;
};

export type FlussoRendicontazioneIndexParziale = {
  readonly idFlusso?: string;
  readonly dataFlusso?: Istante;
  readonly trn?: string;
  readonly dataRegolamento?: Giorno;
  readonly dataOraPubblicazione?: Istante;
  readonly revisione?: number;
  /** Vero quando esiste una revisione successiva */
  readonly obsoleto?: boolean;
  readonly idPsp?: string;
  readonly ragioneSocialePsp?: string;
  readonly bicRiversamento?: string;
  readonly idDominio?: string;
  readonly ragioneSocialeDominio?: string;
  readonly dominio?: DominioRiconciliazione;
  readonly numeroPagamenti?: number;
  readonly importoTotale?: number;
  readonly stato?: "Acquisito" | "Anomalo" | "Rifiutato";
  readonly segnalazioni?: readonly SegnalazioneRiconciliazione[];
  /** Collegamento alla riconciliazione del flusso */
  readonly riconciliazione?: string;
};

/** Busta degli errori */
export type Errore = {
  readonly categoria: "AUTORIZZAZIONE" | "RICHIESTA" | "OPERAZIONE" | "PAGOPA" | "EC" | "INTERNO";
  readonly codice: string;
  readonly descrizione: string;
  readonly dettaglio?: string;
};

export type FlussoRendicontazione = {
  readonly idFlusso: string;
  readonly dataFlusso: Istante;
  readonly trn: string;
  readonly dataRegolamento: Giorno;
  readonly dataOraPubblicazione?: Istante;
  readonly revisione: number;
  /** Vero quando esiste una revisione successiva */
  readonly obsoleto: boolean;
  readonly idPsp: string;
  readonly ragioneSocialePsp?: string;
  readonly bicRiversamento?: string;
  readonly idDominio: string;
  readonly ragioneSocialeDominio: string;
  readonly dominio: DominioRiconciliazione;
  readonly numeroPagamenti: number;
  readonly importoTotale: number;
  readonly stato: "Acquisito" | "Anomalo" | "Rifiutato";
  readonly segnalazioni: readonly SegnalazioneRiconciliazione[];
  /** Collegamento alla riconciliazione del flusso */
  readonly riconciliazione?: string;
  readonly rendicontazioni: readonly Rendicontazione[];
};

export type Rendicontazione = {
  readonly iuv: string;
  readonly iur: string;
  readonly indice: number;
  readonly importo: number;
  /** 0 eseguito, 3 revocato, 4 stand-in, 8 stand-in senza ricevuta, 9 eseguito senza ricevuta, -1 sconosciuto */
  readonly esito: number;
  readonly data: Giorno;
  readonly segnalazioni: readonly SegnalazioneRiconciliazione[];
  readonly riscossione?: Riscossione;
};

export type Riscossione = {
  readonly dominio: DominioRiconciliazione;
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

export type RiconciliazioneIndex = {
  readonly id: string;
  readonly dominio: DominioRiconciliazione;
  readonly stato: "IN_ELABORAZIONE" | "ACQUISITA" | "ERRORE" | "IN_ANNULLAMENTO" | "ANNULLATA";
  readonly descrizioneStato?: string;
  readonly importo: number;
  readonly data: Istante;
  readonly dataValuta?: Giorno;
  readonly dataContabile?: Giorno;
  readonly contoAccredito?: string;
  readonly sct: string;
  /** IUV o identificativo del flusso riconciliato */
  readonly trn?: string;
  readonly causale?: string;
  readonly iuv?: string;
  readonly idFlussoRendicontazione?: string;
};

export type RiconciliazioneIndexParziale = {
  readonly id?: string;
  readonly dominio?: DominioRiconciliazione;
  readonly stato?: "IN_ELABORAZIONE" | "ACQUISITA" | "ERRORE" | "IN_ANNULLAMENTO" | "ANNULLATA";
  readonly descrizioneStato?: string;
  readonly importo?: number;
  readonly data?: Istante;
  readonly dataValuta?: Giorno;
  readonly dataContabile?: Giorno;
  readonly contoAccredito?: string;
  readonly sct?: string;
  /** IUV o identificativo del flusso riconciliato */
  readonly trn?: string;
  readonly causale?: string;
  readonly iuv?: string;
  readonly idFlussoRendicontazione?: string;
};

export type Riconciliazione = {
  readonly id: string;
  readonly dominio: DominioRiconciliazione;
  readonly stato: "IN_ELABORAZIONE" | "ACQUISITA" | "ERRORE" | "IN_ANNULLAMENTO" | "ANNULLATA";
  readonly descrizioneStato?: string;
  readonly importo: number;
  readonly data: Istante;
  readonly dataValuta?: Giorno;
  readonly dataContabile?: Giorno;
  readonly contoAccredito?: string;
  readonly sct: string;
  /** IUV o identificativo del flusso riconciliato */
  readonly trn?: string;
  readonly causale?: string;
  readonly iuv?: string;
  readonly idFlussoRendicontazione?: string;
  /** Righe che non è stato possibile riconciliare, le prime 200 */
  readonly segnalazioni: readonly SegnalazioneRiconciliazione[];
  readonly riscossioni: readonly Riscossione[];
};

export type RiscossioneIndex = {
  readonly dominio: DominioRiconciliazione;
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
};

export type RiscossioneIndexParziale = {
  readonly dominio?: DominioRiconciliazione;
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

export type Istante = string;

export type IdFlusso = Istante | string;

export type Allegato = {
  readonly tipo: "Esito pagamento" | "Marca da bollo";
  /** Base64 */
  readonly testo: string;
};

export interface OperazioniRiconciliazioneV2 {
  /** Elenco dei flussi di rendicontazione */
  readonly findFlussiRendicontazione: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      readonly iuv?: string;
      readonly idFlusso?: string;
      readonly escludiObsoleti?: "true" | "false";
      readonly ordinamento?: string;
      readonly dataDa?: GiornoOIstante;
      readonly dataA?: GiornoOIstante;
      readonly idDominio?: string;
      /** Campi da restituire, separati da virgola; assente = tutti */
      readonly campi?: string;
      readonly statoFlussoRendicontazione?: "Acquisito" | "Anomalo" | "Rifiutato";
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly (FlussoRendicontazioneIndex | FlussoRendicontazioneIndexParziale)[];
      };
    };
  };
  /** Dettaglio di un flusso di rendicontazione dato il solo identificativo, ultima revisione */
  readonly getFlussoRendicontazioneByNome: {
    readonly percorso: {
      readonly idFlusso: string;
    };
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
    };
    readonly risposte: {
      readonly "application/json": FlussoRendicontazione;
      readonly "application/xml": Blob;
    };
  };
  /** Dettaglio di un flusso di rendicontazione di un dominio, ultima revisione; o di un flusso, emissione indicata */
  readonly getFlussoRendicontazione: {
    readonly percorso: {
      readonly idDominio: string;
      readonly idFlusso: string | IdFlusso;
    };
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
    };
    readonly risposte: {
      readonly "application/json": FlussoRendicontazione;
      readonly "application/xml": Blob;
    };
  };
  /** Dettaglio di un flusso di rendicontazione, emissione indicata */
  readonly getFlussoRendicontazioneByData: {
    readonly percorso: {
      readonly idDominio: string;
      readonly idFlusso: string;
      readonly dataOraFlusso: IdFlusso;
    };
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
    };
    readonly risposte: {
      readonly "application/json": FlussoRendicontazione;
      readonly "application/xml": Blob;
    };
  };
  /** Elenco delle riconciliazioni */
  readonly findRiconciliazioni: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      readonly idDominio?: string;
      readonly dataDa?: GiornoOIstante;
      readonly dataA?: GiornoOIstante;
      /** Campi da restituire, separati da virgola; assente = tutti */
      readonly campi?: string;
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
        readonly risultati: readonly (RiconciliazioneIndex | RiconciliazioneIndexParziale)[];
      };
    };
  };
  /** Registra un movimento di cassa e lo riconcilia */
  readonly addRiconciliazione: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly query?: {
      readonly idFlussoCaseInsensitive?: "true" | "false";
    };
    readonly corpo: NuovaRiconciliazione;
    readonly risposte: {
      readonly "application/json": Riconciliazione;
    };
  };
  /** Dettaglio ed esito di una riconciliazione */
  readonly getRiconciliazione: {
    readonly percorso: {
      readonly idDominio: string;
      readonly idIncasso: string;
    };
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      /** Uno o più valori, separati da virgola */
      readonly "riscossioni.tipo"?: string;
    };
    readonly risposte: {
      readonly "application/json": Riconciliazione;
    };
  };
  /** Elenco delle riscossioni */
  readonly findRiscossioni: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      readonly ordinamento?: string;
      readonly idDominio?: string;
      readonly dataDa?: GiornoOIstante;
      readonly dataA?: GiornoOIstante;
      /** Uno o più valori, separati da virgola */
      readonly tipo?: string;
      readonly iur?: string;
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
        readonly risultati: readonly (RiscossioneIndex | RiscossioneIndexParziale)[];
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
      readonly "application/json": Riscossione;
    };
  };
  /** Identità e autorizzazioni del chiamante */
  readonly getProfilo: {
    readonly risposte: {
      readonly "application/json": Profilo;
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
}

export const riconciliazioneV2: Api<OperazioniRiconciliazioneV2> = {
  base: "/riconciliazione/v2",
  operazioni: {
    findFlussiRendicontazione: { metodo: "GET", percorso: "/flussiRendicontazione", tipi: ["application/json"] },
    getFlussoRendicontazioneByNome: {
      metodo: "GET",
      percorso: "/flussiRendicontazione/{idFlusso}",
      tipi: ["application/json", "application/xml"],
    },
    getFlussoRendicontazione: {
      metodo: "GET",
      percorso: "/flussiRendicontazione/{idDominio}/{idFlusso}",
      tipi: ["application/json", "application/xml"],
    },
    getFlussoRendicontazioneByData: {
      metodo: "GET",
      percorso: "/flussiRendicontazione/{idDominio}/{idFlusso}/{dataOraFlusso}",
      tipi: ["application/json", "application/xml"],
    },
    findRiconciliazioni: { metodo: "GET", percorso: "/riconciliazioni", tipi: ["application/json"] },
    addRiconciliazione: { metodo: "POST", percorso: "/riconciliazioni/{idDominio}", tipi: ["application/json"] },
    getRiconciliazione: { metodo: "GET", percorso: "/riconciliazioni/{idDominio}/{idIncasso}", tipi: ["application/json"] },
    findRiscossioni: { metodo: "GET", percorso: "/riscossioni", tipi: ["application/json"] },
    getRiscossione: { metodo: "GET", percorso: "/riscossioni/{idDominio}/{iuv}/{iur}/{indice}", tipi: ["application/json"] },
    getProfilo: { metodo: "GET", percorso: "/profilo", tipi: ["application/json"] },
    getAllegato: { metodo: "GET", percorso: "/allegati/{id}", tipi: ["application/octet-stream"] },
  },
};

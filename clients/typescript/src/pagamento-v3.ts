/** Fiorino: API Pagamento v3. Generato da docs/openapi/pagamento-v3.json con `npm run docs`: le modifiche a mano vanno perse. */
import type { Api } from "./client.ts";

/** Busta degli errori */
export type Errore = {
  readonly categoria: "AUTORIZZAZIONE" | "RICHIESTA" | "OPERAZIONE" | "PAGOPA" | "EC" | "INTERNO";
  readonly codice: string;
  readonly descrizione: string;
  readonly dettaglio?: string;
};

export type PosizioneDebitoria = {
  readonly numRisultati?: number;
  readonly numPagine?: number;
  readonly risultatiPerPagina?: number;
  readonly pagina?: number;
  readonly prossimiRisultati?: string;
  readonly maxRisultati?: number;
  readonly risultati: readonly PendenzaArchivio[];
};

export type PendenzaArchivio = {
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
  readonly documento?: Documento;
  readonly proprieta?: ProprietaPendenza;
  /** Di un dominio in prova: non si paga davvero, e niente di essa arriva a pagoPA */
  readonly prova?: true;
  readonly descrizioneStato?: string;
  readonly pagataAltrove?: PagataAltrove;
  readonly notificaSend?: NotificaSend;
  readonly voci: readonly {
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
    readonly riscossione?: RiscossioneVoce;
  }[];
  readonly allegati?: readonly AllegatoPendenza[];
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

export type RiscossioneVoce = {
  readonly dominio: DominioPendenza2;
  readonly idDominio: string;
  readonly iuv: string;
  readonly iur: string;
  readonly idRicevuta?: string;
  readonly indice: number;
  readonly stato: string;
  readonly tipo: string;
  readonly importo: number;
  readonly data: Giorno;
  readonly allegato?: {
    readonly tipo: string;
    readonly testo: string;
  };
  readonly pendenza?: string;
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

export type DominioPendenza2 = {
  readonly idDominio: string;
  readonly ragioneSociale: string;
};

export type Istante = string;

export interface OperazioniPagamentoV3 {
  /** Contenuto di un allegato */
  readonly getAllegato: {
    readonly percorso: {
      readonly id: string;
    };
    readonly risposte: {
      readonly "application/octet-stream": Blob;
    };
  };
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
      readonly idPendenza?: string;
      readonly idDebitore?: string;
      readonly idPagamento?: string;
      readonly direzione?: string;
      readonly divisione?: string;
      readonly mostraSpontaneiNonPagati?: "true" | "false";
      readonly stato?: "ESEGUITA" | "NON_ESEGUITA" | "ESEGUITA_PARZIALE" | "ANNULLATA" | "SCADUTA" | "ANOMALA";
      readonly iuv?: string;
    };
    readonly risposte: {
      readonly "application/json": PosizioneDebitoria;
    };
  };
  /** Dettaglio di una pendenza */
  readonly getPendenza: {
    readonly percorso: {
      readonly idA2A: string;
      readonly idPendenza: string;
    };
    readonly risposte: {
      readonly "application/json": PendenzaArchivio;
    };
  };
  /** Chiude la sessione */
  readonly logout: {
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Identità e autorizzazioni del chiamante */
  readonly getProfilo: {
    readonly risposte: {
      readonly "application/json": ProfiloPagamento;
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
}

export const pagamentoV3: Api<OperazioniPagamentoV3> = {
  base: "/pagamento/v3",
  operazioni: {
    getAllegato: { metodo: "GET", percorso: "/allegati/{id}", tipi: ["application/octet-stream"] },
    findPendenze: { metodo: "GET", percorso: "/pendenze", tipi: ["application/json"] },
    getPendenza: { metodo: "GET", percorso: "/pendenze/{idA2A}/{idPendenza}", tipi: ["application/json"] },
    logout: { metodo: "GET", percorso: "/logout", tipi: [] },
    getProfilo: { metodo: "GET", percorso: "/profilo", tipi: ["application/json"] },
    findRicevute: { metodo: "GET", percorso: "/ricevute/{idDominio}/{iuv}", tipi: ["application/json"] },
    getRicevuta: { metodo: "GET", percorso: "/ricevute/{idDominio}/{iuv}/{idRicevuta}", tipi: ["application/json", "application/pdf"] },
  },
};

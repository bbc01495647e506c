/** Fiorino: API Pagamento v1. Generato da docs/openapi/pagamento-v1.json con `npm run docs`: le modifiche a mano vanno perse. */
import type { Api } from "./client.ts";

export type pagamentoPost = {
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
  /** Accettato e non usato: il PSP si sceglie nella pagina di pagamento */
  readonly canale?: Readonly<Record<string, unknown>>;
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
  readonly email?: Email;
  /** Posta elettronica certificata: domicilio digitale della persona, o indirizzo dell'impresa */
  readonly pec?: Email;
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

/** Busta degli errori */
export type Errore = {
  readonly categoria: "AUTORIZZAZIONE" | "RICHIESTA" | "OPERAZIONE" | "PAGOPA" | "EC" | "INTERNO";
  readonly codice: string;
  readonly descrizione: string;
  readonly dettaglio?: string;
};

export type dominio = {
  readonly idDominio: string;
  readonly ragioneSociale: string;
  readonly indirizzo?: string;
  readonly civico?: string;
  readonly cap?: string;
  readonly localita?: string;
  readonly provincia?: string;
  readonly nazione?: string;
  readonly email?: Email;
  readonly pec?: Email;
  readonly tel?: string;
  readonly fax?: string;
  readonly web?: string;
  readonly area?: string;
  readonly gln?: string;
  readonly cbill?: string;
  /** Immagine in base64; in elenco solo se chiesta con campi */
  readonly logo?: string;
  readonly abilitato: boolean;
  readonly unitaOperative: readonly unitaOperativa[];
  readonly contiAccredito: readonly ContiAccredito[];
  readonly entrate: readonly Entrata[];
};

export type unitaOperativa = {
  readonly idUnita: string;
  readonly ragioneSociale: string;
  readonly indirizzo?: string;
  readonly civico?: string;
  readonly cap?: string;
  readonly localita?: string;
  readonly provincia?: string;
  readonly nazione?: string;
  readonly email?: Email;
  readonly pec?: Email;
  readonly tel?: string;
  readonly fax?: string;
  readonly web?: string;
  readonly area?: string;
  readonly abilitato: boolean;
};

export type ContiAccredito = {
  readonly iban: string;
  readonly postale: boolean;
  readonly abilitato: boolean;
  readonly bic?: string;
  /** Senza effetto: il servizio MyBank non passa più dal conto */
  readonly mybank?: boolean;
  /** Ultimo giorno in cui il conto può ricevere accrediti, se l'ente lo conosce: chi lo usa è avvisato 30 giorni prima */
  readonly fineValidita?: Giorno;
  readonly descrizione?: string;
  readonly intestatario?: string;
  readonly autStampaPosteItaliane?: string;
};

export type Entrata = {
  readonly idEntrata: string;
  readonly ibanAccredito?: string;
  readonly ibanAppoggio?: string;
  readonly tipoContabilita?: "CAPITOLO" | "SPECIALE" | "SIOPE" | "ALTRO";
  readonly codiceContabilita?: string;
  readonly abilitato: boolean;
  readonly tipoEntrata: TipoEntrata;
};

export type TipoEntrata = {
  readonly idEntrata: string;
  readonly descrizione: string;
  readonly tipoContabilita: "CAPITOLO" | "SPECIALE" | "SIOPE" | "ALTRO";
  readonly codiceContabilita: string;
};

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

export type pagamentoIndex = PagamentoIndex;

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
  readonly email?: Email;
  readonly cellulare?: string;
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

export type pagamentoIndexParziale = {
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

export type pagamento = Pagamento;

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

export type Email = string;

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
  readonly email?: Email;
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

export interface OperazioniPagamentoV1 {
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
      /** Sono mostrati solo gli elementi abilitati: false non trova nulla */
      readonly abilitato?: "true" | "false";
      readonly idStazione?: string;
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
          readonly email?: Email;
          readonly pec?: Email;
          readonly tel?: string;
          readonly fax?: string;
          readonly web?: string;
          readonly area?: string;
          readonly gln?: string;
          readonly cbill?: string;
          /** Immagine in base64; in elenco solo se chiesta con campi */
          readonly logo?: string;
          readonly abilitato?: boolean;
          /** Percorso dell'elenco */
          readonly unitaOperative?: string;
          /** Percorso dell'elenco */
          readonly contiAccredito?: string;
          /** Percorso dell'elenco */
          readonly entrate?: string;
        }[];
      };
    };
  };
  /** Dettaglio di un dominio, con unità operative, conti ed entrate abilitati */
  readonly getDominio: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly risposte: {
      readonly "application/json": dominio;
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
      /** Sono mostrati solo gli elementi abilitati: false non trova nulla */
      readonly abilitato?: "true" | "false";
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
          readonly email?: Email;
          readonly pec?: Email;
          readonly tel?: string;
          readonly fax?: string;
          readonly web?: string;
          readonly area?: string;
          readonly abilitato?: boolean;
        }[];
      };
    };
  };
  /** Dettaglio di un'unità operativa */
  readonly getUnitaOperativa: {
    readonly percorso: {
      readonly idDominio: string;
      readonly idUnitaOperativa: string;
    };
    readonly risposte: {
      readonly "application/json": unitaOperativa;
    };
  };
  /** Elenco dei conti di accredito di un dominio */
  readonly findContiAccredito: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** Campi su cui ordinare, separati da virgola e preceduti da + o -: contiAccredito, ibanAccredito, iban */
      readonly ordinamento?: string;
      /** Campi da restituire, separati da virgola; assente = tutti */
      readonly campi?: string;
      /** Sono mostrati solo gli elementi abilitati: false non trova nulla */
      readonly abilitato?: "true" | "false";
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
          readonly iban?: string;
          readonly postale?: boolean;
          readonly abilitato?: boolean;
          readonly bic?: string;
          /** Senza effetto: il servizio MyBank non passa più dal conto */
          readonly mybank?: boolean;
          /** Ultimo giorno in cui il conto può ricevere accrediti, se l'ente lo conosce: chi lo usa è avvisato 30 giorni prima */
          readonly fineValidita?: Giorno;
          readonly descrizione?: string;
          readonly intestatario?: string;
          readonly autStampaPosteItaliane?: string;
        }[];
      };
    };
  };
  /** Dettaglio di un conto di accredito */
  readonly getContoAccredito: {
    readonly percorso: {
      readonly idDominio: string;
      readonly iban: string;
    };
    readonly risposte: {
      readonly "application/json": ContiAccredito;
    };
  };
  /** Elenco delle entrate di un dominio */
  readonly findEntrate: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** Campi su cui ordinare, separati da virgola e preceduti da + o -: idEntrata */
      readonly ordinamento?: string;
      /** Campi da restituire, separati da virgola; assente = tutti */
      readonly campi?: string;
      /** Sono mostrati solo gli elementi abilitati: false non trova nulla */
      readonly abilitato?: "true" | "false";
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
          readonly idEntrata?: string;
          readonly ibanAccredito?: string;
          readonly ibanAppoggio?: string;
          readonly tipoContabilita?: "CAPITOLO" | "SPECIALE" | "SIOPE" | "ALTRO";
          readonly codiceContabilita?: string;
          readonly abilitato?: boolean;
          readonly tipoEntrata?: TipoEntrata;
        }[];
      };
    };
  };
  /** Dettaglio di un'entrata di un dominio */
  readonly getEntrata: {
    readonly percorso: {
      readonly idDominio: string;
      readonly idEntrata: string;
    };
    readonly risposte: {
      readonly "application/json": Entrata;
    };
  };
  /** Avvia il pagamento di 1-5 pendenze e risponde con l'indirizzo della pagina di pagamento */
  readonly addPagamento: {
    readonly query?: {
      readonly idSessionePortale?: string;
      readonly gRecaptchaResponse?: string;
      readonly avvisaturaDigitale?: "true" | "false";
      readonly modalitaAvvisaturaDigitale?: "ASINCRONA" | "SINCRONA";
    };
    readonly corpo: pagamentoPost;
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
      readonly versante?: string;
      readonly idSessione?: string;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly (pagamentoIndex | pagamentoIndexParziale)[];
      };
    };
  };
  /** Dettaglio di un pagamento */
  readonly getPagamento: {
    readonly percorso: {
      readonly id: string;
    };
    readonly risposte: {
      readonly "application/json": pagamento;
    };
  };
  /** Dettaglio di un pagamento per sessione del gateway */
  readonly getPagamentoByIdSession: {
    readonly percorso: {
      readonly idSession: string;
    };
    readonly risposte: {
      readonly "application/json": pagamento;
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
  /** Avviso di pagamento, in JSON o stampato (Accept: application/pdf) */
  readonly getAvviso: {
    readonly percorso: {
      readonly idDominio: string;
      readonly numeroAvviso: string;
    };
    readonly query?: {
      readonly idDebitore?: string;
      readonly UUID?: string;
      readonly gRecaptchaResponse?: string;
    };
    readonly risposte: {
      readonly "application/json": avviso;
      readonly "application/pdf": Blob;
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

export const pagamentoV1: Api<OperazioniPagamentoV1> = {
  base: "/pagamento/v1",
  operazioni: {
    findDomini: { metodo: "GET", percorso: "/domini", tipi: ["application/json"] },
    getDominio: { metodo: "GET", percorso: "/domini/{idDominio}", tipi: ["application/json"] },
    findUnitaOperative: { metodo: "GET", percorso: "/domini/{idDominio}/unitaOperative", tipi: ["application/json"] },
    getUnitaOperativa: { metodo: "GET", percorso: "/domini/{idDominio}/unitaOperative/{idUnitaOperativa}", tipi: ["application/json"] },
    findContiAccredito: { metodo: "GET", percorso: "/domini/{idDominio}/contiAccredito", tipi: ["application/json"] },
    getContoAccredito: { metodo: "GET", percorso: "/domini/{idDominio}/contiAccredito/{iban}", tipi: ["application/json"] },
    findEntrate: { metodo: "GET", percorso: "/domini/{idDominio}/entrate", tipi: ["application/json"] },
    getEntrata: { metodo: "GET", percorso: "/domini/{idDominio}/entrate/{idEntrata}", tipi: ["application/json"] },
    addPagamento: { metodo: "POST", percorso: "/pagamenti", tipi: ["application/json"] },
    findPagamenti: { metodo: "GET", percorso: "/pagamenti", tipi: ["application/json"] },
    getPagamento: { metodo: "GET", percorso: "/pagamenti/{id}", tipi: ["application/json"] },
    getPagamentoByIdSession: { metodo: "GET", percorso: "/pagamenti/byIdSession/{idSession}", tipi: ["application/json"] },
    findPendenze: { metodo: "GET", percorso: "/pendenze", tipi: ["application/json"] },
    getPendenza: { metodo: "GET", percorso: "/pendenze/{idA2A}/{idPendenza}", tipi: ["application/json"] },
    findRpp: { metodo: "GET", percorso: "/rpp", tipi: ["application/json"] },
    getRpp: { metodo: "GET", percorso: "/rpp/{idDominio}/{iuv}/{ccp}", tipi: ["application/json"] },
    getRpt: { metodo: "GET", percorso: "/rpp/{idDominio}/{iuv}/{ccp}/rpt", tipi: ["application/json", "application/xml", "text/xml"] },
    getRt: {
      metodo: "GET",
      percorso: "/rpp/{idDominio}/{iuv}/{ccp}/rt",
      tipi: ["application/json", "application/xml", "text/xml", "application/pdf"],
    },
    getAvviso: { metodo: "GET", percorso: "/avvisi/{idDominio}/{numeroAvviso}", tipi: ["application/json", "application/pdf"] },
    getProfilo: { metodo: "GET", percorso: "/profilo", tipi: ["application/json"] },
    logout: { metodo: "GET", percorso: "/logout", tipi: [] },
  },
};

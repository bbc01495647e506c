/** Fiorino: API Backoffice. Generato da docs/openapi/backoffice.json con `npm run docs`: le modifiche a mano vanno perse. */
import type { Api, CorpoGrezzo } from "./client.ts";

export type IntermediarioPost = {
  readonly denominazione: string;
  /** Chi si presenta con questo principal è il Nodo: soggetto del certificato client, o nome utente */
  readonly principalPagoPa: string;
  /** Estensione: accettati insieme a principalPagoPa, per esempio mentre il Nodo passa da un certificato al successivo */
  readonly altriPrincipalPagoPa?: readonly string[] | null;
  /** Estensione: certificati client del Nodo, in PEM, di cui sorvegliare la scadenza. Non servono a riconoscerlo */
  readonly certificatiPagoPa?: readonly string[] | null;
  /** Estensione, solo in scrittura: per le installazioni in cui il Nodo si presenta con HTTP Basic. Assente = resta quella registrata */
  readonly passwordPagoPa?: string | null;
  readonly servizioPagoPa: ConnettorePagoPaPost;
  readonly servizioPagoPaCheckout?: ConnettorePost | null;
  readonly servizioPagoPaFR?: ConnettorePost | null;
  readonly servizioPagoPaRecuperoRT?: ConnettorePost | null;
  readonly servizioPagoPaACA?: ConnettorePost | null;
  readonly servizioPagoPaGPD?: ConnettorePost | null;
  readonly servizioPagoPaBackofficeEC?: ConnettorePost | null;
  readonly servizioFtp?: Readonly<Record<string, unknown>> | null;
  /** Assente = true */
  readonly abilitato?: boolean | null;
};

export type ConnettorePagoPaPost = {
  readonly urlRPT: string;
  readonly auth?: AutenticazionePost | null;
  /** Solo in scrittura: la chiave, o segreto:<nome> di un segreto di Secrets Manager; assente = resta quella registrata se l'indirizzo non cambia, null = tolta */
  readonly subscriptionKey?: EmailSubjectNullabile;
};

export type AutenticazionePost =
  | {
      readonly username: string;
      readonly password?: string;
    }
  | {
      readonly headerName: string;
      readonly headerValue?: string;
    }
  | {
      readonly apiId: string;
      readonly apiKey?: string;
    }
  | {
      readonly certificatoClient: string;
      /** Chi firma il certificato del servizio, se non è un'autorità pubblica */
      readonly autorita?: string;
    }
  | {
      readonly clientId: string;
      readonly clientSecret?: string;
      readonly urlTokenEndpoint: string;
      readonly scope?: string;
    };

export type ConnettorePost = {
  readonly url: string;
  readonly auth?: AutenticazionePost | null;
  /** Solo in scrittura: la chiave, o segreto:<nome> di un segreto di Secrets Manager; assente = resta quella registrata se l'indirizzo non cambia, null = tolta */
  readonly subscriptionKey?: EmailSubjectNullabile;
  readonly abilitaGDE?: boolean | null;
};

export type StazionePost = {
  /** V2 = modello unico: i pagamenti dell'ente passano da Checkout */
  readonly versione: "V1" | "V2";
  /** Solo in scrittura, obbligatoria con versione V1. Assente = resta quella registrata */
  readonly password?: TipoNullabile;
  readonly abilitato: boolean;
};

export type NuovoAbbonamento = {
  readonly descrizione?: string;
  readonly abilitato?: boolean;
  readonly url: string;
  /** Solo le pendenze di questa applicazione. Di chi è un'applicazione: la sua */
  readonly idA2A?: string;
  /** Nessuno = tutti */
  readonly tipi?: Tipi;
  /** Ciò che non ha un importo, o un tipo, non passa un filtro che lo riguarda */
  readonly filtri?: Filtri;
  /** Agid-JWT-Signature (ModI, INTEGRITY_REST_01): il segreto contiene certificato e chiave privata in PEM */
  readonly firmaModi?: FirmaModi;
  /** Solo alla creazione: da quando raccontare, fino a 90 giorni fa */
  readonly dataDa?: Istante;
};

export type AzioneAbbonamento =
  | {
      readonly azione: "PROVA" | "SOSPENDI" | "RIPRENDI" | "RUOTA_SEGRETO" | "REVOCA_SEGRETO_PRECEDENTE";
    }
  | {
      readonly azione: "RIPETI";
      readonly consegne: readonly {
        readonly subject: string;
        readonly id: string;
      }[];
    }
  | {
      readonly azione: "RIPETI_DAL";
      readonly dataDa: Istante;
      readonly dataA?: Istante;
    };

export type DominioPost = {
  readonly ragioneSociale: string;
  /** Assente = true; false = solo beneficiario di voci altrui */
  readonly intermediato?: boolean | null;
  readonly indirizzo?: string | null;
  readonly civico?: string | null;
  readonly cap?: string | null;
  readonly localita?: TipoNullabile;
  readonly provincia?: TipoNullabile;
  readonly nazione?: string | null;
  readonly email?: EmailNullabile;
  readonly pec?: EmailNullabile;
  readonly tel?: EmailSubjectNullabile;
  readonly fax?: EmailSubjectNullabile;
  readonly web?: EmailSubjectNullabile;
  readonly area?: EmailSubjectNullabile;
  readonly gln?: string | null;
  readonly cbill?: string | null;
  readonly stazione?: string | null;
  readonly altreStazioni?: readonly string[] | null;
  readonly auxDigit?: string | null;
  readonly segregationCode?: string | null;
  readonly iuvPrefix?: string | null;
  readonly autStampaPosteItaliane?: EmailSubjectNullabile;
  readonly modalitaPagoPA?: ModalitaPagoPANullabile;
  readonly cambioIbanConApprovazione?: boolean | null;
  readonly annullamentiConApprovazione?: boolean | null;
  readonly tassonomiaPagoPA?: ("10" | "11" | "12" | "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09") | null;
  readonly logo?: string | null;
  readonly servizioMyPivot?: {
    readonly abilitato: boolean;
    readonly versioneCsv?: TipoNullabile;
    readonly versioneZip?: TipoNullabile;
    readonly emailIndirizzi?: EmailIndirizziNullabile;
    readonly emailSubject?: EmailSubjectNullabile;
    readonly emailAllegato?: EmailAllegatoNullabile;
    readonly downloadBaseUrl?: DownloadBaseUrlNullabile;
    readonly fileSystemPath?: FileSystemPathNullabile;
    readonly tipiPendenza?: TipiPendenzaNullabile;
    readonly intervalloCreazioneTracciato?: IntervalloCreazioneTracciatoNullabile;
    readonly tipoConnettore?: ("EMAIL" | "FILESYSTEM") | null;
    readonly codiceIPA?: TipoNullabile;
  } | null;
  readonly servizioSecim?: {
    readonly abilitato: boolean;
    readonly versioneCsv?: TipoNullabile;
    readonly versioneZip?: TipoNullabile;
    readonly emailIndirizzi?: EmailIndirizziNullabile;
    readonly emailSubject?: EmailSubjectNullabile;
    readonly emailAllegato?: EmailAllegatoNullabile;
    readonly downloadBaseUrl?: DownloadBaseUrlNullabile;
    readonly fileSystemPath?: FileSystemPathNullabile;
    readonly tipiPendenza?: TipiPendenzaNullabile;
    readonly intervalloCreazioneTracciato?: IntervalloCreazioneTracciatoNullabile;
    readonly tipoConnettore?: ("EMAIL" | "FILESYSTEM") | null;
    readonly codiceCliente?: TipoNullabile;
    readonly codiceIstituto?: TipoNullabile;
  } | null;
  readonly servizioGovPay?: {
    readonly abilitato: boolean;
    readonly versioneCsv?: TipoNullabile;
    readonly versioneZip?: TipoNullabile;
    readonly emailIndirizzi?: EmailIndirizziNullabile;
    readonly emailSubject?: EmailSubjectNullabile;
    readonly emailAllegato?: EmailAllegatoNullabile;
    readonly downloadBaseUrl?: DownloadBaseUrlNullabile;
    readonly fileSystemPath?: FileSystemPathNullabile;
    readonly tipiPendenza?: TipiPendenzaNullabile;
    readonly intervalloCreazioneTracciato?: IntervalloCreazioneTracciatoNullabile;
    readonly tipoConnettore?: ("EMAIL" | "FILESYSTEM" | "REST") | null;
    readonly url?: DownloadBaseUrlNullabile;
    readonly versioneApi?: ("REST v1" | "REST v2") | null;
    readonly auth?: AutenticazionePost | null;
    readonly contenuti?: readonly ("SINTESI_PAGAMENTI" | "SINTESI_FLUSSI_RENDICONTAZIONE" | "RPP" | "FLUSSI_RENDICONTAZIONE")[] | null;
  } | null;
  readonly servizioHyperSicAPKappa?: {
    readonly abilitato: boolean;
    readonly versioneCsv?: TipoNullabile;
    readonly versioneZip?: TipoNullabile;
    readonly emailIndirizzi?: EmailIndirizziNullabile;
    readonly emailSubject?: EmailSubjectNullabile;
    readonly emailAllegato?: EmailAllegatoNullabile;
    readonly downloadBaseUrl?: DownloadBaseUrlNullabile;
    readonly fileSystemPath?: FileSystemPathNullabile;
    readonly tipiPendenza?: TipiPendenzaNullabile;
    readonly intervalloCreazioneTracciato?: IntervalloCreazioneTracciatoNullabile;
    readonly tipoConnettore?: ("EMAIL" | "FILESYSTEM") | null;
  } | null;
  readonly servizioMaggioliJPPA?: {
    readonly abilitato: boolean;
    readonly versioneCsv?: TipoNullabile;
    readonly versioneZip?: TipoNullabile;
    readonly emailIndirizzi?: EmailIndirizziNullabile;
    readonly emailSubject?: EmailSubjectNullabile;
    readonly emailAllegato?: EmailAllegatoNullabile;
    readonly downloadBaseUrl?: DownloadBaseUrlNullabile;
    readonly fileSystemPath?: FileSystemPathNullabile;
    readonly tipiPendenza?: TipiPendenzaNullabile;
    readonly intervalloCreazioneTracciato?: IntervalloCreazioneTracciatoNullabile;
    readonly tipoConnettore?: ("EMAIL" | "FILESYSTEM" | "REST") | null;
    readonly url?: DownloadBaseUrlNullabile;
    readonly auth?: AutenticazionePost | null;
    readonly inviaTracciatoEsito?: boolean | null;
    readonly dataUltimaRT?: Istante | null;
  } | null;
  /** Se i flussi di rendicontazione vanno acquisiti */
  readonly scaricaFr: boolean;
  readonly regoleCaricamento?: RegoleCaricamento | null;
  /** true solo alla nascita: pagamenti simulati, nulla arriva a pagoPA; false = messa in esercizio, senza ritorno; assente = com'è */
  readonly inProva?: boolean | null;
  readonly abilitato: boolean;
};

/** Che cosa fare di una pendenza caricabile ma sbagliata; predefinito SEGNALA */
export type RegoleCaricamento = {
  /** Cifre di controllo sbagliate in un numero avviso indicato dal gestionale */
  readonly cifreControllo?: "SEGNALA" | "RIFIUTA";
  /** Codici che la tassonomia pagoPA non ha o non ha più */
  readonly tassonomia?: "SEGNALA" | "RIFIUTA";
};

export type RegoleConservazionePost = {
  /** Mesi dal pagamento; mai meno di 24, come gli originali di pagoPA. La legge ne chiede 120 per le scritture contabili */
  readonly pagateMesi: number;
  /** Mesi dall'annullamento */
  readonly annullateMesi: number;
  /** Mesi dalla scadenza, per le pendenze mai pagate */
  readonly scaduteMesi: number;
};

export type UnitaOperativaPost = {
  readonly ragioneSociale: string;
  readonly indirizzo?: string | null;
  readonly civico?: string | null;
  readonly cap?: string | null;
  readonly localita?: TipoNullabile;
  readonly provincia?: TipoNullabile;
  readonly nazione?: string | null;
  readonly email?: EmailNullabile;
  readonly pec?: EmailNullabile;
  readonly tel?: EmailSubjectNullabile;
  readonly fax?: EmailSubjectNullabile;
  readonly web?: EmailSubjectNullabile;
  readonly area?: EmailSubjectNullabile;
  /** Assente = true */
  readonly abilitato?: boolean | null;
};

export type PaginaPagamentoPost = {
  readonly idTipoPendenza: string;
  readonly idA2A: string;
  readonly codEntrata: string;
  readonly abilitata?: boolean;
  readonly titolo: TestiPagina;
  readonly descrizione?: TestiPagina;
  readonly causale: string;
  readonly importo: Importo;
  readonly campi?: readonly {
    readonly nome: string;
    readonly etichetta: TestiPagina;
    readonly obbligatorio?: boolean;
    readonly lunghezzaMassima?: number;
  }[];
  readonly informativa?: {
    readonly versione: string;
    readonly testo: TestiPagina;
    readonly url?: string;
    readonly obbligatoria?: boolean;
  };
  readonly dal?: Giorno;
  readonly al?: Giorno;
  readonly giorniPerPagare?: number;
  readonly pagamentiMassimi?: number;
  readonly totaleMassimo?: number;
  /** Siti nelle cui pagine può stare dentro un riquadro (iframe); assente = nessuno */
  readonly incorporabileDa?: IncorporabileDa;
  readonly urlRitorno: string;
};

/** Un testo per lingua; l'italiano c'è sempre */
export type TestiPagina = Readonly<Record<string, string>>;

export type CollegamentiPaginaPost = {
  readonly scadenza?: Giorno;
  readonly collegamenti: readonly {
    /** Per ritrovare la riga: non va nel collegamento */
    readonly riferimento: string;
    readonly importo?: number;
    readonly identificativo?: string;
    readonly anagrafica?: string;
    readonly email?: Email;
    readonly campi?: Readonly<Record<string, string>>;
  }[];
};

export type ContiAccreditoPost = {
  /** Abilita il bollettino; ammesso solo per un conto BancoPosta (ABI 07601) */
  readonly postale: boolean;
  readonly abilitato: boolean;
  readonly bic?: string | null;
  readonly mybank?: boolean | null;
  readonly fineValidita?: Giorno | null;
  readonly descrizione?: EmailSubjectNullabile;
  readonly intestatario?: EmailSubjectNullabile;
  readonly autStampaPosteItaliane?: EmailSubjectNullabile;
};

export type RichiestaCambioIban = {
  readonly ibanNuovo: string;
  readonly motivazione: string;
  /** Se cambiano anche le pendenze con dataNotificaAvviso; obbligatorio se il vecchio conto è postale, altrimenti COMPRESI */
  readonly avvisiNotificati?: "COMPRESI" | "ESCLUSI";
  /** Disabilita il vecchio conto all'inizio: nessuna nuova pendenza può indicarlo */
  readonly disabilitaVecchio?: boolean;
  readonly giorniPerApprovare?: number;
};

export type InterruzioneCambioIban = {
  readonly motivazione: string;
};

export type DecisioneApprovazione = {
  /** RITIRATA solo da chi ha chiesto, le altre solo da un'altra persona */
  readonly esito: "APPROVATA" | "RIFIUTATA" | "RITIRATA";
  /** Obbligatoria con RIFIUTATA */
  readonly motivazione?: string;
};

/** ibanAccredito è obbligatorio, tranne che per il bollo telematico (BOLLOT); tipoContabilita e codiceContabilita assenti sono quelli dell'entrata comune */
export type EntrataPost = {
  readonly ibanAccredito?: string | null;
  readonly ibanAppoggio?: string | null;
  readonly tipoContabilita?: ("CAPITOLO" | "SPECIALE" | "SIOPE" | "ALTRO") | null;
  readonly codiceContabilita?: string | null;
  /** Assente = true */
  readonly abilitato?: boolean | null;
};

/** Ogni campo assente o null è quello del tipo pendenza comune */
export type TipoPendenzaDominioPost = {
  readonly codificaIUV?: string | null;
  readonly pagaTerzi?: boolean | null;
  readonly abilitato?: boolean | null;
  readonly modalitaPagoPA?: ModalitaPagoPANullabile;
  readonly servizioPagoPA?: ServizioPagoPA | null;
  readonly portaleBackoffice?: PortaleBackofficeNullabile;
  readonly portalePagamento?: PortalePagamentoNullabile;
  readonly avvisaturaMail?: AvvisaturaMailNullabile;
  readonly visualizzazione?: OggettoNullabile;
  readonly tracciatoCsv?: TracciatoCsvNullabile;
  readonly avvisaturaAppIO?: {
    readonly promemoriaAvviso?: PromemoriaAvvisoNullabile;
    readonly promemoriaRicevuta?: PromemoriaRicevutaNullabile;
    readonly promemoriaScadenza?: PromemoriaScadenzaNullabile;
    /** Solo in scrittura; assente = resta quella registrata */
    readonly apiKey?: EmailSubjectNullabile;
  } | null;
};

export type ServizioPagoPA = {
  readonly abilitato: boolean;
  /** Identificativo del servizio nel catalogo di pagoPA */
  readonly idServizio: string;
  /** Identificativo dell'ente che lo eroga, nel catalogo di pagoPA */
  readonly idSoggettoServizio: string;
  readonly descrizione: string;
  readonly categoria?: string;
  /** Schema dei dati specifici: decide i campi che le espressioni possono usare */
  readonly schema: "TassaAutomobilistica_1_1_0" | "A001_Passaporto_1_0_0" | "D847_Pesca_1_0_0" | "Cup_1_0_0" | "Cie_1_0_0";
  readonly dataInizioValidita: Giorno;
  /** Ultimo giorno; assente = senza fine */
  readonly dataFineValidita?: Giorno;
  readonly commissione?: boolean;
  /** Applicazione a cui appartengono le pendenze create */
  readonly idA2A: string;
  /** Corpo della pendenza, con espressioni {{ }} sui campi dello schema (docs/servizi-pagopa.md). Dominio, tipo e numero avviso non si indicano; senza idPendenza il nome si ricava dai dati della richiesta. */
  readonly pendenza: Readonly<Record<string, unknown>>;
};

/** pagaTerzi assente = false, abilitato assente = true */
export type TipoPendenzaPost = {
  readonly descrizione: string;
  readonly codificaIUV?: string | null;
  readonly pagaTerzi?: boolean | null;
  readonly abilitato?: boolean | null;
  readonly portaleBackoffice?: PortaleBackofficeNullabile;
  readonly portalePagamento?: PortalePagamentoNullabile;
  readonly avvisaturaMail?: AvvisaturaMailNullabile;
  readonly visualizzazione?: OggettoNullabile;
  readonly tracciatoCsv?: TracciatoCsvNullabile;
  readonly avvisaturaAppIO?: {
    readonly promemoriaAvviso?: PromemoriaAvvisoNullabile;
    readonly promemoriaRicevuta?: PromemoriaRicevutaNullabile;
    readonly promemoriaScadenza?: PromemoriaScadenzaNullabile;
  } | null;
};

export type TipoEntrataPost = {
  readonly descrizione: string;
  readonly tipoContabilita: "CAPITOLO" | "SPECIALE" | "SIOPE" | "ALTRO";
  readonly codiceContabilita: string;
};

export type ApplicazionePost = {
  readonly principal: string;
  /** Solo in scrittura; assente = resta quella registrata */
  readonly password?: string | null;
  readonly domini?: DominiNullabile;
  readonly acl?: readonly Acl[] | null;
  readonly ruoli?: readonly string[] | null;
  readonly abilitato?: boolean | null;
  /** "*" = tutti; "autodeterminazione" = può indicare i dati di accredito nelle voci */
  readonly tipiPendenza?: TipiPendenzaNullabile;
  readonly codificaAvvisi?: {
    readonly codificaIuv?: string | null;
    readonly regExpIuv?: string | null;
    readonly generazioneIuvInterna?: boolean | null;
  } | null;
  readonly apiPagamenti?: boolean | null;
  readonly apiPendenze?: boolean | null;
  readonly apiRagioneria?: boolean | null;
  readonly servizioIntegrazione?: ServizioIntegrazionePost | null;
  readonly aggiornamentoValiditaMandatorio?: boolean | null;
  readonly limiteRichieste?: LimiteRichieste | null;
  readonly inProva?: boolean | null;
};

export type Acl = {
  readonly servizio: Servizio;
  readonly autorizzazioni: readonly ("R" | "W")[];
};

export type ServizioIntegrazionePost = {
  readonly url: string;
  readonly versioneApi?: "REST v1" | "REST v2";
  readonly auth?: AutenticazionePost | null;
};

/** Oltre, le richieste ricevono 429; assente = il limite dell'installazione */
export type LimiteRichieste = {
  readonly richiesteAlSecondo: number;
  /** Richieste che possono arrivare insieme; assente = due secondi di richieste */
  readonly picco?: number;
};

export type VariazioniApplicazione = readonly (
  | VariazioniApplicazione2
  | VariazioniApplicazione3
  | {
      readonly op: "ADD" | "DELETE";
      readonly path: "/tipiPendenza";
      readonly value: "autodeterminazione" | ("*" | string);
    }
  | VariazioniApplicazione4
)[];

export type SegretoApplicazionePost = {
  readonly tipo: "PASSWORD" | "API_KEY";
  readonly password?: string;
};

export type PatchSegretoApplicazione = readonly {
  readonly op: "REPLACE";
  readonly path: "/principale" | "/revocato";
  readonly value: true;
}[];

export type OperatorePost = {
  readonly ragioneSociale: string;
  /** Solo in scrittura; assente = resta quella registrata */
  readonly password?: string | null;
  readonly domini?: DominiNullabile;
  readonly acl?: readonly Acl[] | null;
  readonly ruoli?: readonly string[] | null;
  readonly abilitato?: boolean | null;
  /** "*" = tutti */
  readonly tipiPendenza?: TipiPendenzaNullabile;
};

export type VariazioniOperatore = readonly (
  | VariazioniApplicazione2
  | VariazioniApplicazione3
  | {
      readonly op: "ADD" | "DELETE";
      readonly path: "/tipiPendenza";
      readonly value: "*" | string;
    }
  | VariazioniApplicazione4
)[];

export type RuoloPost = {
  readonly acl: readonly Acl[];
};

export type VariazioniRuolo = readonly VariazioniApplicazione2[];

export type PendenzaPost = {
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

/** I campi della form */
export type DatiFormPendenza = Readonly<Record<string, unknown>>;

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

export type VariazionePagamento =
  | {
      readonly op: "REPLACE";
      readonly path: "/verificato";
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

export type RisoluzioneAnomalia = {
  /** PAGATA: accettata com'è; RIMBORSATA: restituito ciò che è stato pagato in più; RIAPERTA: restituito tutto, o pagamento non suo, torna da pagare */
  readonly risoluzione: "PAGATA" | "RIMBORSATA" | "RIAPERTA";
  readonly motivazione: string;
  /** In euro, solo con RIMBORSATA e in quel caso obbligatorio */
  readonly importoRimborsato?: number;
  /** Estremi del rimborso o dell'atto */
  readonly riferimento?: string;
};

export type VariazioneRpp =
  | {
      readonly op: "REPLACE";
      readonly path: "/bloccante";
      readonly value: boolean;
    }
  | {
      readonly op: "REPLACE";
      readonly path: "/rt";
      readonly value: string;
    };

export type NuovoRecupero = {
  readonly idDominio: string;
  readonly iuv: string;
  readonly iur: string;
  readonly motivazione: string;
};

export type AzioneRecupero = {
  /** RIPROVA: cerca ancora, davanti alle altre; ABBANDONA: rinuncia */
  readonly azione: "RIPROVA" | "ABBANDONA";
  readonly motivazione: string;
};

export type RipetizioneAllineamento = {
  readonly motivazione: string;
};

export type NuovoIncasso = {
  readonly importo: number;
  readonly sct?: unknown;
  readonly dataValuta?: Giorno;
  readonly dataContabile?: Giorno;
  readonly ibanAccredito?: string;
  readonly causale?: string;
  readonly iuv?: string;
  readonly idFlusso?: string;
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

export type RispedizionePromemoria = {
  readonly motivazione: string;
};

export type AvvioOperazione = {
  readonly forza?: boolean;
};

export type SoglieSonda = {
  readonly sogliaWarn: number;
  readonly sogliaError: number;
};

export type EliminazioneScarto = {
  readonly motivazione: string;
};

export type RichiestaDatiCittadino = {
  readonly codiceFiscale: string;
  /** `prosegue` della risposta precedente */
  readonly prosegui?: string;
};

export type RichiestaCancellazione = {
  readonly codiceFiscale: string;
  /** `prosegue` della risposta precedente */
  readonly prosegui?: string;
  readonly conferma?: boolean;
};

export type NuovaEsportazione = {
  readonly contenuto:
    | "pendenze"
    | "riscossioni"
    | "rendicontazioni"
    | "flussi"
    | "incassi"
    | "entrate-previste"
    | "accertamenti"
    | "beneficiari"
    | "eventi";
  readonly formato?: "CSV" | "XLSX";
  /** Degli importi nei CSV; nei fogli di calcolo sono numeri */
  readonly decimali?: "punto" | "virgola";
  readonly idDominio?: string;
  readonly dataDa?: GiornoOIstante;
  readonly dataA?: GiornoOIstante;
  readonly statoPendenza?: "ESEGUITA" | "NON_ESEGUITA" | "ESEGUITA_PARZIALE" | "ANNULLATA" | "SCADUTA" | "INCASSATA" | "ANOMALA";
  readonly statoRiscossione?: "RISCOSSA" | "INCASSATA";
};

/** Una sezione assente torna ai suoi valori predefiniti */
export type ConfigurazionePost = {
  readonly giornaleEventi?: GiornaleEventi | null;
  readonly servizioGDE?: ServizioGDE | null;
  readonly tracciatoCsv?: TracciatoCsvNullabile;
  readonly hardening?: Hardening | null;
  readonly mailBatch?: MailBatch | null;
  readonly avvisaturaMail?: AvvisaturaMail | null;
  readonly avvisaturaAppIO?: AvvisaturaAppIO | null;
  readonly appIOBatch?: AppIOBatch | null;
  readonly accessoCittadini?: AccessoCittadini | null;
  readonly federazione?: {
    readonly abilitato: boolean;
    readonly backEnd?: readonly BackEndFederato[];
  } | null;
  readonly pecBatch?: {
    readonly abilitato: boolean;
    readonly caselle?: readonly CasellaPec[];
  } | null;
  readonly send?: Send | null;
  readonly marcheDaBollo?: MarcheDaBollo | null;
};

export type ProviderCittadini = {
  readonly id: string;
  readonly nome: string;
  readonly tipo?: "SPID" | "CIE" | "OIDC";
  /** iss dei suoi token, dove pubblica la propria configurazione */
  readonly emittente: string;
  readonly algoritmi?: readonly ("RS256" | "RS384" | "RS512" | "PS256" | "ES256" | "ES384")[];
  readonly client: {
    readonly id: string;
    readonly segreto?: string;
    readonly scope?: string;
  };
  /** Enti per i cui cittadini vale; assente = tutti */
  readonly idDomini?: readonly string[];
  /** Nomi dei suoi claim, prima di quelli noti di SPID e CIE; deleghe è un elenco di aziende */
  readonly claim?: {
    readonly codiceFiscale?: string;
    readonly nome?: string;
    readonly cognome?: string;
    readonly email?: string;
    readonly deleghe?: string;
  };
  readonly livelloMinimo?: 1 | 2 | 3;
  /** acr_values da chiedere */
  readonly acr?: readonly string[];
  /** Quando si leggono gli attributi da userinfo */
  readonly userinfo?: "MAI" | "SE_MANCA" | "SEMPRE";
  /** Se l'uscita è detta anche al provider */
  readonly logout?: boolean;
};

export type BackEndFederato = {
  readonly id: string;
  readonly nome: string;
  /** Base del suo contratto, per esempio https://pagamenti.example.it/portale/v1 */
  readonly url: string;
  /** Enti di cui detiene le posizioni: quelle di altri sono scartate */
  readonly idDomini: readonly string[];
  readonly auth?:
    | {
        readonly username: string;
        readonly password: string;
      }
    | {
        readonly apiId: string;
        readonly apiKey: string;
      };
  /** Quanto si aspetta un elenco; 2000 se assente */
  readonly timeoutMillisecondi?: number;
};

export type CasellaPec = {
  readonly idDominio: string;
  readonly host: string;
  readonly port: number;
  readonly username: string;
  /** Nome del segreto con la password o la chiave: il valore non sta nella configurazione */
  readonly segreto: string;
  /** Indirizzo PEC dell'ente */
  readonly from: Email;
  /** true = STARTTLS; assente = TLS dal primo byte (porta 465) */
  readonly startTls?: boolean;
  /** Senza TLS: ammesso solo verso gli host interni dell'installazione */
  readonly inChiaro?: boolean;
};

export type EnteSend = {
  readonly idDominio: string;
  /** Nome del segreto con la password o la chiave: il valore non sta nella configurazione */
  readonly segreto: string;
};

export type PatchConfigurazione = readonly (
  | {
      readonly op: "REPLACE";
      readonly path: "/giornaleEventi";
      readonly value: GiornaleEventi;
    }
  | {
      readonly op: "REPLACE";
      readonly path: "/servizioGDE";
      readonly value: ServizioGDE;
    }
  | {
      readonly op: "REPLACE";
      readonly path: "/tracciatoCsv";
      readonly value: TracciatoCsv;
    }
  | {
      readonly op: "REPLACE";
      readonly path: "/hardening";
      /** Abilitato senza captcha: la prova di lavoro di Fiorino, senza immagini e senza terzi; difficolta sono i bit da trovare */
      readonly value: Hardening;
    }
  | {
      readonly op: "REPLACE";
      readonly path: "/mailBatch";
      readonly value: MailBatch;
    }
  | {
      readonly op: "REPLACE";
      readonly path: "/avvisaturaMail";
      readonly value: AvvisaturaMail;
    }
  | {
      readonly op: "REPLACE";
      readonly path: "/avvisaturaAppIO";
      readonly value: AvvisaturaAppIO;
    }
  | {
      readonly op: "REPLACE";
      readonly path: "/appIOBatch";
      readonly value: AppIOBatch;
    }
  | {
      readonly op: "REPLACE";
      readonly path: "/accessoCittadini";
      readonly value: AccessoCittadini;
    }
  | {
      readonly op: "REPLACE";
      readonly path: "/federazione";
      readonly value: {
        readonly abilitato: boolean;
        readonly backEnd?: readonly BackEndFederato[];
      };
    }
  | {
      readonly op: "REPLACE";
      readonly path: "/pecBatch";
      readonly value: {
        readonly abilitato: boolean;
        readonly caselle?: readonly CasellaPec[];
      };
    }
  | {
      readonly op: "REPLACE";
      readonly path: "/send";
      readonly value: Send;
    }
  | {
      readonly op: "REPLACE";
      readonly path: "/marcheDaBollo";
      /** Di quali marche da bollo ci si fida. Una marca con altra firma si conserva lo stesso, con una segnalazione */
      readonly value: MarcheDaBollo;
    }
)[];

export type PatchProfilo = readonly {
  readonly op: "REPLACE";
  readonly path: "/password";
  readonly value:
    | string
    | {
        readonly passwordAttuale: string;
        readonly passwordNuova: string;
      };
}[];

export type CodiceOtp = {
  readonly otp: string;
};

export type LoginPost = {
  readonly principal: string;
  readonly password: string;
  readonly otp?: string;
};

/** Busta degli errori */
export type Errore = {
  readonly categoria: "AUTORIZZAZIONE" | "RICHIESTA" | "OPERAZIONE" | "PAGOPA" | "EC" | "INTERNO";
  readonly codice: string;
  readonly descrizione: string;
  readonly dettaglio?: string;
};

export type Intermediario = {
  readonly idIntermediario: string;
  readonly denominazione: string;
  readonly principalPagoPa: string;
  readonly altriPrincipalPagoPa?: readonly string[];
  readonly certificatiPagoPa?: readonly string[];
  /** Se al Nodo è stata assegnata una password */
  readonly passwordPagoPa: boolean;
  readonly servizioPagoPa: ConnettorePagoPa;
  readonly servizioPagoPaCheckout?: Connettore;
  readonly servizioPagoPaFR?: Connettore;
  readonly servizioPagoPaRecuperoRT?: Connettore;
  readonly servizioPagoPaACA?: Connettore;
  readonly servizioPagoPaGPD?: Connettore;
  readonly servizioPagoPaBackofficeEC?: Connettore;
  readonly abilitato: boolean;
  readonly stazioni: readonly StazioneIndex[];
};

export type ConnettorePagoPa = {
  readonly urlRPT: string;
  readonly auth?: Autenticazione;
};

export type Autenticazione =
  | {
      readonly username: string;
    }
  | {
      readonly headerName: string;
    }
  | {
      readonly apiId: string;
    }
  | {
      readonly certificatoClient: string;
      readonly autorita?: string;
    }
  | {
      readonly clientId: string;
      readonly urlTokenEndpoint: string;
      readonly scope?: string;
    };

export type Connettore = {
  readonly url: string;
  readonly auth?: Autenticazione;
  readonly abilitaGDE?: boolean;
};

export type StazioneIndex = {
  readonly idStazione: string;
  readonly versione: "V1" | "V2";
  readonly abilitato: boolean;
  /** Percorso dell'elenco dei domini della stazione */
  readonly domini: string;
};

export type Stazione = {
  readonly idStazione: string;
  readonly versione: "V1" | "V2";
  readonly abilitato: boolean;
  readonly domini: readonly DominioIndex[];
};

export type DominioIndex = {
  readonly idDominio: string;
  readonly ragioneSociale: string;
  readonly intermediato: boolean;
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
  readonly stazione?: string;
  /** Durante un passaggio di stazione: le altre su cui il Nodo può ancora, o già, cercare l'ente; i pagamenti nuovi partono da stazione */
  readonly altreStazioni?: readonly string[];
  readonly auxDigit?: string;
  readonly segregationCode?: string;
  readonly iuvPrefix?: string;
  readonly autStampaPosteItaliane?: string;
  /** SINCRONA: pagoPA chiede a Fiorino; SINCRONA_ACA: lo stesso, e l'archivio ACA conosce le pendenze per lo stand-in; GPD: risponde pagoPA dal suo archivio. Vale per le pendenze caricate da qui in poi; assente = SINCRONA */
  readonly modalitaPagoPA?: "SINCRONA" | "SINCRONA_ACA" | "GPD";
  /** true = il conto di un'entrata già registrata cambia solo con una richiesta che un'altra persona approva (cambi di conto) */
  readonly cambioIbanConApprovazione?: boolean;
  /** true = le righe di un tracciato che annullano pendenze del dominio aspettano che un'altra persona le approvi; predefinito false */
  readonly annullamentiConApprovazione?: boolean;
  readonly tassonomiaPagoPA?: string;
  readonly scaricaFr: boolean;
  readonly regoleCaricamento?: RegoleCaricamento;
  /** Il dominio non è ancora attivo su pagoPA: i suoi pagamenti sono simulati; assente = in esercizio */
  readonly inProva?: true;
  readonly abilitato: boolean;
  /** Percorso dell'elenco */
  readonly unitaOperative: string;
  /** Percorso dell'elenco */
  readonly contiAccredito: string;
  /** Percorso dell'elenco */
  readonly entrate: string;
  /** Percorso dell'elenco */
  readonly tipiPendenza: string;
};

export type Scadenza = {
  /** Certificato di un servizio chiamato o nostro, certificato client del Nodo, emittente fidato di marche da bollo, segreto di un connettore */
  readonly tipo: "CERTIFICATO_SERVIZIO" | "CERTIFICATO_NODO" | "EMITTENTE_BOLLI" | "SEGRETO";
  readonly oggetto: string;
  /** IN_SCADENZA: finisce entro 30 giorni */
  readonly stato: "VALIDA" | "IN_SCADENZA" | "SCADUTA" | "NON_VERIFICABILE" | "SENZA_SCADENZA";
  readonly scade?: string;
  readonly giorniRimanenti?: number;
  readonly usatoDa: readonly string[];
  readonly dettaglio?: string;
  readonly verificataAlle: string;
};

export type Abbonamento = {
  readonly idDominio: string;
  readonly idAbbonamento: string;
  readonly descrizione?: string;
  readonly abilitato: boolean;
  readonly url: string;
  /** Solo le pendenze di questa applicazione. Di chi è un'applicazione: la sua */
  readonly idA2A?: string;
  /** Nessuno = tutti */
  readonly tipi: Tipi;
  /** Ciò che non ha un importo, o un tipo, non passa un filtro che lo riguarda */
  readonly filtri: Filtri;
  /** Agid-JWT-Signature (ModI, INTEGRITY_REST_01): il segreto contiene certificato e chiave privata in PEM */
  readonly firmaModi?: FirmaModi;
  readonly stato: "ATTIVO" | "IN_RITARDO" | "IN_PAUSA" | "DISABILITATO";
  readonly descrizioneStato?: string;
  /** La prima è la più recente; tutte firmano */
  readonly chiavi: readonly {
    readonly id: string;
    readonly dal: string;
  }[];
  /** Si mostra una volta, quando nasce */
  readonly segreto?: string;
  /** Pendenze i cui eventi attendono che ne sia preso uno precedente */
  readonly trattenute: number;
  readonly ultimaConsegna?: string;
  readonly prossimoTentativo?: string;
  /** Dell'evento mandato da PROVA: il suo esito è fra le consegne, con oggetto prova */
  readonly idProva?: string;
};

export type ConsegnaAbbonamento = {
  readonly evento: EventoAnnunciato;
  readonly stato: "CONSEGNATA" | "IN_ATTESA" | "SCARTATA";
  readonly numeroTentativi: number;
  readonly data: string;
  /** Gli ultimi cinque */
  readonly tentativi: readonly {
    readonly data: string;
    readonly millisecondi: number;
    readonly status?: number;
    readonly errore?: string;
    /** I primi 200 caratteri */
    readonly risposta?: string;
  }[];
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

export type Dominio = {
  readonly idDominio: string;
  readonly ragioneSociale: string;
  readonly intermediato: boolean;
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
  readonly stazione?: string;
  /** Durante un passaggio di stazione: le altre su cui il Nodo può ancora, o già, cercare l'ente; i pagamenti nuovi partono da stazione */
  readonly altreStazioni?: readonly string[];
  readonly auxDigit?: string;
  readonly segregationCode?: string;
  readonly iuvPrefix?: string;
  readonly autStampaPosteItaliane?: string;
  /** SINCRONA: pagoPA chiede a Fiorino; SINCRONA_ACA: lo stesso, e l'archivio ACA conosce le pendenze per lo stand-in; GPD: risponde pagoPA dal suo archivio. Vale per le pendenze caricate da qui in poi; assente = SINCRONA */
  readonly modalitaPagoPA?: "SINCRONA" | "SINCRONA_ACA" | "GPD";
  /** true = il conto di un'entrata già registrata cambia solo con una richiesta che un'altra persona approva (cambi di conto) */
  readonly cambioIbanConApprovazione?: boolean;
  /** true = le righe di un tracciato che annullano pendenze del dominio aspettano che un'altra persona le approvi; predefinito false */
  readonly annullamentiConApprovazione?: boolean;
  readonly tassonomiaPagoPA?: string;
  readonly scaricaFr: boolean;
  readonly regoleCaricamento?: RegoleCaricamento;
  /** Il dominio non è ancora attivo su pagoPA: i suoi pagamenti sono simulati; assente = in esercizio */
  readonly inProva?: true;
  readonly abilitato: boolean;
  readonly logo?: string;
  readonly servizioMyPivot?: Readonly<Record<string, unknown>>;
  readonly servizioSecim?: Readonly<Record<string, unknown>>;
  readonly servizioGovPay?: Readonly<Record<string, unknown>>;
  readonly servizioHyperSicAPKappa?: Readonly<Record<string, unknown>>;
  readonly servizioMaggioliJPPA?: Readonly<Record<string, unknown>>;
  readonly unitaOperative: readonly UnitaOperativa[];
  readonly contiAccredito: readonly ContiAccredito[];
  readonly entrate: readonly Entrata[];
  readonly tipiPendenza: readonly TipoPendenzaDominio[];
};

export type UnitaOperativa = {
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

export type TipoPendenzaDominio = {
  readonly idTipoPendenza: string;
  readonly descrizione: string;
  readonly codificaIUV?: string;
  readonly pagaTerzi: boolean;
  readonly abilitato: boolean;
  readonly portaleBackoffice?: Readonly<Record<string, unknown>>;
  readonly portalePagamento?: Readonly<Record<string, unknown>>;
  readonly avvisaturaMail?: Readonly<Record<string, unknown>>;
  readonly avvisaturaAppIO?: Readonly<Record<string, unknown>>;
  readonly visualizzazione?: Visualizzazione;
  readonly tracciatoCsv?: Readonly<Record<string, unknown>>;
  readonly valori: Valori;
};

export type AttivazioneDominio = {
  readonly idDominio: string;
  /** Non manca nulla */
  readonly pronto: boolean;
  readonly verifiche: readonly {
    readonly codice: string;
    /** MANCA impedisce di incassare; DA_VERIFICARE potrebbe, e nessuno ha ancora guardato */
    readonly stato: "FATTO" | "MANCA" | "DA_VERIFICARE" | "NON_SERVE";
    readonly descrizione: string;
    /** Percorso delle API di Backoffice in cui si rimedia, o si guarda */
    readonly dove: string;
  }[];
};

export type StatoConservazione = {
  /** Assenti: nulla si anonimizza da sé */
  readonly regole?: RegoleConservazione;
  readonly ciclo?: {
    readonly mese: string;
    readonly stato: "IN_CORSO" | "FINITO";
    readonly esaminate: number;
    readonly anonimizzate: number;
    readonly aggiornato: string;
  };
};

export type RegoleConservazione = {
  /** Mesi dal pagamento; mai meno di 24, come gli originali di pagoPA. La legge ne chiede 120 per le scritture contabili */
  readonly pagateMesi: number;
  /** Mesi dall'annullamento */
  readonly annullateMesi: number;
  /** Mesi dalla scadenza, per le pendenze mai pagate */
  readonly scaduteMesi: number;
  readonly operatore: string;
  readonly data: string;
};

export type AnteprimaConservazione = {
  readonly esaminate: number;
  readonly anonimizzabili: number;
  readonly conservate: readonly {
    readonly motivo:
      | "DA_PAGARE"
      | "DA_CHIARIRE"
      | "RECUPERO_APERTO"
      | "NON_RICONCILIATA"
      | "NOTIFICA_IN_CORSO"
      | "ARCHIVIO_PAGOPA"
      | "OBBLIGO_CONTABILE"
      | "ANNULLATA_RECENTE"
      | "CREDITO_NON_PRESCRITTO";
    readonly descrizione: string;
    readonly numero: number;
  }[];
  readonly prosegue?: string;
};

export type PaginaPagamento = {
  readonly idTipoPendenza: string;
  readonly idA2A: string;
  readonly codEntrata: string;
  readonly abilitata: boolean;
  readonly titolo: TestiPagina;
  readonly descrizione?: TestiPagina;
  readonly causale: string;
  readonly importo: Importo;
  readonly campi: Campi;
  readonly informativa?: Informativa;
  readonly dal?: Giorno;
  readonly al?: Giorno;
  readonly giorniPerPagare: number;
  readonly pagamentiMassimi?: number;
  readonly totaleMassimo?: number;
  /** Siti nelle cui pagine può stare dentro un riquadro (iframe); assente = nessuno */
  readonly incorporabileDa?: IncorporabileDa;
  readonly urlRitorno: string;
  readonly idPagina: string;
  readonly stato: "APERTA" | "SOSPESA" | "NON_ANCORA_APERTA" | "CHIUSA";
  /** Dove si paga: è anche nel codice QR della locandina */
  readonly indirizzo: string;
};

export type CollegamentiPagina = {
  readonly collegamenti: readonly {
    readonly riferimento: string;
    readonly indirizzo: string;
  }[];
};

export type PendenzeConto = {
  readonly numRisultati?: number;
  readonly numPagine?: number;
  readonly risultatiPerPagina?: number;
  readonly pagina?: number;
  readonly prossimiRisultati?: string;
  readonly maxRisultati?: number;
  readonly risultati: readonly PendenzaConto[];
};

export type PendenzaConto = {
  readonly idA2A: string;
  readonly idPendenza: string;
  readonly idDominio: string;
  readonly idTipoPendenza: string;
  readonly numeroAvviso: string;
  readonly stato: string;
  readonly importo: number;
  readonly dataScadenza?: string;
  readonly dataNotificaAvviso?: string;
  readonly voci: readonly {
    readonly indice: number;
    /** Come la voce arriva al conto */
    readonly riferimento: "ibanAccredito" | "ibanAppoggio" | "codEntrata";
    readonly codEntrata?: string;
  }[];
};

export type Controlli = {
  readonly numRisultati?: number;
  readonly numPagine?: number;
  readonly risultatiPerPagina?: number;
  readonly pagina?: number;
  readonly prossimiRisultati?: string;
  readonly maxRisultati?: number;
  readonly risultati: readonly {
    readonly idDominio?: string;
    readonly oggetto?: "CONTO" | "STAZIONE";
    /** IBAN o idStazione */
    readonly riferimento?: string;
    /** Del rilievo più grave; assente = nessun rilievo */
    readonly gravita?: "ALLARME" | "AVVISO" | "INFORMAZIONE";
    /** Data e ora dell'ultimo controllo */
    readonly data?: string;
    /** Se pagoPA lo conosce */
    readonly suPagoPA?: boolean;
    readonly rilievi?: readonly {
      readonly codice: string;
      readonly gravita: "ALLARME" | "AVVISO" | "INFORMAZIONE";
      readonly descrizione: string;
    }[];
    /** Pendenze ancora da pagare che indicano il conto; contate solo se ci sono rilievi */
    readonly pendenzeDaPagare?: number;
    /** Vero se sono di più di quelle contate */
    readonly pendenzeAlmeno?: boolean;
  }[];
};

export type AnteprimaCambioIban = {
  readonly idDominio: string;
  readonly ibanVecchio: string;
  readonly ibanNuovo: string;
  /** Con almeno uno la richiesta è rifiutata */
  readonly impedimenti: readonly string[];
  readonly avvisi: readonly string[];
  /** Entrate del dominio che passano al nuovo conto */
  readonly entrate: readonly string[];
  /** Tipi pendenza che citano il vecchio IBAN nei loro modelli: vanno corretti a mano */
  readonly tipiDaRivedere: readonly string[];
  /** Indicano il conto nelle voci: vengono riscritte, comprese le annullate, che si possono ripristinare */
  readonly pendenze: Pendenze;
  /** Arrivano al conto attraverso le entrate: seguono l'anagrafica */
  readonly pendenzeTramiteEntrate: Pendenze;
};

export type CambioIban = {
  readonly id: string;
  readonly idDominio: string;
  readonly ibanVecchio: string;
  readonly ibanNuovo: string;
  readonly avvisiNotificati: "COMPRESI" | "ESCLUSI";
  readonly disabilitaVecchio: boolean;
  readonly idApprovazione: string;
  readonly richiedente: string;
  readonly motivazione: string;
  readonly dataRichiesta: string;
  readonly scadenzaApprovazione: string;
  readonly dataConclusione?: string;
  readonly stato: "IN_APPROVAZIONE" | "SCADUTO" | "NON_APPROVATO" | "IN_CORSO" | "CONCLUSO" | "CONCLUSO_CON_SCARTI" | "INTERROTTO";
  readonly descrizioneStato?: string;
  readonly fase: "ANAGRAFICA" | "PENDENZE" | "ENTRATE" | "VERIFICA";
  readonly entrateCambiate: readonly string[];
  readonly entrateNonCambiate: readonly string[];
  readonly pendenzeCambiate: number;
  /** Mandate di nuovo agli archivi di pagoPA perché la loro entrata ha un altro conto */
  readonly pendenzeRiallineate: number;
  readonly pendenzeEscluse: number;
  readonly numeroScarti: number;
  /** I primi 100; tutti nell'elenco delle pendenze del vecchio conto */
  readonly scarti: readonly {
    readonly idA2A: string;
    readonly idPendenza: string;
    readonly numeroAvviso: string;
    readonly motivo: string;
  }[];
};

export type CambiIban = {
  readonly numRisultati?: number;
  readonly numPagine?: number;
  readonly risultatiPerPagina?: number;
  readonly pagina?: number;
  readonly prossimiRisultati?: string;
  readonly maxRisultati?: number;
  readonly risultati: readonly CambioIban[];
};

export type Approvazioni = {
  readonly numRisultati?: number;
  readonly numPagine?: number;
  readonly risultatiPerPagina?: number;
  readonly pagina?: number;
  readonly prossimiRisultati?: string;
  readonly maxRisultati?: number;
  readonly risultati: readonly Approvazione[];
};

export type Approvazione = {
  readonly id: string;
  readonly tipo: "CAMBIO_IBAN" | "RUOLO" | "OPERATORE" | "CREDENZIALI" | "ANNULLAMENTI" | "RIMBORSO";
  /** Identificativo di ciò che aspetta la decisione */
  readonly oggetto: string;
  /** Assente = riguarda tutta l'installazione */
  readonly idDominio?: string;
  readonly descrizione: string;
  readonly stato: "RICHIESTA" | "APPROVATA" | "RIFIUTATA" | "RITIRATA" | "SCADUTA";
  readonly richiedente: string;
  readonly motivazione: string;
  readonly dataRichiesta: string;
  readonly scadenza: string;
  readonly decisione?: {
    readonly autore: string;
    readonly data: string;
    readonly motivazione?: string;
  };
};

export type TipoPendenza = {
  readonly idTipoPendenza: string;
  readonly descrizione: string;
  readonly codificaIUV?: string;
  readonly pagaTerzi: boolean;
  readonly abilitato: boolean;
  readonly portaleBackoffice?: Readonly<Record<string, unknown>>;
  readonly portalePagamento?: Readonly<Record<string, unknown>>;
  readonly avvisaturaMail?: Readonly<Record<string, unknown>>;
  readonly avvisaturaAppIO?: Readonly<Record<string, unknown>>;
  readonly visualizzazione?: Visualizzazione;
  readonly tracciatoCsv?: Readonly<Record<string, unknown>>;
};

export type Applicazione = {
  readonly idA2A: string;
  readonly principal: string;
  /** Se è stata assegnata una password */
  readonly password: boolean;
  readonly domini: Domini;
  readonly tipiPendenza: readonly {
    readonly idTipoPendenza: string;
    readonly descrizione: string;
  }[];
  readonly acl: readonly Acl[];
  readonly ruoli: Ruoli;
  readonly abilitato: boolean;
  readonly codificaAvvisi?: {
    readonly codificaIuv?: string;
    readonly regExpIuv?: string;
    readonly generazioneIuvInterna: boolean;
  };
  readonly apiPagamenti: boolean;
  readonly apiPendenze: boolean;
  readonly apiRagioneria: boolean;
  readonly servizioIntegrazione?: ServizioIntegrazione;
  readonly aggiornamentoValiditaMandatorio: boolean;
  readonly limiteRichieste?: LimiteRichieste;
  readonly inProva?: true;
};

export type ServizioIntegrazione = {
  readonly url: string;
  readonly versioneApi: "REST v1" | "REST v2";
  readonly auth?: Autenticazione;
};

export type SegretoApplicazione = {
  readonly id: string;
  readonly tipo: "PASSWORD" | "API_KEY";
  readonly principale: boolean;
  readonly creatoIl?: string;
  /** In ritardo di qualche minuto; assente = mai usato da quando si registra */
  readonly ultimoUso?: string;
};

export type Operatore = {
  readonly ragioneSociale: string;
  readonly principal: string;
  /** Se è stata assegnata una password */
  readonly password: boolean;
  readonly domini: Domini;
  readonly tipiPendenza: readonly {
    readonly idTipoPendenza: string;
    readonly descrizione: string;
  }[];
  readonly acl: readonly Acl[];
  readonly ruoli: Ruoli;
  readonly abilitato: boolean;
};

export type RuoloIndex = {
  readonly id: string;
};

export type Ruolo = {
  readonly id: string;
  readonly acl: readonly Acl[];
};

export type PendenzeOperatore = {
  readonly numRisultati?: number;
  readonly numPagine?: number;
  readonly risultatiPerPagina?: number;
  readonly pagina?: number;
  readonly prossimiRisultati?: string;
  readonly maxRisultati?: number;
  readonly risultati: readonly (PendenzaIndexOperatore | PendenzaIndexOperatoreParziale)[];
};

export type PendenzaIndexOperatore = {
  readonly idA2A: string;
  readonly idPendenza: string;
  readonly tipo: "dovuto" | "spontaneo";
  readonly dominio: DominioPendenza;
  readonly unitaOperativa?: UnitaOperativaPendenza;
  readonly stato: Stato;
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
  readonly tipoPendenza: TipoPendenzaDiPendenza;
  readonly anomalo: boolean;
  /** Esaminata da un operatore o dal gestionale: l'ack di una PATCH */
  readonly verificato: boolean;
  readonly importoPagato: number;
  readonly importoIncassato: number;
  /** Collegamento alle richieste di pagamento della pendenza */
  readonly rpp: string;
  /** Collegamento ai pagamenti da portale della pendenza */
  readonly pagamenti: string;
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

export type TipoPendenzaDiPendenza = {
  readonly idTipoPendenza: string;
  readonly descrizione: string;
  /** Come mostrare datiAllegati e proprieta: quella del dominio, o del tipo */
  readonly visualizzazione?: Visualizzazione;
};

export type PendenzaIndexOperatoreParziale = {
  readonly idA2A?: string;
  readonly idPendenza?: string;
  readonly tipo?: "dovuto" | "spontaneo";
  readonly dominio?: DominioPendenza;
  readonly unitaOperativa?: UnitaOperativaPendenza;
  readonly stato?: Stato;
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
  readonly tipoPendenza?: TipoPendenzaDiPendenza;
  readonly anomalo?: boolean;
  /** Esaminata da un operatore o dal gestionale: l'ack di una PATCH */
  readonly verificato?: boolean;
  readonly importoPagato?: number;
  readonly importoIncassato?: number;
  /** Collegamento alle richieste di pagamento della pendenza */
  readonly rpp?: string;
  /** Collegamento ai pagamenti da portale della pendenza */
  readonly pagamenti?: string;
};

export type PendenzaCreataOperatore = {
  readonly idDominio: string;
  readonly numeroAvviso: string;
  /** Casuale: permette a un collegamento pubblico di aprire l'avviso */
  readonly UUID: string;
  /** Che cosa non torna, senza impedire il caricamento: testi, date, cifre di controllo, tassonomia */
  readonly segnalazioni?: readonly SegnalazionePendenza[];
  /** Avviso in base64, con stampaAvviso=true; mai per una pendenza di soli bolli */
  readonly pdf?: string;
  readonly idA2A: string;
  readonly idPendenza: string;
  readonly idUnitaOperativa?: string;
};

export type PendenzaOperatore = {
  readonly idA2A: string;
  readonly idPendenza: string;
  readonly tipo: "dovuto" | "spontaneo";
  readonly dominio: DominioPendenza;
  readonly unitaOperativa?: UnitaOperativaPendenza;
  readonly stato: Stato;
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
  readonly tipoPendenza: TipoPendenzaDiPendenza;
  readonly anomalo: boolean;
  /** Esaminata da un operatore o dal gestionale: l'ack di una PATCH */
  readonly verificato: boolean;
  readonly importoPagato: number;
  readonly importoIncassato: number;
  readonly descrizioneStato?: string;
  readonly pagataAltrove?: PagataAltrove;
  readonly notificaSend?: NotificaSend;
  readonly note: readonly NotaPendenza[];
  readonly voci: readonly VocePendenzaOperatore[];
  readonly rpp: readonly RppPendenzaOperatore[];
  /** Pagamenti da portale che l'hanno tentata, gli ultimi 100 */
  readonly pagamenti: readonly PagamentoPendenza[];
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

export type NotaPendenza = {
  readonly data: Istante;
  readonly autore: string;
  readonly oggetto: string;
  readonly testo: string;
};

export type VocePendenzaOperatore = {
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
  readonly riscossioni: readonly RiscossioneVocePendenza[];
  readonly rendicontazioni: readonly RendicontazioneVocePendenza[];
};

export type RiscossioneVocePendenza = {
  readonly idDominio: string;
  readonly iuv: string;
  readonly iur: string;
  readonly indice: number;
  readonly stato: "RISCOSSA" | "INCASSATA";
  readonly tipo: "ENTRATA" | "MBT" | "ALTRO_INTERMEDIARIO" | "ENTRATA_PA_NON_INTERMEDIATA";
  readonly importo: number;
  readonly commissioni?: number;
  readonly data: Giorno;
  readonly idRicevuta?: string;
  /** Collegamento alla riconciliazione che l'ha incassata */
  readonly incasso?: string;
};

export type RendicontazioneVocePendenza = {
  readonly iuv: string;
  readonly iur: string;
  readonly indice: number;
  readonly importo: number;
  readonly esito: number;
  readonly data: Giorno;
  readonly stato: "OK" | "ANOMALA" | "ALTRO_INTERMEDIARIO";
  readonly segnalazioni: readonly SegnalazionePendenza[];
  readonly idFlusso: string;
  readonly idPsp: string;
};

export type RppPendenzaOperatore = {
  readonly stato: string;
  readonly dettaglioStato?: string;
  readonly segnalazioni: readonly SegnalazionePendenza[];
  readonly rpt: Readonly<Record<string, unknown>>;
  readonly rt?: Readonly<Record<string, unknown>>;
  readonly modello: "Pagamento ad iniziativa Ente" | "Pagamento ad iniziativa PSP" | "Modello unico";
  readonly bloccante: boolean;
  readonly pendenza: PendenzaIndexOperatore;
};

export type PagamentoPendenza = {
  readonly id: string;
  readonly nome: string;
  readonly stato: string;
  readonly descrizioneStato?: string;
  readonly importo: number;
  readonly dataRichiestaPagamento: Istante;
  readonly idSessionePortale?: string;
  readonly idSessionePsp?: string;
  readonly modello: string;
  readonly rpp: string;
  readonly pendenze: string;
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

export type PagamentoIndexOperatore = {
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
  /** Applicazione che l'ha avviato */
  readonly idA2A: string;
  /** Esaminato da un operatore */
  readonly verificato: boolean;
  /** Di un pagamento FALLITO: quanto è grave, da 1 a 5 */
  readonly severita?: number;
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
  readonly email?: Email;
  readonly cellulare?: string;
};

export type PagamentoIndexOperatoreParziale = {
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
  /** Applicazione che l'ha avviato */
  readonly idA2A?: string;
  /** Esaminato da un operatore */
  readonly verificato?: boolean;
  /** Di un pagamento FALLITO: quanto è grave, da 1 a 5 */
  readonly severita?: number;
  readonly pendenze?: string;
  readonly rpp?: string;
};

export type PagamentoOperatore = {
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
  /** Applicazione che l'ha avviato */
  readonly idA2A: string;
  /** Esaminato da un operatore */
  readonly verificato: boolean;
  /** Di un pagamento FALLITO: quanto è grave, da 1 a 5 */
  readonly severita?: number;
  readonly note: readonly NotaPagamento[];
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
  readonly rpp: readonly RppPendenzaOperatore[];
};

export type NotaPagamento = {
  readonly data: Istante;
  readonly autore: string;
  readonly oggetto: string;
  readonly testo: string;
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

export type AnomaliaRisolta = {
  readonly idA2A: string;
  readonly idPendenza: string;
  readonly stato: Stato;
  readonly descrizioneStato: string;
  readonly importo: number;
  readonly importoPagato: number;
  readonly segnalazioni: readonly SegnalazionePendenza[];
};

export type AvvisoOperatore = {
  readonly stato: "Pagato" | "Non pagato" | "Scaduto" | "Annullato";
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

export type RppPendenzaOperatoreParziale = {
  readonly stato?: string;
  readonly dettaglioStato?: string;
  readonly segnalazioni?: readonly SegnalazionePendenza[];
  readonly rpt?: Readonly<Record<string, unknown>>;
  readonly rt?: Readonly<Record<string, unknown>>;
  readonly modello?: "Pagamento ad iniziativa Ente" | "Pagamento ad iniziativa PSP" | "Modello unico";
  readonly bloccante?: boolean;
  readonly pendenza?: PendenzaIndexOperatore;
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

export type PendenzaIndex = {
  readonly idA2A: string;
  readonly idPendenza: string;
  readonly idTipoPendenza: string;
  readonly tipo: "dovuto" | "spontaneo";
  readonly dominio: DominioPendenza;
  readonly unitaOperativa?: UnitaOperativaPendenza;
  readonly stato: Stato;
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
  readonly stato: Stato;
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
  readonly allegato?: Allegato;
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

export type Recupero = {
  readonly dominio: {
    readonly idDominio: string;
    readonly ragioneSociale: string;
  };
  readonly iuv: string;
  /** Identificativo della ricevuta; di un'attivazione, che non lo conosce ancora, il codice del tentativo */
  readonly iur: string;
  readonly stato:
    | "IN_ATTESA"
    | "DA_RECUPERARE"
    | "DA_REGISTRARE"
    | "TROVATO"
    | "RECUPERATO"
    | "SENZA_RPT"
    | "NON_TROVATO"
    | "DECADUTO"
    | "ABBANDONATO";
  readonly descrizioneStato: string;
  readonly origine: "FLUSSO" | "ATTIVAZIONE" | "OPERATORE";
  readonly dettaglio?: string;
  readonly importo?: number;
  readonly dataRilevazione: string;
  readonly dataProssimoTentativo?: string;
  readonly dataUltimoTentativo?: string;
  readonly dataChiusura?: string;
  /** Risposte di pagoPA senza la ricevuta */
  readonly tentativi: number;
  readonly urgente: boolean;
  /** La riga che rendiconta il pagamento */
  readonly flusso?: {
    readonly idFlusso: string;
    readonly idPsp: string;
    readonly revisione: number;
    readonly esito: number;
  };
  readonly provenienza?: "NODO" | "RECUPERO" | "MANUALE";
  readonly operatore?: string;
  readonly motivazione?: string;
};

export type Allineamento = {
  readonly dominio: Dominio2;
  readonly iuv: string;
  readonly numeroAvviso: string;
  readonly idA2A: string;
  readonly idPendenza: string;
  readonly archivio: "ACA" | "GPD";
  /** Nome della posizione debitoria su pagoPA, lo stesso per tutta la vita della pendenza */
  readonly iupd: string;
  readonly stato: "IN_INVIO" | "ALLINEATA" | "IN_ATTESA" | "RIFIUTATA" | "DIFFORME" | "DA_RIPETERE";
  readonly descrizioneStato: string;
  /** Data e ora dell'ultimo tentativo */
  readonly data: string;
  /** Invii falliti di fila */
  readonly tentativi: number;
  /** Ultimo stato HTTP, se non è andata bene */
  readonly status?: number;
  readonly dettaglio?: string;
};

export type VerificaArchivio = {
  readonly dominio: Dominio2;
  readonly archivio: "ACA" | "GPD";
  readonly giorno: string;
  /** REMOTA: si leggono le posizioni di pagoPA; LOCALE: le pendenze di qui */
  readonly fase: "REMOTA" | "LOCALE" | "CONCLUSA";
  readonly dataInizio: string;
  readonly dataFine?: string;
  /** Perché si è fermata */
  readonly dettaglio?: string;
  readonly posizioniPagoPA: number;
  /** Pendenze da pagare che l'archivio deve conoscere */
  readonly pendenze: number;
  readonly uguali: number;
  readonly differenze: Readonly<Record<string, number>>;
  /** Differenze rimandate a pagoPA */
  readonly riparate: number;
  /** Le prime cento */
  readonly esempi: readonly {
    readonly tipo: "SOLO_PAGOPA" | "SOLO_QUI" | "DATI_DIVERSI" | "STATO_DIVERSO" | "PAGATA_SU_PAGOPA";
    readonly iupd: string;
    readonly numeroAvviso?: string;
    readonly dettaglio: string;
    readonly riparata: boolean;
  }[];
};

export type RiscossioneIndexOperatore = {
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
  readonly allegato?: Allegato;
  /** Collegamento alla pendenza pagata, quando è nota */
  readonly pendenza?: string;
  /** Collegamento alla riconciliazione che l'ha incassata */
  readonly incasso?: string;
  /** Di un dominio in prova: nessun denaro si è mosso, e nessun totale la conta */
  readonly prova?: true;
  readonly idVocePendenza?: string;
  readonly commissioni?: number;
  /** Collegamento al tentativo di pagamento, quando c'è una ricevuta */
  readonly rpp?: string;
};

export type RiscossioneIndexOperatoreParziale = {
  readonly dominio?: DominioRiconciliazione;
  readonly idDominio?: string;
  readonly iuv?: string;
  readonly iur?: string;
  readonly idRicevuta?: string;
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
  readonly idVocePendenza?: string;
  readonly commissioni?: number;
  /** Collegamento al tentativo di pagamento, quando c'è una ricevuta */
  readonly rpp?: string;
};

export type RiscossioneOperatore = {
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
  readonly allegato?: Allegato;
  /** Collegamento alla pendenza pagata, quando è nota */
  readonly pendenza?: string;
  /** Collegamento alla riconciliazione che l'ha incassata */
  readonly incasso?: string;
  /** Di un dominio in prova: nessun denaro si è mosso, e nessun totale la conta */
  readonly prova?: true;
  readonly vocePendenza?: VocePendenzaRiscossa;
  readonly idVocePendenza?: string;
  readonly commissioni?: number;
  /** Collegamento al tentativo di pagamento, quando c'è una ricevuta */
  readonly rpp?: string;
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

export type FlussoRendicontazioneIndex = {
  readonly idFlusso: string;
  readonly dataFlusso: Istante;
  readonly data: Istante;
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

export type FlussoRendicontazioneOperatore = {
  readonly idFlusso: string;
  readonly dataFlusso: Istante;
  readonly data: Istante;
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
  readonly rendicontazioni: readonly RendicontazioneOperatore[];
};

export type RendicontazioneOperatore = {
  readonly iuv: string;
  readonly iur: string;
  readonly indice: number;
  readonly importo: number;
  /** 0 eseguito, 3 revocato, 4 stand-in, 8 stand-in senza ricevuta, 9 eseguito senza ricevuta, -1 sconosciuto */
  readonly esito: number;
  readonly data: Giorno;
  readonly stato: "OK" | "ANOMALA" | "ALTRO_INTERMEDIARIO";
  readonly segnalazioni: readonly SegnalazioneRiconciliazione[];
  readonly riscossione?: RiscossioneOperatore;
};

export type RendicontazioneConFlussoEVocePendenza = {
  readonly flussoRendicontazione: FlussoRendicontazioneIndex;
  readonly iuv: string;
  readonly iur: string;
  readonly indice: number;
  readonly importo: number;
  /** 0 eseguito, 3 revocato, 4 stand-in, 8 stand-in senza ricevuta, 9 eseguito senza ricevuta, -1 sconosciuto */
  readonly esito: number;
  readonly data: Giorno;
  readonly stato: "OK" | "ANOMALA" | "ALTRO_INTERMEDIARIO";
  readonly segnalazioni: readonly SegnalazioneRiconciliazione[];
  /** Assente quando la pendenza non è nota, o non è dell'ambito dell'operatore */
  readonly vocePendenza?: VocePendenzaRiscossa;
};

export type RendicontazioneConFlussoParziale = {
  readonly flussoRendicontazione?: FlussoRendicontazioneIndex;
  readonly iuv?: string;
  readonly iur?: string;
  readonly indice?: number;
  readonly importo?: number;
  /** 0 eseguito, 3 revocato, 4 stand-in, 8 stand-in senza ricevuta, 9 eseguito senza ricevuta, -1 sconosciuto */
  readonly esito?: number;
  readonly data?: Giorno;
  readonly stato?: "OK" | "ANOMALA" | "ALTRO_INTERMEDIARIO";
  readonly segnalazioni?: readonly SegnalazioneRiconciliazione[];
  /** Assente quando la pendenza non è nota, o non è dell'ambito dell'operatore */
  readonly vocePendenza?: VocePendenzaRiscossa;
};

export type IncassoIndex = {
  readonly idIncasso: string;
  readonly dominio: DominioRiconciliazione;
  readonly stato: "IN_ELABORAZIONE" | "ACQUISITO" | "ERRORE" | "IN_ANNULLAMENTO" | "ANNULLATO";
  readonly descrizioneStato?: string;
  readonly importo: number;
  readonly data: Istante;
  readonly dataValuta?: Giorno;
  readonly dataContabile?: Giorno;
  readonly ibanAccredito?: string;
  readonly sct?: string;
  /** IUV o identificativo del flusso riconciliato */
  readonly trn?: string;
  readonly causale?: string;
  readonly iuv?: string;
  readonly idFlusso?: string;
};

export type Incasso = {
  readonly idIncasso: string;
  readonly dominio: DominioRiconciliazione;
  readonly stato: "IN_ELABORAZIONE" | "ACQUISITO" | "ERRORE" | "IN_ANNULLAMENTO" | "ANNULLATO";
  readonly descrizioneStato?: string;
  readonly importo: number;
  readonly data: Istante;
  readonly dataValuta?: Giorno;
  readonly dataContabile?: Giorno;
  readonly ibanAccredito?: string;
  readonly sct?: string;
  /** IUV o identificativo del flusso riconciliato */
  readonly trn?: string;
  readonly causale?: string;
  readonly iuv?: string;
  readonly idFlusso?: string;
  /** Righe che non è stato possibile riconciliare, le prime 200 */
  readonly segnalazioni: readonly SegnalazioneRiconciliazione[];
  readonly riscossioni: readonly RiscossioneOperatore[];
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
  readonly dataOraCaricamento: Istante2;
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
  readonly dataOraUltimoAggiornamento: Istante2;
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
  readonly scadenza: Istante2;
};

export type TracciatoPendenze = {
  /** Intero che ogni client legge esattamente */
  readonly id: number;
  readonly nomeFile: string;
  readonly dominio?: DominioTracciato;
  readonly dataOraCaricamento: Istante2;
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
  readonly dataOraUltimoAggiornamento: Istante2;
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

export type PromemoriaIndex = {
  readonly tipo: "AVVISO_PAGAMENTO" | "SCADENZA_AVVISO_PAGAMENTO" | "RICEVUTA_TELEMATICA";
  readonly dataCreazione: string;
  readonly canale: "PEC" | "EMAIL" | "APP_IO";
  readonly stato: "SPEDITO" | "DA_SPEDIRE" | "ANNULLATO" | "FALLITO";
  /** Dice di più: in spedizione adesso; o non si sa se sia partito, e non si rimanda da solo */
  readonly statoInvio?: "IN_INVIO" | "INCERTO";
  readonly recapito?: RecapitoPromemoria;
  readonly descrizioneStato?: string;
  readonly dataUltimoAggiornamento: string;
  readonly dataProssimaSpedizione?: string;
  readonly numeroTentativi: number;
  readonly idDominio: string;
  readonly iuv: string;
};

/** Che cosa ha detto il canale dopo averlo preso: le ricevute della PEC, lo stato del messaggio di App IO */
export type RecapitoPromemoria = {
  readonly stato: "ACCETTATO" | "RECAPITATO" | "NON_RECAPITATO";
  readonly data: string;
  readonly letto?: boolean;
};

export type PromemoriaDiPendenza = {
  readonly promemoria: readonly PromemoriaPendenza[];
  readonly anteprime: readonly AnteprimaPromemoria[];
  readonly send: AnteprimaSend;
};

export type PromemoriaPendenza = {
  readonly tipo: "AVVISO_PAGAMENTO" | "SCADENZA_AVVISO_PAGAMENTO" | "RICEVUTA_TELEMATICA";
  readonly dataCreazione: string;
  readonly canale: "PEC" | "EMAIL" | "APP_IO";
  readonly stato: "SPEDITO" | "DA_SPEDIRE" | "ANNULLATO" | "FALLITO";
  /** Dice di più: in spedizione adesso; o non si sa se sia partito, e non si rimanda da solo */
  readonly statoInvio?: "IN_INVIO" | "INCERTO";
  readonly recapito?: RecapitoPromemoria;
  readonly descrizioneStato?: string;
  readonly dataUltimoAggiornamento: string;
  readonly dataProssimaSpedizione?: string;
  readonly numeroTentativi: number;
  readonly idDominio: string;
  readonly iuv: string;
  /** Tipo, canale e, di una ricevuta, quale */
  readonly idPromemoria: string;
};

export type AnteprimaPromemoria = {
  readonly tipo: "AVVISO_PAGAMENTO" | "SCADENZA_AVVISO_PAGAMENTO" | "RICEVUTA_TELEMATICA";
  readonly canale: "PEC" | "EMAIL" | "APP_IO";
  readonly canaleAttivo: boolean;
  readonly previsto: boolean;
  readonly dataPrevista?: string;
  /** Perché non parte */
  readonly motivo?: string;
  readonly oggetto?: string;
  readonly testo?: string;
  readonly erroreModello?: string;
};

export type AnteprimaSend = {
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
  /** Il costo della notifica si legge quando qualcuno verifica o paga l'avviso */
  readonly prevista: boolean;
  /** Perché non si legge */
  readonly motivo?: string;
};

export type NotificaIndex = {
  readonly tipo: "ATTIVAZIONE" | "RICEVUTA" | "ANNULLAMENTO" | "FALLIMENTO" | "RPP";
  readonly dataCreazione: string;
  readonly stato: "SPEDITA" | "DA_SPEDIRE" | "ANNULLATA";
  readonly descrizioneStato?: string;
  readonly dataUltimoAggiornamento: string;
  readonly dataProssimaSpedizione?: string;
  readonly numeroTentativi: number;
  readonly idA2A: string;
  readonly idDominio: string;
  readonly iuv: string;
  readonly idRicevuta?: string;
  readonly ccp?: string;
};

export type OperazioneIndex = {
  readonly idOperazione: string;
  readonly descrizione: string;
  readonly location: string;
  /** Espressione di EventBridge Scheduler, ora di Roma */
  readonly schedulazione: string;
  readonly stato: "FERMA" | "IN_CORSO";
  readonly inCorsoDal?: string;
  readonly prossimaEsecuzione?: string;
  readonly ultimoSuccesso?: string;
  readonly ultimaEsecuzione?: Esecuzione;
};

export type Esecuzione = {
  readonly id: string;
  readonly stato: "RICHIESTA" | "IN_CORSO" | "CONCLUSA" | "FALLITA";
  readonly origine: "SCHEDULAZIONE" | "OPERATORE";
  readonly principal?: string;
  readonly richiestaAlle: string;
  readonly avviataAlle?: string;
  readonly conclusaAlle?: string;
  readonly durataMillisecondi?: number;
  /** Che cosa ha contato il lavoro, per chi opera su tutti i domini */
  readonly cifre?: Readonly<Record<string, number>>;
  readonly dettaglio?: string;
};

export type OperazioneInterna = {
  readonly idOperazione: string;
  readonly descrizione: string;
  readonly location: string;
  /** 0: avviata; 1: era già in esecuzione, non riavviata */
  readonly stato: 0 | 1 | 2;
  readonly esito: string;
  readonly dettaglio?: string;
};

export type EsitoOperazione = {
  readonly percentuale: number;
  readonly descrizione: string;
  /** Assente finché non è conclusa */
  readonly stato?: "OK" | "KO" | "WARN";
  readonly esecuzione: Esecuzione;
};

export type Sonda = {
  readonly id: string;
  readonly nome: string;
  readonly tipo: "batch" | "coda" | "misura";
  /** null: non ancora misurata */
  readonly stato: ("ok" | "warning" | "error") | null;
  readonly descrizioneStato: string;
  readonly valore?: number;
  readonly unita: "minuti" | "messaggi" | "elementi";
  readonly sogliaWarn: number;
  readonly sogliaError: number;
  readonly dataUltimoCheck?: string;
};

export type ScartiCoda = {
  readonly coda: string;
  /** Approssimato, come lo dice SQS */
  readonly messaggi: number;
  /** Letti da qualcuno in questo momento */
  readonly inSospeso: number;
  readonly riconsegnabile: boolean;
  readonly impatto: string;
};

export type MessaggioScartato = {
  readonly id: string;
  readonly inviatoAlle: string;
  readonly letture: number;
  /** Per conto di chi */
  readonly gruppo?: string;
  /** I testi lunghi sono mascherati */
  readonly contenuto: Readonly<Record<string, string | number | boolean | null>>;
};

/** Ogni voce è il corpo della sua PUT con il suo identificativo. Dei segreti ci sono solo i riferimenti (segreto:<nome>): gli altri non escono mai. */
export type DocumentoAnagrafica = {
  readonly schema: "fiorino/anagrafica";
  readonly versione: 1;
  readonly data: string;
  /** Presente se il documento è di un solo dominio */
  readonly idDominio?: string;
  /** Dove è registrato un segreto che il documento non porta */
  readonly segretiEsclusi?: readonly string[];
  /** Ognuno con le sue stazioni */
  readonly intermediari?: Intermediari;
  readonly entrate?: Intermediari;
  readonly tipiPendenza?: Intermediari;
  /** Ognuno con unitaOperative, contiAccredito, entrate, tipiPendenza, profiliLettura e tracciatiContabili */
  readonly domini?: Intermediari;
  readonly ruoli?: Intermediari;
  readonly applicazioni?: Intermediari;
  /** Dell'abbinamento, una per dominio che le ha scritte */
  readonly impostazioniRiscontri?: Intermediari;
  /** Delle anomalie, uno per dominio che li ha scritti */
  readonly instradamenti?: Intermediari;
  readonly operatori?: Intermediari;
  /** Sezioni scritte; le altre hanno i valori predefiniti */
  readonly configurazioni?: Intermediari;
};

export type ImportazioneAnagrafica = {
  readonly id: string;
  readonly stato: "IN_ATTESA" | "IN_CORSO" | "CONCLUSA" | "CONCLUSA_CON_RIFIUTI";
  /** Solo il confronto: nulla è scritto */
  readonly simulazione: boolean;
  readonly idDominio?: string;
  /** SHA-256 del documento */
  readonly impronta: string;
  readonly richiedente: string;
  readonly dataRichiesta: string;
  readonly dataUltimoAggiornamento: string;
  readonly dataConclusione?: string;
  readonly confronto?: {
    readonly aggiunte: number;
    readonly modificate: number;
    readonly invariate: number;
    /** Registrate e non nel documento: restano come sono */
    readonly assenti: number;
  };
  readonly scritte: number;
  /** Aspettano la decisione di una seconda persona */
  readonly inApprovazione: number;
  readonly rifiutate: number;
  /** Percorso del dettaglio voce per voce */
  readonly esiti: string;
};

export type EsitiImportazioneAnagrafica = {
  readonly importazione: ImportazioneAnagrafica;
  readonly voci: readonly {
    readonly sezione: string;
    readonly id: string;
    /** Identificativo della voce che la contiene */
    readonly ambito?: string;
    readonly azione: "AGGIUNTA" | "MODIFICA" | "INVARIATA" | "ASSENTE";
    readonly differenze?: readonly {
      readonly campo: string;
      readonly prima?: string;
      readonly dopo?: string;
    }[];
    /** Assente: niente da scrivere, non ancora scritta, o prova */
    readonly esito?: "SCRITTA" | "IN_APPROVAZIONE" | "RIFIUTATA";
    readonly codice?: string;
    readonly dettaglio?: string;
  }[];
};

export type DatiCittadino = {
  readonly prodottoAlle: string;
  readonly posizioni: readonly {
    readonly pendenza: Readonly<Record<string, unknown>>;
    readonly tentativi: Intermediari;
    readonly ricevute: Intermediari;
    readonly riscossioni: Intermediari;
    readonly notifiche: Intermediari;
    readonly recuperi: Intermediari;
    readonly storia: Intermediari;
    /** Il giornale del codice di pagamento, senza i messaggi: al più 200, i più recenti */
    readonly eventi: Intermediari;
    readonly conservazione: ConservazioneDati;
  }[];
  /** Chi ha cercato o esportato i dati del cittadino senza nominare una pendenza */
  readonly letture: Intermediari;
  /** Ci sono altre posizioni: si chiedono con `prosegui` */
  readonly prosegue?: string;
};

export type ConservazioneDati = {
  readonly esito: "ANONIMIZZATA" | "ANONIMIZZABILE" | "CONSERVATA";
  readonly motivo?:
    | "DA_PAGARE"
    | "DA_CHIARIRE"
    | "RECUPERO_APERTO"
    | "NON_RICONCILIATA"
    | "NOTIFICA_IN_CORSO"
    | "ARCHIVIO_PAGOPA"
    | "OBBLIGO_CONTABILE"
    | "ANNULLATA_RECENTE"
    | "CREDITO_NON_PRESCRITTO";
  readonly descrizione?: string;
  /** Giorno oltre il quale si può anonimizzare; assente = dipende da qualcuno */
  readonly finoAl?: Giorno;
};

export type EsitoCancellazione = {
  readonly esiti: readonly {
    readonly idDominio: string;
    readonly iuv: string;
    readonly idA2A: string;
    readonly idPendenza: string;
    readonly stato: string;
    readonly conservazione: ConservazioneDati;
  }[];
  readonly prosegue?: string;
};

export type Esportazione = {
  readonly id: string;
  readonly stato: "IN_ATTESA" | "PRONTA" | "SCARTATA";
  readonly descrizioneStato: string;
  readonly contenuto:
    | "pendenze"
    | "riscossioni"
    | "rendicontazioni"
    | "flussi"
    | "incassi"
    | "entrate-previste"
    | "accertamenti"
    | "beneficiari"
    | "eventi";
  readonly formato: "CSV" | "XLSX";
  readonly nomeFile: string;
  readonly dataRichiesta: string;
  readonly dataConclusione?: string;
  readonly righe?: number;
  readonly byte?: number;
  /** Dove si scarica il file, per un quarto d'ora; una nuova lettura ne dà un altro */
  readonly collegamento?: string;
};

export type EntrataPrevistaIndex = {
  readonly idA2A?: string;
  readonly idPendenza?: string;
  readonly idDominio: string;
  readonly iuv: string;
  readonly indice: number;
  readonly iur: string;
  readonly importoPagato: number;
  /** Giorno, a Roma */
  readonly dataPagamento: string;
  readonly idTipoPendenza?: string;
  readonly idEntrata?: string;
  readonly anno?: number;
  readonly identificativoDebitore?: string;
  /** Assente finché nessun PSP ha rendicontato la riscossione */
  readonly idFlusso?: string;
  /** Del flusso intero */
  readonly numeroPagamenti?: number;
  /** Del flusso intero */
  readonly importoTotale?: number;
  readonly trn?: string;
  readonly dataRegolamento?: string;
};

export type StatisticaQuadratura = {
  readonly numeroPagamenti: number;
  readonly importo: number;
  /** Percorso dell'elenco di ciò che il totale conta */
  readonly dettaglio: string;
  readonly direzione?: string;
  readonly divisione?: string;
  readonly dominio?: {
    readonly idDominio: string;
    readonly ragioneSociale: string;
  };
  readonly unitaOperativa?: {
    readonly idUnita: string;
  };
  readonly tipoPendenza?: {
    readonly idTipoPendenza: string;
  };
  readonly tassonomia?: string;
  readonly applicazione?: {
    readonly idA2A: string;
  };
};

export type StatisticaQuadraturaRendicontazione = {
  readonly numeroPagamenti: number;
  readonly importo: number;
  /** Percorso dell'elenco di ciò che il totale conta */
  readonly dettaglio: string;
  readonly direzione?: string;
  readonly divisione?: string;
  readonly flussoRendicontazione?: {
    readonly idFlusso: string;
    readonly idPsp: string;
    readonly idDominio: string;
  };
};

export type TotalePendenze = {
  /** 2026-11-26, o 2026-11 */
  readonly periodo?: string;
  readonly idDominio?: string;
  readonly numero: number;
  readonly importo: number;
  readonly idUnitaOperativa?: string;
  readonly idTipoPendenza?: string;
  readonly idA2A?: string;
  readonly stato?: string;
};

export type TotaleRiscossioni = {
  /** 2026-11-26, o 2026-11 */
  readonly periodo?: string;
  readonly idDominio?: string;
  readonly numero: number;
  readonly importo: number;
  readonly idUnitaOperativa?: string;
  readonly idTipoPendenza?: string;
  readonly divisione?: string;
  readonly direzione?: string;
  readonly tassonomia?: string;
  readonly idA2A?: string;
  readonly tipo?: string;
  readonly stato?: string;
};

export type TotaleRicevute = {
  /** 2026-11-26, o 2026-11 */
  readonly periodo?: string;
  readonly idDominio?: string;
  readonly numero: number;
  readonly importo: number;
  readonly idPsp?: string;
  readonly idCanale?: string;
  readonly metodoPagamento?: string;
  readonly esito?: string;
};

export type EventoIndex = {
  /** In GovPay è un numero: qui un testo opaco, che individua l'evento senza cercarlo */
  readonly id: string;
  readonly componente: "API_BACKOFFICE" | "API_ENTE" | "API_PAGOPA" | "API_PAGAMENTO" | "API_PENDENZE" | "API_RAGIONERIA" | "GOVPAY";
  readonly categoriaEvento: "INTERNO" | "INTERFACCIA" | "UTENTE";
  readonly ruolo: "CLIENT" | "SERVER";
  readonly tipoEvento: string;
  readonly sottotipoEvento?: string;
  readonly esito: "OK" | "KO" | "FAIL";
  readonly sottotipoEsito?: string;
  readonly dettaglioEsito?: string;
  readonly dataEvento: string;
  /** Millisecondi */
  readonly durataEvento: number;
  readonly idDominio?: string;
  readonly iuv?: string;
  readonly numeroAvviso?: string;
  readonly ccp?: string;
  readonly idA2A?: string;
  readonly idPendenza?: string;
  readonly idPagamento?: string;
  readonly datiPagoPA?: DatiPagoPA;
  readonly severita?: number;
  readonly transactionId: string;
  readonly parametriRichiesta?: ParametriRichiesta;
  readonly parametriRisposta?: ParametriRisposta;
};

export type DatiPagoPA = {
  readonly idPsp?: string;
  readonly idCanale?: string;
  readonly idIntermediarioPsp?: string;
  readonly tipoVersamento?: string;
  readonly modelloPagamento?: string;
  readonly idDominio?: string;
  readonly idIntermediario?: string;
  readonly idStazione?: string;
  readonly idIncasso?: string;
  readonly sct?: string;
  readonly idFlusso?: string;
  readonly idTracciato?: string;
  readonly [altro: string]: unknown;
};

export type ParametriRichiesta = {
  readonly url?: string;
  readonly method?: string;
  readonly status?: number;
  /** Le credenziali sono oscurate */
  readonly headers?: readonly {
    readonly nome: string;
    readonly valore: string;
  }[];
  /** Il messaggio byte per byte, in base64: solo per chi ha il diritto R su «Contenuti del Giornale», e ogni lettura resta nel giornale */
  readonly payload?: string;
  /** SHA-256 del messaggio, anche per chi non lo può leggere */
  readonly digest?: string;
  /** Del messaggio si conserva solo l'inizio */
  readonly tagliato?: boolean;
  readonly dataOraRichiesta: string;
  readonly principal?: string;
};

export type ParametriRisposta = {
  readonly url?: string;
  readonly method?: string;
  readonly status?: number;
  /** Le credenziali sono oscurate */
  readonly headers?: readonly {
    readonly nome: string;
    readonly valore: string;
  }[];
  /** Il messaggio byte per byte, in base64: solo per chi ha il diritto R su «Contenuti del Giornale», e ogni lettura resta nel giornale */
  readonly payload?: string;
  /** SHA-256 del messaggio, anche per chi non lo può leggere */
  readonly digest?: string;
  /** Del messaggio si conserva solo l'inizio */
  readonly tagliato?: boolean;
  readonly dataOraRisposta: string;
};

export type SigilloGiornale = {
  readonly giorno: Giorno;
  /** Impronta del giorno prima; zeri per il primo */
  readonly precedente: string;
  /** SHA-256 della catena del giorno */
  readonly impronta: string;
  readonly segmenti: number;
  readonly eventi: number;
  /** Modifiche e cancellazioni viste accadere quel giorno: devono essere zero */
  readonly alterazioni: number;
  readonly chiusoAlle: string;
};

export type EsitoVerificaGiornale = {
  readonly giorno: Giorno;
  readonly sigillo: SigilloGiornale;
  readonly parte: number;
  /** La verifica è completa quando si sono chieste tutte, da 0 */
  readonly parti: number;
  /** Di questa parte */
  readonly esito: "INTEGRO" | "ALTERATO";
  /** Eventi confrontati con la loro impronta */
  readonly verificati: number;
  /** Eventi usciti dall'archivio alla fine della loro conservazione */
  readonly scaduti: number;
  /** Eventi del giorno scritti, e sigillati, in un giorno seguente */
  readonly tardivi: number;
  readonly anomalie: readonly {
    readonly tipo:
      | "CATENA_INTERROTTA"
      | "SIGILLO_ALTERATO"
      | "SEGMENTI_ALTERATI"
      | "SEGMENTO_ALTERATO"
      | "SEGMENTO_MANCANTE"
      | "EVENTO_MODIFICATO"
      | "EVENTO_CANCELLATO"
      | "EVENTI_AGGIUNTI"
      | "ALTERAZIONE_REGISTRATA";
    readonly dettaglio: string;
  }[];
};

export type Evento = {
  /** In GovPay è un numero: qui un testo opaco, che individua l'evento senza cercarlo */
  readonly id: string;
  readonly componente: "API_BACKOFFICE" | "API_ENTE" | "API_PAGOPA" | "API_PAGAMENTO" | "API_PENDENZE" | "API_RAGIONERIA" | "GOVPAY";
  readonly categoriaEvento: "INTERNO" | "INTERFACCIA" | "UTENTE";
  readonly ruolo: "CLIENT" | "SERVER";
  readonly tipoEvento: string;
  readonly sottotipoEvento?: string;
  readonly esito: "OK" | "KO" | "FAIL";
  readonly sottotipoEsito?: string;
  readonly dettaglioEsito?: string;
  readonly dataEvento: string;
  /** Millisecondi */
  readonly durataEvento: number;
  readonly idDominio?: string;
  readonly iuv?: string;
  readonly numeroAvviso?: string;
  readonly ccp?: string;
  readonly idA2A?: string;
  readonly idPendenza?: string;
  readonly idPagamento?: string;
  readonly datiPagoPA?: DatiPagoPA;
  readonly severita?: number;
  readonly transactionId: string;
  readonly parametriRichiesta?: ParametriRichiesta;
  readonly parametriRisposta?: ParametriRisposta;
  /** Estensione: l'evento nella forma del giornale degli eventi di SANP, richiesta e risposta */
  readonly righeSanp: readonly RigaSanp[];
};

export type RigaSanp = {
  readonly dataOraEvento: string;
  readonly identificativoDominio?: string;
  readonly identificativoUnivocoVersamento?: string;
  readonly codiceContestoPagamento?: string;
  readonly numeroAvviso?: string;
  readonly identificativoPrestatoreServiziPagamento?: string;
  readonly tipoVersamento?: string;
  readonly componente: string;
  readonly categoriaEvento: "INTERNO" | "INTERFACCIA";
  readonly tipoEvento: string;
  readonly sottoTipoEvento: "REQ" | "RESP";
  readonly identificativoFruitore: string;
  readonly identificativoErogatore: string;
  readonly identificativoStazioneIntermediarioPA?: string;
  readonly canalePagamento?: string;
  readonly parametriSpecificiInterfaccia?: string;
  readonly esito: string;
};

export type InfoProdotto = {
  readonly appName: string;
  readonly versione: string;
  /** Come l'ha chiamata chi ha installato, vuota se non l'ha detto */
  readonly build: string;
  /** Nome dell'installazione */
  readonly ambiente: string;
};

export type Configurazione = {
  readonly giornaleEventi: {
    readonly interfacce: Readonly<Record<string, ApiEnte>>;
    readonly mascheratura: "datiPersonali" | "credenziali";
  };
  readonly servizioGDE: Readonly<Record<string, unknown>>;
  readonly tracciatoCsv?: Readonly<Record<string, unknown>>;
  readonly hardening: Readonly<Record<string, unknown>>;
  readonly mailBatch: Readonly<Record<string, unknown>>;
  readonly avvisaturaMail: Readonly<Record<string, unknown>>;
  readonly avvisaturaAppIO: Readonly<Record<string, unknown>>;
  readonly appIOBatch: Readonly<Record<string, unknown>>;
  readonly accessoCittadini: Readonly<Record<string, unknown>>;
  readonly federazione: Readonly<Record<string, unknown>>;
  readonly pecBatch: Readonly<Record<string, unknown>>;
  readonly send: Readonly<Record<string, unknown>>;
  readonly marcheDaBollo: Readonly<Record<string, unknown>>;
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

export type MetodoLogin = {
  readonly metodo: "FORM" | "OAUTH2";
  readonly id: string;
  readonly etichetta: string;
  /** Dove comincia l'accesso, relativo all'indirizzo dell'installazione */
  readonly url: string;
};

export type Accesso = {
  readonly principal: string;
  readonly nome: string;
  /** Istante dopo il quale si accede di nuovo */
  readonly scadeIl: string;
  /** Da mandare in x-csrf-token con ogni richiesta che scrive; è anche nel cookie fiorino-csrf */
  readonly tokenCsrf: string;
};

export type Email = string;

export type Importo =
  | {
      readonly tipo: "FISSO";
      readonly importo: number;
    }
  | {
      readonly tipo: "LIBERO";
      readonly minimo: number;
      readonly massimo: number;
    };

export type Campi = readonly {
  readonly nome: string;
  readonly etichetta: TestiPagina;
  readonly obbligatorio: boolean;
  readonly lunghezzaMassima: number;
}[];

export type Informativa = {
  readonly versione: string;
  readonly testo: TestiPagina;
  readonly url?: string;
  readonly obbligatoria: boolean;
};

export type Giorno = string;

export type IncorporabileDa = readonly string[];

export type Visualizzazione = string | Readonly<Record<string, unknown>>;

export type Valori = {
  readonly codificaIUV?: string;
  readonly pagaTerzi?: boolean;
  /** SINCRONA: pagoPA chiede a Fiorino; SINCRONA_ACA: lo stesso, e l'archivio ACA conosce le pendenze per lo stand-in; GPD: risponde pagoPA dal suo archivio. Vale per le pendenze caricate da qui in poi; assente = SINCRONA */
  readonly modalitaPagoPA?: "SINCRONA" | "SINCRONA_ACA" | "GPD";
  readonly abilitato?: boolean;
  readonly servizioPagoPA?: ServizioPagoPA;
  readonly portaleBackoffice?: Readonly<Record<string, unknown>>;
  readonly portalePagamento?: Readonly<Record<string, unknown>>;
  readonly avvisaturaMail?: Readonly<Record<string, unknown>>;
  readonly avvisaturaAppIO?: Readonly<Record<string, unknown>>;
  readonly visualizzazione?: Visualizzazione;
  readonly tracciatoCsv?: Readonly<Record<string, unknown>>;
};

export type GiornoOIstante = Giorno | string;

export type Stato = "ESEGUITA" | "NON_ESEGUITA" | "ESEGUITA_PARZIALE" | "ANNULLATA" | "SCADUTA" | "ANOMALA" | "INCASSATA";

export type Istante = string;

export type IdFlusso = Istante | string;

export type Servizio =
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

export type EmailSubjectNullabile = string | null;

export type TipoNullabile = string | null;

export type Tipi = readonly (
  | "pendenza.creata"
  | "pendenza.modificata"
  | "pendenza.annullata"
  | "pendenza.pagataAltrove"
  | "tentativo.avviato"
  | "ricevuta.acquisita"
  | "riscossione.registrata"
  | "riscossione.rendicontata"
  | "riscossione.riconciliata"
  | "anomalia.aperta"
  | "tracciato.elaborato"
)[];

export type Filtri = {
  readonly idTipiPendenza?: readonly string[];
  readonly idUnitaOperative?: readonly string[];
  readonly importoMinimo?: number;
  readonly importoMassimo?: number;
};

export type FirmaModi = {
  readonly segreto: string;
  /** Campo aud della firma */
  readonly destinatario: string;
};

export type EmailNullabile = Email | null;

export type ModalitaPagoPANullabile = ("SINCRONA" | "SINCRONA_ACA" | "GPD") | null;

export type EmailIndirizziNullabile = readonly Email[] | null;

export type EmailAllegatoNullabile = boolean | null;

export type DownloadBaseUrlNullabile = string | null;

export type FileSystemPathNullabile = string | null;

export type TipiPendenzaNullabile = readonly ("*" | string)[] | null;

export type IntervalloCreazioneTracciatoNullabile = number | null;

export type InterruzioneCambioIban2 = {
  readonly motivazione: string;
};

export type TrasformazioneNullabile = {
  readonly tipo: string;
  readonly definizione: Visualizzazione;
} | null;

export type OggettoNullabile = Visualizzazione | null;

export type PortaleBackofficeNullabile = {
  readonly abilitato: boolean;
  readonly form?: TrasformazioneNullabile;
  readonly validazione?: OggettoNullabile;
  readonly trasformazione?: TrasformazioneNullabile;
  readonly inoltro?: string | null;
} | null;

export type PortalePagamentoNullabile = {
  readonly abilitato: boolean;
  /** Titolo sotto cui i portali raccolgono i tipi */
  readonly gruppo?: EmailSubjectNullabile;
  readonly form?: {
    readonly tipo: string;
    readonly definizione: Visualizzazione;
    readonly impaginazione?: OggettoNullabile;
  } | null;
  readonly validazione?: OggettoNullabile;
  readonly trasformazione?: TrasformazioneNullabile;
  readonly inoltro?: string | null;
} | null;

export type PromemoriaScadenzaNullabile = {
  readonly abilitato: boolean;
  readonly tipo?: TipoNullabile;
  readonly oggetto?: OggettoNullabile;
  readonly messaggio?: OggettoNullabile;
  readonly preavviso?: number | null;
} | null;

export type AvvisaturaMailNullabile = {
  readonly promemoriaAvviso?: {
    readonly abilitato: boolean;
    readonly tipo?: TipoNullabile;
    readonly oggetto?: OggettoNullabile;
    readonly messaggio?: OggettoNullabile;
    readonly allegaPdf?: boolean | null;
  } | null;
  readonly promemoriaRicevuta?: {
    readonly abilitato: boolean;
    readonly tipo?: TipoNullabile;
    readonly oggetto?: OggettoNullabile;
    readonly messaggio?: OggettoNullabile;
    readonly allegaPdf?: boolean | null;
    readonly soloEseguiti?: boolean | null;
  } | null;
  readonly promemoriaScadenza?: PromemoriaScadenzaNullabile;
  /** true = l'e-mail parte solo a chi App IO non raggiunge, o quando App IO non recapita */
  readonly soloSeNonRaggiunto?: boolean | null;
} | null;

export type TracciatoCsv = {
  readonly tipo: string;
  readonly intestazione: string;
  readonly richiesta: Visualizzazione;
  readonly risposta: Visualizzazione | readonly string[];
};

export type TracciatoCsvNullabile = TracciatoCsv | null;

export type PromemoriaAvvisoNullabile = {
  readonly abilitato: boolean;
  readonly tipo?: TipoNullabile;
  readonly oggetto?: OggettoNullabile;
  readonly messaggio?: OggettoNullabile;
} | null;

export type PromemoriaRicevutaNullabile = {
  readonly abilitato: boolean;
  readonly tipo?: TipoNullabile;
  readonly oggetto?: OggettoNullabile;
  readonly messaggio?: OggettoNullabile;
  readonly soloEseguiti?: boolean | null;
} | null;

export type DominiNullabile =
  | readonly (
      | "*"
      | string
      | {
          readonly idDominio: "*" | string;
          readonly unitaOperative?: readonly string[] | null;
        }
    )[]
  | null;

export type VariazioniApplicazione2 = {
  readonly op: "ADD" | "DELETE";
  readonly path: "/acl";
  readonly value: {
    readonly servizio: Servizio;
    readonly autorizzazioni?: readonly ("R" | "W")[];
  };
};

export type VariazioniApplicazione3 = {
  readonly op: "ADD" | "DELETE";
  readonly path: "/domini";
  readonly value:
    | "*"
    | string
    | {
        readonly idDominio: string;
        readonly unitaOperative?: readonly string[] | null;
      };
};

export type VariazioniApplicazione4 = {
  readonly op: "ADD" | "REPLACE";
  readonly path: "/password";
  readonly value: string;
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

export type ApiEnte = {
  readonly letture: {
    readonly log: "sempre" | "mai" | "solo errore";
    readonly dump: "sempre" | "mai" | "solo errore";
  };
  readonly scritture: {
    readonly log: "sempre" | "mai" | "solo errore";
    readonly dump: "sempre" | "mai" | "solo errore";
  };
};

export type ApiEnteNullabile = ApiEnte | null;

export type GiornaleEventi = {
  /** Per ciò che manca valgono i valori predefiniti */
  readonly interfacce: {
    readonly apiEnte?: ApiEnteNullabile;
    readonly apiPagamento?: ApiEnteNullabile;
    readonly apiRagioneria?: ApiEnteNullabile;
    readonly apiBackoffice?: ApiEnteNullabile;
    readonly apiPagoPA?: ApiEnteNullabile;
    readonly apiPendenze?: ApiEnteNullabile;
    readonly apiBackendIO?: ApiEnteNullabile;
    readonly apiMaggioliJPPA?: ApiEnteNullabile;
  };
  /** Che cosa si oscura nei messaggi delle nostre API: i dati personali (predefinito), o le sole credenziali */
  readonly mascheratura?: "datiPersonali" | "credenziali";
};

export type ServizioGDE = {
  readonly abilitato: boolean;
  readonly url?: DownloadBaseUrlNullabile;
  readonly auth?: AutenticazionePost | null;
};

export type Hardening = {
  readonly abilitato: boolean;
  readonly captcha?: {
    readonly serverURL: string;
    readonly siteKey: string;
    /** Solo in scrittura; assente = resta quella registrata */
    readonly secretKey?: string;
    /** Come si chiede la verifica: SITEVERIFY (predefinito) per reCAPTCHA, hCaptcha e Turnstile, FRIENDLY per Friendly Captcha */
    readonly stile?: "SITEVERIFY" | "FRIENDLY";
    readonly soglia: number;
    readonly parametro: string;
    /** Che cosa fare se il servizio del captcha non risponde */
    readonly denyOnFail: boolean;
    readonly connectionTimeout: number;
    readonly readTimeout: number;
  } | null;
  readonly sfida?: {
    readonly difficolta: number;
  } | null;
};

export type MailBatch = {
  readonly abilitato: boolean;
  readonly mailserver?: {
    readonly host: string;
    readonly port: number;
    readonly username: string;
    /** Solo in scrittura; assente = resta quella registrata */
    readonly password?: string;
    readonly from: Email;
    readonly readTimeout: number;
    readonly connectionTimeout: number;
    readonly startTls: boolean;
    /** Keystore e truststore non sono ammessi: si usano le autorità di certificazione pubbliche */
    readonly sslConfig?: {
      readonly abilitato: boolean;
      readonly hostnameVerifier?: boolean | null;
      readonly type?: TipoNullabile;
    } | null;
  } | null;
};

export type PromemoriaScadenzaNullabile2 = {
  readonly tipo?: TipoNullabile;
  readonly oggetto?: OggettoNullabile;
  readonly messaggio?: OggettoNullabile;
  readonly preavviso?: number | null;
} | null;

export type AvvisaturaMail = {
  readonly promemoriaAvviso?: {
    readonly tipo?: TipoNullabile;
    readonly oggetto?: OggettoNullabile;
    readonly messaggio?: OggettoNullabile;
    readonly allegaPdf?: boolean | null;
  } | null;
  readonly promemoriaRicevuta?: {
    readonly tipo?: TipoNullabile;
    readonly oggetto?: OggettoNullabile;
    readonly messaggio?: OggettoNullabile;
    readonly allegaPdf?: boolean | null;
    readonly soloEseguiti?: boolean | null;
  } | null;
  readonly promemoriaScadenza?: PromemoriaScadenzaNullabile2;
};

export type AvvisaturaAppIO = {
  readonly promemoriaAvviso?: {
    readonly tipo?: TipoNullabile;
    readonly oggetto?: OggettoNullabile;
    readonly messaggio?: OggettoNullabile;
  } | null;
  readonly promemoriaRicevuta?: {
    readonly tipo?: TipoNullabile;
    readonly oggetto?: OggettoNullabile;
    readonly messaggio?: OggettoNullabile;
    readonly soloEseguiti?: boolean | null;
  } | null;
  readonly promemoriaScadenza?: PromemoriaScadenzaNullabile2;
};

export type AppIOBatch = {
  readonly abilitato: boolean;
  readonly url?: DownloadBaseUrlNullabile;
  readonly timeToLive?: number | null;
  readonly auth?: AutenticazionePost | null;
};

export type UrlLogin = readonly {
  readonly id: string;
  /** Dove torna il browser, con la query della chiamata */
  readonly indirizzo: string;
  readonly idDominio?: string;
}[];

export type AccessoCittadini = {
  readonly abilitato: boolean;
  readonly durata?: {
    readonly inattivitaMinuti: number;
    readonly massimaMinuti: number;
  };
  readonly provider?: readonly ProviderCittadini[];
  /** urlID di GET /login/{urlID} */
  readonly urlLogin?: UrlLogin;
  /** urlID di GET /logout/{urlID} */
  readonly urlLogout?: UrlLogin;
  /** Pagina del portale a cui portano i collegamenti pubblici di pagamento; riceve `collegamento` */
  readonly urlPagamento?: string;
};

export type Send = {
  readonly abilitato: boolean;
  /** Base delle API di SEND, per esempio https://api.notifichedigitali.it */
  readonly url?: string;
  readonly enti?: readonly EnteSend[];
  /** Quanto vale un prezzo letto; 60 se assente */
  readonly validitaMinuti?: number;
};

export type MarcheDaBollo = {
  /** Certificati, in PEM, di chi emette quelli con cui i PSP firmano le marche */
  readonly emittenti: readonly string[];
};

export type Pendenze = {
  readonly numero: number;
  /** Vero se sono di più di quelle contate */
  readonly almeno: boolean;
  /** Quante ne guardano notificate e perTipo: le prime caricate */
  readonly esaminate: number;
  /** Tra le esaminate, quelle con dataNotificaAvviso */
  readonly notificate: number;
  readonly perTipo: readonly {
    readonly idTipoPendenza: string;
    readonly numero: number;
    readonly importo: number;
  }[];
  readonly esempi: readonly PendenzaConto[];
};

export type Domini = readonly {
  readonly idDominio: string;
  readonly ragioneSociale: string;
  readonly unitaOperative?: readonly {
    readonly idUnita: string;
    readonly ragioneSociale: string;
  }[];
}[];

export type Ruoli = readonly {
  readonly id: string;
  readonly acl: readonly Acl[];
}[];

export type Dominio2 = {
  readonly idDominio: string;
  readonly ragioneSociale: string;
};

export type NotaPendenza2 = {
  readonly data: Istante;
  readonly autore: string;
  readonly oggetto: string;
  readonly testo: string;
};

export type Allegato = {
  readonly tipo: "Esito pagamento" | "Marca da bollo";
  /** Base64 */
  readonly testo: string;
};

export type Istante2 = string;

export type Intermediari = readonly Readonly<Record<string, unknown>>[];

export interface OperazioniBackoffice {
  /** Elenco degli intermediari */
  readonly findIntermediari: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** Campi su cui ordinare, separati da virgola e preceduti da + o -: denominazione, idIntermediario */
      readonly ordinamento?: string;
      /** Campi da restituire, separati da virgola; assente = tutti */
      readonly campi?: string;
      /** Restrizione ai soli elementi abilitati, o ai soli disabilitati */
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
          readonly idIntermediario?: string;
          readonly denominazione?: string;
          readonly abilitato?: boolean;
        }[];
      };
    };
  };
  /** Aggiunge o aggiorna un intermediario */
  readonly addIntermediario: {
    readonly percorso: {
      readonly idIntermediario: string;
    };
    readonly corpo: IntermediarioPost;
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Dettaglio di un intermediario, con le sue stazioni */
  readonly getIntermediario: {
    readonly percorso: {
      readonly idIntermediario: string;
    };
    readonly risposte: {
      readonly "application/json": Intermediario;
    };
  };
  /** Elenco delle stazioni di un intermediario */
  readonly findStazioni: {
    readonly percorso: {
      readonly idIntermediario: string;
    };
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** Campi su cui ordinare, separati da virgola e preceduti da + o -: idStazione */
      readonly ordinamento?: string;
      /** Campi da restituire, separati da virgola; assente = tutti */
      readonly campi?: string;
      /** Restrizione ai soli elementi abilitati, o ai soli disabilitati */
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
          readonly idStazione?: string;
          readonly versione?: "V1" | "V2";
          readonly abilitato?: boolean;
          /** Percorso dell'elenco dei domini della stazione */
          readonly domini?: string;
        }[];
      };
    };
  };
  /** Aggiunge o aggiorna una stazione */
  readonly addStazione: {
    readonly percorso: {
      readonly idIntermediario: string;
      readonly idStazione: string;
    };
    readonly corpo: StazionePost;
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Dettaglio di una stazione, con i domini che la usano */
  readonly getStazione: {
    readonly percorso: {
      readonly idIntermediario: string;
      readonly idStazione: string;
    };
    readonly risposte: {
      readonly "application/json": Stazione;
    };
  };
  /** Certificati e chiavi della connessione a pagoPA, con la loro scadenza */
  readonly findScadenze: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      readonly tipo?: "CERTIFICATO_SERVIZIO" | "CERTIFICATO_NODO" | "EMITTENTE_BOLLI" | "SEGRETO";
      readonly stato?: "VALIDA" | "IN_SCADENZA" | "SCADUTA" | "NON_VERIFICABILE" | "SENZA_SCADENZA";
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly Scadenza[];
      };
    };
  };
  /** Elenco degli abbonamenti di un dominio (webhook) */
  readonly findAbbonamenti: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly Abbonamento[];
      };
    };
  };
  /** Un abbonamento, con lo stato delle sue consegne */
  readonly getAbbonamento: {
    readonly percorso: {
      readonly idDominio: string;
      readonly idAbbonamento: string;
    };
    readonly risposte: {
      readonly "application/json": Abbonamento;
    };
  };
  /** Crea o sostituisce un abbonamento */
  readonly saveAbbonamento: {
    readonly percorso: {
      readonly idDominio: string;
      readonly idAbbonamento: string;
    };
    readonly corpo: NuovoAbbonamento;
    readonly risposte: {
      readonly "application/json": Abbonamento;
    };
  };
  /** Prova, sospende, riprende un abbonamento, ne cambia il segreto, ne ripete le consegne */
  readonly addAzioneAbbonamento: {
    readonly percorso: {
      readonly idDominio: string;
      readonly idAbbonamento: string;
    };
    readonly corpo: AzioneAbbonamento;
    readonly risposte: {
      readonly "application/json": Abbonamento;
    };
  };
  /** Che cosa è stato mandato a un abbonato, con i tentativi */
  readonly findConsegneAbbonamento: {
    readonly percorso: {
      readonly idDominio: string;
      readonly idAbbonamento: string;
    };
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      readonly stato?: "CONSEGNATA" | "IN_ATTESA" | "SCARTATA";
      readonly subject?: string;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly ConsegnaAbbonamento[];
      };
    };
  };
  /** Elenco dei domini */
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
      /** Restrizione ai soli elementi abilitati, o ai soli disabilitati */
      readonly abilitato?: "true" | "false";
      /** Restrizione ai soli elementi dell'ambito del chiamante */
      readonly associati?: "true" | "false";
      /** Restrizione ai soli elementi con una form di inserimento per gli operatori */
      readonly form?: "true" | "false";
      readonly idStazione?: string;
      readonly idDominio?: string;
      readonly ragioneSociale?: string;
      readonly intermediato?: "true" | "false";
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
          readonly intermediato?: boolean;
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
          readonly stazione?: string;
          /** Durante un passaggio di stazione: le altre su cui il Nodo può ancora, o già, cercare l'ente; i pagamenti nuovi partono da stazione */
          readonly altreStazioni?: readonly string[];
          readonly auxDigit?: string;
          readonly segregationCode?: string;
          readonly iuvPrefix?: string;
          readonly autStampaPosteItaliane?: string;
          /** SINCRONA: pagoPA chiede a Fiorino; SINCRONA_ACA: lo stesso, e l'archivio ACA conosce le pendenze per lo stand-in; GPD: risponde pagoPA dal suo archivio. Vale per le pendenze caricate da qui in poi; assente = SINCRONA */
          readonly modalitaPagoPA?: "SINCRONA" | "SINCRONA_ACA" | "GPD";
          /** true = il conto di un'entrata già registrata cambia solo con una richiesta che un'altra persona approva (cambi di conto) */
          readonly cambioIbanConApprovazione?: boolean;
          /** true = le righe di un tracciato che annullano pendenze del dominio aspettano che un'altra persona le approvi; predefinito false */
          readonly annullamentiConApprovazione?: boolean;
          readonly tassonomiaPagoPA?: string;
          readonly scaricaFr?: boolean;
          readonly regoleCaricamento?: RegoleCaricamento;
          /** Il dominio non è ancora attivo su pagoPA: i suoi pagamenti sono simulati; assente = in esercizio */
          readonly inProva?: true;
          readonly abilitato?: boolean;
          /** Percorso dell'elenco */
          readonly unitaOperative?: string;
          /** Percorso dell'elenco */
          readonly contiAccredito?: string;
          /** Percorso dell'elenco */
          readonly entrate?: string;
          /** Percorso dell'elenco */
          readonly tipiPendenza?: string;
        }[];
      };
    };
  };
  /** Aggiunge o aggiorna un dominio */
  readonly addDominio: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly corpo: DominioPost;
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Dettaglio di un dominio, con unità operative, conti, entrate e tipi pendenza */
  readonly getDominio: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly risposte: {
      readonly "application/json": Dominio;
    };
  };
  /** Logo di un dominio */
  readonly getLogoDominio: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly risposte: {
      readonly "image/png": Blob;
      readonly "image/jpeg": Blob;
      readonly "image/svg+xml": Blob;
    };
  };
  /** Che cosa manca a un dominio per incassare con pagoPA */
  readonly getAttivazione: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly risposte: {
      readonly "application/json": AttivazioneDominio;
    };
  };
  /** Regole di conservazione dei dati personali di un dominio, e a che punto è il ciclo del mese */
  readonly getConservazione: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly risposte: {
      readonly "application/json": StatoConservazione;
    };
  };
  /** Stabilisce per quanto un dominio conserva i dati personali: poi ogni mese sono anonimizzati */
  readonly updateConservazione: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly corpo: RegoleConservazionePost;
    readonly risposte: {
      readonly "application/json": RegoleConservazione;
    };
  };
  /** Che cosa si anonimizzerebbe, con le regole della richiesta, con quelle registrate o con i tempi di legge: nulla è modificato */
  readonly getAnteprimaConservazione: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly query?: {
      readonly pagateMesi?: number;
      readonly annullateMesi?: number;
      readonly scaduteMesi?: number;
      readonly prosegui?: string;
    };
    readonly risposte: {
      readonly "application/json": AnteprimaConservazione;
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
      /** Restrizione ai soli elementi abilitati, o ai soli disabilitati */
      readonly abilitato?: "true" | "false";
      /** Restrizione ai soli elementi dell'ambito del chiamante */
      readonly associati?: "true" | "false";
      readonly ragioneSociale?: string;
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
  /** Aggiunge o aggiorna un'unità operativa */
  readonly addUnitaOperativa: {
    readonly percorso: {
      readonly idDominio: string;
      readonly idUnitaOperativa: string;
    };
    readonly corpo: UnitaOperativaPost;
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Dettaglio di un'unità operativa */
  readonly getUnitaOperativa: {
    readonly percorso: {
      readonly idDominio: string;
      readonly idUnitaOperativa: string;
    };
    readonly risposte: {
      readonly "application/json": UnitaOperativa;
    };
  };
  /** Elenco delle pagine di pagamento di un dominio */
  readonly findPaginePagamento: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** Campi su cui ordinare, separati da virgola e preceduti da + o -: idPagina */
      readonly ordinamento?: string;
      /** Campi da restituire, separati da virgola; assente = tutti */
      readonly campi?: string;
      readonly abilitata?: "true" | "false";
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
          readonly idTipoPendenza?: string;
          readonly idA2A?: string;
          readonly codEntrata?: string;
          readonly abilitata?: boolean;
          readonly titolo?: TestiPagina;
          readonly descrizione?: TestiPagina;
          readonly causale?: string;
          readonly importo?: Importo;
          readonly campi?: Campi;
          readonly informativa?: Informativa;
          readonly dal?: Giorno;
          readonly al?: Giorno;
          readonly giorniPerPagare?: number;
          readonly pagamentiMassimi?: number;
          readonly totaleMassimo?: number;
          /** Siti nelle cui pagine può stare dentro un riquadro (iframe); assente = nessuno */
          readonly incorporabileDa?: IncorporabileDa;
          readonly urlRitorno?: string;
          readonly idPagina?: string;
          readonly stato?: "APERTA" | "SOSPESA" | "NON_ANCORA_APERTA" | "CHIUSA";
          /** Dove si paga: è anche nel codice QR della locandina */
          readonly indirizzo?: string;
        }[];
      };
    };
  };
  /** Aggiunge o sostituisce una pagina di pagamento */
  readonly addPaginaPagamento: {
    readonly percorso: {
      readonly idDominio: string;
      readonly idPagina: string;
    };
    readonly corpo: PaginaPagamentoPost;
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Dettaglio di una pagina di pagamento, o la sua locandina A4 in PDF con il codice QR */
  readonly getPaginaPagamento: {
    readonly percorso: {
      readonly idDominio: string;
      readonly idPagina: string;
    };
    readonly risposte: {
      readonly "application/json": PaginaPagamento;
      readonly "application/pdf": Blob;
    };
  };
  /** Prepara collegamenti precompilati di una pagina di pagamento, in CSV per un foglio di calcolo o in JSON */
  readonly addCollegamentiPagina: {
    readonly percorso: {
      readonly idDominio: string;
      readonly idPagina: string;
    };
    readonly corpo: CollegamentiPaginaPost;
    readonly risposte: {
      readonly "text/csv": Blob;
      readonly "application/json": CollegamentiPagina;
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
      /** Campi su cui ordinare, separati da virgola e preceduti da + o -: ibanAccredito, iban, descrizione */
      readonly ordinamento?: string;
      /** Campi da restituire, separati da virgola; assente = tutti */
      readonly campi?: string;
      /** Restrizione ai soli elementi abilitati, o ai soli disabilitati */
      readonly abilitato?: "true" | "false";
      readonly iban?: string;
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
  /** Aggiunge o aggiorna un conto di accredito */
  readonly addContiAccredito: {
    readonly percorso: {
      readonly idDominio: string;
      readonly ibanAccredito: string;
    };
    readonly corpo: ContiAccreditoPost;
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Dettaglio di un conto di accredito */
  readonly getContiAccredito: {
    readonly percorso: {
      readonly idDominio: string;
      readonly ibanAccredito: string;
    };
    readonly risposte: {
      readonly "application/json": ContiAccredito;
    };
  };
  /** Pendenze ancora da pagare che indicano un conto */
  readonly findPendenzeConto: {
    readonly percorso: {
      readonly idDominio: string;
      readonly ibanAccredito: string;
    };
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** Assente = NON_ESEGUITA ed ESEGUITA_PARZIALE */
      readonly stato?: "NON_ESEGUITA" | "ESEGUITA_PARZIALE" | "ANNULLATA";
    };
    readonly risposte: {
      readonly "application/json": PendenzeConto;
    };
  };
  /** Conti e stazioni confrontati con pagoPA */
  readonly findControlli: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** Campi su cui ordinare, separati da virgola e preceduti da + o -: gravita, idDominio, riferimento */
      readonly ordinamento?: string;
      /** Campi da restituire, separati da virgola; assente = tutti */
      readonly campi?: string;
      readonly idDominio?: string;
      readonly oggetto?: "CONTO" | "STAZIONE";
      readonly gravita?: "ALLARME" | "AVVISO" | "INFORMAZIONE";
      /** Codice di un rilievo */
      readonly codice?: string;
    };
    readonly risposte: {
      readonly "application/json": Controlli;
    };
  };
  /** Che cosa cambierebbe sostituendo un conto con un altro */
  readonly getAnteprimaCambio: {
    readonly percorso: {
      readonly idDominio: string;
      readonly ibanAccredito: string;
    };
    readonly query: {
      readonly ibanNuovo: string;
    };
    readonly risposte: {
      readonly "application/json": AnteprimaCambioIban;
    };
  };
  /** Chiede di sostituire un conto con un altro */
  readonly addCambioIban: {
    readonly percorso: {
      readonly idDominio: string;
      readonly ibanAccredito: string;
    };
    readonly corpo: RichiestaCambioIban;
    readonly risposte: {
      readonly "application/json": CambioIban;
    };
  };
  /** Cambi di conto di un dominio, dal più recente */
  readonly findCambiIban: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
    };
    readonly risposte: {
      readonly "application/json": CambiIban;
    };
  };
  /** Avanzamento di un cambio di conto */
  readonly getCambioIban: {
    readonly percorso: {
      readonly idDominio: string;
      readonly id: string;
    };
    readonly risposte: {
      readonly "application/json": CambioIban;
    };
  };
  /** Ferma un cambio di conto in corso; ciò che è già cambiato resta */
  readonly interrompiCambioIban: {
    readonly percorso: {
      readonly idDominio: string;
      readonly id: string;
    };
    readonly corpo: InterruzioneCambioIban;
    readonly risposte: {
      readonly "application/json": CambioIban;
    };
  };
  /** Richieste che aspettano, o hanno avuto, la decisione di una seconda persona */
  readonly findApprovazioni: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      readonly idDominio?: string;
      readonly stato?: "RICHIESTA" | "APPROVATA" | "RIFIUTATA" | "RITIRATA";
    };
    readonly risposte: {
      readonly "application/json": Approvazioni;
    };
  };
  /** Dettaglio di una richiesta da approvare */
  readonly getApprovazione: {
    readonly percorso: {
      readonly id: string;
    };
    readonly risposte: {
      readonly "application/json": Approvazione;
    };
  };
  /** Approva, rifiuta o ritira una richiesta */
  readonly decidiApprovazione: {
    readonly percorso: {
      readonly id: string;
    };
    readonly corpo: DecisioneApprovazione;
    readonly risposte: {
      readonly "application/json": Approvazione;
    };
  };
  /** Elenco delle entrate di un dominio */
  readonly findEntrateDominio: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** Campi su cui ordinare, separati da virgola e preceduti da + o -: idEntrata, descrizione */
      readonly ordinamento?: string;
      /** Campi da restituire, separati da virgola; assente = tutti */
      readonly campi?: string;
      /** Restrizione ai soli elementi abilitati, o ai soli disabilitati */
      readonly abilitato?: "true" | "false";
      readonly descrizione?: string;
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
  /** Aggiunge o aggiorna un'entrata di un dominio */
  readonly addEntrataDominio: {
    readonly percorso: {
      readonly idDominio: string;
      readonly idEntrata: string;
    };
    readonly corpo: EntrataPost;
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Dettaglio di un'entrata di un dominio */
  readonly getEntrataDominio: {
    readonly percorso: {
      readonly idDominio: string;
      readonly idEntrata: string;
    };
    readonly risposte: {
      readonly "application/json": Entrata;
    };
  };
  /** Elenco dei tipi pendenza di un dominio */
  readonly findTipiPendenzaDominio: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** Campi su cui ordinare, separati da virgola e preceduti da + o -: descrizione, idTipoPendenza */
      readonly ordinamento?: string;
      /** Campi da restituire, separati da virgola; assente = tutti */
      readonly campi?: string;
      /** Restrizione ai soli elementi abilitati, o ai soli disabilitati */
      readonly abilitato?: "true" | "false";
      /** Restrizione ai soli elementi dell'ambito del chiamante */
      readonly associati?: "true" | "false";
      /** Restrizione ai soli elementi con una form di inserimento per gli operatori */
      readonly form?: "true" | "false";
      /** Restrizione ai soli tipi con un tracciato CSV */
      readonly trasformazione?: "true" | "false";
      readonly descrizione?: string;
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
          readonly idTipoPendenza?: string;
          readonly descrizione?: string;
          readonly codificaIUV?: string;
          readonly pagaTerzi?: boolean;
          readonly abilitato?: boolean;
          readonly portaleBackoffice?: Readonly<Record<string, unknown>>;
          readonly portalePagamento?: Readonly<Record<string, unknown>>;
          readonly avvisaturaMail?: Readonly<Record<string, unknown>>;
          readonly avvisaturaAppIO?: Readonly<Record<string, unknown>>;
          readonly visualizzazione?: Visualizzazione;
          readonly tracciatoCsv?: Readonly<Record<string, unknown>>;
          readonly valori?: Valori;
        }[];
      };
    };
  };
  /** Associa un tipo pendenza a un dominio, o ne aggiorna i valori propri */
  readonly addTipoPendenzaDominio: {
    readonly percorso: {
      readonly idDominio: string;
      readonly idTipoPendenza: string;
    };
    readonly corpo: TipoPendenzaDominioPost;
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Dettaglio di un tipo pendenza di un dominio: valori comuni e valori propri */
  readonly getTipoPendenzaDominio: {
    readonly percorso: {
      readonly idDominio: string;
      readonly idTipoPendenza: string;
    };
    readonly risposte: {
      readonly "application/json": TipoPendenzaDominio;
    };
  };
  /** Catalogo dei servizi di pagamento spontaneo, nel formato XML di pagoPA */
  readonly getCatalogoServizi: {
    readonly query?: {
      /** Solo i servizi di questo ente */
      readonly idDominio?: string;
    };
    readonly risposte: {
      readonly "application/xml": Blob;
    };
  };
  /** Elenco dei tipi pendenza comuni */
  readonly findTipiPendenza: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** Campi su cui ordinare, separati da virgola e preceduti da + o -: idEntrata, idTipoPendenza, descrizione */
      readonly ordinamento?: string;
      /** Campi da restituire, separati da virgola; assente = tutti */
      readonly campi?: string;
      /** Restrizione ai soli elementi abilitati, o ai soli disabilitati */
      readonly abilitato?: "true" | "false";
      /** Restrizione ai soli elementi dell'ambito del chiamante */
      readonly associati?: "true" | "false";
      /** Restrizione ai soli elementi con una form di inserimento per gli operatori */
      readonly form?: "true" | "false";
      /** Restrizione ai soli tipi con un tracciato CSV */
      readonly trasformazione?: "true" | "false";
      readonly descrizione?: string;
      readonly idTipoPendenza?: string;
      /** Restrizione ai tipi non associati al dominio indicato; se non esiste, tutti */
      readonly nonAssociati?: string;
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
          readonly idTipoPendenza?: string;
          readonly descrizione?: string;
          readonly codificaIUV?: string;
          readonly pagaTerzi?: boolean;
          readonly abilitato?: boolean;
          readonly portaleBackoffice?: Readonly<Record<string, unknown>>;
          readonly portalePagamento?: Readonly<Record<string, unknown>>;
          readonly avvisaturaMail?: Readonly<Record<string, unknown>>;
          readonly avvisaturaAppIO?: Readonly<Record<string, unknown>>;
          readonly visualizzazione?: Visualizzazione;
          readonly tracciatoCsv?: Readonly<Record<string, unknown>>;
        }[];
      };
    };
  };
  /** Aggiunge o aggiorna un tipo pendenza comune a tutti i domini */
  readonly addTipoPendenza: {
    readonly percorso: {
      readonly idTipoPendenza: string;
    };
    readonly corpo: TipoPendenzaPost;
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Dettaglio di un tipo pendenza comune */
  readonly getTipoPendenza: {
    readonly percorso: {
      readonly idTipoPendenza: string;
    };
    readonly risposte: {
      readonly "application/json": TipoPendenza;
    };
  };
  /** Elenco delle entrate comuni */
  readonly findEntrate: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** Campi su cui ordinare, separati da virgola e preceduti da + o -: idEntrata, descrizione */
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
          readonly idEntrata?: string;
          readonly descrizione?: string;
          readonly tipoContabilita?: "CAPITOLO" | "SPECIALE" | "SIOPE" | "ALTRO";
          readonly codiceContabilita?: string;
        }[];
      };
    };
  };
  /** Aggiunge o aggiorna un'entrata comune a tutti i domini */
  readonly addEntrata: {
    readonly percorso: {
      readonly idEntrata: string;
    };
    readonly corpo: TipoEntrataPost;
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Dettaglio di un'entrata comune */
  readonly getEntrata: {
    readonly percorso: {
      readonly idEntrata: string;
    };
    readonly risposte: {
      readonly "application/json": TipoEntrata;
    };
  };
  /** Elenco delle applicazioni */
  readonly findApplicazioni: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** Campi su cui ordinare, separati da virgola e preceduti da + o -: idA2A, principal */
      readonly ordinamento?: string;
      /** Campi da restituire, separati da virgola; assente = tutti */
      readonly campi?: string;
      /** Restrizione ai soli elementi abilitati, o ai soli disabilitati */
      readonly abilitato?: "true" | "false";
      readonly idA2A?: string;
      readonly principal?: string;
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
          readonly idA2A?: string;
          readonly principal?: string;
          readonly abilitato?: boolean;
        }[];
      };
    };
  };
  /** Aggiunge o aggiorna un'applicazione */
  readonly addApplicazione: {
    readonly percorso: {
      readonly idA2A: string;
    };
    readonly corpo: ApplicazionePost;
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Dettaglio di un'applicazione */
  readonly getApplicazione: {
    readonly percorso: {
      readonly idA2A: string;
    };
    readonly risposte: {
      readonly "application/json": Applicazione;
    };
  };
  /** Aggiunge o toglie diritti, domini e tipi pendenza a un'applicazione, o ne cambia la password */
  readonly updateApplicazione: {
    readonly percorso: {
      readonly idA2A: string;
    };
    readonly corpo: VariazioniApplicazione;
    readonly risposte: {
      readonly "application/json": Applicazione;
    };
  };
  /** Segreti validi di un'applicazione: quando sono nati e quando sono serviti l'ultima volta */
  readonly findSegretiApplicazione: {
    readonly percorso: {
      readonly idA2A: string;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly segreti: readonly SegretoApplicazione[];
      };
    };
  };
  /** Aggiunge un segreto a un'applicazione */
  readonly addSegretoApplicazione: {
    readonly percorso: {
      readonly idA2A: string;
    };
    readonly corpo: SegretoApplicazionePost;
    readonly risposte: {
      readonly "application/json": {
        readonly id: string;
        readonly apiKey?: string;
      };
    };
  };
  /** Promuove un segreto a principale, o lo revoca */
  readonly updateSegretoApplicazione: {
    readonly percorso: {
      readonly idA2A: string;
      readonly idSegreto: string;
    };
    readonly corpo: PatchSegretoApplicazione;
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Elenco degli operatori */
  readonly findOperatori: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** Campi su cui ordinare, separati da virgola e preceduti da + o -: ragioneSociale, principal */
      readonly ordinamento?: string;
      /** Campi da restituire, separati da virgola; assente = tutti */
      readonly campi?: string;
      /** Restrizione ai soli elementi abilitati, o ai soli disabilitati */
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
          readonly principal?: string;
          readonly ragioneSociale?: string;
          readonly abilitato?: boolean;
        }[];
      };
    };
  };
  /** Aggiunge o aggiorna un operatore */
  readonly addOperatore: {
    readonly percorso: {
      readonly principal: string;
    };
    readonly corpo: OperatorePost;
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Dettaglio di un operatore */
  readonly getOperatore: {
    readonly percorso: {
      readonly principal: string;
    };
    readonly risposte: {
      readonly "application/json": Operatore;
    };
  };
  /** Aggiunge o toglie diritti, domini e tipi pendenza a un operatore, o ne cambia la password */
  readonly updateOperatore: {
    readonly percorso: {
      readonly principal: string;
    };
    readonly corpo: VariazioniOperatore;
    readonly risposte: {
      readonly "application/json": Operatore;
    };
  };
  /** Elenco dei ruoli */
  readonly findRuoli: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly RuoloIndex[];
      };
    };
  };
  /** Aggiunge o aggiorna un ruolo */
  readonly addRuolo: {
    readonly percorso: {
      readonly idRuolo: string;
    };
    readonly corpo: RuoloPost;
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Dettaglio di un ruolo */
  readonly getRuolo: {
    readonly percorso: {
      readonly idRuolo: string;
    };
    readonly risposte: {
      readonly "application/json": Ruolo;
    };
  };
  /** Aggiunge o toglie diritti a un ruolo */
  readonly updateRuolo: {
    readonly percorso: {
      readonly idRuolo: string;
    };
    readonly corpo: VariazioniRuolo;
    readonly risposte: {
      readonly "application/json": Ruolo;
    };
  };
  /** Elenco delle pendenze che l'operatore può vedere */
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
      readonly stato?: Stato;
      readonly idPagamento?: string;
      readonly direzione?: string;
      readonly divisione?: string;
      readonly mostraSpontaneiNonPagati?: "true" | "false";
      readonly idTipoPendenza?: string;
      readonly iuv?: string;
    };
    readonly risposte: {
      readonly "application/json": PendenzeOperatore;
    };
  };
  /** Crea o aggiorna una pendenza, con gli identificativi nel corpo */
  readonly createPendenza: {
    readonly query?: {
      readonly stampaAvviso?: "true" | "false";
    };
    readonly corpo: PendenzaPost;
    readonly risposte: {
      readonly "application/json": PendenzaCreataOperatore;
    };
  };
  /** Crea una pendenza dai dati della form dell'operatore: POST /pendenze/{idDominio}/{idTipoPendenza} */
  readonly addPendenzaDaForm: {
    readonly percorso: {
      /** idDominio */
      readonly idA2A: string;
      /** idTipoPendenza */
      readonly idPendenza: string;
    };
    readonly query?: {
      readonly idUnitaOperativa?: string;
      readonly stampaAvviso?: "true" | "false";
    };
    readonly corpo: DatiFormPendenza;
    readonly risposte: {
      readonly "application/json": PendenzaCreataOperatore;
    };
  };
  /** Crea o aggiorna una pendenza */
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
      readonly "application/json": PendenzaCreataOperatore;
    };
  };
  /** Dettaglio di una pendenza con riscossioni, rendicontazioni, richieste di pagamento e pagamenti */
  readonly getPendenza: {
    readonly percorso: {
      readonly idA2A: string;
      readonly idPendenza: string;
    };
    readonly risposte: {
      readonly "application/json": PendenzaOperatore;
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
  /** Dettaglio di una pendenza dato il numero avviso */
  readonly getPendenzaByAvviso: {
    readonly percorso: {
      readonly idDominio: string;
      readonly numeroAvviso: string;
    };
    readonly risposte: {
      readonly "application/json": PendenzaOperatore;
    };
  };
  /** Elenco dei pagamenti avviati dai portali */
  readonly findPagamenti: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** È ammesso dataRichiestaPagamento, preceduto da + o - */
      readonly ordinamento?: string;
      /** Campi da restituire, separati da virgola; assente = tutti */
      readonly campi?: string;
      readonly stato?: "IN_CORSO" | "ESEGUITO" | "NON_ESEGUITO" | "ESEGUITO_PARZIALE" | "ANNULLATO" | "FALLITO";
      readonly versante?: string;
      readonly idSessionePortale?: string;
      readonly verificato?: "true" | "false";
      readonly dataDa?: GiornoOIstante;
      readonly dataA?: GiornoOIstante;
      readonly idDebitore?: string;
      readonly id?: string;
      readonly severitaDa?: number;
      readonly severitaA?: number;
      readonly idDominio?: string;
      readonly iuv?: string;
      readonly idA2A?: string;
      readonly idPendenza?: string;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly (PagamentoIndexOperatore | PagamentoIndexOperatoreParziale)[];
      };
    };
  };
  /** Dettaglio di un pagamento, con i tentativi che ne sono nati */
  readonly getPagamento: {
    readonly percorso: {
      readonly id: string;
    };
    readonly risposte: {
      readonly "application/json": PagamentoOperatore;
    };
  };
  /** Segna un pagamento come esaminato, o vi aggiunge una nota */
  readonly updatePagamento: {
    readonly percorso: {
      readonly id: string;
    };
    readonly corpo: readonly VariazionePagamento[];
    readonly risposte: {
      readonly "application/json": PagamentoOperatore;
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
      readonly vista?: "completa" | "assistenza";
      readonly anomalie?: "true" | "false";
    };
    readonly risposte: {
      readonly "application/json": StoriaPendenza;
    };
  };
  /** Risolve l'anomalia di una pendenza pagata due volte o con un importo diverso */
  readonly risolviAnomalia: {
    readonly percorso: {
      readonly idA2A: string;
      readonly idPendenza: string;
    };
    readonly corpo: RisoluzioneAnomalia;
    readonly risposte: {
      readonly "application/json": AnomaliaRisolta;
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
      readonly "application/json": AvvisoOperatore;
      readonly "application/pdf": Blob;
    };
  };
  /** Avvisi di un documento in un solo PDF */
  readonly getAvvisiDocumento: {
    readonly percorso: {
      readonly idA2A: string;
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
      /** È ammesso dataRichiesta, preceduto da + o - */
      readonly ordinamento?: string;
      readonly idDominio?: string;
      readonly iuv?: string;
      readonly ccp?: string;
      readonly idA2A?: string;
      readonly idPendenza?: string;
      readonly idDebitore?: string;
      readonly idPagamento?: string;
      readonly dataRptDa?: GiornoOIstante;
      readonly dataRptA?: GiornoOIstante;
      readonly dataRtDa?: GiornoOIstante;
      readonly dataRtA?: GiornoOIstante;
      /** Campi da restituire, separati da virgola; assente = tutti */
      readonly campi?: string;
      readonly esito?:
        | "IN_CORSO"
        | "RIFIUTATO"
        | "ESEGUITO"
        | "NON_ESEGUITO"
        | "ESEGUITO_PARZIALE"
        | "DECORRENZA"
        | "DECORRENZA_PARZIALE"
        | "DECORENNZA_PARZIALE";
      /** Uno o più valori, separati da virgola */
      readonly direzione?: string;
      /** Uno o più valori, separati da virgola */
      readonly divisione?: string;
      readonly tassonomia?: string;
      readonly idUnita?: string;
      readonly idTipoPendenza?: string;
      readonly anagraficaDebitore?: string;
      /** Richieste e ricevute della famiglia nuova nella forma di RPT e RT 6.2 */
      readonly retrocompatibilitaMessaggiPagoPAV1?: "true" | "false";
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly (RppPendenzaOperatore | RppPendenzaOperatoreParziale)[];
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
    readonly query?: {
      /** Richieste e ricevute della famiglia nuova nella forma di RPT e RT 6.2 */
      readonly retrocompatibilitaMessaggiPagoPAV1?: "true" | "false";
    };
    readonly risposte: {
      readonly "application/json": RppPendenzaOperatore;
    };
  };
  /** Dice se un tentativo aperto impedisce di avviarne altri, o gli assegna la sua ricevuta */
  readonly updateRpp: {
    readonly percorso: {
      readonly idDominio: string;
      readonly iuv: string;
      readonly ccp: string;
    };
    readonly corpo: readonly VariazioneRpp[];
    readonly risposte: {
      readonly "application/json": RppPendenzaOperatore;
    };
  };
  /** Richiesta di pagamento: ciò che è stato risposto al Nodo, in JSON o in XML (Accept: application/xml) */
  readonly getRpt: {
    readonly percorso: {
      readonly idDominio: string;
      readonly iuv: string;
      readonly ccp: string;
    };
    readonly query?: {
      /** Richieste e ricevute della famiglia nuova nella forma di RPT e RT 6.2 */
      readonly retrocompatibilitaMessaggiPagoPAV1?: "true" | "false";
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
    readonly query?: {
      /** Richieste e ricevute della famiglia nuova nella forma di RPT e RT 6.2 */
      readonly retrocompatibilitaMessaggiPagoPAV1?: "true" | "false";
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
  /** Elenco delle ricevute */
  readonly findRicevute: {
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
      readonly iuv?: string;
      readonly idRicevuta?: string;
      readonly numeroAvviso?: string;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly RicevutaIndex[];
      };
    };
  };
  /** Carica una ricevuta che il Nodo non ha consegnato */
  readonly addRicevuta: {
    readonly corpo: CorpoGrezzo<
      "text/xml" | "application/xml" | "application/soap+xml" | "application/octet-stream" | "multipart/form-data"
    >;
    readonly risposte: {
      readonly "application/json": RppPendenza | RicevutaIndex;
    };
  };
  /** Dettaglio di una ricevuta */
  readonly getRicevuta: {
    readonly percorso: {
      readonly idDominio: string;
      readonly iuv: string;
      readonly idRicevuta: string;
    };
    readonly risposte: {
      readonly "application/json": Ricevuta;
    };
  };
  /** Elenco delle ricevute mancanti e di come procede la loro ricerca */
  readonly findRecuperi: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** È ammesso data, preceduto da + o - */
      readonly ordinamento?: string;
      readonly idDominio?: string;
      readonly dataDa?: GiornoOIstante;
      readonly dataA?: GiornoOIstante;
      readonly stato?:
        | "IN_ATTESA"
        | "DA_RECUPERARE"
        | "DA_REGISTRARE"
        | "TROVATO"
        | "RECUPERATO"
        | "SENZA_RPT"
        | "NON_TROVATO"
        | "DECADUTO"
        | "ABBANDONATO";
      readonly origine?: "FLUSSO" | "ATTIVAZIONE" | "OPERATORE";
      readonly iuv?: string;
      readonly iur?: string;
      readonly idFlusso?: string;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly Recupero[];
      };
    };
  };
  /** Chiede a pagoPA una ricevuta di cui si conoscono ente, IUV e IUR */
  readonly addRecupero: {
    readonly corpo: NuovoRecupero;
    readonly risposte: {
      readonly "application/json": Recupero;
    };
  };
  /** Dettaglio di una ricevuta mancante */
  readonly getRecupero: {
    readonly percorso: {
      readonly idDominio: string;
      readonly iuv: string;
      readonly iur: string;
    };
    readonly risposte: {
      readonly "application/json": Recupero;
    };
  };
  /** Riprova subito, o abbandona con un motivo, la ricerca di una ricevuta */
  readonly updateRecupero: {
    readonly percorso: {
      readonly idDominio: string;
      readonly iuv: string;
      readonly iur: string;
    };
    readonly corpo: AzioneRecupero;
    readonly risposte: {
      readonly "application/json": Recupero;
    };
  };
  /** Pendenze che un archivio di pagoPA (ACA, GPD) non ha come dovrebbe */
  readonly findAllineamenti: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** È ammesso data, preceduto da + o - */
      readonly ordinamento?: string;
      readonly idDominio?: string;
      readonly dataDa?: GiornoOIstante;
      readonly dataA?: GiornoOIstante;
      readonly stato?: "IN_ATTESA" | "RIFIUTATA" | "DIFFORME" | "DA_RIPETERE";
      readonly archivio?: "ACA" | "GPD";
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
        readonly risultati: readonly Allineamento[];
      };
    };
  };
  /** Che cosa sa di una pendenza l'archivio di pagoPA */
  readonly getAllineamento: {
    readonly percorso: {
      readonly idDominio: string;
      readonly iuv: string;
    };
    readonly risposte: {
      readonly "application/json": Allineamento;
    };
  };
  /** Rimanda una pendenza all'archivio di pagoPA, anche se non è cambiata */
  readonly ripetiAllineamento: {
    readonly percorso: {
      readonly idDominio: string;
      readonly iuv: string;
    };
    readonly corpo: RipetizioneAllineamento;
    readonly risposte: {
      readonly "application/json": Allineamento;
    };
  };
  /** Confronti notturni tra gli archivi di pagoPA (ACA, GPD) e le pendenze */
  readonly findVerificheGpd: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** È ammesso data, preceduto da + o - */
      readonly ordinamento?: string;
      readonly idDominio?: string;
      readonly dataDa?: GiornoOIstante;
      readonly dataA?: GiornoOIstante;
      readonly archivio?: "ACA" | "GPD";
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly VerificaArchivio[];
      };
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
      /** È ammesso data, preceduto da + o - */
      readonly ordinamento?: string;
      /** Campi da restituire, separati da virgola; assente = tutti */
      readonly campi?: string;
      readonly idDominio?: string;
      readonly idA2A?: string;
      readonly idPendenza?: string;
      readonly idUnita?: string;
      readonly idTipoPendenza?: string;
      readonly stato?: "RISCOSSA" | "INCASSATA";
      readonly dataDa?: GiornoOIstante;
      readonly dataA?: GiornoOIstante;
      /** Uno o più valori, separati da virgola */
      readonly tipo?: string;
      readonly iuv?: string;
      /** Uno o più valori, separati da virgola */
      readonly direzione?: string;
      /** Uno o più valori, separati da virgola */
      readonly divisione?: string;
      /** Uno o più valori, separati da virgola */
      readonly tassonomia?: string;
      readonly iur?: string;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly (RiscossioneIndexOperatore | RiscossioneIndexOperatoreParziale)[];
      };
    };
  };
  /** Dettaglio di una riscossione, con la voce che paga */
  readonly getRiscossione: {
    readonly percorso: {
      readonly idDominio: string;
      readonly iuv: string;
      readonly iur: string;
      readonly indice: number;
    };
    readonly risposte: {
      readonly "application/json": RiscossioneOperatore;
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
      /** È ammesso data, preceduto da + o - */
      readonly ordinamento?: string;
      readonly dataDa?: GiornoOIstante;
      readonly dataA?: GiornoOIstante;
      readonly idDominio?: string;
      readonly incassato?: "true" | "false";
      readonly idFlusso?: string;
      readonly stato?: "Acquisito" | "Anomalo" | "Rifiutato";
      readonly iuv?: string;
      readonly escludiObsoleti?: "true" | "false";
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly FlussoRendicontazioneIndex[];
      };
    };
  };
  /** Dettaglio di un flusso di rendicontazione, ultima revisione */
  readonly getFlussoRendicontazione: {
    readonly percorso: {
      readonly idFlusso: string;
    };
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
    };
    readonly risposte: {
      readonly "application/json": FlussoRendicontazioneOperatore;
      readonly "application/xml": Blob;
    };
  };
  /** Dettaglio di un flusso di rendicontazione di un dominio, ultima revisione; o di un flusso, emissione indicata */
  readonly getFlussoRendicontazioneDominio: {
    readonly percorso: {
      readonly idDominio: string;
      readonly idFlusso: string | IdFlusso;
    };
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
    };
    readonly risposte: {
      readonly "application/json": FlussoRendicontazioneOperatore;
      readonly "application/xml": Blob;
    };
  };
  /** Dettaglio di un flusso di rendicontazione di un dominio, emissione indicata */
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
      readonly "application/json": FlussoRendicontazioneOperatore;
      readonly "application/xml": Blob;
    };
  };
  /** Ricerca nelle righe dei flussi di rendicontazione */
  readonly findRendicontazioni: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** È ammesso data, preceduto da + o - */
      readonly ordinamento?: string;
      /** Campi da restituire, separati da virgola; assente = tutti */
      readonly campi?: string;
      readonly "flussoRendicontazione.dataFlussoDa"?: GiornoOIstante;
      readonly "flussoRendicontazione.dataFlussoA"?: GiornoOIstante;
      readonly dataDa?: GiornoOIstante;
      readonly dataA?: GiornoOIstante;
      readonly idDominio?: string;
      readonly idFlusso?: string;
      readonly iuv?: string;
      /** Uno o più valori, separati da virgola */
      readonly direzione?: string;
      /** Uno o più valori, separati da virgola */
      readonly divisione?: string;
      readonly escludiObsoleti?: "true" | "false";
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly (RendicontazioneConFlussoEVocePendenza | RendicontazioneConFlussoParziale)[];
      };
    };
  };
  /** Elenco delle riconciliazioni dei movimenti di cassa */
  readonly findIncassi: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** È ammesso data, preceduto da + o - */
      readonly ordinamento?: string;
      readonly dataDa?: GiornoOIstante;
      readonly dataA?: GiornoOIstante;
      readonly idDominio?: string;
      readonly sct?: unknown;
      readonly idFlusso?: string;
      readonly iuv?: string;
      readonly stato?: "IN_ELABORAZIONE" | "ACQUISITO" | "ERRORE" | "IN_ANNULLAMENTO" | "ANNULLATO";
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly IncassoIndex[];
      };
    };
  };
  /** Registra un movimento di cassa e lo riconcilia */
  readonly addIncasso: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly query?: {
      readonly idFlussoCaseInsensitive?: "true" | "false";
    };
    readonly corpo: NuovoIncasso;
    readonly risposte: {
      readonly "application/json": Incasso;
    };
  };
  /** Dettaglio di una riconciliazione, con le riscossioni incassate */
  readonly getIncasso: {
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
      readonly "application/json": Incasso;
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
  /** Elenco dei promemoria ai debitori e del loro invio, dal più recente */
  readonly findPromemoria: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      readonly dataDa?: GiornoOIstante;
      readonly dataA?: GiornoOIstante;
      readonly stato?: "SPEDITO" | "DA_SPEDIRE" | "ANNULLATO" | "FALLITO";
      readonly tipo?: "AVVISO_PAGAMENTO" | "SCADENZA_AVVISO_PAGAMENTO" | "RICEVUTA_TELEMATICA";
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly PromemoriaIndex[];
      };
    };
  };
  /** Promemoria di una pendenza, e che cosa manderebbe oggi ogni canale o perché no */
  readonly getPromemoriaPendenza: {
    readonly percorso: {
      readonly idDominio: string;
      readonly iuv: string;
    };
    readonly risposte: {
      readonly "application/json": PromemoriaDiPendenza;
    };
  };
  /** Rimanda un promemoria, anche se è già partito */
  readonly rispedisciPromemoria: {
    readonly percorso: {
      readonly idDominio: string;
      readonly iuv: string;
      readonly idPromemoria: string;
    };
    readonly corpo: RispedizionePromemoria;
    readonly risposte: {
      readonly "application/json": PromemoriaPendenza;
    };
  };
  /** Registra una ricevuta di PEC: accettazione, consegna o mancata consegna di un promemoria */
  readonly addRicevutaPec: {
    readonly corpo: CorpoGrezzo<"message/rfc822" | "application/xml" | "text/xml" | "application/octet-stream">;
    readonly risposte: {
      readonly "application/json": PromemoriaPendenza;
    };
  };
  /** Elenco delle notifiche ai sistemi degli enti e dei loro tentativi, dalla più recente */
  readonly findNotifiche: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      readonly dataDa?: GiornoOIstante;
      readonly dataA?: GiornoOIstante;
      readonly stato?: "SPEDITA" | "DA_SPEDIRE" | "ANNULLATA";
      readonly tipo?: "ATTIVAZIONE" | "RICEVUTA" | "ANNULLAMENTO" | "FALLIMENTO" | "RPP";
      readonly idDominio?: string;
      readonly idA2A?: string;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly NotificaIndex[];
      };
    };
  };
  /** Rispedisce subito una notifica, qualunque sia il suo stato */
  readonly rispedisciNotifica: {
    readonly percorso: {
      readonly idDominio: string;
      readonly iuv: string;
      readonly idRicevuta: string;
    };
    readonly query?: {
      readonly tipo?: "RICEVUTA" | "ATTIVAZIONE" | "ANNULLAMENTO" | "RPP";
    };
    readonly risposte: {
      readonly "application/json": NotificaIndex;
    };
  };
  /** Scarica un tracciato di notifica dei pagamenti, con il segreto del suo indirizzo */
  readonly getTracciatoNotificaPagamenti: {
    readonly percorso: {
      readonly id: string;
    };
    readonly query: {
      readonly secID: string;
    };
    readonly risposte: {
      readonly "application/zip": Blob;
    };
  };
  /** Elenco dei lavori interni, con lo stato, l'ultimo esito e la prossima esecuzione */
  readonly findOperazioni: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly OperazioneIndex[];
      };
    };
  };
  /** Avvia un lavoro interno, con il verbo di GovPay */
  readonly getOperazione: {
    readonly percorso: {
      readonly idOperazione: string;
    };
    readonly query?: {
      readonly force?: "true" | "false";
    };
    readonly risposte: {
      readonly "application/json": OperazioneInterna;
    };
  };
  /** Avvia subito un lavoro interno */
  readonly startOperazione: {
    readonly percorso: {
      readonly idOperazione: string;
    };
    readonly corpo: AvvioOperazione;
    readonly risposte: {
      readonly "application/json": Esecuzione;
    };
  };
  /** Stato di un'esecuzione, o dell'ultima di un lavoro */
  readonly getStatoOperazione: {
    readonly percorso: {
      readonly id: string;
    };
    readonly risposte: {
      readonly "application/json": EsitoOperazione;
    };
  };
  /** Sonde: stato di lavori, code, scarti e di ciò che attende */
  readonly findSonde: {
    readonly risposte: {
      readonly "application/json": {
        readonly risultati: readonly Sonda[];
      };
    };
  };
  /** Stato di una sonda */
  readonly getSonda: {
    readonly percorso: {
      readonly id: string;
    };
    readonly risposte: {
      readonly "application/json": Sonda;
    };
  };
  /** Cambia le soglie di una sonda */
  readonly updateSogliaSonda: {
    readonly percorso: {
      readonly id: string;
    };
    readonly corpo: SoglieSonda;
    readonly risposte: {
      readonly "application/json": Sonda;
    };
  };
  /** Quanti messaggi sono negli scarti di ogni coda */
  readonly findScarti: {
    readonly risposte: {
      readonly "application/json": {
        readonly risultati: readonly ScartiCoda[];
      };
    };
  };
  /** I messaggi negli scarti di una coda, senza toglierli */
  readonly findMessaggiScartati: {
    readonly percorso: {
      readonly coda: string;
    };
    readonly query?: {
      readonly risultatiPerPagina?: number;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly risultati: readonly MessaggioScartato[];
      };
    };
  };
  /** Riconsegna alla coda tutti i suoi scarti */
  readonly riconsegnaScarti: {
    readonly percorso: {
      readonly coda: string;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly riconsegnati: number;
        readonly altri: boolean;
      };
    };
  };
  /** Riconsegna alla coda uno dei suoi scarti */
  readonly riconsegnaScarto: {
    readonly percorso: {
      readonly coda: string;
      readonly idMessaggio: string;
    };
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Elimina uno scarto, con il motivo */
  readonly eliminaScarto: {
    readonly percorso: {
      readonly coda: string;
      readonly idMessaggio: string;
    };
    readonly corpo: EliminazioneScarto;
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** L'anagrafica dell'installazione, o di un dominio, in un documento JSON */
  readonly getEsportazioneAnagrafica: {
    readonly query?: {
      readonly idDominio?: string;
    };
    readonly risposte: {
      readonly "application/json": DocumentoAnagrafica;
    };
  };
  /** Importa un documento dell'anagrafica, o lo confronta soltanto */
  readonly addImportazioneAnagrafica: {
    readonly query?: {
      /** Confronta soltanto */
      readonly simulazione?: "true" | "false";
    };
    readonly corpo: Blob | CorpoGrezzo<"application/gzip">;
    readonly risposte: {
      readonly "application/json": ImportazioneAnagrafica;
    };
  };
  /** Avanzamento di un'importazione */
  readonly getImportazioneAnagrafica: {
    readonly percorso: {
      readonly id: string;
    };
    readonly risposte: {
      readonly "application/json": ImportazioneAnagrafica;
    };
  };
  /** Voce per voce, che cosa cambia e che cosa ne è stato */
  readonly getEsitiImportazione: {
    readonly percorso: {
      readonly id: string;
    };
    readonly query?: {
      readonly tutte?: "true" | "false";
    };
    readonly risposte: {
      readonly "application/json": EsitiImportazioneAnagrafica;
    };
  };
  /** Tutti i dati di un cittadino, con chi li ha letti (art. 15 GDPR) */
  readonly getDatiCittadino: {
    readonly corpo: RichiestaDatiCittadino;
    readonly risposte: {
      readonly "application/json": DatiCittadino;
    };
  };
  /** Cancella i dati di un cittadino, per quanto la legge consente (art. 17 GDPR) */
  readonly cancellaDatiCittadino: {
    readonly corpo: RichiestaCancellazione;
    readonly risposte: {
      readonly "application/json": EsitoCancellazione;
    };
  };
  /** Chiede un elenco come file CSV o foglio di calcolo */
  readonly addEsportazione: {
    readonly corpo: NuovaEsportazione;
    readonly risposte: {
      readonly "application/json": Esportazione;
    };
  };
  /** Una propria esportazione, e dove si scarica */
  readonly getEsportazione: {
    readonly percorso: {
      readonly id: string;
    };
    readonly risposte: {
      readonly "application/json": Esportazione;
    };
  };
  /** Entrate previste: le riscossioni con il flusso che le rendiconta, in JSON o come prospetto PDF */
  readonly findEntratePreviste: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      readonly idDominio?: string;
      readonly dataDa?: GiornoOIstante;
      readonly dataA?: GiornoOIstante;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly EntrataPrevistaIndex[];
      };
      readonly "application/pdf": Blob;
    };
  };
  /** Totali delle riscossioni per raggruppamento */
  readonly findQuadratureRiscossioni: {
    readonly query: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** Uno o più valori, separati da virgola */
      readonly gruppi: string;
      readonly dataDa?: GiornoOIstante;
      readonly dataA?: GiornoOIstante;
      readonly idDominio?: string;
      readonly idUnita?: string;
      readonly idTipoPendenza?: string;
      readonly idA2A?: string;
      /** Uno o più valori, separati da virgola */
      readonly direzione?: string;
      /** Uno o più valori, separati da virgola */
      readonly divisione?: string;
      /** Uno o più valori, separati da virgola */
      readonly tassonomia?: string;
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
        readonly risultati: readonly StatisticaQuadratura[];
      };
    };
  };
  /** Totali delle righe di rendicontazione per raggruppamento */
  readonly findQuadratureRendicontazioni: {
    readonly query: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** Uno o più valori, separati da virgola */
      readonly gruppi: string;
      readonly "flussoRendicontazione.dataFlussoDa"?: Giorno;
      readonly "flussoRendicontazione.dataFlussoA"?: Giorno;
      readonly dataDa?: GiornoOIstante;
      readonly dataA?: GiornoOIstante;
      readonly idFlusso?: string;
      readonly iuv?: string;
      /** Uno o più valori, separati da virgola */
      readonly direzione?: string;
      /** Uno o più valori, separati da virgola */
      readonly divisione?: string;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly StatisticaQuadraturaRendicontazione[];
      };
    };
  };
  /** Pendenze per giorno o mese di caricamento, tipo, stato, applicazione */
  readonly getStatistichePendenze: {
    readonly query?: {
      readonly idDominio?: string;
      readonly passo?: "giorno" | "mese";
      readonly dataDa?: Giorno;
      readonly dataA?: Giorno;
      /** Uno o più valori, separati da virgola */
      readonly gruppi?: string;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly dataDa: string;
        readonly dataA: string;
        readonly risultati: readonly TotalePendenze[];
      };
    };
  };
  /** Riscossioni per giorno o mese di pagamento, tipo, stato, classificazione */
  readonly getStatisticheRiscossioni: {
    readonly query?: {
      readonly idDominio?: string;
      readonly passo?: "giorno" | "mese";
      readonly dataDa?: Giorno;
      readonly dataA?: Giorno;
      /** Uno o più valori, separati da virgola */
      readonly gruppi?: string;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly dataDa: string;
        readonly dataA: string;
        readonly risultati: readonly TotaleRiscossioni[];
      };
    };
  };
  /** Pagamenti per giorno o mese, PSP, canale, metodo */
  readonly getStatisticheRicevute: {
    readonly query?: {
      readonly idDominio?: string;
      readonly passo?: "giorno" | "mese";
      readonly dataDa?: Giorno;
      readonly dataA?: Giorno;
      /** Uno o più valori, separati da virgola */
      readonly gruppi?: string;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly dataDa: string;
        readonly dataA: string;
        readonly risultati: readonly TotaleRicevute[];
      };
    };
  };
  /** Ricerca nel giornale degli eventi */
  readonly findEventi: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** È ammesso data, preceduto da + o - */
      readonly ordinamento?: string;
      readonly idDominio?: string;
      readonly iuv?: string;
      /** Estensione */
      readonly numeroAvviso?: string;
      readonly ccp?: string;
      readonly idA2A?: string;
      readonly idPendenza?: string;
      readonly idPagamento?: string;
      readonly esito?: "OK" | "KO" | "FAIL";
      readonly dataDa?: GiornoOIstante;
      readonly dataA?: GiornoOIstante;
      readonly categoriaEvento?: "INTERNO" | "INTERFACCIA" | "UTENTE";
      readonly tipoEvento?: string;
      readonly sottotipoEvento?: string;
      readonly componente?: "API_BACKOFFICE" | "API_ENTE" | "API_PAGOPA" | "API_PAGAMENTO" | "API_PENDENZE" | "API_RAGIONERIA" | "GOVPAY";
      readonly ruolo?: "CLIENT" | "SERVER";
      readonly messaggi?: "true" | "false";
      readonly severitaDa?: number;
      readonly severitaA?: number;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly EventoIndex[];
      };
    };
  };
  /** Elenco dei sigilli giornalieri del giornale degli eventi */
  readonly findSigilli: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      /** È ammesso giorno, preceduto da + o - */
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
        readonly risultati: readonly SigilloGiornale[];
      };
    };
  };
  /** Verifica un giorno del giornale contro il suo sigillo */
  readonly verificaSigillo: {
    readonly percorso: {
      readonly giorno: Giorno;
    };
    readonly query?: {
      readonly parte?: number;
    };
    readonly risposte: {
      readonly "application/json": EsitoVerificaGiornale;
    };
  };
  /** Dettaglio di un evento, con i messaggi per chi li può leggere */
  readonly getEvento: {
    readonly percorso: {
      readonly id: string;
    };
    readonly risposte: {
      readonly "application/json": Evento;
    };
  };
  /** Nome, versione e ambiente del prodotto */
  readonly getInfo: {
    readonly risposte: {
      readonly "application/json": InfoProdotto;
    };
  };
  /** Versioni del connettore di integrazione delle applicazioni */
  readonly findEnumerazioniVersioneConnettore: {
    readonly risposte: {
      readonly "application/json": readonly ("REST v1" | "REST v2")[];
    };
  };
  /** Servizi sui quali si concedono diritti */
  readonly findEnumerazioniServiziACL: {
    readonly risposte: {
      readonly "application/json": readonly Servizio[];
    };
  };
  /** Configurazione dell'installazione */
  readonly getConfigurazioni: {
    readonly risposte: {
      readonly "application/json": Configurazione;
    };
  };
  /** Sostituisce la configurazione dell'installazione */
  readonly addConfigurazione: {
    readonly corpo: ConfigurazionePost;
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Sostituisce alcune sezioni della configurazione */
  readonly updateConfigurazione: {
    readonly corpo: PatchConfigurazione;
    readonly risposte: {
      readonly "application/json": Configurazione;
    };
  };
  /** Identità e autorizzazioni del chiamante */
  readonly getProfilo: {
    readonly risposte: {
      readonly "application/json": Profilo;
    };
  };
  /** L'operatore cambia la propria password */
  readonly updateProfilo: {
    readonly corpo: PatchProfilo;
    readonly risposte: {
      readonly "application/json": Profilo;
    };
  };
  /** Registra un autenticatore (TOTP) da confermare */
  readonly addSecondoFattore: {
    readonly risposte: {
      readonly "application/json": {
        /** Base32, mostrato questa sola volta */
        readonly segreto: string;
        /** Da mostrare come codice QR */
        readonly otpauthUri: string;
      };
    };
  };
  /** Conferma l'autenticatore con un suo codice: da qui in poi serve a ogni accesso */
  readonly confirmSecondoFattore: {
    readonly corpo: CodiceOtp;
    readonly risposte: {
      readonly "application/json": {
        /** Ognuno vale una volta; mostrati questa sola volta */
        readonly codiciRecupero: readonly string[];
      };
    };
  };
  /** Rimuove il secondo fattore, con un codice dell'autenticatore o di recupero */
  readonly removeSecondoFattore: {
    readonly corpo: CodiceOtp;
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Toglie il secondo fattore a un operatore che ha perso autenticatore e codici */
  readonly resetSecondoFattore: {
    readonly percorso: {
      readonly principal: string;
    };
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Modi con cui un operatore può accedere */
  readonly findMetodiLogin: {
    readonly risposte: {
      readonly "application/json": {
        readonly metodi: readonly MetodoLogin[];
      };
    };
  };
  /** Accede con un account locale e apre una sessione */
  readonly login: {
    readonly corpo: LoginPost;
    readonly risposte: {
      readonly "application/json": Accesso;
    };
  };
  /** Chiude la sessione */
  readonly logout: {
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Chiude la sessione */
  readonly getLogout: {
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Manda il browser al provider di identità */
  readonly beginLoginOidc: {
    readonly query?: {
      /** id di uno dei metodi OAUTH2; assente = il primo */
      readonly provider?: string;
      /** Dove tornare dopo l'accesso */
      readonly ritorno?: string;
    };
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Ritorno dal provider di identità: apre la sessione */
  readonly completeLoginOidc: {
    readonly query?: {
      readonly code?: string;
      readonly state?: string;
      readonly iss?: string;
      readonly error?: string;
      readonly error_description?: string;
      readonly error_otpauthUri?: string;
      readonly session_state?: string;
      readonly scope?: string;
    };
    readonly risposte: Readonly<Record<never, never>>;
  };
}

export const backoffice: Api<OperazioniBackoffice> = {
  base: "/backoffice/v1",
  operazioni: {
    findIntermediari: { metodo: "GET", percorso: "/intermediari", tipi: ["application/json"] },
    addIntermediario: { metodo: "PUT", percorso: "/intermediari/{idIntermediario}", tipi: [] },
    getIntermediario: { metodo: "GET", percorso: "/intermediari/{idIntermediario}", tipi: ["application/json"] },
    findStazioni: { metodo: "GET", percorso: "/intermediari/{idIntermediario}/stazioni", tipi: ["application/json"] },
    addStazione: { metodo: "PUT", percorso: "/intermediari/{idIntermediario}/stazioni/{idStazione}", tipi: [] },
    getStazione: { metodo: "GET", percorso: "/intermediari/{idIntermediario}/stazioni/{idStazione}", tipi: ["application/json"] },
    findScadenze: { metodo: "GET", percorso: "/scadenze", tipi: ["application/json"] },
    findAbbonamenti: { metodo: "GET", percorso: "/domini/{idDominio}/abbonamenti", tipi: ["application/json"] },
    getAbbonamento: { metodo: "GET", percorso: "/domini/{idDominio}/abbonamenti/{idAbbonamento}", tipi: ["application/json"] },
    saveAbbonamento: { metodo: "PUT", percorso: "/domini/{idDominio}/abbonamenti/{idAbbonamento}", tipi: ["application/json"] },
    addAzioneAbbonamento: {
      metodo: "POST",
      percorso: "/domini/{idDominio}/abbonamenti/{idAbbonamento}/azioni",
      tipi: ["application/json"],
    },
    findConsegneAbbonamento: {
      metodo: "GET",
      percorso: "/domini/{idDominio}/abbonamenti/{idAbbonamento}/consegne",
      tipi: ["application/json"],
    },
    findDomini: { metodo: "GET", percorso: "/domini", tipi: ["application/json"] },
    addDominio: { metodo: "PUT", percorso: "/domini/{idDominio}", tipi: [] },
    getDominio: { metodo: "GET", percorso: "/domini/{idDominio}", tipi: ["application/json"] },
    getLogoDominio: { metodo: "GET", percorso: "/domini/{idDominio}/logo", tipi: ["image/png", "image/jpeg", "image/svg+xml"] },
    getAttivazione: { metodo: "GET", percorso: "/domini/{idDominio}/attivazione", tipi: ["application/json"] },
    getConservazione: { metodo: "GET", percorso: "/domini/{idDominio}/conservazione", tipi: ["application/json"] },
    updateConservazione: { metodo: "PUT", percorso: "/domini/{idDominio}/conservazione", tipi: ["application/json"] },
    getAnteprimaConservazione: { metodo: "GET", percorso: "/domini/{idDominio}/conservazione/anteprima", tipi: ["application/json"] },
    findUnitaOperative: { metodo: "GET", percorso: "/domini/{idDominio}/unitaOperative", tipi: ["application/json"] },
    addUnitaOperativa: { metodo: "PUT", percorso: "/domini/{idDominio}/unitaOperative/{idUnitaOperativa}", tipi: [] },
    getUnitaOperativa: { metodo: "GET", percorso: "/domini/{idDominio}/unitaOperative/{idUnitaOperativa}", tipi: ["application/json"] },
    findPaginePagamento: { metodo: "GET", percorso: "/domini/{idDominio}/paginePagamento", tipi: ["application/json"] },
    addPaginaPagamento: { metodo: "PUT", percorso: "/domini/{idDominio}/paginePagamento/{idPagina}", tipi: [] },
    getPaginaPagamento: {
      metodo: "GET",
      percorso: "/domini/{idDominio}/paginePagamento/{idPagina}",
      tipi: ["application/json", "application/pdf"],
    },
    addCollegamentiPagina: {
      metodo: "POST",
      percorso: "/domini/{idDominio}/paginePagamento/{idPagina}/collegamenti",
      tipi: ["text/csv", "application/json"],
    },
    findContiAccredito: { metodo: "GET", percorso: "/domini/{idDominio}/contiAccredito", tipi: ["application/json"] },
    addContiAccredito: { metodo: "PUT", percorso: "/domini/{idDominio}/contiAccredito/{ibanAccredito}", tipi: [] },
    getContiAccredito: { metodo: "GET", percorso: "/domini/{idDominio}/contiAccredito/{ibanAccredito}", tipi: ["application/json"] },
    findPendenzeConto: {
      metodo: "GET",
      percorso: "/domini/{idDominio}/contiAccredito/{ibanAccredito}/pendenze",
      tipi: ["application/json"],
    },
    findControlli: { metodo: "GET", percorso: "/controlli", tipi: ["application/json"] },
    getAnteprimaCambio: {
      metodo: "GET",
      percorso: "/domini/{idDominio}/contiAccredito/{ibanAccredito}/anteprimaCambio",
      tipi: ["application/json"],
    },
    addCambioIban: { metodo: "POST", percorso: "/domini/{idDominio}/contiAccredito/{ibanAccredito}/cambi", tipi: ["application/json"] },
    findCambiIban: { metodo: "GET", percorso: "/domini/{idDominio}/cambiIban", tipi: ["application/json"] },
    getCambioIban: { metodo: "GET", percorso: "/domini/{idDominio}/cambiIban/{id}", tipi: ["application/json"] },
    interrompiCambioIban: { metodo: "POST", percorso: "/domini/{idDominio}/cambiIban/{id}/interruzione", tipi: ["application/json"] },
    findApprovazioni: { metodo: "GET", percorso: "/approvazioni", tipi: ["application/json"] },
    getApprovazione: { metodo: "GET", percorso: "/approvazioni/{id}", tipi: ["application/json"] },
    decidiApprovazione: { metodo: "POST", percorso: "/approvazioni/{id}/decisione", tipi: ["application/json"] },
    findEntrateDominio: { metodo: "GET", percorso: "/domini/{idDominio}/entrate", tipi: ["application/json"] },
    addEntrataDominio: { metodo: "PUT", percorso: "/domini/{idDominio}/entrate/{idEntrata}", tipi: [] },
    getEntrataDominio: { metodo: "GET", percorso: "/domini/{idDominio}/entrate/{idEntrata}", tipi: ["application/json"] },
    findTipiPendenzaDominio: { metodo: "GET", percorso: "/domini/{idDominio}/tipiPendenza", tipi: ["application/json"] },
    addTipoPendenzaDominio: { metodo: "PUT", percorso: "/domini/{idDominio}/tipiPendenza/{idTipoPendenza}", tipi: [] },
    getTipoPendenzaDominio: { metodo: "GET", percorso: "/domini/{idDominio}/tipiPendenza/{idTipoPendenza}", tipi: ["application/json"] },
    getCatalogoServizi: { metodo: "GET", percorso: "/catalogoServizi", tipi: ["application/xml"] },
    findTipiPendenza: { metodo: "GET", percorso: "/tipiPendenza", tipi: ["application/json"] },
    addTipoPendenza: { metodo: "PUT", percorso: "/tipiPendenza/{idTipoPendenza}", tipi: [] },
    getTipoPendenza: { metodo: "GET", percorso: "/tipiPendenza/{idTipoPendenza}", tipi: ["application/json"] },
    findEntrate: { metodo: "GET", percorso: "/entrate", tipi: ["application/json"] },
    addEntrata: { metodo: "PUT", percorso: "/entrate/{idEntrata}", tipi: [] },
    getEntrata: { metodo: "GET", percorso: "/entrate/{idEntrata}", tipi: ["application/json"] },
    findApplicazioni: { metodo: "GET", percorso: "/applicazioni", tipi: ["application/json"] },
    addApplicazione: { metodo: "PUT", percorso: "/applicazioni/{idA2A}", tipi: [] },
    getApplicazione: { metodo: "GET", percorso: "/applicazioni/{idA2A}", tipi: ["application/json"] },
    updateApplicazione: { metodo: "PATCH", percorso: "/applicazioni/{idA2A}", tipi: ["application/json"] },
    findSegretiApplicazione: { metodo: "GET", percorso: "/applicazioni/{idA2A}/segreti", tipi: ["application/json"] },
    addSegretoApplicazione: { metodo: "POST", percorso: "/applicazioni/{idA2A}/segreti", tipi: ["application/json"] },
    updateSegretoApplicazione: { metodo: "PATCH", percorso: "/applicazioni/{idA2A}/segreti/{idSegreto}", tipi: [] },
    findOperatori: { metodo: "GET", percorso: "/operatori", tipi: ["application/json"] },
    addOperatore: { metodo: "PUT", percorso: "/operatori/{principal}", tipi: [] },
    getOperatore: { metodo: "GET", percorso: "/operatori/{principal}", tipi: ["application/json"] },
    updateOperatore: { metodo: "PATCH", percorso: "/operatori/{principal}", tipi: ["application/json"] },
    findRuoli: { metodo: "GET", percorso: "/ruoli", tipi: ["application/json"] },
    addRuolo: { metodo: "PUT", percorso: "/ruoli/{idRuolo}", tipi: [] },
    getRuolo: { metodo: "GET", percorso: "/ruoli/{idRuolo}", tipi: ["application/json"] },
    updateRuolo: { metodo: "PATCH", percorso: "/ruoli/{idRuolo}", tipi: ["application/json"] },
    findPendenze: { metodo: "GET", percorso: "/pendenze", tipi: ["application/json"] },
    createPendenza: { metodo: "POST", percorso: "/pendenze", tipi: ["application/json"] },
    addPendenzaDaForm: { metodo: "POST", percorso: "/pendenze/{idA2A}/{idPendenza}", tipi: ["application/json"] },
    addPendenza: { metodo: "PUT", percorso: "/pendenze/{idA2A}/{idPendenza}", tipi: ["application/json"] },
    getPendenza: { metodo: "GET", percorso: "/pendenze/{idA2A}/{idPendenza}", tipi: ["application/json"] },
    updatePendenza: { metodo: "PATCH", percorso: "/pendenze/{idA2A}/{idPendenza}", tipi: [] },
    getPendenzaByAvviso: { metodo: "GET", percorso: "/pendenze/byAvviso/{idDominio}/{numeroAvviso}", tipi: ["application/json"] },
    findPagamenti: { metodo: "GET", percorso: "/pagamenti", tipi: ["application/json"] },
    getPagamento: { metodo: "GET", percorso: "/pagamenti/{id}", tipi: ["application/json"] },
    updatePagamento: { metodo: "PATCH", percorso: "/pagamenti/{id}", tipi: ["application/json"] },
    getStoriaPendenza: { metodo: "GET", percorso: "/pendenze/{idA2A}/{idPendenza}/storia", tipi: ["application/json"] },
    risolviAnomalia: { metodo: "POST", percorso: "/pendenze/{idA2A}/{idPendenza}/risolviAnomalia", tipi: ["application/json"] },
    getAvviso: { metodo: "GET", percorso: "/avvisi/{idDominio}/{numeroAvviso}", tipi: ["application/json", "application/pdf"] },
    getAvvisiDocumento: { metodo: "GET", percorso: "/documenti/{idA2A}/{idDominio}/{numeroDocumento}/avvisi", tipi: ["application/pdf"] },
    getAllegato: { metodo: "GET", percorso: "/allegati/{id}", tipi: ["application/octet-stream"] },
    findRpp: { metodo: "GET", percorso: "/rpp", tipi: ["application/json"] },
    getRpp: { metodo: "GET", percorso: "/rpp/{idDominio}/{iuv}/{ccp}", tipi: ["application/json"] },
    updateRpp: { metodo: "PATCH", percorso: "/rpp/{idDominio}/{iuv}/{ccp}", tipi: ["application/json"] },
    getRpt: { metodo: "GET", percorso: "/rpp/{idDominio}/{iuv}/{ccp}/rpt", tipi: ["application/json", "application/xml", "text/xml"] },
    getRt: {
      metodo: "GET",
      percorso: "/rpp/{idDominio}/{iuv}/{ccp}/rt",
      tipi: ["application/json", "application/xml", "text/xml", "application/pdf"],
    },
    getStampaRicevute: { metodo: "GET", percorso: "/stampe/ricevute", tipi: ["application/pdf"] },
    findRicevute: { metodo: "GET", percorso: "/ricevute", tipi: ["application/json"] },
    addRicevuta: { metodo: "POST", percorso: "/ricevute", tipi: ["application/json"] },
    getRicevuta: { metodo: "GET", percorso: "/ricevute/{idDominio}/{iuv}/{idRicevuta}", tipi: ["application/json"] },
    findRecuperi: { metodo: "GET", percorso: "/recuperi", tipi: ["application/json"] },
    addRecupero: { metodo: "POST", percorso: "/recuperi", tipi: ["application/json"] },
    getRecupero: { metodo: "GET", percorso: "/recuperi/{idDominio}/{iuv}/{iur}", tipi: ["application/json"] },
    updateRecupero: { metodo: "PATCH", percorso: "/recuperi/{idDominio}/{iuv}/{iur}", tipi: ["application/json"] },
    findAllineamenti: { metodo: "GET", percorso: "/allineamenti", tipi: ["application/json"] },
    getAllineamento: { metodo: "GET", percorso: "/allineamenti/{idDominio}/{iuv}", tipi: ["application/json"] },
    ripetiAllineamento: { metodo: "POST", percorso: "/allineamenti/{idDominio}/{iuv}/ripeti", tipi: ["application/json"] },
    findVerificheGpd: { metodo: "GET", percorso: "/verificheGpd", tipi: ["application/json"] },
    findRiscossioni: { metodo: "GET", percorso: "/riscossioni", tipi: ["application/json"] },
    getRiscossione: { metodo: "GET", percorso: "/riscossioni/{idDominio}/{iuv}/{iur}/{indice}", tipi: ["application/json"] },
    findFlussiRendicontazione: { metodo: "GET", percorso: "/flussiRendicontazione", tipi: ["application/json"] },
    getFlussoRendicontazione: {
      metodo: "GET",
      percorso: "/flussiRendicontazione/{idFlusso}",
      tipi: ["application/json", "application/xml"],
    },
    getFlussoRendicontazioneDominio: {
      metodo: "GET",
      percorso: "/flussiRendicontazione/{idDominio}/{idFlusso}",
      tipi: ["application/json", "application/xml"],
    },
    getFlussoRendicontazioneByData: {
      metodo: "GET",
      percorso: "/flussiRendicontazione/{idDominio}/{idFlusso}/{dataOraFlusso}",
      tipi: ["application/json", "application/xml"],
    },
    findRendicontazioni: { metodo: "GET", percorso: "/rendicontazioni", tipi: ["application/json"] },
    findIncassi: { metodo: "GET", percorso: "/incassi", tipi: ["application/json"] },
    addIncasso: { metodo: "POST", percorso: "/incassi/{idDominio}", tipi: ["application/json"] },
    getIncasso: { metodo: "GET", percorso: "/incassi/{idDominio}/{idIncasso}", tipi: ["application/json"] },
    addTracciatoPendenze: { metodo: "POST", percorso: "/pendenze/tracciati", tipi: ["application/json"] },
    findTracciatiPendenze: { metodo: "GET", percorso: "/pendenze/tracciati", tipi: ["application/json"] },
    addCaricamentoTracciato: { metodo: "POST", percorso: "/pendenze/tracciati/caricamenti", tipi: ["application/json"] },
    getTracciatoPendenze: { metodo: "GET", percorso: "/pendenze/tracciati/{id}", tipi: ["application/json"] },
    updateTracciato: { metodo: "PATCH", percorso: "/pendenze/tracciati/{id}", tipi: ["application/json"] },
    addTracciatoDominio: { metodo: "POST", percorso: "/pendenze/tracciati/{id}", tipi: ["application/json"] },
    getRichiestaTracciato: {
      metodo: "GET",
      percorso: "/pendenze/tracciati/{id}/richiesta",
      tipi: ["text/csv", "application/json", "application/zip"],
    },
    getEsitoTracciato: { metodo: "GET", percorso: "/pendenze/tracciati/{id}/esito", tipi: ["text/csv", "application/json"] },
    getScartiTracciato: { metodo: "GET", percorso: "/pendenze/tracciati/{id}/scarti", tipi: ["text/csv", "application/json"] },
    getStampeTracciato: { metodo: "GET", percorso: "/pendenze/tracciati/{id}/stampe", tipi: ["application/zip"] },
    findOperazioniTracciato: { metodo: "GET", percorso: "/pendenze/tracciati/{id}/operazioni", tipi: ["application/json"] },
    addTracciatoTipoPendenza: { metodo: "POST", percorso: "/pendenze/tracciati/{id}/{idTipoPendenza}", tipi: ["application/json"] },
    findPromemoria: { metodo: "GET", percorso: "/promemoria", tipi: ["application/json"] },
    getPromemoriaPendenza: { metodo: "GET", percorso: "/promemoria/{idDominio}/{iuv}", tipi: ["application/json"] },
    rispedisciPromemoria: {
      metodo: "POST",
      percorso: "/promemoria/{idDominio}/{iuv}/{idPromemoria}/rispedisci",
      tipi: ["application/json"],
    },
    addRicevutaPec: { metodo: "POST", percorso: "/promemoria/ricevutePec", tipi: ["application/json"] },
    findNotifiche: { metodo: "GET", percorso: "/notifiche", tipi: ["application/json"] },
    rispedisciNotifica: { metodo: "POST", percorso: "/notifiche/{idDominio}/{iuv}/{idRicevuta}/rispedisci", tipi: ["application/json"] },
    getTracciatoNotificaPagamenti: { metodo: "GET", percorso: "/tracciatiNotificaPagamenti/{id}", tipi: ["application/zip"] },
    findOperazioni: { metodo: "GET", percorso: "/operazioni", tipi: ["application/json"] },
    getOperazione: { metodo: "GET", percorso: "/operazioni/{idOperazione}", tipi: ["application/json"] },
    startOperazione: { metodo: "POST", percorso: "/operazioni/{idOperazione}/avvio", tipi: ["application/json"] },
    getStatoOperazione: { metodo: "GET", percorso: "/operazioni/stato/{id}", tipi: ["application/json"] },
    findSonde: { metodo: "GET", percorso: "/sonde", tipi: ["application/json"] },
    getSonda: { metodo: "GET", percorso: "/sonde/{id}", tipi: ["application/json"] },
    updateSogliaSonda: { metodo: "PUT", percorso: "/sonde/{id}/soglie", tipi: ["application/json"] },
    findScarti: { metodo: "GET", percorso: "/scarti", tipi: ["application/json"] },
    findMessaggiScartati: { metodo: "GET", percorso: "/scarti/{coda}", tipi: ["application/json"] },
    riconsegnaScarti: { metodo: "POST", percorso: "/scarti/{coda}/riconsegna", tipi: ["application/json"] },
    riconsegnaScarto: { metodo: "POST", percorso: "/scarti/{coda}/{idMessaggio}/riconsegna", tipi: [] },
    eliminaScarto: { metodo: "POST", percorso: "/scarti/{coda}/{idMessaggio}/elimina", tipi: [] },
    getEsportazioneAnagrafica: { metodo: "GET", percorso: "/esportazioni/anagrafica", tipi: ["application/json"] },
    addImportazioneAnagrafica: { metodo: "POST", percorso: "/importazioni/anagrafica", tipi: ["application/json"] },
    getImportazioneAnagrafica: { metodo: "GET", percorso: "/importazioni/anagrafica/{id}", tipi: ["application/json"] },
    getEsitiImportazione: { metodo: "GET", percorso: "/importazioni/anagrafica/{id}/esiti", tipi: ["application/json"] },
    getDatiCittadino: { metodo: "POST", percorso: "/cittadini/dati", tipi: ["application/json"] },
    cancellaDatiCittadino: { metodo: "POST", percorso: "/cittadini/cancellazione", tipi: ["application/json"] },
    addEsportazione: { metodo: "POST", percorso: "/esportazioni", tipi: ["application/json"] },
    getEsportazione: { metodo: "GET", percorso: "/esportazioni/{id}", tipi: ["application/json"] },
    findEntratePreviste: { metodo: "GET", percorso: "/reportistiche/entrate-previste", tipi: ["application/json", "application/pdf"] },
    findQuadratureRiscossioni: { metodo: "GET", percorso: "/quadrature/riscossioni", tipi: ["application/json"] },
    findQuadratureRendicontazioni: { metodo: "GET", percorso: "/quadrature/rendicontazioni", tipi: ["application/json"] },
    getStatistichePendenze: { metodo: "GET", percorso: "/statistiche/pendenze", tipi: ["application/json"] },
    getStatisticheRiscossioni: { metodo: "GET", percorso: "/statistiche/riscossioni", tipi: ["application/json"] },
    getStatisticheRicevute: { metodo: "GET", percorso: "/statistiche/ricevute", tipi: ["application/json"] },
    findEventi: { metodo: "GET", percorso: "/eventi", tipi: ["application/json"] },
    findSigilli: { metodo: "GET", percorso: "/eventi/sigilli", tipi: ["application/json"] },
    verificaSigillo: { metodo: "POST", percorso: "/eventi/sigilli/{giorno}/verifica", tipi: ["application/json"] },
    getEvento: { metodo: "GET", percorso: "/eventi/{id}", tipi: ["application/json"] },
    getInfo: { metodo: "GET", percorso: "/info", tipi: ["application/json"] },
    findEnumerazioniVersioneConnettore: { metodo: "GET", percorso: "/enumerazioni/versioneConnettore", tipi: ["application/json"] },
    findEnumerazioniServiziACL: { metodo: "GET", percorso: "/enumerazioni/serviziACL", tipi: ["application/json"] },
    getConfigurazioni: { metodo: "GET", percorso: "/configurazioni", tipi: ["application/json"] },
    addConfigurazione: { metodo: "POST", percorso: "/configurazioni", tipi: [] },
    updateConfigurazione: { metodo: "PATCH", percorso: "/configurazioni", tipi: ["application/json"] },
    getProfilo: { metodo: "GET", percorso: "/profilo", tipi: ["application/json"] },
    updateProfilo: { metodo: "PATCH", percorso: "/profilo", tipi: ["application/json"] },
    addSecondoFattore: { metodo: "POST", percorso: "/profilo/totp", tipi: ["application/json"] },
    confirmSecondoFattore: { metodo: "POST", percorso: "/profilo/totp/conferma", tipi: ["application/json"] },
    removeSecondoFattore: { metodo: "POST", percorso: "/profilo/totp/rimozione", tipi: [] },
    resetSecondoFattore: { metodo: "POST", percorso: "/operatori/{principal}/totp/rimozione", tipi: [] },
    findMetodiLogin: { metodo: "GET", percorso: "/login/metodi", tipi: ["application/json"] },
    login: { metodo: "POST", percorso: "/login", tipi: ["application/json"] },
    logout: { metodo: "POST", percorso: "/logout", tipi: [] },
    getLogout: { metodo: "GET", percorso: "/logout", tipi: [] },
    beginLoginOidc: { metodo: "GET", percorso: "/login/oidc", tipi: [] },
    completeLoginOidc: { metodo: "GET", percorso: "/login/oidc/ritorno", tipi: [] },
  },
};

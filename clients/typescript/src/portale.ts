/** Fiorino: API Portale. Generato da docs/openapi/portale.json con `npm run docs`: le modifiche a mano vanno perse. */
import type { Api } from "./client.ts";

/** I campi della form */
export type DatiFormPendenza = Readonly<Record<string, unknown>>;

export type RicercaAttesi = {
  /** Assente: quello per cui agisce il cittadino. Mai nell'indirizzo */
  readonly codiceFiscale?: string;
  readonly idDominio?: string;
  /** NON_ESEGUITA per i pagamenti attesi, ESEGUITA per lo storico */
  readonly stato?: "ESEGUITA" | "NON_ESEGUITA" | "ESEGUITA_PARZIALE" | "ANNULLATA" | "SCADUTA" | "ANOMALA";
  /** Chiedere anche agli altri back end; false di chi è già un back end che chiede */
  readonly federati?: boolean;
  readonly cursore?: string;
  readonly limite?: number;
};

export type CercaAvviso = {
  readonly idDominio: string;
  readonly numeroAvviso: string;
  /** Del debitore; obbligatorio per chi non ha credenziali */
  readonly codiceFiscale?: string;
  readonly gRecaptchaResponse?: string;
};

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

/** L'avviso è notificato con SEND: prezzo e date si leggono quando si verifica o si paga */
export type NotificaSendPost = {
  readonly iun?: string;
  /** Il costo della notifica si aggiunge all'importo quando si verifica o si paga l'avviso, e resta distinto */
  readonly aggiungiCosto?: true;
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

export type PosizioniPost = {
  readonly posizioni: readonly RigaPosizione[];
};

export type RigaPosizione = {
  readonly idPendenza: string;
  readonly azione?: "CARICA" | "ANNULLA" | "PAGATA_ALTROVE" | "RIPRISTINA";
  /** Con CARICA: la pendenza, come nel corpo di PUT /posizioni/{idA2A}/{idPendenza} */
  readonly pendenza?: Readonly<Record<string, unknown>>;
  /** Con PAGATA_ALTROVE: data, importo, riferimento e mezzo (schema PagatoAltrove) */
  readonly pagataAltrove?: Readonly<Record<string, unknown>>;
  /** Con ANNULLA: diventa descrizioneStato */
  readonly motivo?: string;
};

export type CercaAvvisoFederato = {
  readonly idDominio: string;
  readonly numeroAvviso: string;
  /** Del debitore; obbligatorio per chi non ha credenziali */
  readonly codiceFiscale?: string;
};

export type PagamentoFederatoPost = {
  readonly pendenze: readonly CercaAvvisoFederato2[];
  readonly urlRitorno: string;
};

/** Busta degli errori */
export type Errore = {
  readonly categoria: "AUTORIZZAZIONE" | "RICHIESTA" | "OPERAZIONE" | "PAGOPA" | "EC" | "INTERNO";
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

export type AttesiPortale = {
  readonly risultati: readonly PosizionePortale[];
  readonly detentori: readonly DetentorePortale[];
  readonly cursore?: string;
};

export type PosizionePortale = {
  /** Chi la detiene: `locale`, o l'id di un altro back end */
  readonly detentore: string;
  readonly idDominio: string;
  readonly ragioneSociale: string;
  readonly numeroAvviso: string;
  readonly causale: string;
  readonly importo: number;
  readonly stato: "ESEGUITA" | "NON_ESEGUITA" | "ESEGUITA_PARZIALE" | "ANNULLATA" | "SCADUTA" | "ANOMALA";
  readonly pagabile: boolean;
  readonly dataScadenza?: Giorno;
  /** Fino a quando l'importo vale: oltre, va riletto prima di pagare */
  readonly dataValidita?: Giorno;
  /** Di un dominio in prova: nessun denaro si muove */
  readonly prova?: true;
  readonly idTipoPendenza?: string;
  readonly dataPagamento?: Giorno;
  /** Le rate di un documento si scelgono insieme */
  readonly documento?: {
    readonly identificativo: string;
    readonly descrizione?: string;
    readonly rata?: number;
  };
};

export type DetentorePortale = {
  readonly id: string;
  readonly nome: string;
  /** RISPOSTA_PARZIALE: ne ha altre, oltre a queste */
  readonly esito: "RISPOSTO" | "NON_RISPONDE" | "RISPOSTA_PARZIALE";
};

export type AvvisoPortale = {
  /** Chi la detiene: `locale`, o l'id di un altro back end */
  readonly detentore: string;
  readonly idDominio: string;
  readonly ragioneSociale: string;
  readonly numeroAvviso: string;
  readonly causale: string;
  readonly importo: number;
  readonly stato: "ESEGUITA" | "NON_ESEGUITA" | "ESEGUITA_PARZIALE" | "ANNULLATA" | "SCADUTA" | "ANOMALA";
  readonly pagabile: boolean;
  readonly dataScadenza?: Giorno;
  /** Fino a quando l'importo vale: oltre, va riletto prima di pagare */
  readonly dataValidita?: Giorno;
  /** Di un dominio in prova: nessun denaro si muove */
  readonly prova?: true;
  /** Perché non si paga */
  readonly motivo?: string;
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

export type EsitiPosizioni = {
  readonly riuscite: number;
  readonly rifiutate: number;
  readonly esiti: readonly EsitoPosizione[];
};

export type EsitoPosizione = {
  readonly idPendenza: string;
  readonly esito: "CREATA" | "AGGIORNATA" | "INVARIATA" | "RIFIUTATA";
  readonly idDominio?: string;
  readonly numeroAvviso?: string;
  readonly UUID?: string;
  readonly stato?: string;
  readonly errore?: {
    readonly codice: string;
    readonly descrizione: string;
    readonly dettaglio?: string;
  };
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

export type PagamentoFederato = {
  readonly detentore: string;
  readonly id: string;
  readonly redirect: string;
  readonly idSession?: string;
};

export type RicevutaFederata = {
  readonly detentore: string;
  readonly idDominio: string;
  readonly numeroAvviso: string;
  readonly idRicevuta: string;
  readonly importo: number;
  /** Data e ora, con il fuso */
  readonly dataPagamento: string;
  readonly psp: string;
};

export type SalutePortale = {
  readonly stato: "OK";
  readonly contratto: string;
  readonly prodotto: {
    readonly nome: string;
    readonly versione: string;
  };
  readonly errori: readonly {
    readonly codice: string;
    readonly stato: number;
    readonly categoria: string;
    readonly descrizione: string;
  }[];
};

export type Giorno = string;

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

export type CercaAvvisoFederato2 = {
  readonly idDominio: string;
  readonly numeroAvviso: string;
  /** Del debitore; obbligatorio per chi non ha credenziali */
  readonly codiceFiscale?: string;
};

export type Istante = string;

export interface OperazioniPortale {
  /** Elenco dei domini che il portale può mostrare */
  readonly findEnti: {
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
  /** Servizi che si possono pagare a un ente senza avviso, con la loro form */
  readonly findServizi: {
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
  /** Un servizio: campi, etichette, condizioni, regola dell'importo, informativa */
  readonly getServizio: {
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
  /** Crea un pagamento spontaneo dai dati della form, o dice quanto costerebbe (anteprima) */
  readonly addSpontanea: {
    readonly percorso: {
      readonly idDominio: string;
      readonly idTipoPendenza: string;
    };
    readonly query?: {
      readonly gRecaptchaResponse?: string;
      readonly anteprima?: "true" | "false";
    };
    readonly corpo: DatiFormPendenza;
    readonly risposte: {
      readonly "application/json": (PendenzaSpontaneaCreata | AnteprimaForm) | PendenzaSpontaneaCreata;
    };
  };
  /** Pagamenti attesi, o storico, di un codice fiscale: i nostri e quelli degli altri back end */
  readonly findAttesi: {
    readonly corpo: RicercaAttesi;
    readonly risposte: {
      readonly "application/json": AttesiPortale;
    };
  };
  /** Un pagamento atteso, dal numero dell'avviso e dal codice fiscale, con l'importo di oggi */
  readonly findAvviso: {
    readonly corpo: CercaAvviso;
    readonly risposte: {
      readonly "application/json": AvvisoPortale;
    };
  };
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
  /** Dettaglio di un pagamento */
  readonly getPagamento: {
    readonly percorso: {
      readonly id: string;
    };
    readonly risposte: {
      readonly "application/json": Pagamento;
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
      readonly UUID?: string;
      readonly gRecaptchaResponse?: string;
    };
    readonly risposte: {
      readonly "application/json": Avviso;
      readonly "application/pdf": Blob;
    };
  };
  /** Ricevuta di un pagamento, in JSON o stampata (Accept: application/pdf) */
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
  /** Carica o aggiorna una pendenza */
  readonly addPosizione: {
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
  readonly updatePosizione: {
    readonly percorso: {
      readonly idA2A: string;
      readonly idPendenza: string;
    };
    readonly corpo: readonly VariazionePendenza[];
    readonly risposte: Readonly<Record<never, never>>;
  };
  /** Carica, annulla o segna pagate altrove fino a 100 posizioni, ognuna con il suo esito */
  readonly addPosizioni: {
    readonly percorso: {
      readonly idA2A: string;
    };
    readonly corpo: PosizioniPost;
    readonly risposte: {
      readonly "application/json": EsitiPosizioni;
    };
  };
  /** Che cosa è accaduto alle pendenze dall'ultima volta, per chi non può ricevere webhook */
  readonly getAnnunci: {
    readonly query?: {
      readonly idDominio?: string;
      readonly cursore?: string;
      readonly dataDa?: Giorno | string;
      /** Uno o più valori, separati da virgola */
      readonly tipi?: string;
      readonly limite?: number;
    };
    readonly risposte: {
      readonly "application/json": PaginaAnnunci;
    };
  };
  /** L'importo di oggi di un pagamento che un altro back end detiene */
  readonly forwardAvviso: {
    readonly percorso: {
      readonly detentore: string;
    };
    readonly corpo: CercaAvvisoFederato;
    readonly risposte: {
      readonly "application/json": AvvisoPortale;
    };
  };
  /** Avvia presso il suo detentore il pagamento di 1-5 posizioni, e ne dà la pagina */
  readonly forwardPagamento: {
    readonly percorso: {
      readonly detentore: string;
    };
    readonly corpo: PagamentoFederatoPost;
    readonly risposte: {
      readonly "application/json": PagamentoFederato;
    };
  };
  /** Avviso o ricevuta di un pagamento che un altro back end detiene, in PDF; della ricevuta anche i dati */
  readonly forwardDocumento: {
    readonly percorso: {
      readonly idDominio: string;
      readonly numeroAvviso: string;
      readonly detentore: string;
      readonly documento: "avviso" | "ricevuta";
    };
    readonly risposte: {
      readonly "application/pdf": Blob;
      readonly "application/json": RicevutaFederata;
    };
  };
  /** Salute e versione del back end, catalogo degli errori */
  readonly getSalute: {
    readonly risposte: {
      readonly "application/json": SalutePortale;
    };
  };
}

export const portale: Api<OperazioniPortale> = {
  base: "/portale/v1",
  operazioni: {
    findEnti: { metodo: "GET", percorso: "/enti", tipi: ["application/json"] },
    findServizi: { metodo: "GET", percorso: "/enti/{idDominio}/servizi", tipi: ["application/json"] },
    getServizio: { metodo: "GET", percorso: "/enti/{idDominio}/servizi/{idTipoPendenza}", tipi: ["application/json"] },
    addSpontanea: { metodo: "POST", percorso: "/enti/{idDominio}/servizi/{idTipoPendenza}", tipi: ["application/json"] },
    findAttesi: { metodo: "POST", percorso: "/attesi/ricerca", tipi: ["application/json"] },
    findAvviso: { metodo: "POST", percorso: "/avvisi/ricerca", tipi: ["application/json"] },
    addPagamento: { metodo: "POST", percorso: "/pagamenti", tipi: ["application/json"] },
    getPagamento: { metodo: "GET", percorso: "/pagamenti/{id}", tipi: ["application/json"] },
    getAvviso: { metodo: "GET", percorso: "/documenti/{idDominio}/{numeroAvviso}/avviso", tipi: ["application/json", "application/pdf"] },
    getRicevuta: {
      metodo: "GET",
      percorso: "/documenti/{idDominio}/{numeroAvviso}/ricevuta",
      tipi: ["application/json", "application/pdf"],
    },
    addPosizione: { metodo: "PUT", percorso: "/posizioni/{idA2A}/{idPendenza}", tipi: ["application/json"] },
    updatePosizione: { metodo: "PATCH", percorso: "/posizioni/{idA2A}/{idPendenza}", tipi: [] },
    addPosizioni: { metodo: "POST", percorso: "/posizioni/{idA2A}", tipi: ["application/json"] },
    getAnnunci: { metodo: "GET", percorso: "/annunci", tipi: ["application/json"] },
    forwardAvviso: { metodo: "POST", percorso: "/federazione/{detentore}/avvisi", tipi: ["application/json"] },
    forwardPagamento: { metodo: "POST", percorso: "/federazione/{detentore}/pagamenti", tipi: ["application/json"] },
    forwardDocumento: {
      metodo: "GET",
      percorso: "/federazione/{detentore}/documenti/{idDominio}/{numeroAvviso}/{documento}",
      tipi: ["application/pdf", "application/json"],
    },
    getSalute: { metodo: "GET", percorso: "/salute", tipi: ["application/json"] },
  },
};

/** Fiorino: API Riconciliazione. Generato da docs/openapi/riconciliazione.json con `npm run docs`: le modifiche a mano vanno perse. */
import type { Api, CorpoGrezzo } from "./client.ts";

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

export type AnnullamentoRiconciliazione = {
  readonly motivo: string;
};

export type ConfermaProposta = {
  /** Vero: la differenza d'importo è accettata, e ciò che si conferma vale come accreditato per intero */
  readonly chiude?: true;
  readonly nota?: string;
};

export type RifiutoProposta = {
  /** Vero: il movimento non è di pagoPA, e non va più spiegato */
  readonly nonPagoPA?: true;
  readonly nota?: string;
};

export type NuovaRegolaAbbinamento = {
  readonly idDominio: string;
  readonly idMovimento: string;
  readonly decisione: "CONFERMA" | "RIFIUTO" | "NON_PAGOPA";
  readonly oggetti?: readonly {
    readonly oggetto: OggettoCollegato;
    readonly importo?: number;
  }[];
  /** Vero: la differenza d'importo è accettata, e ciò che si conferma vale come accreditato per intero */
  readonly chiude?: true;
  readonly nota?: string;
};

export type OggettoCollegato =
  | {
      readonly tipo: "FLUSSO";
      readonly idFlusso: string;
      readonly idPsp: string;
    }
  | {
      readonly tipo: "TRASFERIMENTO";
      readonly iuv: string;
      readonly iur: string;
      readonly indice: number;
    };

export type RevocaRegola = {
  readonly motivo: string;
};

export type NuoveImpostazioniRiscontri = {
  /** Euro di cui un accredito può differire da ciò che paga; l'etichetta e la frase lo dicono */
  readonly tolleranza: number;
  /** Prima e dopo il regolamento, entro cui si attende l'accredito */
  readonly giorniFinestra: number;
  /** Il sistema dell'ente notifica i pagamenti che gli risultano: solo allora una notifica che manca dice qualcosa */
  readonly enteNotifica: boolean;
  readonly giorniAttesaFlusso: number;
  readonly giorniAttesaAccredito: number;
  readonly giorniAttesaRicevuta: number;
  /** Tipo di pendenza, entrata e quota contabile dei pagamenti di cui qui non c'è la pendenza: avvisi dell'ente emessi da un altro intermediario, quote in avvisi di altri enti. Si applicano leggendo, anche al passato; assente, nessuna regola */
  readonly pagamentiEsterni?: PagamentiEsterni;
};

export type RegolaPagamentoEsterno = {
  readonly nome: string;
  /** Tutte devono valere */
  readonly quando: {
    readonly tassonomia?: string;
    readonly prefissoIuv?: string;
    /** Le due cifre dopo il 3 del numero avviso */
    readonly codiceSegregazione?: string;
    /** Le due cifre dopo lo 0 del numero avviso; serve la ricevuta */
    readonly codiceApplicativo?: string;
    readonly idPsp?: string;
    /** Ente dell'avviso, se è un altro: di chi è la pendenza di cui l'ente ha una quota */
    readonly idDominioTitolare?: string;
  };
  readonly idTipoPendenza: string;
  readonly idEntrata?: string;
  readonly quota?: {
    readonly capitolo: string;
    /** Se manca, quello del pagamento */
    readonly annoEsercizio?: number;
    readonly accertamento?: string;
    readonly titolo?: string;
    readonly tipologia?: string;
    readonly categoria?: string;
    readonly articolo?: string;
  };
  /** Si conta in GET /accertamenti?gruppi=regolaEsterna e non attribuisce niente */
  readonly inProva?: boolean;
};

/** null toglie il valore; la nota nuova prende il posto della vecchia, che resta nella storia */
export type VariazioneAnomalia =
  | {
      readonly op: "REPLACE";
      readonly path: "/assegnatario";
      readonly value: string | null;
    }
  | {
      readonly op: "REPLACE";
      readonly path: "/coda";
      readonly value: string;
    }
  | {
      readonly op: "REPLACE";
      readonly path: "/scadenza";
      readonly value: GiornoOIstante2;
    }
  | {
      readonly op: "REPLACE";
      readonly path: "/nascostaFino";
      readonly value: GiornoOIstante2;
    }
  | {
      readonly op: "ADD";
      readonly path: "/nota";
      readonly value: string;
    }
  | {
      readonly op: "REPLACE";
      readonly path: "/stato";
      readonly value: {
        readonly stato: "APERTA" | "CHIUSA";
        readonly motivazione: string;
      };
    };

export type AzioneAnomalie = {
  readonly variazioni: readonly VariazioneAnomalia[];
  readonly anomalie?: readonly {
    readonly idDominio: string;
    readonly id: string;
  }[];
  readonly filtro?: {
    readonly idDominio: string;
    readonly codice?: string;
    readonly coda?: string;
    readonly assegnatario?: string;
    readonly soggetto?: "FLUSSO" | "MOVIMENTO" | "RISCONTRO";
    readonly scadenzaEntro?: Giorno;
    readonly testo?: string;
  };
  readonly cursore?: string;
};

export type Instradamento = {
  readonly codaPredefinita: string;
  /** In ordine: decide la prima che vale */
  readonly regole: Regole;
  readonly riepiloghi?: Riepiloghi;
  /** Per toglierla serve anche il diritto di scrittura su Anagrafica Creditore */
  readonly secondaPersonaPerRimborsi?: boolean;
};

export type AzioneFascicolo =
  | {
      readonly azione: "ACCETTA" | "ACCANTONA" | "AUTORIZZA_RIMBORSO" | "RIFIUTA_RIMBORSO" | "CHIUDI" | "RIAPRI";
      readonly motivazione: string;
    }
  | {
      readonly azione: "PROPONI_RIMBORSO";
      readonly motivazione: string;
      /** Assente = tutto ciò che eccede il dovuto */
      readonly importo?: number;
    }
  | {
      readonly azione: "REGISTRA_RIMBORSO";
      readonly motivazione: string;
      readonly mandato: {
        readonly numero: string;
        readonly data: Giorno;
      };
    }
  | {
      readonly azione: "ASSEGNA";
      readonly assegnatario: string | null;
    }
  | {
      readonly azione: "ANNOTA";
      readonly nota: string;
    };

export type RichiestaAnalisiSospeso = {
  readonly idDominio: string;
  /** La causale scritta dalla banca, incollata com'è */
  readonly testo?: string;
  readonly idMovimento?: string;
  /** Numero del provvisorio di entrata dato dal tesoriere */
  readonly numeroSospeso?: string;
  readonly esercizio?: number;
  /** Dell'accredito; con un movimento, il suo */
  readonly importo?: number;
  readonly dataValuta?: Giorno;
  /** Prima riga dei flussi da esaminare: 2000 per volta */
  readonly daRiga?: number;
};

export type NuovaDecisioneCausale = {
  /** Il testo senza ciò che cambia: maiuscolo, ogni numero è 9, ogni codice # */
  readonly forma: string;
  readonly decisione: "DA_LEGGERE" | "LETTA" | "NON_PAGOPA";
  readonly nota?: string;
};

export type NuovoCaricamentoTesoreria = {
  readonly idDominio: string;
  readonly nomeFile: string;
  readonly formato?: "OPI" | "CAMT053" | "CAMT054" | "CBI_RH" | "POSTE" | "BANCA" | "FDR";
  readonly profilo?: string;
};

export type NuovoProfiloLettura = {
  readonly descrizione?: string;
  readonly abilitato?: boolean;
  readonly regole: RegoleLettura;
};

export type RegoleLettura = {
  readonly formato?: "POSTE" | "BANCA";
  /** Assente = qualunque tabella con queste colonne */
  readonly tipoFile?: "CSV" | "XLS" | "XLSX";
  /** Assente = riconosciuta dai byte */
  readonly codifica?: "UTF-8" | "WINDOWS-1252" | "UTF-16LE" | "UTF-16BE";
  /** Assente = riconosciuto dalle prime righe */
  readonly separatore?: ";" | "," | "\t" | "|";
  readonly virgolette?: boolean;
  /** Assente = il primo foglio visibile */
  readonly foglio?: string;
  /** Riga con i nomi delle colonne; 0 = non c'è; assente = la prima, tra le prime 60, che li contiene tutti */
  readonly rigaTestata?: number;
  /** Prima dei movimenti, quando la testata non c'è */
  readonly righeDaSaltare?: number;
  readonly colonne: ColonneLettura;
  readonly importo: ImportoLettura;
  readonly decimali?: "," | ".";
  /** Gli importi sono centesimi interi */
  readonly centesimi?: boolean;
  readonly formatiData?: readonly (
    | "gg/mm/aaaa"
    | "gg-mm-aaaa"
    | "gg.mm.aaaa"
    | "gg/mm/aa"
    | "gg-mm-aa"
    | "gg.mm.aa"
    | "aaaa-mm-gg"
    | "aaaa/mm/gg"
    | "aaaammgg"
    | "ggmmaaaa"
    | "ggmmaa"
    | "mm/gg/aaaa"
    | "gg mmm aaaa"
    | "gg-mmm-aa"
  )[];
  /** Di tutti i movimenti, se nessuna colonna lo dice; assente = quello scritto sopra la testata */
  readonly conto?: string;
  /** Senza colonna vale per le sole righe che non si leggono come movimenti; con la colonna per tutte, e il caricamento dice quante ne lascia fuori */
  readonly righeDaIgnorare?: RigheDaIgnorare;
  /** Inizio della riga con i totali del file: sono confrontati con le righe lette */
  readonly totale?: string;
};

export type ColonneLettura = {
  /** Data contabile */
  readonly data: ColonnaTabella;
  readonly dataValuta?: ColonnaTabella;
  /** Causale: più colonne si uniscono con uno spazio */
  readonly testo: readonly ColonnaTabella[];
  readonly conto?: ColonnaTabella;
  readonly numeroSospeso?: ColonnaTabella;
  readonly esercizio?: ColonnaTabella;
  readonly numeroDocumento?: ColonnaTabella;
  readonly sct?: ColonnaTabella;
  readonly riferimentoBanca?: ColonnaTabella;
  readonly ordinante?: ColonnaTabella;
  /** Le righe non in EUR sono scartate */
  readonly divisa?: ColonnaTabella;
};

/** Nome nella testata, senza badare a maiuscole, accenti e punteggiatura (più nomi possibili separati da |), oppure posto da 1 */
export type ColonnaTabella = string | number;

export type ImportoLettura =
  | {
      readonly tipo: "CON_SEGNO";
      readonly colonna: ColonnaTabella;
    }
  | {
      readonly tipo: "DARE_AVERE";
      readonly dare: ColonnaTabella;
      readonly avere: ColonnaTabella;
    }
  | {
      readonly tipo: "SEGNO_A_PARTE";
      readonly colonna: ColonnaTabella;
      readonly segno: ColonnaTabella;
      readonly entrata: readonly string[];
      readonly uscita: readonly string[];
    };

export type RichiestaAnteprimaLettura = {
  readonly idDominio: string;
  /** Il file, o la sua prima parte se è un CSV, in base64 */
  readonly contenuto: string;
  readonly profilo?: string;
  /** Un profilo non ancora salvato */
  readonly regole?: RegoleLettura;
};

export type RichiestaReversali = {
  readonly idDominio: string;
  readonly movimenti?: readonly string[];
  /** Con dataA, al posto di movimenti: le entrate con un sospeso ancora da regolarizzare, per giorno contabile */
  readonly dataDa?: Giorno;
  readonly dataA?: Giorno;
  readonly esercizio: number;
  readonly dataReversale: Giorno;
  /** Numero della prima reversale; le altre seguono */
  readonly primoNumero?: number;
  readonly destinazione?: "LIBERA" | "VINCOLATA";
  readonly tipoEntrata?: "FRUTTIFERO" | "INFRUTTIFERO";
  readonly contoEvidenza?: string;
  /** Codice gestionale di entrata di ogni capitolo */
  readonly codiciSiope?: readonly {
    readonly capitolo: string;
    readonly articolo?: string;
    readonly codice: string;
  }[];
  readonly testata?: TestataFlussoOrdinativi;
};

/** Serve per avere il flusso OPI in XML */
export type TestataFlussoOrdinativi = {
  /** ABI della banca tesoriera */
  readonly codiceAbiBT: string;
  /** Codice univoco ufficio IPA dell'ente */
  readonly codiceEnte: string;
  /** Codice SIOPE dell'ente */
  readonly codiceIstatEnte: string;
  readonly codiceTramiteEnte: string;
  readonly codiceTramiteBT: string;
  /** Come la banca tesoriera chiama l'ente */
  readonly codiceEnteBT: string;
  readonly riferimentoEnte?: string;
};

export type NuovoTracciatoContabile = {
  readonly descrizione?: string;
  readonly abilitato?: boolean;
  readonly layout: LayoutTracciato;
  /** Il giorno, la settimana (da lunedì) o il mese precedente, dall'ora indicata. Assente = solo a richiesta */
  readonly pianificazione?: {
    readonly cadenza: "GIORNALIERA" | "SETTIMANALE" | "MENSILE";
    readonly ora: number;
  };
  /** I file sono in contabilita/{idDominio}/{cartella}/ del deposito, da dove un SFTP li serve; assente = il nome del tracciato */
  readonly cartella?: string;
  /** Applicazione dell'ente al cui sistema ogni file, appena fatto, è mandato: POST {url}/tracciatiContabili/{idDominio}/{id} */
  readonly destinatario?: string;
  /** In alternativa a destinatario: ogni file, appena fatto, è allegato a un messaggio per ciascun indirizzo */
  readonly email?: Email;
};

export type LayoutTracciato = {
  /** Una riga per riscossione, per quota contabile di ogni riscossione, per totale del periodo, o per riga dei flussi in vigore arrivati nel periodo */
  readonly sorgente: "RISCOSSIONI" | "QUOTE" | "ACCERTAMENTI" | "RENDICONTAZIONI";
  readonly formato: "CSV" | "FISSO" | "JSON" | "XML";
  readonly codifica?: "UTF-8" | "ISO-8859-1";
  readonly fineRiga?: "CRLF" | "LF";
  readonly separatore?: ";" | "," | "\t";
  /** Del CSV, nella prima riga */
  readonly nomiColonne?: boolean;
  /** Del formato FISSO: ciò che i campi non riempiono è vuoto */
  readonly lunghezzaRecord?: number;
  readonly radice?: string;
  readonly elemento?: string;
  readonly testata?: readonly CampoTracciato[];
  readonly dettaglio: readonly CampoTracciato[];
  readonly coda?: readonly CampoTracciato[];
  /** Delle riscossioni; non valgono con sorgente ACCERTAMENTI o RENDICONTAZIONI */
  readonly filtri?: Filtri;
  readonly nomeFile: string;
};

export type CampoTracciato = {
  readonly nome: string;
  /** Scritte una dopo l'altra; nessuna = vuoto */
  readonly parti: readonly ParteCampoTracciato[];
  /** In caratteri. Un testo più lungo si taglia; un numero no: il file non si fa */
  readonly lunghezza?: number;
  readonly allineamento?: "SINISTRA" | "DESTRA";
  readonly riempimento?: "0" | " ";
  /** Che cosa scrivere al posto di un valore */
  readonly tabella?: Readonly<Record<string, string>>;
  readonly seVuoto?: string;
};

export type ParteCampoTracciato =
  | {
      readonly fonte:
        | "riscossione.idDominio"
        | "riscossione.iuv"
        | "riscossione.iur"
        | "riscossione.indice"
        | "riscossione.importo"
        | "riscossione.commissioni"
        | "riscossione.data"
        | "riscossione.stato"
        | "riscossione.tipo"
        | "riscossione.idRiconciliazione"
        | "pendenza.idA2A"
        | "pendenza.idPendenza"
        | "pendenza.idTipoPendenza"
        | "pendenza.idUnitaOperativa"
        | "pendenza.direzione"
        | "pendenza.divisione"
        | "pendenza.tassonomia"
        | "pendenza.numeroAvviso"
        | "pendenza.importo"
        | "pendenza.dataCaricamento"
        | "pendenza.causale"
        | "pendenza.nome"
        | "pendenza.annoRiferimento"
        | "pendenza.dataScadenza"
        | "pendenza.cartellaPagamento"
        | "pendenza.idDocumento"
        | "pendenza.rata"
        | "pendenza.datiAllegati"
        | "debitore.tipo"
        | "debitore.identificativo"
        | "debitore.anagrafica"
        | "debitore.indirizzo"
        | "debitore.civico"
        | "debitore.cap"
        | "debitore.localita"
        | "debitore.provincia"
        | "debitore.nazione"
        | "debitore.email"
        | "voce.idVocePendenza"
        | "voce.descrizione"
        | "voce.idEntrata"
        | "voce.datiAllegati"
        | "voce.contabilita"
        | "voce.bilancio"
        | "quota.importo"
        | "quota.capitolo"
        | "quota.annoEsercizio"
        | "quota.accertamento"
        | "quota.titolo"
        | "quota.tipologia"
        | "quota.categoria"
        | "quota.articolo"
        | "flusso.idFlusso"
        | "flusso.idPsp"
        | "flusso.ragioneSocialePsp"
        | "flusso.data"
        | "flusso.trn"
        | "flusso.dataRegolamento"
        | "flusso.bicRiversamento"
        | "flusso.numeroPagamenti"
        | "flusso.importoTotale"
        | "flusso.idMittente"
        | "rendicontazione.iuv"
        | "rendicontazione.iur"
        | "rendicontazione.indice"
        | "rendicontazione.importo"
        | "rendicontazione.esito"
        | "rendicontazione.data"
        | "rendicontazione.stato"
        | "mypivot.tipoDovuto"
        | "hypersic.codiceServizio"
        | "hypersic.descrizioneServizio"
        | "hypersic.codiceDebito"
        | "hypersic.livelloContabile"
        | "hypersic.codificaContabile"
        | "secim.codiceIstituto"
        | "secim.codiceCliente"
        | "secim.tipoFlusso"
        | "secim.rata"
        | "secim.riferimentoCreditore"
        | "accertamento.idUnitaOperativa"
        | "accertamento.idTipoPendenza"
        | "accertamento.annoEsercizio"
        | "accertamento.titolo"
        | "accertamento.tipologia"
        | "accertamento.categoria"
        | "accertamento.capitolo"
        | "accertamento.articolo"
        | "accertamento.accertamento"
        | "accertamento.quote"
        | "accertamento.pagato"
        | "accertamento.rendicontato"
        | "accertamento.incassato"
        | "riga.numero"
        | "file.idDominio"
        | "file.ragioneSociale"
        | "file.da"
        | "file.a"
        | "file.creato"
        | "file.righe"
        | "file.importo";
      /** Degli importi (PUNTO se assente) e delle date (AAAA-MM-GG se assente), a Roma */
      readonly formato?:
        | "PUNTO"
        | "VIRGOLA"
        | "CENTESIMI"
        | "AAAA-MM-GG"
        | "GG/MM/AAAA"
        | "GG-MM-AAAA"
        | "AAAAMMGG"
        | "GGMMAAAA"
        | "AAAA-MM-GG hh:mm:ss"
        | "AAAA-MM-GGThh:mm:ss.SSS";
      readonly numeroQuota?: number;
    }
  | {
      readonly costante: string;
    };

export type NuovaEsecuzioneTracciato = {
  readonly dataDa: Giorno;
  readonly dataA: Giorno;
};

/** Busta degli errori */
export type Errore = {
  readonly categoria: "AUTORIZZAZIONE" | "RICHIESTA" | "OPERAZIONE" | "PAGOPA" | "EC" | "INTERNO";
  readonly codice: string;
  readonly descrizione: string;
  readonly dettaglio?: string;
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
  readonly tassonomiaAvviso?:
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

export type DominioRiconciliazione = {
  readonly idDominio: string;
  readonly ragioneSociale: string;
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

export type SegnalazioneRiconciliazione = {
  readonly data: Istante;
  readonly codice: string;
  readonly descrizione: string;
  readonly dettaglio?: string;
};

/** La testata del documento, come è scritta */
export type FlussoCaricato = {
  readonly idDominio: string;
  readonly idFlusso: string;
  readonly idPsp: string;
  readonly dataOraFlusso: Istante;
  readonly trn: string;
  readonly dataRegolamento: Giorno;
  readonly numeroPagamenti: number;
  readonly importoTotale: number;
};

export type FlussoRendicontazione = {
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
  readonly stato: "OK" | "ANOMALA" | "ALTRO_INTERMEDIARIO";
  readonly segnalazioni: readonly SegnalazioneRiconciliazione[];
  readonly riscossione?: Riscossione;
};

export type Riscossione = {
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

export type RiscossioneElencata = {
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
  /** Di un pagamento di cui qui non c'è la pendenza: la regola dell'ente che lo prende (impostazioni, pagamentiEsterni) */
  readonly attribuzione?: AttribuzioneEsterna;
};

export type AttribuzioneEsterna = {
  readonly regola: string;
  readonly idTipoPendenza: string;
  readonly idEntrata?: string;
  readonly capitolo?: string;
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
  /** Movimenti del giornale di cassa che la pagano; assente se registrata senza */
  readonly movimenti?: readonly {
    readonly idMovimento: string;
    readonly importo: number;
  }[];
  readonly annullamento?: Annullamento;
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
  /** Movimenti del giornale di cassa che la pagano; assente se registrata senza */
  readonly movimenti?: readonly {
    readonly idMovimento: string;
    readonly importo: number;
  }[];
  readonly annullamento?: Annullamento;
  /** Righe che non è stato possibile riconciliare, le prime 200 */
  readonly segnalazioni: readonly SegnalazioneRiconciliazione[];
  readonly riscossioni: readonly Riscossione[];
};

export type Riscontro = RiscontroTrasferimento | RiscontroFlusso | RiscontroMovimento;

export type RiscontroTrasferimento = {
  readonly soggetto: "TRASFERIMENTO";
  readonly idDominio: string;
  readonly iuv: string;
  readonly iur: string;
  readonly indice: number;
  readonly importo: number;
  readonly etichette: Etichette;
  readonly avanzamento: "NON_PAGATO" | "PAGATO" | "RENDICONTATO" | "INCASSATO";
  readonly qualifiche: readonly ("BOLLO" | "ALTRO_BENEFICIARIO" | "NON_MIO" | "SENZA_RICEVUTA" | "STAND_IN" | "REVOCATO")[];
  readonly flusso?: {
    readonly idFlusso: string;
    readonly idPsp: string;
    readonly revisione: number;
  };
  readonly movimenti: readonly string[];
  readonly anomalie: readonly {
    readonly codice: string;
    readonly frase: string;
    readonly dal?: string;
  }[];
};

export type RiscontroFlusso = {
  readonly soggetto: "FLUSSO";
  readonly idDominio: string;
  readonly idFlusso: string;
  readonly idPsp: string;
  readonly revisione: number;
  readonly dataRegolamento: Giorno;
  readonly importo: number;
  readonly importoCollegato: number;
  readonly copertura: "NESSUNA" | "PARZIALE" | "COPERTO" | "IN_TOLLERANZA" | "ECCEDENTE";
  readonly etichette: Etichette;
  readonly movimenti: readonly string[];
};

export type RiscontroMovimento = {
  readonly soggetto: "MOVIMENTO";
  readonly idDominio: string;
  readonly idMovimento: string;
  readonly dataContabile: Giorno;
  readonly importo: number;
  readonly importoCollegato: number;
  readonly residuo: number;
  readonly stato: "ABBINATO" | "PARZIALE" | "DA_CONFERMARE" | "NON_ABBINATO" | "ESCLUSO";
  readonly etichette: Etichette;
  readonly collegamenti: readonly {
    readonly oggetto: OggettoCollegato;
    readonly importo: number;
    readonly origine: "AUTOMATICO" | "CONFERMATO";
    readonly fiducia: number;
    readonly frase: string;
    readonly idRegola?: string;
  }[];
};

export type PropostaAbbinamento = {
  readonly id: string;
  readonly idDominio: string;
  readonly idMovimento: string;
  readonly dataContabile: Giorno;
  readonly importo: number;
  /** Tutto ciò che il movimento pagherebbe, con la parte di ciascuno */
  readonly oggetti: readonly {
    readonly oggetto: OggettoCollegato;
    readonly importo: number;
  }[];
  /** Da 1 a 100 */
  readonly fiducia: number;
  /** I codici dei motivi che fanno la fiducia */
  readonly motivi: readonly string[];
  readonly frase: string;
  /** Da rimandare in If-Match per decidere solo di ciò che si è visto */
  readonly versione: number;
};

export type RegolaAbbinamento = {
  readonly id: string;
  readonly idDominio: string;
  readonly idMovimento: string;
  readonly decisione: "CONFERMA" | "RIFIUTO" | "NON_PAGOPA";
  readonly oggetti: readonly {
    readonly oggetto: OggettoCollegato;
    readonly importo?: number;
  }[];
  readonly chiude?: true;
  readonly origine: "PROPOSTA" | "MANUALE" | "ANNULLAMENTO";
  readonly idProposta?: string;
  readonly nota?: string;
  readonly principal: string;
  readonly data: Istante;
  readonly revoca?: {
    readonly principal: string;
    readonly data: Istante;
    readonly motivo: string;
  };
};

export type EsitoPagamentiNotificati = {
  readonly nuovi: number;
  readonly aggiornati: number;
  readonly invariati: number;
  readonly rifiutati: readonly {
    readonly riga: number;
    readonly iud?: string;
    readonly motivo: string;
  }[];
};

export type ImpostazioniRiscontri = {
  readonly idDominio: string;
  /** Euro di cui un accredito può differire da ciò che paga; l'etichetta e la frase lo dicono */
  readonly tolleranza: number;
  /** Prima e dopo il regolamento, entro cui si attende l'accredito */
  readonly giorniFinestra: number;
  /** Il sistema dell'ente notifica i pagamenti che gli risultano: solo allora una notifica che manca dice qualcosa */
  readonly enteNotifica: boolean;
  readonly giorniAttesaFlusso: number;
  readonly giorniAttesaAccredito: number;
  readonly giorniAttesaRicevuta: number;
  /** Tipo di pendenza, entrata e quota contabile dei pagamenti di cui qui non c'è la pendenza: avvisi dell'ente emessi da un altro intermediario, quote in avvisi di altri enti. Si applicano leggendo, anche al passato; assente, nessuna regola */
  readonly pagamentiEsterni?: PagamentiEsterni;
  readonly principal?: string;
  readonly data?: Istante;
  readonly versione: number;
};

export type Anomalie = {
  readonly numRisultati?: number;
  readonly numPagine?: number;
  readonly risultatiPerPagina?: number;
  readonly pagina?: number;
  readonly prossimiRisultati?: string;
  readonly maxRisultati?: number;
  readonly risultati: readonly AnomaliaIndex[];
};

export type AnomaliaIndex = {
  readonly idDominio: string;
  readonly id: string;
  readonly codice: string;
  readonly titolo: string;
  readonly soggetto: Soggetto2;
  readonly stato: "APERTA" | "RISOLTA" | "CHIUSA";
  /** Se i dati di adesso la mostrano ancora, qualunque cosa abbiano deciso le persone */
  readonly evidenza: "PRESENTE" | "ASSENTE";
  readonly fatti: Fatti;
  readonly coda: string;
  /** La regola che ha scelto la coda */
  readonly regola?: string;
  readonly assegnatario?: string;
  readonly nota?: string;
  readonly scadenza?: string;
  readonly inRitardo: boolean;
  readonly nascostaFino?: string;
  readonly dataApertura: string;
  /** Da quando è negli elenchi: prima, ciò che manca poteva ancora arrivare */
  readonly dataEmersione: string;
  readonly dataUltimaVariazione: string;
  /** L'ultima volta che una persona, o una regola, l'ha chiusa: resta anche se poi si riapre */
  readonly chiusura?: {
    readonly autore: string;
    readonly motivazione: string;
    readonly data: string;
  };
};

export type AnomaliaRiscontro = {
  readonly idDominio: string;
  readonly id: string;
  readonly codice: string;
  readonly titolo: string;
  readonly soggetto: Soggetto2;
  readonly stato: "APERTA" | "RISOLTA" | "CHIUSA";
  /** Se i dati di adesso la mostrano ancora, qualunque cosa abbiano deciso le persone */
  readonly evidenza: "PRESENTE" | "ASSENTE";
  readonly fatti: Fatti;
  readonly coda: string;
  /** La regola che ha scelto la coda */
  readonly regola?: string;
  readonly assegnatario?: string;
  readonly nota?: string;
  readonly scadenza?: string;
  readonly inRitardo: boolean;
  readonly nascostaFino?: string;
  readonly dataApertura: string;
  /** Da quando è negli elenchi: prima, ciò che manca poteva ancora arrivare */
  readonly dataEmersione: string;
  readonly dataUltimaVariazione: string;
  /** L'ultima volta che una persona, o una regola, l'ha chiusa: resta anche se poi si riapre */
  readonly chiusura?: {
    readonly autore: string;
    readonly motivazione: string;
    readonly data: string;
  };
  readonly significato: string;
  readonly causa: string;
  readonly rimedio: string;
  readonly storia: readonly {
    readonly data: string;
    readonly autore: string;
    readonly evento: string;
    readonly motivazione?: string;
    readonly campi: Readonly<
      Record<
        string,
        {
          readonly prima?: string;
          readonly dopo?: string;
        }
      >
    >;
  }[];
};

export type EsitoAzioneAnomalie = {
  readonly esiti: readonly {
    readonly idDominio: string;
    readonly id: string;
    readonly esito: "FATTA" | "INVARIATA" | "RIFIUTATA";
    readonly dettaglio?: string;
  }[];
  /** Ce ne sono altre: si prosegue ripetendo la richiesta con questo cursore */
  readonly cursore?: string;
};

export type ProvaInstradamento = {
  readonly code: readonly {
    readonly coda: string;
    readonly numero: number;
    readonly chiuse: number;
  }[];
  readonly cambiate: readonly {
    readonly anomalia: AnomaliaIndex;
    readonly coda: string;
    readonly regola?: string;
    readonly chiusa: boolean;
  }[];
  /** Ce ne sono altre, non provate */
  readonly altre: boolean;
};

export type RiepiloghiAnomalie = {
  readonly numRisultati?: number;
  readonly numPagine?: number;
  readonly risultatiPerPagina?: number;
  readonly pagina?: number;
  readonly prossimiRisultati?: string;
  readonly maxRisultati?: number;
  readonly risultati: readonly RiepilogoAnomalie[];
};

export type RiepilogoAnomalie = {
  readonly idDominio: string;
  readonly coda: string;
  readonly id: string;
  readonly data: string;
  readonly da: string;
  readonly a: string;
  readonly numero: number;
  readonly righe: readonly {
    readonly codice: string;
    readonly titolo: string;
    readonly numero: number;
    readonly importo: number;
  }[];
  /** Le prime 50 */
  readonly anomalie: readonly string[];
  readonly consegna?: {
    readonly idA2A: string;
    readonly stato: "DA_SPEDIRE" | "SPEDITO" | "ANNULLATO";
    readonly tentativi: number;
    readonly descrizioneStato?: string;
    readonly dataUltimoTentativo?: string;
    readonly dataProssimoTentativo?: string;
  };
  /** Ce ne sono altre, nel riepilogo successivo */
  readonly continua: boolean;
};

export type Fascicoli = {
  readonly numRisultati?: number;
  readonly numPagine?: number;
  readonly risultatiPerPagina?: number;
  readonly pagina?: number;
  readonly prossimiRisultati?: string;
  readonly maxRisultati?: number;
  readonly risultati: readonly FascicoloIndex[];
};

export type FascicoloIndex = {
  readonly idDominio: string;
  readonly id: string;
  readonly motivo:
    | "PAGAMENTO_DUPLICATO"
    | "PAGATA_DOPO_ANNULLAMENTO"
    | "IMPORTO_ECCEDENTE"
    | "IMPORTO_INFERIORE"
    | "VERSAMENTI_DIVERSI"
    | "PENDENZA_SCONOSCIUTA";
  readonly descrizioneMotivo: string;
  readonly stato: "APERTO" | "IN_QUARANTENA" | "ACCETTATO" | "RIMBORSO_PROPOSTO" | "RIMBORSO_AUTORIZZATO" | "RIMBORSATO" | "CHIUSO";
  readonly descrizioneStato: string;
  readonly iuv: string;
  readonly iur: string;
  /** Che cosa dice del pagamento: la ricevuta, o la riga di un flusso */
  readonly origine: "RICEVUTA" | "RENDICONTAZIONE";
  readonly importo: number;
  readonly importoDovuto: number;
  /** Arrivato oltre il dovuto; negativa quando manca qualcosa */
  readonly eccedenza: number;
  readonly dataPagamento: string;
  readonly idA2A?: string;
  readonly idPendenza?: string;
  readonly idTipoPendenza?: string;
  readonly idUnitaOperativa?: string;
  readonly dettaglio: string;
  readonly assegnatario?: string;
  readonly nota?: string;
  readonly rimborso?: Rimborso;
  readonly dataApertura: string;
  readonly dataUltimaVariazione: string;
};

export type Fascicolo = {
  readonly idDominio: string;
  readonly id: string;
  readonly motivo:
    | "PAGAMENTO_DUPLICATO"
    | "PAGATA_DOPO_ANNULLAMENTO"
    | "IMPORTO_ECCEDENTE"
    | "IMPORTO_INFERIORE"
    | "VERSAMENTI_DIVERSI"
    | "PENDENZA_SCONOSCIUTA";
  readonly descrizioneMotivo: string;
  readonly stato: "APERTO" | "IN_QUARANTENA" | "ACCETTATO" | "RIMBORSO_PROPOSTO" | "RIMBORSO_AUTORIZZATO" | "RIMBORSATO" | "CHIUSO";
  readonly descrizioneStato: string;
  readonly iuv: string;
  readonly iur: string;
  /** Che cosa dice del pagamento: la ricevuta, o la riga di un flusso */
  readonly origine: "RICEVUTA" | "RENDICONTAZIONE";
  readonly importo: number;
  readonly importoDovuto: number;
  /** Arrivato oltre il dovuto; negativa quando manca qualcosa */
  readonly eccedenza: number;
  readonly dataPagamento: string;
  readonly idA2A?: string;
  readonly idPendenza?: string;
  readonly idTipoPendenza?: string;
  readonly idUnitaOperativa?: string;
  readonly dettaglio: string;
  readonly assegnatario?: string;
  readonly nota?: string;
  readonly rimborso?: Rimborso;
  readonly dataApertura: string;
  readonly dataUltimaVariazione: string;
  readonly numeroAvviso?: string;
  readonly causale?: string;
  readonly debitore?: Soggetto;
  readonly versante?: Soggetto;
  readonly psp?: {
    readonly idPsp: string;
    readonly denominazione: string;
  };
  /** Proposta: il documento da emettere e le quote che muove, al centesimo */
  readonly effettoContabile: {
    readonly documento: "MANDATO" | "REVERSALE" | "NESSUNO";
    readonly importo: number;
    readonly causale: string;
    readonly quote: readonly {
      readonly movimento: "STORNO" | "ACCERTAMENTO" | "PARTITA_DI_GIRO";
      readonly importo: number;
      readonly idVocePendenza?: string;
      readonly capitolo?: string;
      readonly annoEsercizio?: number;
      readonly accertamento?: string;
      readonly titolo?: string;
      readonly tipologia?: string;
      readonly categoria?: string;
      readonly articolo?: string;
    }[];
  };
  readonly storia: readonly {
    readonly data: string;
    readonly autore: string;
    readonly evento: string;
    readonly motivazione?: string;
  }[];
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

export type AnalisiSospeso = {
  readonly idDominio: string;
  readonly esito: "TROVATO" | "IMPORTO_DIVERSO" | "DA_SCEGLIERE" | "NON_TROVATO" | "NON_PAGOPA";
  /** Che cosa contiene, o esattamente perché non si sa; in italiano */
  readonly spiegazioni: readonly {
    readonly codice: string;
    readonly frase: string;
  }[];
  readonly movimento?: {
    readonly id: string;
    readonly stato: string;
    readonly importo: number;
    readonly dataContabile: string;
    readonly dataValuta?: string;
    readonly causale: string;
    readonly numeroSospeso?: string;
    readonly esercizio?: number;
    readonly ordinante?: string;
  };
  /** Che cosa si è letto nella causale */
  readonly letto: {
    readonly forme: readonly string[];
    readonly alterazioni: readonly string[];
    readonly flussi: readonly {
      readonly idFlusso: string;
      readonly integrita: "intero" | "troncato";
      readonly integrazione?: number;
    }[];
    readonly iuv: readonly string[];
    readonly iur: readonly string[];
    readonly testoResiduo: string;
  };
  readonly importo?: number;
  readonly importoTrovato: number;
  readonly flussi: readonly FlussoSospeso[];
  /** Flussi tra cui scegliere, al massimo 20 */
  readonly candidati: readonly FlussoSospeso[];
  readonly totali: {
    readonly numero: number;
    readonly importo: number;
    readonly perTipo: readonly {
      readonly idTipoPendenza?: string;
      readonly numero: number;
      readonly importo: number;
    }[];
    /** Senza capitolo: gli importi di cui la voce non dice la contabilità */
    readonly perCapitolo: readonly {
      readonly capitolo?: string;
      readonly annoEsercizio?: number;
      readonly accertamento?: string;
      readonly titolo?: string;
      readonly tipologia?: string;
      readonly categoria?: string;
      readonly articolo?: string;
      readonly numero: number;
      readonly importo: number;
    }[];
  };
  /** Dei flussi trovati; i totali sono delle righe esaminate */
  readonly righeTotali: number;
  /** daRiga con cui chiedere il seguito */
  readonly prossimaRiga?: number;
  /** I primi 200 delle righe esaminate; tutti in CSV */
  readonly pagamenti: readonly PagamentoSospeso[];
  /** L'utenza non può leggere chi ha pagato: serve il diritto di lettura sulle pendenze o sui pagamenti */
  readonly datiMascherati: boolean;
};

export type FlussoSospeso = {
  readonly idFlusso: string;
  readonly idPsp: string;
  readonly ragioneSocialePsp?: string;
  readonly revisione: number;
  readonly dataFlusso: Istante;
  readonly dataRegolamento: string;
  readonly trn: string;
  readonly importoTotale: number;
  readonly numeroPagamenti: number;
  readonly stato: "Acquisito" | "Anomalo" | "Rifiutato";
  /** Collegamento alla riconciliazione che l'ha incassato */
  readonly riconciliazione?: string;
};

export type PagamentoSospeso = {
  readonly idFlusso?: string;
  readonly iuv: string;
  readonly iur: string;
  readonly indice: number;
  readonly importo: number;
  readonly data: string;
  readonly esito?: number;
  readonly tipo?: string;
  readonly idA2A?: string;
  readonly idPendenza?: string;
  readonly numeroAvviso?: string;
  readonly idTipoPendenza?: string;
  /** Senza pendenza qui: la regola dell'ente che ne dice tipo, entrata e quota */
  readonly regolaEsterna?: string;
  readonly idEntrata?: string;
  readonly causale?: string;
  readonly voce?: string;
  readonly debitore?: {
    readonly tipo: "F" | "G";
    readonly identificativo: string;
    readonly anagrafica: string;
  };
  readonly quote: readonly {
    readonly capitolo: string;
    readonly annoEsercizio: number;
    readonly accertamento?: string;
    readonly titolo?: string;
    readonly tipologia?: string;
    readonly categoria?: string;
    readonly articolo?: string;
    readonly importo: number;
  }[];
};

export type CausaleSconosciuta = {
  readonly forma: string;
  readonly stato: "DA_LEGGERE" | "LETTA" | "NON_PAGOPA";
  readonly numero: number;
  readonly importo: number;
  readonly dal: string;
  readonly al: string;
  readonly esempio?: {
    readonly idMovimento: string;
    readonly causale: string;
    readonly ordinante?: string;
    readonly importo: number;
    readonly dataContabile: string;
  };
  readonly decisione?: DecisioneCausale;
};

export type DecisioneCausale = {
  readonly decisione: "DA_LEGGERE" | "LETTA" | "NON_PAGOPA";
  readonly nota?: string;
  readonly utente: string;
  readonly data: Istante;
};

export type CaricamentoTesoreriaIndex = {
  readonly id: string;
  readonly idDominio: string;
  readonly nomeFile: string;
  readonly stato: "IN_CARICAMENTO" | "IN_ATTESA" | "IN_ELABORAZIONE" | "ESEGUITO" | "ESEGUITO_CON_SCARTI" | "SCARTATO";
  readonly descrizioneStato?: string;
  /** Riconosciuto dal contenuto, o chiesto da chi lo ha caricato */
  readonly formato?: "OPI" | "CAMT053" | "CAMT054" | "CBI_RH" | "POSTE" | "BANCA" | "FDR";
  readonly dataOraCaricamento: Istante;
  readonly dataOraUltimoAggiornamento: Istante;
  readonly mittente: string;
  readonly righeLette: number;
  readonly movimentiNuovi: number;
  /** Righe che hanno cambiato movimenti già registrati (storni, regolarizzazioni, ripristini) */
  readonly movimentiAggiornati: number;
  readonly righeGiaPresenti: number;
  /** Ordini che coprono sospesi già raccontati */
  readonly righeSenzaDenaro: number;
  readonly righeScartate: number;
  /** Dei movimenti nuovi */
  readonly importoEntrate: number;
  readonly importoUscite: number;
};

export type CaricamentoTesoreriaFirmato = {
  readonly id: string;
  /** Dove scrivere il file con una PUT */
  readonly url: string;
  readonly metodo: "PUT";
  /** Da inviare così come sono: la firma le comprende */
  readonly intestazioni: Readonly<Record<string, string>>;
  readonly scadenza: Istante;
};

export type CaricamentoTesoreria = {
  readonly id: string;
  readonly idDominio: string;
  readonly nomeFile: string;
  readonly stato: "IN_CARICAMENTO" | "IN_ATTESA" | "IN_ELABORAZIONE" | "ESEGUITO" | "ESEGUITO_CON_SCARTI" | "SCARTATO";
  readonly descrizioneStato?: string;
  /** Riconosciuto dal contenuto, o chiesto da chi lo ha caricato */
  readonly formato?: "OPI" | "CAMT053" | "CAMT054" | "CBI_RH" | "POSTE" | "BANCA" | "FDR";
  readonly dataOraCaricamento: Istante;
  readonly dataOraUltimoAggiornamento: Istante;
  readonly mittente: string;
  readonly righeLette: number;
  readonly movimentiNuovi: number;
  /** Righe che hanno cambiato movimenti già registrati (storni, regolarizzazioni, ripristini) */
  readonly movimentiAggiornati: number;
  readonly righeGiaPresenti: number;
  /** Ordini che coprono sospesi già raccontati */
  readonly righeSenzaDenaro: number;
  readonly righeScartate: number;
  /** Dei movimenti nuovi */
  readonly importoEntrate: number;
  readonly importoUscite: number;
  readonly profilo?: string;
  readonly versioneFormato?: string;
  readonly dimensione?: number;
  /** SHA-256 del file */
  readonly impronta?: string;
  readonly dataDa?: Giorno;
  readonly dataA?: Giorno;
  readonly conti: readonly string[];
  /** Del giornale che la banca divide in pagine: le altre con GET /caricamenti?idFlusso=. Di un FDR, il flusso di rendicontazione */
  readonly flusso?: {
    readonly idFlusso: string;
    readonly pagina?: number;
    readonly pagineTotali?: number;
  };
  /** Totali che non tornano, pagine che mancano, righe lasciate fuori: le prime 50 */
  readonly segnalazioni: readonly string[];
};

export type MovimentoTesoreriaIndex = {
  readonly id: string;
  readonly idDominio: string;
  /** IN_ATTESA: una riga lo cambia (storno, regolarizzazione) ma quella che lo racconta non è ancora arrivata */
  readonly stato: "IN_ATTESA" | "ESEGUITO" | "REGOLARIZZATO" | "STORNATO";
  readonly segno: "ENTRATA" | "USCITA";
  readonly importo: number;
  readonly importoRegolarizzato: number;
  readonly importoStornato: number;
  readonly dataContabile: Giorno;
  readonly dataValuta?: Giorno;
  readonly causale: string;
  readonly conto?: string;
  readonly numeroSospeso?: string;
  readonly esercizio?: number;
  readonly numeroDocumento?: string;
  readonly sct?: string;
  readonly riferimentoBanca?: string;
  readonly ordinante?: string;
};

export type MovimentoTesoreria = {
  readonly id: string;
  readonly idDominio: string;
  /** IN_ATTESA: una riga lo cambia (storno, regolarizzazione) ma quella che lo racconta non è ancora arrivata */
  readonly stato: "IN_ATTESA" | "ESEGUITO" | "REGOLARIZZATO" | "STORNATO";
  readonly segno: "ENTRATA" | "USCITA";
  readonly importo: number;
  readonly importoRegolarizzato: number;
  readonly importoStornato: number;
  readonly dataContabile: Giorno;
  readonly dataValuta?: Giorno;
  readonly causale: string;
  readonly conto?: string;
  readonly numeroSospeso?: string;
  readonly esercizio?: number;
  readonly numeroDocumento?: string;
  readonly sct?: string;
  readonly riferimentoBanca?: string;
  readonly ordinante?: string;
  /** Letti nella causale */
  readonly chiavi: {
    readonly flussi: readonly string[];
    readonly flussiTroncati: readonly string[];
    readonly iuv: readonly string[];
    readonly iur: readonly string[];
  };
  readonly operazioni: readonly {
    readonly operazione: "ESEGUITO" | "REGOLARIZZATO" | "STORNATO" | "RIPRISTINATO";
    readonly importo: number;
    readonly data: Giorno;
    readonly numeroDocumento?: string;
  }[];
  /** Righe dei file che lo raccontano, le prime 20 */
  readonly origini: readonly {
    readonly idCaricamento: string;
    readonly riga: number;
    readonly formato: "OPI" | "CAMT053" | "CAMT054" | "CBI_RH" | "POSTE" | "BANCA" | "FDR";
  }[];
  readonly segnalazioni: readonly string[];
  readonly dataRegistrazione: Istante;
  readonly dataAggiornamento: Istante;
};

export type ProfiloLettura = {
  readonly idDominio: string;
  readonly nome: string;
  /** Del prodotto: non si può sovrascrivere */
  readonly predefinito: boolean;
  readonly descrizione?: string;
  readonly abilitato: boolean;
  readonly regole: RegoleLetturaOutput;
};

export type AnteprimaLettura = {
  readonly tipoFile: "CSV" | "XLS" | "XLSX";
  readonly formato: "OPI" | "CAMT053" | "CAMT054" | "CBI_RH" | "POSTE" | "BANCA" | "FDR";
  /** Il profilo che legge il file; assente se le regole sono quelle inviate, o indovinate */
  readonly profilo?: string;
  /** Nessun profilo leggeva il file: le regole sono una proposta, da rivedere e salvare */
  readonly indovinato: boolean;
  readonly regole: RegoleLetturaOutput;
  readonly conto?: string;
  readonly righeLette: number;
  readonly righeScartate: number;
  readonly totaleEntrate: number;
  readonly totaleUscite: number;
  /** Le prime 50 */
  readonly righe: readonly RigaAnteprimaLettura[];
  /** Le prime 50 */
  readonly scarti: readonly {
    readonly riga: number;
    readonly motivo: string;
    readonly testo: string;
  }[];
  readonly totaliErrati: readonly {
    readonly nome: string;
    readonly dichiarato: number;
    readonly calcolato: number;
  }[];
  readonly segnalazioni: readonly string[];
  /** Perché da un certo punto il file non si legge più */
  readonly rifiuto?: string;
};

export type RigaAnteprimaLettura = {
  readonly riga: number;
  readonly dataContabile: Giorno;
  readonly dataValuta?: Giorno;
  readonly segno: "ENTRATA" | "USCITA";
  readonly importo: number;
  readonly causale: string;
  readonly conto?: string;
  readonly numeroSospeso?: string;
  readonly esercizio?: number;
  readonly numeroDocumento?: string;
  readonly sct?: string;
  readonly riferimentoBanca?: string;
  readonly ordinante?: string;
  readonly corrispondenza: {
    readonly esito: "FLUSSO" | "PAGAMENTO" | "NESSUNA";
    readonly idFlusso?: string;
    readonly idPsp?: string;
    readonly iuv?: string;
    /** Che cosa paga, o perché ancora non si sa */
    readonly motivo: string;
  };
};

export type ProspettoAccertamenti = {
  readonly idDominio: string;
  readonly dataDa: Giorno;
  readonly dataA: Giorno;
  readonly gruppi: readonly (
    | "idUnitaOperativa"
    | "idTipoPendenza"
    | "annoEsercizio"
    | "titolo"
    | "tipologia"
    | "categoria"
    | "capitolo"
    | "articolo"
    | "accertamento"
    | "regolaEsterna"
  )[];
  readonly riscossioni: number;
  readonly totale: {
    /** Parti contate: una per ogni quota di ogni riscossione */
    readonly quote: number;
    readonly pagato: number;
    /** Di ciò che è pagato, quanto un flusso rendiconta */
    readonly rendicontato: number;
    /** Di ciò che è pagato, quanto è riconciliato con la tesoreria */
    readonly incassato: number;
  };
  readonly risultati: readonly Accertamento[];
};

export type Accertamento = {
  readonly idUnitaOperativa?: string;
  readonly idTipoPendenza?: string;
  readonly annoEsercizio?: number;
  /** Regola che prende il pagamento di un altro intermediario, anche in prova; NESSUNA se nessuna lo prende */
  readonly regolaEsterna?: string;
  readonly titolo?: string;
  readonly tipologia?: string;
  readonly categoria?: string;
  readonly capitolo?: string;
  readonly articolo?: string;
  readonly accertamento?: string;
  /** Parti contate: una per ogni quota di ogni riscossione */
  readonly quote: number;
  readonly pagato: number;
  /** Di ciò che è pagato, quanto un flusso rendiconta */
  readonly rendicontato: number;
  /** Di ciò che è pagato, quanto è riconciliato con la tesoreria */
  readonly incassato: number;
};

export type ProspettoBeneficiari = {
  readonly idDominio: string;
  readonly dataDa: Giorno;
  readonly dataA: Giorno;
  readonly gruppi: readonly ("relazione" | "idDominioTitolare" | "idBeneficiario" | "idTipoPendenza" | "tassonomia" | "idPsp")[];
  readonly ricevute: number;
  readonly totale: {
    /** Trasferimenti contati */
    readonly quote: number;
    readonly importo: number;
  };
  readonly risultati: readonly {
    readonly relazione?: "PROPRIO" | "NON_MIO" | "DA_ALTRI" | "PER_ALTRI" | "BOLLO" | "SOLO_RENDICONTATO";
    readonly idDominioTitolare?: string;
    readonly idBeneficiario?: string;
    readonly idTipoPendenza?: string;
    readonly tassonomia?: string;
    readonly idPsp?: string;
    /** Trasferimenti contati */
    readonly quote: number;
    readonly importo: number;
  }[];
  readonly quotaAttesa?: {
    readonly percentuale: number;
    readonly confrontate: number;
    readonly diverse: number;
    /** Le prime 100 */
    readonly differenze: readonly {
      readonly iuv: string;
      readonly idRicevuta: string;
      readonly idBeneficiario: string;
      readonly importo: number;
      readonly importoAtteso: number;
    }[];
  };
};

export type PropostaReversali = {
  readonly idDominio: string;
  readonly esercizio: number;
  readonly importo: number;
  readonly reversali: readonly PropostaReversale[];
  /** Movimenti per cui non si può proporre nulla, ognuno con il suo motivo */
  readonly escluse: readonly {
    readonly idMovimento: string;
    readonly numeroSospeso?: string;
    readonly importo: number;
    readonly motivo: string;
  }[];
};

export type PropostaReversale = {
  readonly numero: number;
  readonly data: Giorno;
  readonly importo: number;
  readonly idMovimento: string;
  readonly numeroSospeso: string;
  readonly bilancio: readonly {
    readonly codifica: number;
    readonly gestione: "COMPETENZA" | "RESIDUO";
    readonly annoResiduo?: number;
    readonly articolo?: number;
    readonly importo: number;
  }[];
  readonly versanti: readonly {
    readonly progressivo: number;
    readonly importo: number;
    readonly anagrafica: string;
    readonly codiceFiscale?: string;
    readonly causale: string;
    readonly quota?: {
      readonly capitolo: string;
      readonly annoEsercizio: number;
      readonly accertamento?: string;
      readonly titolo?: string;
      readonly tipologia?: string;
      readonly categoria?: string;
      readonly articolo?: string;
    };
    readonly codiceSiope?: string;
    readonly pagamenti: number;
  }[];
  /** Che cosa resta da completare a mano */
  readonly avvertenze: readonly string[];
};

export type TracciatoContabile = {
  readonly idDominio: string;
  readonly nome: string;
  /** Del prodotto: si esegue, non si sovrascrive */
  readonly predefinito: boolean;
  readonly descrizione?: string;
  readonly abilitato: boolean;
  readonly layout: LayoutTracciatoOutput;
  /** Il giorno, la settimana (da lunedì) o il mese precedente, dall'ora indicata. Assente = solo a richiesta */
  readonly pianificazione?: {
    readonly cadenza: "GIORNALIERA" | "SETTIMANALE" | "MENSILE";
    readonly ora: number;
  };
  /** I file sono in contabilita/{idDominio}/{cartella}/ del deposito, da dove un SFTP li serve; assente = il nome del tracciato */
  readonly cartella?: string;
  readonly destinatario?: string;
  /** In alternativa a destinatario: ogni file, appena fatto, è allegato a un messaggio per ciascun indirizzo */
  readonly email?: Email;
};

export type EsecuzioneTracciatoContabile = {
  readonly id: string;
  readonly idDominio: string;
  readonly nome: string;
  readonly stato: "IN_ATTESA" | "PRONTA" | "SCARTATA";
  readonly descrizioneStato: string;
  readonly origine: "RICHIESTA" | "PIANIFICATA";
  readonly dataDa: Giorno;
  readonly dataA: Giorno;
  readonly dataRichiesta: string;
  readonly dataConclusione?: string;
  readonly nomeFile?: string;
  readonly righe?: number;
  readonly byte?: number;
  readonly consegna?: {
    /** idA2A dell'applicazione, connettore:servizioGovPay, o posta:email */
    readonly destinatario: string;
    readonly stato: "DA_SPEDIRE" | "SPEDITO" | "ANNULLATO";
    readonly descrizioneStato?: string;
    readonly tentativi: number;
    readonly dataUltimoTentativo?: string;
    readonly dataProssimoTentativo?: string;
  };
  /** Dove si scarica il file, per un quarto d'ora; una nuova lettura ne dà un altro */
  readonly collegamento?: string;
};

export type PaginaVariazioni = {
  readonly risultati: readonly Variazione[];
  /** Da mandare nella richiesta successiva. C'è sempre, anche senza risultati */
  readonly cursore: string;
  /** Vero quando c'è altro da leggere subito; falso quando conviene aspettare */
  readonly altre: boolean;
};

export type Variazione = {
  readonly tipo: "FLUSSO" | "RISCOSSIONE" | "RICONCILIAZIONE" | "MOVIMENTO" | "RISCONTRO";
  readonly azione: "CREATA" | "MODIFICATA" | "ELIMINATA";
  /** Quando la variazione è stata annotata, di solito pochi secondi dopo che è avvenuta */
  readonly data: Istante;
  readonly idDominio: string;
  /** Cresce a ogni cambiamento della risorsa: una variazione già vista, o superata, si riconosce da qui */
  readonly versione: number;
  readonly stato?: string;
  /** Che cosa è cambiato: idFlusso, idPsp e revisione; iuv, iur e indice; id; idMovimento */
  readonly chiave: Readonly<Record<string, string | number>>;
  /** Dove si legge, quando ha un dettaglio */
  readonly href?: string;
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

export type InstradamentoOutput = {
  readonly codaPredefinita: string;
  /** In ordine: decide la prima che vale */
  readonly regole: Regole;
  readonly riepiloghi?: Riepiloghi;
  /** Per toglierla serve anche il diritto di scrittura su Anagrafica Creditore */
  readonly secondaPersonaPerRimborsi: boolean;
};

export type RegoleLetturaOutput = {
  readonly formato: "POSTE" | "BANCA";
  /** Assente = qualunque tabella con queste colonne */
  readonly tipoFile?: "CSV" | "XLS" | "XLSX";
  /** Assente = riconosciuta dai byte */
  readonly codifica?: "UTF-8" | "WINDOWS-1252" | "UTF-16LE" | "UTF-16BE";
  /** Assente = riconosciuto dalle prime righe */
  readonly separatore?: ";" | "," | "\t" | "|";
  readonly virgolette: boolean;
  /** Assente = il primo foglio visibile */
  readonly foglio?: string;
  /** Riga con i nomi delle colonne; 0 = non c'è; assente = la prima, tra le prime 60, che li contiene tutti */
  readonly rigaTestata?: number;
  /** Prima dei movimenti, quando la testata non c'è */
  readonly righeDaSaltare: number;
  readonly colonne: ColonneLettura;
  readonly importo: ImportoLettura;
  readonly decimali: "," | ".";
  /** Gli importi sono centesimi interi */
  readonly centesimi: boolean;
  readonly formatiData: readonly (
    | "gg/mm/aaaa"
    | "gg-mm-aaaa"
    | "gg.mm.aaaa"
    | "gg/mm/aa"
    | "gg-mm-aa"
    | "gg.mm.aa"
    | "aaaa-mm-gg"
    | "aaaa/mm/gg"
    | "aaaammgg"
    | "ggmmaaaa"
    | "ggmmaa"
    | "mm/gg/aaaa"
    | "gg mmm aaaa"
    | "gg-mmm-aa"
  )[];
  /** Di tutti i movimenti, se nessuna colonna lo dice; assente = quello scritto sopra la testata */
  readonly conto?: string;
  /** Senza colonna vale per le sole righe che non si leggono come movimenti; con la colonna per tutte, e il caricamento dice quante ne lascia fuori */
  readonly righeDaIgnorare: RigheDaIgnorare;
  /** Inizio della riga con i totali del file: sono confrontati con le righe lette */
  readonly totale?: string;
};

export type LayoutTracciatoOutput = {
  /** Una riga per riscossione, per quota contabile di ogni riscossione, per totale del periodo, o per riga dei flussi in vigore arrivati nel periodo */
  readonly sorgente: "RISCOSSIONI" | "QUOTE" | "ACCERTAMENTI" | "RENDICONTAZIONI";
  readonly formato: "CSV" | "FISSO" | "JSON" | "XML";
  readonly codifica: "UTF-8" | "ISO-8859-1";
  readonly fineRiga: "CRLF" | "LF";
  readonly separatore: ";" | "," | "\t";
  /** Del CSV, nella prima riga */
  readonly nomiColonne: boolean;
  /** Del formato FISSO: ciò che i campi non riempiono è vuoto */
  readonly lunghezzaRecord?: number;
  readonly radice: string;
  readonly elemento: string;
  readonly testata?: readonly CampoTracciato[];
  readonly dettaglio: readonly CampoTracciato[];
  readonly coda?: readonly CampoTracciato[];
  /** Delle riscossioni; non valgono con sorgente ACCERTAMENTI o RENDICONTAZIONI */
  readonly filtri: Filtri;
  readonly nomeFile: string;
};

export type Giorno = string;

export type GiornoOIstante = Giorno | string;

export type Istante = string;

export type DataOraFlusso = Istante | string;

export type PagamentiEsterni = {
  /** In ordine: vale la prima che prende il pagamento */
  readonly regole: readonly RegolaPagamentoEsterno[];
};

export type GiornoOIstante2 = Giorno | null;

export type Regole = readonly {
  readonly nome: string;
  /** Devono valere tutte le condizioni indicate; senza condizioni vale sempre */
  readonly quando: {
    readonly codici?: readonly string[];
    readonly tipiPendenza?: readonly string[];
    readonly prefissoIuv?: string;
    readonly unitaOperative?: readonly string[];
    readonly importoMinimo?: number;
    readonly importoMassimo?: number;
  };
  readonly coda: string;
  readonly assegnatario?: string;
  /** Giorni per lavorarla */
  readonly giorni?: number;
  /** Motivo con cui nasce già chiusa: nessuno la deve guardare */
  readonly chiudiCon?: string;
}[];

export type Riepiloghi = {
  /** Minuti senza novità prima di mandare il riepilogo */
  readonly quieteMinuti: number;
  readonly dalle: string;
  readonly alle: string;
  /** Applicazione che li riceve anche con POST {url}/riepiloghi del suo servizio di integrazione */
  readonly idA2A?: string;
};

export type RigheDaIgnorare = readonly {
  readonly colonna?: ColonnaTabella;
  readonly modo: "INIZIA" | "CONTIENE" | "UGUALE";
  readonly testo: string;
}[];

export type Email = {
  readonly indirizzi: readonly string[];
  readonly oggetto?: string;
};

export type Filtri = {
  readonly stati?: readonly ("RISCOSSA" | "INCASSATA")[];
  readonly rendicontata?: boolean;
  readonly nonRendicontataDaGiorni?: number;
  readonly idTipiPendenza?: readonly string[];
  readonly idUnitaOperative?: readonly string[];
};

export type Allegato = {
  readonly tipo: "Esito pagamento" | "Marca da bollo";
  /** Base64 */
  readonly testo: string;
};

export type Annullamento = {
  readonly data: Istante;
  readonly motivo: string;
  readonly principal: string;
};

export type Etichette = readonly (
  | "RT_NO_IUF"
  | "RT_IUF"
  | "RT_IUF_TES"
  | "RT_TES"
  | "IUD_RT_IUF"
  | "IUD_RT_IUF_TES"
  | "IUD_NO_RT"
  | "RT_NO_IUD"
  | "RT_SENZA_RIVERSAMENTO"
  | "IUV_NO_RT"
  | "IUF_NO_TES"
  | "IUF_RICONCILIATO"
  | "IUF_TES_DIV_IMP"
  | "TES_NO_IUF_OR_IUV"
  | "TES_NO_MATCH"
  | "DOPPI"
  | "UNKNOWN"
)[];

export type Soggetto2 = {
  readonly tipo: "FLUSSO" | "MOVIMENTO" | "RISCONTRO";
  readonly descrizione: string;
  readonly idFlusso?: string;
  readonly idPsp?: string;
  readonly idMovimento?: string;
  readonly iuv?: string;
  readonly iur?: string;
  readonly indice?: number;
};

export type Fatti = {
  readonly importo?: number;
  readonly importoAtteso?: number;
  readonly giorno?: string;
  /** Righe interessate */
  readonly quante?: number;
  readonly iuv?: string;
  readonly idTipoPendenza?: string;
  readonly idUnitaOperativa?: string;
  readonly dettaglio?: string;
};

export type Rimborso = {
  readonly importo: number;
  readonly motivazione: string;
  readonly richiedente: string;
  readonly data: string;
  readonly idApprovazione?: string;
  readonly autorizzatoDa?: string;
  readonly mandato?: {
    readonly numero: string;
    readonly data: string;
  };
};

export interface OperazioniRiconciliazione {
  /** Contenuto di un allegato */
  readonly getAllegato: {
    readonly percorso: {
      readonly id: string;
    };
    readonly risposte: {
      readonly "application/octet-stream": Blob;
    };
  };
  /** Dettaglio di una pendenza dato il numero avviso, con le riscossioni delle sue voci */
  readonly getPendenzaByAvviso: {
    readonly percorso: {
      readonly idDominio: string;
      readonly numeroAvviso: string;
    };
    readonly risposte: {
      readonly "application/json": PendenzaPagata;
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
      readonly ordinamento?: string;
      readonly idDominio?: string;
      readonly dataDa?: GiornoOIstante;
      readonly dataA?: GiornoOIstante;
      readonly stato?: "Acquisito" | "Anomalo" | "Rifiutato";
      readonly iuv?: string;
      readonly idFlusso?: string;
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
  /** Carica un flusso di rendicontazione in XML */
  readonly addFlussoRendicontazione: {
    readonly query: {
      /** Di chi è il flusso: quello scritto nel documento */
      readonly idDominio: string;
    };
    readonly corpo: CorpoGrezzo<"application/xml" | "text/xml" | "application/gzip" | "application/octet-stream" | "multipart/form-data">;
    readonly risposte: {
      readonly "application/json": FlussoCaricato;
    };
  };
  /** Dettaglio di un flusso di rendicontazione, ultima revisione */
  readonly getFlussoRendicontazione: {
    readonly percorso: {
      readonly idDominio: string;
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
  /** Dettaglio di un flusso di rendicontazione, emissione indicata */
  readonly getFlussoRendicontazioneByData: {
    readonly percorso: {
      readonly idDominio: string;
      readonly idFlusso: string;
      readonly dataOraFlusso: DataOraFlusso;
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
  /** Un flusso di rendicontazione in XML, byte per byte come è arrivato */
  readonly getOriginaleFlusso: {
    readonly percorso: {
      readonly idDominio: string;
      readonly idFlusso: string;
    };
    readonly query?: {
      readonly dataOraFlusso?: DataOraFlusso;
    };
    readonly risposte: {
      readonly "application/xml": Blob;
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
  /** Dettaglio di una ricevuta, in JSON o stampata (Accept: application/pdf) */
  readonly getRicevuta: {
    readonly percorso: {
      readonly idDominio: string;
      readonly iuv: string;
      readonly idRicevuta: string;
    };
    readonly risposte: {
      readonly "application/json": Ricevuta;
      readonly "application/pdf": Blob;
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
      readonly stato?: "RISCOSSA" | "INCASSATA";
      /** Uno o più valori, separati da virgola */
      readonly tipo?: string;
      readonly iur?: string;
      /** Uno o più valori, separati da virgola */
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
        readonly risultati: readonly RiscossioneElencata[];
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
      readonly sct?: unknown;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly RiconciliazioneIndex[];
      };
    };
  };
  /** Registra un movimento di cassa da riconciliare */
  readonly addRiconciliazione: {
    readonly percorso: {
      readonly idDominio: string;
      readonly id: string;
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
      readonly id: string;
    };
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
    };
    readonly risposte: {
      readonly "application/json": Riconciliazione;
    };
  };
  /** Annulla una riconciliazione */
  readonly undoRiconciliazione: {
    readonly percorso: {
      readonly idDominio: string;
      readonly id: string;
    };
    readonly corpo: AnnullamentoRiconciliazione;
    readonly risposte: {
      readonly "application/json": Riconciliazione;
    };
  };
  /** Ripete una riconciliazione finita in errore */
  readonly retryRiconciliazione: {
    readonly percorso: {
      readonly idDominio: string;
      readonly id: string;
    };
    readonly risposte: {
      readonly "application/json": Riconciliazione;
    };
  };
  /** Che cosa si sa del denaro di ogni pagamento, flusso o movimento */
  readonly findRiscontri: {
    readonly query: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      readonly ordinamento?: string;
      readonly soggetto?: "TRASFERIMENTO" | "FLUSSO" | "MOVIMENTO";
      readonly idDominio: string;
      readonly iuv?: string;
      readonly etichetta?:
        | "RT_NO_IUF"
        | "RT_IUF"
        | "RT_IUF_TES"
        | "RT_TES"
        | "IUD_RT_IUF"
        | "IUD_RT_IUF_TES"
        | "IUD_NO_RT"
        | "RT_NO_IUD"
        | "RT_SENZA_RIVERSAMENTO"
        | "IUV_NO_RT"
        | "IUF_NO_TES"
        | "IUF_RICONCILIATO"
        | "IUF_TES_DIV_IMP"
        | "TES_NO_IUF_OR_IUV"
        | "TES_NO_MATCH"
        | "DOPPI"
        | "UNKNOWN";
      /** Di un trasferimento; NON_MIO: di un avviso emesso da un altro intermediario */
      readonly qualifica?: "BOLLO" | "ALTRO_BENEFICIARIO" | "NON_MIO" | "SENZA_RICEVUTA" | "STAND_IN" | "REVOCATO";
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
        readonly risultati: readonly Riscontro[];
      };
    };
  };
  /** Elenco delle proposte di abbinamento, dalla più sicura */
  readonly findProposte: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      readonly idDominio?: string;
      readonly idMovimento?: string;
      readonly fiduciaMinima?: number;
      readonly dataDa?: Giorno;
      readonly dataA?: Giorno;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly PropostaAbbinamento[];
      };
    };
  };
  /** Conferma una proposta: il movimento paga ciò che la proposta dice */
  readonly confirmProposta: {
    readonly percorso: {
      readonly idDominio: string;
      readonly id: string;
    };
    readonly corpo: ConfermaProposta;
    readonly risposte: {
      readonly "application/json": RegolaAbbinamento;
    };
  };
  /** Rifiuta una proposta: non sarà ripetuta */
  readonly rejectProposta: {
    readonly percorso: {
      readonly idDominio: string;
      readonly id: string;
    };
    readonly corpo: RifiutoProposta;
    readonly risposte: {
      readonly "application/json": RegolaAbbinamento;
    };
  };
  /** Elenco delle decisioni delle persone sui movimenti */
  readonly findRegole: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      readonly ordinamento?: string;
      readonly idDominio?: string;
      readonly idMovimento?: string;
      readonly revocate?: "true" | "false";
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
        readonly risultati: readonly RegolaAbbinamento[];
      };
    };
  };
  /** Decide a mano che cosa paga un movimento, che cosa non paga, o che non è di pagoPA */
  readonly addRegola: {
    readonly corpo: NuovaRegolaAbbinamento;
    readonly risposte: {
      readonly "application/json": RegolaAbbinamento;
    };
  };
  /** Revoca una decisione: il movimento torna ai calcoli */
  readonly revokeRegola: {
    readonly percorso: {
      readonly idDominio: string;
      readonly id: string;
    };
    readonly corpo: RevocaRegola;
    readonly risposte: {
      readonly "application/json": RegolaAbbinamento;
    };
  };
  /** Notifica i pagamenti che risultano al sistema dell'ente */
  readonly addPagamentiNotificati: {
    readonly query: {
      readonly idDominio: string;
    };
    readonly corpo: Blob | CorpoGrezzo<"text/csv">;
    readonly risposte: {
      readonly "application/json": EsitoPagamentiNotificati;
    };
  };
  /** Impostazioni dell'abbinamento di un ente */
  readonly getImpostazioni: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly risposte: {
      readonly "application/json": ImpostazioniRiscontri;
    };
  };
  /** Sostituisce le impostazioni dell'abbinamento di un ente */
  readonly saveImpostazioni: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly corpo: NuoveImpostazioniRiscontri;
    readonly risposte: {
      readonly "application/json": ImpostazioniRiscontri;
    };
  };
  /** Elenco delle anomalie da lavorare */
  readonly findAnomalie: {
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
      readonly stato?: "APERTA" | "RISOLTA" | "CHIUSA";
      readonly inAttesa?: "true" | "false";
      readonly codice?: string;
      readonly coda?: string;
      readonly assegnatario?: string;
      readonly soggetto?: "FLUSSO" | "MOVIMENTO" | "RISCONTRO";
      readonly scadenzaEntro?: Giorno;
      readonly testo?: string;
    };
    readonly risposte: {
      readonly "application/json": Anomalie;
    };
  };
  /** Un'anomalia, che cosa significa, che cosa fare, e tutto ciò che le è successo */
  readonly getAnomalia: {
    readonly percorso: {
      readonly idDominio: string;
      readonly id: string;
    };
    readonly risposte: {
      readonly "application/json": AnomaliaRiscontro;
    };
  };
  /** Assegna, annota, rimanda, nasconde, chiude o riapre un'anomalia */
  readonly updateAnomalia: {
    readonly percorso: {
      readonly idDominio: string;
      readonly id: string;
    };
    readonly corpo: readonly VariazioneAnomalia[];
    readonly risposte: {
      readonly "application/json": AnomaliaIndex;
    };
  };
  /** Le stesse variazioni su molte anomalie */
  readonly addAzioneAnomalie: {
    readonly corpo: AzioneAnomalie;
    readonly risposte: {
      readonly "application/json": EsitoAzioneAnomalie;
    };
  };
  /** Le regole con cui le anomalie di un ente vanno agli uffici */
  readonly getInstradamento: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly risposte: {
      readonly "application/json": InstradamentoOutput;
    };
  };
  /** Scrive le regole con cui le anomalie di un ente vanno agli uffici */
  readonly saveInstradamento: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly corpo: Instradamento;
    readonly risposte: {
      readonly "application/json": InstradamentoOutput;
    };
  };
  /** Dove andrebbero, con queste regole, le anomalie aperte */
  readonly tryInstradamento: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly corpo: Instradamento;
    readonly risposte: {
      readonly "application/json": ProvaInstradamento;
    };
  };
  /** Riepiloghi delle anomalie arrivate in ogni coda */
  readonly findRiepiloghi: {
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
      readonly coda?: string;
    };
    readonly risposte: {
      readonly "application/json": RiepiloghiAnomalie;
    };
  };
  /** Elenco dei pagamenti su cui c'è da decidere, in JSON o in CSV (Accept: text/csv, la pagina chiesta) */
  readonly findFascicoli: {
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
      readonly daLavorare?: "true" | "false";
      readonly stato?: "APERTO" | "IN_QUARANTENA" | "ACCETTATO" | "RIMBORSO_PROPOSTO" | "RIMBORSO_AUTORIZZATO" | "RIMBORSATO" | "CHIUSO";
      readonly motivo?:
        | "PAGAMENTO_DUPLICATO"
        | "PAGATA_DOPO_ANNULLAMENTO"
        | "IMPORTO_ECCEDENTE"
        | "IMPORTO_INFERIORE"
        | "VERSAMENTI_DIVERSI"
        | "PENDENZA_SCONOSCIUTA";
      readonly assegnatario?: string;
      readonly iuv?: string;
    };
    readonly risposte: {
      readonly "application/json": Fascicoli;
      readonly "text/csv": Blob;
    };
  };
  /** Un fascicolo, con chi ha pagato, l'effetto contabile e le decisioni; o il solo effetto contabile in CSV (Accept: text/csv) */
  readonly getFascicolo: {
    readonly percorso: {
      readonly idDominio: string;
      readonly id: string;
    };
    readonly risposte: {
      readonly "application/json": Fascicolo;
      readonly "text/csv": Blob;
    };
  };
  /** Decide di un fascicolo: accetta, mette da parte, propone o registra un rimborso, chiude, riapre */
  readonly updateFascicolo: {
    readonly percorso: {
      readonly idDominio: string;
      readonly id: string;
    };
    readonly corpo: AzioneFascicolo;
    readonly risposte: {
      readonly "application/json": FascicoloIndex;
    };
  };
  /** La lettera a chi ha pagato: che cosa è successo e che cosa si è deciso */
  readonly getLettera: {
    readonly percorso: {
      readonly idDominio: string;
      readonly id: string;
    };
    readonly risposte: {
      readonly "application/pdf": Blob;
    };
  };
  /** Che cosa c'è in questo sospeso? */
  readonly analyzeSospeso: {
    readonly corpo: RichiestaAnalisiSospeso;
    readonly risposte: {
      readonly "application/json": AnalisiSospeso;
      readonly "text/csv": Blob;
    };
  };
  /** Causali che sembrano di pagoPA e non si leggono */
  readonly findCausaliSconosciute: {
    readonly query: {
      readonly idDominio: string;
      readonly stato?: "DA_LEGGERE" | "LETTA" | "NON_PAGOPA";
      readonly dal?: string;
      readonly al?: string;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati: number;
        readonly risultati: readonly CausaleSconosciuta[];
      };
    };
  };
  /** Segna le causali di una forma come lette, o come non pagoPA */
  readonly decideCausaleSconosciuta: {
    readonly percorso: {
      readonly idDominio: string;
    };
    readonly corpo: NuovaDecisioneCausale;
    readonly risposte: {
      readonly "application/json": {
        readonly forma: string;
        readonly decisione: "DA_LEGGERE" | "LETTA" | "NON_PAGOPA";
        readonly nota?: string;
        readonly utente: string;
        readonly data: Istante;
      };
    };
  };
  /** Elenco dei file della tesoreria */
  readonly findCaricamenti: {
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
      readonly stato?: "IN_CARICAMENTO" | "IN_ATTESA" | "IN_ELABORAZIONE" | "ESEGUITO" | "ESEGUITO_CON_SCARTI" | "SCARTATO";
      /** Nome che la banca dà al giornale intero, diviso in pagine */
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
        readonly risultati: readonly CaricamentoTesoreriaIndex[];
      };
    };
  };
  /** Carica un file della tesoreria */
  readonly addCaricamento: {
    readonly query: {
      readonly idDominio: string;
      readonly formato?: "OPI" | "CAMT053" | "CAMT054" | "CBI_RH" | "POSTE" | "BANCA" | "FDR";
      /** Profilo di lettura dell'ente, per i file di una banca */
      readonly profilo?: string;
      /** Nome del file, se non arriva con il modulo */
      readonly nomeFile?: string;
      /** Legge il file anche se è già stato caricato: i movimenti non si ripetono */
      readonly forza?: "true" | "false";
    };
    readonly corpo: CorpoGrezzo<
      | "application/xml"
      | "text/xml"
      | "text/csv"
      | "text/plain"
      | "application/zip"
      | "application/vnd.ms-excel"
      | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      | "application/octet-stream"
      | "multipart/form-data"
    >;
    readonly risposte: {
      readonly "application/json": CaricamentoTesoreriaIndex;
    };
  };
  /** Annuncia un file della tesoreria di grandi dimensioni e risponde dove scriverlo */
  readonly addCaricamentoFirmato: {
    readonly corpo: NuovoCaricamentoTesoreria;
    readonly risposte: {
      readonly "application/json": CaricamentoTesoreriaFirmato;
    };
  };
  /** Dettaglio, avanzamento ed esito di un file della tesoreria */
  readonly getCaricamento: {
    readonly percorso: {
      readonly id: string;
    };
    readonly risposte: {
      readonly "application/json": CaricamentoTesoreria;
    };
  };
  /** Le righe scartate, con il motivo */
  readonly getScartiCaricamento: {
    readonly percorso: {
      readonly id: string;
    };
    readonly risposte: {
      readonly "text/csv": Blob;
    };
  };
  /** Il file caricato, byte per byte */
  readonly getOriginaleCaricamento: {
    readonly percorso: {
      readonly id: string;
    };
    readonly risposte: {
      readonly "application/octet-stream": Blob;
    };
  };
  /** Elenco dei movimenti di tesoreria */
  readonly findMovimenti: {
    readonly query?: {
      readonly pagina?: number;
      readonly risultatiPerPagina?: number;
      readonly metadatiPaginazione?: "true" | "false";
      readonly maxRisultati?: "true" | "false";
      readonly cursore?: string;
      readonly ordinamento?: string;
      readonly idDominio?: string;
      readonly dataDa?: Giorno;
      readonly dataA?: Giorno;
      readonly stato?: "IN_ATTESA" | "ESEGUITO" | "REGOLARIZZATO" | "STORNATO";
      readonly segno?: "ENTRATA" | "USCITA";
      readonly conto?: string;
      readonly importoDa?: number;
      readonly importoA?: number;
      /** Parte della causale, senza distinguere maiuscole e minuscole */
      readonly testo?: string;
      /** Flusso di rendicontazione nominato, anche in parte, nella causale */
      readonly idFlusso?: string;
      readonly numeroSospeso?: string;
      readonly esercizio?: number;
      readonly idCaricamento?: string;
    };
    readonly risposte: {
      readonly "application/json": {
        readonly numRisultati?: number;
        readonly numPagine?: number;
        readonly risultatiPerPagina?: number;
        readonly pagina?: number;
        readonly prossimiRisultati?: string;
        readonly maxRisultati?: number;
        readonly risultati: readonly MovimentoTesoreriaIndex[];
      };
    };
  };
  /** Dettaglio di un movimento di tesoreria */
  readonly getMovimento: {
    readonly percorso: {
      readonly idDominio: string;
      readonly id: string;
    };
    readonly risposte: {
      readonly "application/json": MovimentoTesoreria;
    };
  };
  /** Elenco dei profili di lettura delle tabelle del tesoriere */
  readonly findProfiliLettura: {
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
        readonly risultati: readonly ProfiloLettura[];
      };
    };
  };
  /** Dettaglio di un profilo di lettura */
  readonly getProfiloLettura: {
    readonly percorso: {
      readonly idDominio: string;
      readonly nome: string;
    };
    readonly risposte: {
      readonly "application/json": ProfiloLettura;
    };
  };
  /** Crea o sostituisce un profilo di lettura */
  readonly saveProfiloLettura: {
    readonly percorso: {
      readonly idDominio: string;
      readonly nome: string;
    };
    readonly corpo: NuovoProfiloLettura;
    readonly risposte: {
      readonly "application/json": ProfiloLettura;
    };
  };
  /** Prova un profilo su un file, senza caricare nulla */
  readonly previewProfiloLettura: {
    readonly corpo: RichiestaAnteprimaLettura;
    readonly risposte: {
      readonly "application/json": AnteprimaLettura;
    };
  };
  /** Pagato, rendicontato e incassato per ufficio, tipo di pendenza, capitolo, accertamento e quota */
  readonly findAccertamenti: {
    readonly query: {
      readonly idDominio: string;
      readonly dataDa: Giorno;
      readonly dataA: Giorno;
      /** Uno o più valori, separati da virgola */
      readonly gruppi?: string;
    };
    readonly risposte: {
      readonly "application/json": ProspettoAccertamenti;
      readonly "text/csv": Blob;
    };
  };
  /** Di chi è il denaro delle ricevute di un ente: suo, di avvisi di altri intermediari, di altri beneficiari (TEFA) */
  readonly findBeneficiari: {
    readonly query: {
      readonly idDominio: string;
      readonly dataDa: Giorno;
      readonly dataA: Giorno;
      /** Uno o più valori, separati da virgola */
      readonly gruppi?: string;
      readonly quotaAttesa?: string;
      readonly idBeneficiario?: string;
      readonly soloRendicontati?: "true" | "false";
    };
    readonly risposte: {
      readonly "application/json": ProspettoBeneficiari;
      readonly "text/csv": Blob;
    };
  };
  /** Propone le reversali che regolarizzano i sospesi, anche come flusso OPI */
  readonly proposeReversali: {
    readonly corpo: RichiestaReversali;
    readonly risposte: {
      readonly "application/json": PropostaReversali;
      readonly "application/xml": Blob;
    };
  };
  /** Elenco dei tracciati verso la contabilità */
  readonly findTracciatiContabili: {
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
        readonly risultati: readonly TracciatoContabile[];
      };
    };
  };
  /** Dettaglio di un tracciato contabile */
  readonly getTracciatoContabile: {
    readonly percorso: {
      readonly idDominio: string;
      readonly nome: string;
    };
    readonly risposte: {
      readonly "application/json": TracciatoContabile;
    };
  };
  /** Crea o sostituisce un tracciato contabile */
  readonly saveTracciatoContabile: {
    readonly percorso: {
      readonly idDominio: string;
      readonly nome: string;
    };
    readonly corpo: NuovoTracciatoContabile;
    readonly risposte: {
      readonly "application/json": TracciatoContabile;
    };
  };
  /** Chiede il file di un tracciato contabile per i pagamenti, o i flussi, di un periodo */
  readonly runTracciatoContabile: {
    readonly percorso: {
      readonly idDominio: string;
      readonly nome: string;
    };
    readonly corpo: NuovaEsecuzioneTracciato;
    readonly risposte: {
      readonly "application/json": EsecuzioneTracciatoContabile;
    };
  };
  /** Un'esecuzione di un tracciato contabile, e dove si scarica il file */
  readonly getEsecuzioneTracciato: {
    readonly percorso: {
      readonly idDominio: string;
      readonly nome: string;
      readonly id: string;
    };
    readonly risposte: {
      readonly "application/json": EsecuzioneTracciatoContabile;
    };
  };
  /** Che cosa è cambiato dall'ultima volta, di un dominio */
  readonly getVariazioni: {
    readonly query?: {
      readonly idDominio?: string;
      readonly cursore?: string;
      readonly dataDa?: GiornoOIstante;
      /** Uno o più valori, separati da virgola */
      readonly tipi?: string;
      readonly limite?: number;
    };
    readonly risposte: {
      readonly "application/json": PaginaVariazioni;
    };
  };
  /** Identità e autorizzazioni del chiamante */
  readonly getProfilo: {
    readonly risposte: {
      readonly "application/json": Profilo;
    };
  };
}

export const riconciliazione: Api<OperazioniRiconciliazione> = {
  base: "/riconciliazione/v3",
  operazioni: {
    getAllegato: { metodo: "GET", percorso: "/allegati/{id}", tipi: ["application/octet-stream"] },
    getPendenzaByAvviso: { metodo: "GET", percorso: "/pendenze/byAvviso/{idDominio}/{numeroAvviso}", tipi: ["application/json"] },
    findFlussiRendicontazione: { metodo: "GET", percorso: "/flussiRendicontazione", tipi: ["application/json"] },
    addFlussoRendicontazione: { metodo: "POST", percorso: "/flussiRendicontazione", tipi: ["application/json"] },
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
    getOriginaleFlusso: { metodo: "GET", percorso: "/flussiRendicontazione/{idDominio}/{idFlusso}/originale", tipi: ["application/xml"] },
    findRicevute: { metodo: "GET", percorso: "/ricevute", tipi: ["application/json"] },
    getRicevuta: { metodo: "GET", percorso: "/ricevute/{idDominio}/{iuv}/{idRicevuta}", tipi: ["application/json", "application/pdf"] },
    findRiscossioni: { metodo: "GET", percorso: "/riscossioni", tipi: ["application/json"] },
    getRiscossione: { metodo: "GET", percorso: "/riscossioni/{idDominio}/{iuv}/{iur}/{indice}", tipi: ["application/json"] },
    findRiconciliazioni: { metodo: "GET", percorso: "/riconciliazioni", tipi: ["application/json"] },
    addRiconciliazione: { metodo: "PUT", percorso: "/riconciliazioni/{idDominio}/{id}", tipi: ["application/json"] },
    getRiconciliazione: { metodo: "GET", percorso: "/riconciliazioni/{idDominio}/{id}", tipi: ["application/json"] },
    undoRiconciliazione: { metodo: "POST", percorso: "/riconciliazioni/{idDominio}/{id}/annullamento", tipi: ["application/json"] },
    retryRiconciliazione: { metodo: "POST", percorso: "/riconciliazioni/{idDominio}/{id}/ripetizione", tipi: ["application/json"] },
    findRiscontri: { metodo: "GET", percorso: "/riscontri", tipi: ["application/json"] },
    findProposte: { metodo: "GET", percorso: "/proposte", tipi: ["application/json"] },
    confirmProposta: { metodo: "POST", percorso: "/proposte/{idDominio}/{id}/conferma", tipi: ["application/json"] },
    rejectProposta: { metodo: "POST", percorso: "/proposte/{idDominio}/{id}/rifiuto", tipi: ["application/json"] },
    findRegole: { metodo: "GET", percorso: "/regole", tipi: ["application/json"] },
    addRegola: { metodo: "POST", percorso: "/regole", tipi: ["application/json"] },
    revokeRegola: { metodo: "POST", percorso: "/regole/{idDominio}/{id}/revoca", tipi: ["application/json"] },
    addPagamentiNotificati: { metodo: "POST", percorso: "/pagamentiNotificati", tipi: ["application/json"] },
    getImpostazioni: { metodo: "GET", percorso: "/impostazioni/{idDominio}", tipi: ["application/json"] },
    saveImpostazioni: { metodo: "PUT", percorso: "/impostazioni/{idDominio}", tipi: ["application/json"] },
    findAnomalie: { metodo: "GET", percorso: "/anomalie", tipi: ["application/json"] },
    getAnomalia: { metodo: "GET", percorso: "/anomalie/{idDominio}/{id}", tipi: ["application/json"] },
    updateAnomalia: { metodo: "PATCH", percorso: "/anomalie/{idDominio}/{id}", tipi: ["application/json"] },
    addAzioneAnomalie: { metodo: "POST", percorso: "/anomalie/azioni", tipi: ["application/json"] },
    getInstradamento: { metodo: "GET", percorso: "/instradamenti/{idDominio}", tipi: ["application/json"] },
    saveInstradamento: { metodo: "PUT", percorso: "/instradamenti/{idDominio}", tipi: ["application/json"] },
    tryInstradamento: { metodo: "POST", percorso: "/instradamenti/{idDominio}/prova", tipi: ["application/json"] },
    findRiepiloghi: { metodo: "GET", percorso: "/riepiloghi", tipi: ["application/json"] },
    findFascicoli: { metodo: "GET", percorso: "/fascicoli", tipi: ["application/json", "text/csv"] },
    getFascicolo: { metodo: "GET", percorso: "/fascicoli/{idDominio}/{id}", tipi: ["application/json", "text/csv"] },
    updateFascicolo: { metodo: "PATCH", percorso: "/fascicoli/{idDominio}/{id}", tipi: ["application/json"] },
    getLettera: { metodo: "GET", percorso: "/fascicoli/{idDominio}/{id}/lettera", tipi: ["application/pdf"] },
    analyzeSospeso: { metodo: "POST", percorso: "/sospesi/analisi", tipi: ["application/json", "text/csv"] },
    findCausaliSconosciute: { metodo: "GET", percorso: "/causaliSconosciute", tipi: ["application/json"] },
    decideCausaleSconosciuta: { metodo: "POST", percorso: "/causaliSconosciute/{idDominio}/decisioni", tipi: ["application/json"] },
    findCaricamenti: { metodo: "GET", percorso: "/caricamenti", tipi: ["application/json"] },
    addCaricamento: { metodo: "POST", percorso: "/caricamenti", tipi: ["application/json"] },
    addCaricamentoFirmato: { metodo: "POST", percorso: "/caricamenti/firmati", tipi: ["application/json"] },
    getCaricamento: { metodo: "GET", percorso: "/caricamenti/{id}", tipi: ["application/json"] },
    getScartiCaricamento: { metodo: "GET", percorso: "/caricamenti/{id}/scarti", tipi: ["text/csv"] },
    getOriginaleCaricamento: { metodo: "GET", percorso: "/caricamenti/{id}/originale", tipi: ["application/octet-stream"] },
    findMovimenti: { metodo: "GET", percorso: "/movimenti", tipi: ["application/json"] },
    getMovimento: { metodo: "GET", percorso: "/movimenti/{idDominio}/{id}", tipi: ["application/json"] },
    findProfiliLettura: { metodo: "GET", percorso: "/profiliLettura/{idDominio}", tipi: ["application/json"] },
    getProfiloLettura: { metodo: "GET", percorso: "/profiliLettura/{idDominio}/{nome}", tipi: ["application/json"] },
    saveProfiloLettura: { metodo: "PUT", percorso: "/profiliLettura/{idDominio}/{nome}", tipi: ["application/json"] },
    previewProfiloLettura: { metodo: "POST", percorso: "/profiliLettura/anteprima", tipi: ["application/json"] },
    findAccertamenti: { metodo: "GET", percorso: "/accertamenti", tipi: ["application/json", "text/csv"] },
    findBeneficiari: { metodo: "GET", percorso: "/beneficiari", tipi: ["application/json", "text/csv"] },
    proposeReversali: { metodo: "POST", percorso: "/reversali/proposta", tipi: ["application/json", "application/xml"] },
    findTracciatiContabili: { metodo: "GET", percorso: "/tracciatiContabili/{idDominio}", tipi: ["application/json"] },
    getTracciatoContabile: { metodo: "GET", percorso: "/tracciatiContabili/{idDominio}/{nome}", tipi: ["application/json"] },
    saveTracciatoContabile: { metodo: "PUT", percorso: "/tracciatiContabili/{idDominio}/{nome}", tipi: ["application/json"] },
    runTracciatoContabile: { metodo: "POST", percorso: "/tracciatiContabili/{idDominio}/{nome}/esecuzioni", tipi: ["application/json"] },
    getEsecuzioneTracciato: {
      metodo: "GET",
      percorso: "/tracciatiContabili/{idDominio}/{nome}/esecuzioni/{id}",
      tipi: ["application/json"],
    },
    getVariazioni: { metodo: "GET", percorso: "/variazioni", tipi: ["application/json"] },
    getProfilo: { metodo: "GET", percorso: "/profilo", tipi: ["application/json"] },
  },
};

/** What the API tells of a debt (reference 2.4 and 2.6, v2): days in Europe/Rome, amounts as JSON numbers, state as of today. */
import * as z from "zod";
import { Contabilita, Documento, LINGUE_SECONDARIE, Metadata, Proprieta, TASSONOMIE_AVVISO, TIPI_CONTABILITA } from "./modelli-comuni.ts";

const opz = z.exactOptional;
const testo = z.string();
const testoOpz = opz(testo);
const giorno = z.iso.date();
const giornoOpz = opz(giorno);
const importo = z.number();
const libero = z.record(z.string(), z.unknown());

export const STATI_PENDENZA = ["ESEGUITA", "NON_ESEGUITA", "ESEGUITA_PARZIALE", "ANNULLATA", "SCADUTA", "ANOMALA", "INCASSATA"] as const;

export const SegnalazionePendenza = z
  .strictObject({ data: testoOpz, codice: testo, descrizione: testo, dettaglio: testoOpz })
  .meta({ id: "SegnalazionePendenza" });

const Soggetto = z
  .strictObject({
    tipo: z.enum(["F", "G"]),
    identificativo: testo,
    anagrafica: testo,
    indirizzo: testoOpz,
    civico: testoOpz,
    cap: testoOpz,
    localita: testoOpz,
    provincia: testoOpz,
    nazione: testoOpz,
    email: testoOpz,
    pec: testoOpz,
    cellulare: testoOpz,
  })
  .meta({ id: "SoggettoPendenza" });

const DominioPendenza = z.strictObject({ idDominio: testo, ragioneSociale: testo }).meta({ id: "DominioPendenza" });
const UnitaOperativaPendenza = z.strictObject({ idUnita: testo, ragioneSociale: testo }).meta({ id: "UnitaOperativaPendenza" });

const comuni = {
  idA2A: testo,
  idPendenza: testo,
  idTipoPendenza: testo,
  tipo: z.enum(["dovuto", "spontaneo"]),
  dominio: DominioPendenza,
  unitaOperativa: opz(UnitaOperativaPendenza),
  stato: z.enum(STATI_PENDENZA),
  segnalazioni: z.array(SegnalazionePendenza),
  iuvAvviso: testo,
  iuvPagamento: testoOpz,
  numeroAvviso: testo,
  UUID: testo,
  nome: testoOpz,
  causale: testo,
  soggettoPagatore: Soggetto,
  importo,
  dataCaricamento: giorno,
  dataValidita: giornoOpz,
  dataScadenza: giornoOpz,
  dataUltimoAggiornamento: giorno,
  dataPagamento: giornoOpz,
  dataNotificaAvviso: giornoOpz,
  dataPromemoriaScadenza: giornoOpz,
  annoRiferimento: opz(z.number().int()),
  cartellaPagamento: testoOpz,
  tassonomia: testoOpz,
  tassonomiaAvviso: opz(z.enum(TASSONOMIE_AVVISO)),
  direzione: testoOpz,
  divisione: testoOpz,
  datiAllegati: opz(libero),
  documento: opz(Documento),
  proprieta: opz(Proprieta),
  prova: opz(z.literal(true)).meta({ description: "Di un dominio in prova: non si paga davvero, e niente di essa arriva a pagoPA" }),
} as const;

export const PendenzaIndex = z
  .strictObject({ ...comuni, rpp: z.string().meta({ description: "Collegamento alle richieste di pagamento della pendenza" }) })
  .meta({ id: "PendenzaIndex" });

/** An element of a list asked with `campi`: only those fields. */
export const PendenzaIndexParziale = PendenzaIndex.partial().meta({ id: "PendenzaIndexParziale" });

export const CAMPI_PENDENZA = PendenzaIndex.keyof().options;

export const comuniRpp = {
  stato: testo,
  dettaglioStato: testoOpz,
  segnalazioni: z.array(SegnalazionePendenza),
  rpt: libero,
  rt: opz(libero),
  modello: z.enum(["Pagamento ad iniziativa Ente", "Pagamento ad iniziativa PSP", "Modello unico"]),
} as const;

export const RppPendenza = z
  .strictObject({ ...comuniRpp, pendenza: PendenzaIndex.meta({ description: "Dentro una pendenza, senza datiAllegati" }) })
  .meta({ id: "RppPendenza" });
/** An element of a list asked with `campi`: only those fields. */
export const RppPendenzaParziale = RppPendenza.partial().meta({ id: "RppPendenzaParziale" });
export const CAMPI_RPP = RppPendenza.keyof().options;

export const VocePendenza = z
  .strictObject({
    indice: z.number().int().min(1).max(5),
    idVocePendenza: testo,
    importo,
    descrizione: testo,
    descrizioneCausaleRPT: testoOpz,
    stato: z.enum(["Eseguito", "Non eseguito", "Anomalo"]),
    senzaRpt: opz(z.literal(true)).meta({ description: "Pagata, ma la prova è la riga di un flusso: la ricevuta non è arrivata" }),
    dominio: opz(DominioPendenza).meta({ description: "Beneficiario, quando non è il dominio della pendenza" }),
    datiAllegati: opz(libero),
    contabilita: opz(Contabilita),
    metadata: opz(Metadata),
    codEntrata: testoOpz,
    ibanAccredito: testoOpz,
    ibanAppoggio: testoOpz,
    tipoContabilita: opz(z.enum(TIPI_CONTABILITA)),
    codiceContabilita: testoOpz,
    tipoBollo: opz(z.literal("01")),
    hashDocumento: testoOpz,
    provinciaResidenza: testoOpz,
    codiceTassonomicoPagoPA: testoOpz.meta({ description: "Con un bollo, o con il prefisso che esclude dalla Request-to-Pay" }),
  })
  .meta({ id: "VocePendenza" });

export const AllegatoPendenza = z
  .strictObject({
    nome: testo,
    tipo: testo,
    descrizione: testoOpz,
    contenuto: testo.meta({ description: "Percorso da cui scaricarlo, /allegati/{id}" }),
    dimensione: z.number().int().meta({ description: "Byte" }),
    impronta: testo.meta({ description: "Digest SHA-256: in una PUT sostituisce il contenuto" }),
  })
  .meta({ id: "AllegatoPendenza" });

export const PagataAltrove = z
  .strictObject({ data: giorno, importo, riferimento: testo, mezzo: testoOpz })
  .meta({ id: "PagataAltrove", description: "Pagata fuori da pagoPA: resta ANNULLATA, e non si paga più" });

export const NotificaSend = z
  .strictObject({
    iun: testoOpz,
    aggiungiCosto: opz(z.literal(true)),
    costo: opz(importo).meta({ description: "Costo della notifica all'ultima lettura" }),
    costoApplicato: opz(importo).meta({ description: "La parte dell'importo della pendenza che è costo della notifica" }),
    lettoIl: testoOpz,
    dataVisualizzazione: testoOpz,
    dataPerfezionamento: testoOpz,
    dataNotifica: giornoOpz.meta({ description: "La prima tra visualizzazione e perfezionamento" }),
    fineRiduzione: giornoOpz.meta({ description: "Ultimo giorno della rata che vale per alcuni giorni dalla notifica" }),
  })
  .meta({ id: "NotificaSend", description: "Notifica dell'avviso con SEND" });

export const Pendenza = z
  .strictObject({
    ...comuni,
    descrizioneStato: testoOpz,
    pagataAltrove: opz(PagataAltrove),
    notificaSend: opz(NotificaSend),
    voci: z.array(VocePendenza),
    rpp: z.array(RppPendenza),
    allegati: opz(z.array(AllegatoPendenza)),
  })
  .meta({ id: "Pendenza" });

/** Answer of a PUT (reference 2.1). */
export const PendenzaCreata = z
  .strictObject({
    idDominio: testo,
    numeroAvviso: testo,
    UUID: testo.meta({ description: "Casuale: permette a un collegamento pubblico di aprire l'avviso" }),
    segnalazioni: opz(z.array(SegnalazionePendenza)).meta({
      description: "Che cosa non torna, senza impedire il caricamento: testi, date, cifre di controllo, tassonomia",
    }),
    pdf: testoOpz.meta({ description: "Avviso in base64, con stampaAvviso=true; mai per una pendenza di soli bolli" }),
  })
  .meta({ id: "PendenzaCreata" });

export const Avviso = z
  .strictObject({
    stato: z.enum(["DUPLICATA", "NON_ESEGUITA", "ANNULLATA", "SCONOSCIUTA", "SCADUTA"]),
    importo,
    idDominio: testo,
    numeroAvviso: testo,
    dataValidita: giornoOpz,
    dataScadenza: giornoOpz,
    dataPagamento: giornoOpz,
    descrizione: testo,
    tassonomiaAvviso: opz(z.enum(TASSONOMIE_AVVISO)),
    qrcode: testo,
    barcode: testoOpz.meta({ description: "Assente se il dominio non ha un GLN" }),
  })
  .meta({ id: "Avviso" });

export const linguaSecondaria = z.enum(LINGUE_SECONDARIE);

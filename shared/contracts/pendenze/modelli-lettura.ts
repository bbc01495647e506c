/** What the API tells of a debt (reference 2.4 and 2.6, v2): days in Europe/Rome, amounts as JSON numbers, state as of today. */
import * as z from "zod";
import {
  Contabilita,
  Documento,
  LINGUE_SECONDARIE,
  Metadata,
  Proprieta,
  TASSONOMIE_AVVISO,
  TIPI_CONTABILITA,
} from "./modelli-scrittura.ts";

const opz = z.exactOptional;
const giorno = z.iso.date();
const importo = z.number();
const libero = z.record(z.string(), z.unknown());

export const STATI_PENDENZA = ["ESEGUITA", "NON_ESEGUITA", "ESEGUITA_PARZIALE", "ANNULLATA", "SCADUTA", "ANOMALA", "INCASSATA"] as const;

export const SegnalazionePendenza = z
  .strictObject({ data: opz(z.string()), codice: z.string(), descrizione: z.string(), dettaglio: opz(z.string()) })
  .meta({ id: "SegnalazionePendenza" });

const Soggetto = z
  .strictObject({
    tipo: z.enum(["F", "G"]),
    identificativo: z.string(),
    anagrafica: z.string(),
    indirizzo: opz(z.string()),
    civico: opz(z.string()),
    cap: opz(z.string()),
    localita: opz(z.string()),
    provincia: opz(z.string()),
    nazione: opz(z.string()),
    email: opz(z.string()),
    cellulare: opz(z.string()),
  })
  .meta({ id: "SoggettoPendenza" });

const DominioPendenza = z.strictObject({ idDominio: z.string(), ragioneSociale: z.string() }).meta({ id: "DominioPendenza" });
const UnitaOperativaPendenza = z.strictObject({ idUnita: z.string(), ragioneSociale: z.string() }).meta({ id: "UnitaOperativaPendenza" });

const comuni = {
  idA2A: z.string(),
  idPendenza: z.string(),
  idTipoPendenza: z.string(),
  tipo: z.enum(["dovuto", "spontaneo"]),
  dominio: DominioPendenza,
  unitaOperativa: opz(UnitaOperativaPendenza),
  stato: z.enum(STATI_PENDENZA),
  segnalazioni: z.array(SegnalazionePendenza),
  iuvAvviso: z.string(),
  iuvPagamento: opz(z.string()),
  numeroAvviso: z.string(),
  UUID: z.string(),
  nome: opz(z.string()),
  causale: z.string(),
  soggettoPagatore: Soggetto,
  importo,
  dataCaricamento: giorno,
  dataValidita: opz(giorno),
  dataScadenza: opz(giorno),
  dataUltimoAggiornamento: giorno,
  dataPagamento: opz(giorno),
  dataNotificaAvviso: opz(giorno),
  dataPromemoriaScadenza: opz(giorno),
  annoRiferimento: opz(z.number().int()),
  cartellaPagamento: opz(z.string()),
  tassonomia: opz(z.string()),
  tassonomiaAvviso: opz(z.enum(TASSONOMIE_AVVISO)),
  direzione: opz(z.string()),
  divisione: opz(z.string()),
  datiAllegati: opz(libero),
  documento: opz(Documento),
  proprieta: opz(Proprieta),
} as const;

export const PendenzaIndex = z
  .strictObject({ ...comuni, rpp: z.string().meta({ description: "Collegamento alle richieste di pagamento della pendenza" }) })
  .meta({ id: "PendenzaIndex" });

/** An element of a list asked with `campi`: only those fields. */
export const PendenzaIndexParziale = PendenzaIndex.partial().meta({ id: "PendenzaIndexParziale" });

export const CAMPI_PENDENZA = z.enum(Object.keys(PendenzaIndex.shape));

export const RppPendenza = z
  .strictObject({
    stato: z.string(),
    dettaglioStato: opz(z.string()),
    segnalazioni: z.array(SegnalazionePendenza),
    rpt: libero,
    rt: opz(libero),
    pendenza: z.string().meta({ description: "Collegamento al dettaglio della pendenza" }),
    modello: z.enum(["Pagamento ad iniziativa Ente", "Pagamento ad iniziativa PSP", "Modello unico"]),
  })
  .meta({ id: "RppPendenza" });

export const VocePendenza = z
  .strictObject({
    indice: z.number().int().min(1).max(5),
    idVocePendenza: z.string(),
    importo,
    descrizione: z.string(),
    descrizioneCausaleRPT: opz(z.string()),
    stato: z.enum(["Eseguito", "Non eseguito", "Anomalo"]),
    dominio: opz(DominioPendenza).meta({ description: "Beneficiario, quando non è il dominio della pendenza" }),
    datiAllegati: opz(libero),
    contabilita: opz(Contabilita),
    metadata: opz(Metadata),
    codEntrata: opz(z.string()),
    ibanAccredito: opz(z.string()),
    ibanAppoggio: opz(z.string()),
    tipoContabilita: opz(z.enum(TIPI_CONTABILITA)),
    codiceContabilita: opz(z.string()),
    tipoBollo: opz(z.literal("01")),
    hashDocumento: opz(z.string()),
    provinciaResidenza: opz(z.string()),
  })
  .meta({ id: "VocePendenza" });

export const Pendenza = z
  .strictObject({ ...comuni, descrizioneStato: opz(z.string()), voci: z.array(VocePendenza), rpp: z.array(RppPendenza) })
  .meta({ id: "Pendenza" });

export const Avviso = z
  .strictObject({
    stato: z.enum(["DUPLICATA", "NON_ESEGUITA", "ANNULLATA", "SCONOSCIUTA", "SCADUTA"]),
    importo,
    idDominio: z.string(),
    numeroAvviso: z.string(),
    dataValidita: opz(giorno),
    dataScadenza: opz(giorno),
    dataPagamento: opz(giorno),
    descrizione: z.string(),
    tassonomiaAvviso: opz(z.enum(TASSONOMIE_AVVISO)),
    qrcode: z.string(),
    barcode: opz(z.string()).meta({ description: "Assente se il dominio non ha un GLN" }),
  })
  .meta({ id: "Avviso" });

export const linguaSecondaria = z.enum(LINGUE_SECONDARIE);

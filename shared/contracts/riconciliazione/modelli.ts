/** What accounting reads (reference 2.5, 2.7, 2.8): flows with their rows, receipts, collected amounts, reconciliations. Amounts are JSON numbers. */
import * as z from "zod";
import { Pendenza, VocePendenza } from "../pendenze/modelli-lettura.ts";

const opz = z.exactOptional;
const importo = z.number();
const giorno = z.iso.date();
/** With milliseconds and offset of Europe/Rome. */
const istante = z.iso.datetime({ offset: true });
const libero = z.record(z.string(), z.unknown());

export const DominioRiconciliazione = z
  .strictObject({ idDominio: z.string(), ragioneSociale: z.string() })
  .meta({ id: "DominioRiconciliazione" });

export const SegnalazioneRiconciliazione = z
  .strictObject({ data: istante, codice: z.string(), descrizione: z.string(), dettaglio: opz(z.string()) })
  .meta({ id: "SegnalazioneRiconciliazione" });

export const TIPI_RISCOSSIONE = ["ENTRATA", "MBT", "ALTRO_INTERMEDIARIO", "ENTRATA_PA_NON_INTERMEDIATA"] as const;
export const STATI_RISCOSSIONE = ["RISCOSSA", "INCASSATA"] as const;
export const STATI_FLUSSO = ["Acquisito", "Anomalo", "Rifiutato"] as const;

const prova = opz(z.literal(true)).meta({ description: "Di un dominio in prova: nessun denaro si è mosso, e nessun totale la conta" });

const riscossione = {
  dominio: DominioRiconciliazione,
  idDominio: z.string(),
  iuv: z.string(),
  iur: z.string(),
  idRicevuta: opz(z.string()),
  indice: z.number().int(),
  stato: z.enum(STATI_RISCOSSIONE),
  tipo: z.enum(TIPI_RISCOSSIONE),
  importo,
  data: giorno,
  allegato: opz(z.strictObject({ tipo: z.enum(["Esito pagamento", "Marca da bollo"]), testo: z.string().meta({ description: "Base64" }) })),
  pendenza: opz(z.string()).meta({ description: "Collegamento alla pendenza pagata, quando è nota" }),
  incasso: opz(z.string()).meta({ description: "Collegamento alla riconciliazione che l'ha incassata" }),
  prova,
} as const;

export const RiscossioneIndex = z.strictObject(riscossione).meta({ id: "RiscossioneIndex" });
/** An element of a list asked with `campi`: only those fields. */
export const RiscossioneIndexParziale = RiscossioneIndex.partial().meta({ id: "RiscossioneIndexParziale" });
export const CAMPI_RISCOSSIONE = z.enum(Object.keys(RiscossioneIndex.shape));

export const VocePendenzaRiscossa = z
  .strictObject({
    ...VocePendenza.shape,
    pendenza: z.strictObject({
      idA2A: z.string(),
      idPendenza: z.string(),
      idTipoPendenza: z.string(),
      numeroAvviso: z.string(),
      causale: z.string(),
    }),
  })
  .meta({ id: "VocePendenzaRiscossa" });

export const Riscossione = z.strictObject({ ...riscossione, vocePendenza: opz(VocePendenzaRiscossa) }).meta({ id: "Riscossione" });

export const Rendicontazione = z
  .strictObject({
    iuv: z.string(),
    iur: z.string(),
    indice: z.number().int(),
    importo,
    esito: z
      .number()
      .int()
      .meta({ description: "0 eseguito, 3 revocato, 4 stand-in, 8 stand-in senza ricevuta, 9 eseguito senza ricevuta, -1 sconosciuto" }),
    data: giorno,
    stato: z.enum(["OK", "ANOMALA", "ALTRO_INTERMEDIARIO"]),
    segnalazioni: z.array(SegnalazioneRiconciliazione),
    riscossione: opz(Riscossione),
  })
  .meta({ id: "Rendicontazione" });

const flusso = {
  idFlusso: z.string(),
  dataFlusso: istante,
  data: istante,
  trn: z.string(),
  dataRegolamento: giorno,
  dataOraPubblicazione: opz(istante),
  revisione: z.number().int(),
  obsoleto: z.boolean().meta({ description: "Vero quando esiste una revisione successiva" }),
  idPsp: z.string(),
  ragioneSocialePsp: opz(z.string()),
  bicRiversamento: opz(z.string()),
  idDominio: z.string(),
  ragioneSocialeDominio: z.string(),
  dominio: DominioRiconciliazione,
  numeroPagamenti: z.number().int(),
  importoTotale: importo,
  stato: z.enum(STATI_FLUSSO),
  segnalazioni: z.array(SegnalazioneRiconciliazione),
  riconciliazione: opz(z.string()).meta({ description: "Collegamento alla riconciliazione del flusso" }),
} as const;

export const FlussoRendicontazioneIndex = z.strictObject(flusso).meta({ id: "FlussoRendicontazioneIndex" });
export const FlussoRendicontazione = z
  .strictObject({ ...flusso, rendicontazioni: z.array(Rendicontazione) })
  .meta({ id: "FlussoRendicontazione" });

const IstitutoAttestante = z
  .strictObject({ idPSP: z.string(), denominazione: z.string(), idCanale: z.string(), descrizione: z.string() })
  .meta({ id: "IstitutoAttestante" });

const SoggettoRicevuta = Pendenza.shape.soggettoPagatore;

const ricevuta = {
  dominio: DominioRiconciliazione,
  iuv: z.string(),
  idRicevuta: z.string(),
  importo,
  esito: z.enum(["ESEGUITO", "NON_ESEGUITO"]),
  idPagamento: opz(z.string()),
  idSessionePsp: opz(z.string()),
  istitutoAttestante: IstitutoAttestante,
  versante: opz(SoggettoRicevuta),
  data: istante,
  dataPagamento: istante,
  prova,
} as const;

export const RicevutaIndex = z.strictObject(ricevuta).meta({ id: "RicevutaIndex" });

const VocePendenzaPagata = z.strictObject({ ...VocePendenza.shape, riscossione: opz(RiscossioneIndex) }).meta({ id: "VocePendenzaPagata" });
export const PendenzaPagata = Pendenza.omit({ rpp: true })
  .extend({ voci: z.array(VocePendenzaPagata) })
  .meta({ id: "PendenzaPagata" });

export const Ricevuta = z
  .strictObject({
    ...ricevuta,
    pendenza: opz(PendenzaPagata).meta({ description: "Assente quando la ricevuta è di un avviso sconosciuto" }),
    segnalazioni: z.array(SegnalazioneRiconciliazione),
    rpt: opz(z.strictObject({ tipo: z.enum(["ctPaymentPA", "ctPaymentPAV2", "ctRichiestaPagamentoTelematico"]), json: libero })).meta({
      description: "Dati consegnati al Nodo con paGetPayment",
    }),
    rt: z.strictObject({
      tipo: z.enum(["ctReceipt", "ctRicevutaTelematica"]),
      xml: opz(z.string()).meta({ description: "Messaggio ricevuto dal Nodo, byte per byte, in base64" }),
      json: libero,
    }),
    modello: z.enum(["Pagamento ad iniziativa Ente", "Pagamento ad iniziativa PSP", "Modello unico"]),
  })
  .meta({ id: "Ricevuta" });

/** The last two are not of GovPay: a person may undo a reconciliation. */
export const STATI_RICONCILIAZIONE = ["IN_ELABORAZIONE", "ACQUISITA", "ERRORE", "IN_ANNULLAMENTO", "ANNULLATA"] as const;

const riconciliazione = {
  id: z.string(),
  dominio: DominioRiconciliazione,
  stato: z.enum(STATI_RICONCILIAZIONE),
  descrizioneStato: opz(z.string()),
  importo,
  data: istante,
  dataValuta: opz(giorno),
  dataContabile: opz(giorno),
  contoAccredito: opz(z.string()),
  sct: z.string(),
  trn: opz(z.string()).meta({ description: "IUV o identificativo del flusso riconciliato" }),
  causale: opz(z.string()),
  iuv: opz(z.string()),
  idFlussoRendicontazione: opz(z.string()),
  movimenti: opz(z.array(z.strictObject({ idMovimento: z.string(), importo }))).meta({
    description: "Movimenti del giornale di cassa che la pagano; assente se registrata senza",
  }),
  annullamento: opz(z.strictObject({ data: istante, motivo: z.string(), principal: z.string() })),
} as const;

export const RiconciliazioneIndex = z.strictObject(riconciliazione).meta({ id: "RiconciliazioneIndex" });
export const Riconciliazione = z
  .strictObject({
    ...riconciliazione,
    segnalazioni: z.array(SegnalazioneRiconciliazione).meta({ description: "Righe che non è stato possibile riconciliare, le prime 200" }),
    riscossioni: z.array(Riscossione),
  })
  .meta({ id: "Riconciliazione" });

/** The shape of the messages of each queue. A message is small: the state it refers to is read where it lives. */
import * as z from "zod";

const istante = z.iso.datetime({ offset: false });

/** Raw envelope of paSendRT, paSendRTV2 or paaInviaRT, byte for byte; above the queue's limit it waits in the document bucket under `chiave`. */
export const MessaggioRicevuta = z.strictObject({
  id: z.string(),
  primitiva: z.enum(["paSendRT", "paSendRTV2", "paaInviaRT"]),
  /** Fault with which it was answered although it was kept, for the journal. */
  rifiuto: z.exactOptional(z.literal("PAA_RPT_SCONOSCIUTA")),
  /** How it got here; absent = delivered by the Node. */
  provenienza: z.exactOptional(z.enum(["NODO", "RECUPERO", "MANUALE", "PROVA"])),
  ricevutaAlle: istante,
  idPA: z.string(),
  idBrokerPA: z.string(),
  idStation: z.string(),
  principal: z.string(),
  /** How long the Node waited for our answer, for the journal. */
  durataMillisecondi: z.number().int(),
  busta: z.string().optional(),
  chiave: z.string().optional(),
  /** Encoding in which the envelope came, absent = UTF-8: its bytes are kept. */
  codifica: z.exactOptional(z.enum(["UTF-8", "UTF-16LE", "UTF-16BE", "ISO-8859-1"])),
});
export type MessaggioRicevuta = z.infer<typeof MessaggioRicevuta>;

const dellaPosizione = { idDominio: z.string(), iuv: z.string() };
/** What happened to a payment code, to be told; or a flow that was acquired: to whoever is told of it (a delivery is opened for each), or to one of them. */
export const MessaggioNotifica = z.discriminatedUnion("tipo", [
  z.strictObject({ tipo: z.enum(["RICEVUTA", "RPP"]), ...dellaPosizione, idRicevuta: z.string() }),
  z.strictObject({ tipo: z.enum(["ATTIVAZIONE", "ANNULLAMENTO"]), ...dellaPosizione, ccp: z.string() }),
  z.strictObject({
    ...{ tipo: z.literal("RENDICONTAZIONI"), idDominio: z.string(), idFlusso: z.string(), idPsp: z.string(), revisione: z.number().int() },
    destinatario: z.exactOptional(z.string()),
  }),
  z.strictObject({ tipo: z.literal("TRACCIATO"), idDominio: z.string(), id: z.string() }),
  z.strictObject({ tipo: z.literal("RIEPILOGO"), idDominio: z.string(), coda: z.string(), id: z.string() }),
]);
export type MessaggioNotifica = z.infer<typeof MessaggioNotifica>;

export const MessaggioFlusso = z.strictObject({
  idDominio: z.string(),
  idFlusso: z.string(),
  idPsp: z.string(),
  revisione: z.number().int(),
  pagina: z.number().int(),
});
export type MessaggioFlusso = z.infer<typeof MessaggioFlusso>;

export const MessaggioRiconciliazione = z.strictObject({ idDominio: z.string(), id: z.string(), tappa: z.number().int() });
export type MessaggioRiconciliazione = z.infer<typeof MessaggioRiconciliazione>;

/** `tappa`: how far the batch was when the message was written; an older message than its batch has nothing to do. */
export const MessaggioTracciato = z.strictObject({ id: z.string(), tappa: z.number().int() });
export type MessaggioTracciato = z.infer<typeof MessaggioTracciato>;

/** `richiesta`: the version of the debt that made the message; what is sent is the debt as it is when the message is read. */
export const MessaggioGpd = z.strictObject({ idDominio: z.string(), iuv: z.string(), richiesta: z.number().int() });
export type MessaggioGpd = z.infer<typeof MessaggioGpd>;

/** A legacy attempt: its RPT is written from the attempt, so sending twice sends the same. */
export const MessaggioRpt = z.strictObject({ idDominio: z.string(), iuv: z.string(), ccp: z.string() });
export type MessaggioRpt = z.infer<typeof MessaggioRpt>;

/** `tappa`: how far the replacement was when the message was written; an older message than its replacement has nothing to do. */
export const MessaggioCambio = z.strictObject({ id: z.string(), tappa: z.number().int() });
export type MessaggioCambio = z.infer<typeof MessaggioCambio>;

/** `tappa`: how far the import was when the message was written; an older message than its import has nothing to do. */
export const MessaggioImportazione = z.strictObject({ id: z.string(), tappa: z.number().int() });
export type MessaggioImportazione = z.infer<typeof MessaggioImportazione>;

/** `tracciatoContabile`: the creditor whose run of a layout it is; absent = a list asked for as a file. */
export const MessaggioEsportazione = z.strictObject({ id: z.string(), tracciatoContabile: z.exactOptional(z.string()) });
export type MessaggioEsportazione = z.infer<typeof MessaggioEsportazione>;

/** The turn of a subscriber. `prova`: only an announcement of test, with this id. */
export const MessaggioAbbonamento = z.strictObject({
  idDominio: z.string(),
  idAbbonamento: z.string(),
  prova: z.exactOptional(z.string()),
});
export type MessaggioAbbonamento = z.infer<typeof MessaggioAbbonamento>;

const chiavi = z.array(z.string().min(1).max(255)).max(50);
/** Evidence that has arrived, by key: flow ids, payment codes and receipts, movements; and payment codes whose transfers are to be examined one by one. */
export const MessaggioRiscontri = z.strictObject({
  idDominio: z.string(),
  flussi: chiavi,
  iuv: chiavi,
  iur: chiavi,
  movimenti: chiavi,
  esami: z.exactOptional(chiavi),
});
export type MessaggioRiscontri = z.infer<typeof MessaggioRiscontri>;

/** `tappa`: how far the loading was when the message was written; an older message than its loading has nothing to do. */
export const MessaggioTesoreria = z.strictObject({ idDominio: z.string(), id: z.string(), tappa: z.number().int() });
export type MessaggioTesoreria = z.infer<typeof MessaggioTesoreria>;

/** A debt whose messages to the citizen are to be decided again; one of them, whose time has come (`giro`: which arming of it); or what became of one that left. */
export const MessaggioComunicazione = z.discriminatedUnion("tipo", [
  z.strictObject({ tipo: z.literal("POSIZIONE"), idDominio: z.string(), iuv: z.string() }),
  z.strictObject({ tipo: z.literal("INVIO"), idDominio: z.string(), iuv: z.string(), id: z.string(), giro: z.number().int() }),
  z.strictObject({
    ...{ tipo: z.literal("ESITO"), idDominio: z.string(), iuv: z.string(), id: z.string(), giro: z.number().int() },
    controllo: z.number().int(),
  }),
]);
export type MessaggioComunicazione = z.infer<typeof MessaggioComunicazione>;

/** The story of a debt: an operation of ours, GovPay has none (its users ask for it, reference 8). */
import * as z from "zod";
import { giorno, idA2A, idPendenza } from "../comuni/campi.ts";
import { listaPaginata, queryLista } from "../comuni/pagina.ts";
import { defineOperation } from "../operation.ts";

/** Told to whoever sees the debt, whether or not it works on it. */
export const TIPI_FATTO_CITTADINO = [
  "PENDENZA_CREATA",
  "PENDENZA_AGGIORNATA",
  "SCADENZA_SPOSTATA",
  "PENDENZA_ANNULLATA",
  "PENDENZA_RIPRISTINATA",
  "PENDENZA_RIATTIVATA",
  "AVVISO_NOTIFICATO",
  "PAGAMENTO_AVVIATO",
  "PAGAMENTO_NON_CONCLUSO",
  "PAGAMENTO_NON_RIUSCITO",
  "PAGATA",
  "PAGATA_IN_PARTE",
  "PAGATA_DUE_VOLTE",
  "PAGATA_CON_ALTRO_IMPORTO",
  "PAGATA_SENZA_RICEVUTA",
  "RICEVUTA_ARRIVATA",
  "RICONCILIATA",
  "ANOMALIA_ACCETTATA",
  "RIMBORSO_ANNOTATO",
  "PENDENZA_RIAPERTA",
  "RIMBORSO_DISPOSTO",
  "COMUNICAZIONE_SPEDITA",
  "COMUNICAZIONE_RECAPITATA",
  "COMUNICAZIONE_LETTA",
  "COSTO_NOTIFICA",
] as const;

export const TIPI_FATTO = [
  ...TIPI_FATTO_CITTADINO,
  "PENDENZA_ANNOTATA",
  "PENDENZA_VARIATA",
  "CONTO_CAMBIATO",
  "PAGAMENTO_SOSTITUITO",
  "RICEVUTA_SENZA_EFFETTO",
  "RICEVUTA_MANCANTE",
  "RICERCA_RICEVUTA_CHIUSA",
  "RENDICONTATA",
  "RENDICONTATA_LA_REVOCA",
  "RICONCILIAZIONE_STORNATA",
  "ANOMALIA_APERTA",
  "ANOMALIA_RISOLTA",
  "FASCICOLO_APERTO",
  "FASCICOLO_DECISO",
  "COMUNICAZIONE_PREVISTA",
  "COMUNICAZIONE_IN_INVIO",
  "COMUNICAZIONE_NON_SPEDITA",
  "COMUNICAZIONE_ACCETTATA",
  "COMUNICAZIONE_NON_RECAPITATA",
  "COMUNICAZIONE_RICHIESTA",
  "NOTIFICA_CONSEGNATA",
  "NOTIFICA_IN_ATTESA",
  "NOTIFICA_ANNULLATA",
  "ARCHIVIO_PAGOPA",
  "ARCHIVIO_PAGOPA_SEGNALATO",
  "DATI_ANONIMIZZATI",
] as const;

const opz = <T extends z.ZodType>(tipo: T) => z.exactOptional(tipo);
const euro = z.number();
const testo = z.string();

const dettagliCittadino = {
  importo: opz(euro),
  importoPrima: opz(euro),
  costo: opz(euro),
  scadenza: opz(giorno),
  scadenzaPrima: opz(giorno),
  giorno: opz(giorno.meta({ description: "Giorno del pagamento" })),
  psp: opz(testo),
  idRicevuta: opz(testo),
  comunicazione: opz(testo.meta({ description: "AVVISO_PAGAMENTO, SCADENZA_AVVISO_PAGAMENTO, RICEVUTA_TELEMATICA" })),
  canale: opz(testo),
  pagante: opz(z.enum(["DEBITORE", "ALTRI"])),
  dopoAnnullamento: opz(z.literal(true)),
};

const Dettagli = z
  .strictObject({
    ...dettagliCittadino,
    importoDovuto: opz(euro),
    quando: opz(testo),
    ccp: opz(testo),
    stato: opz(testo),
    idFlusso: opz(testo),
    tentativi: opz(z.number().int()),
    archivio: opz(testo),
    motivo: opz(testo),
    decisione: opz(testo),
    provenienza: opz(z.enum(["RECUPERO", "MANUALE"])),
    idRiconciliazione: opz(testo),
    destinatario: opz(testo),
    mandato: opz(testo),
    motivazione: opz(testo),
    dettaglio: opz(testo),
  })
  .meta({ id: "DettagliFatto", description: "Ciò che si sa del fatto: importi in euro, giorni e date nel fuso Europe/Rome" });

const CampoVariato = z
  .strictObject({
    campo: z.string().meta({ description: "Nome del campo; per una voce, voci.{indice}.{campo}" }),
    prima: z.unknown().optional().meta({ description: "Assente se il campo non c'era" }),
    dopo: z.unknown().optional().meta({ description: "Assente se il campo non c'è più; per note e segnalazioni, solo quelle aggiunte" }),
  })
  .meta({ id: "CampoVariato" });

const data = z.string().meta({ description: "Data e ora, Europe/Rome" });
const descrizione = z.string().meta({ description: "Una frase, da leggere: le parole possono cambiare, il tipo no" });

const FattoStoria = z
  .strictObject({
    data,
    tipo: z.enum(TIPI_FATTO),
    descrizione,
    autore: z.string().meta({ description: "Principal di chi ha chiesto; pagoPA; sistema" }),
    dettagli: Dettagli,
    evento: opz(
      z.string().meta({
        description:
          "Solo se è cambiata la pendenza: creata, aggiornata, annullata, ripristinata, riattivata, modificata, paga, incassa...",
      }),
    ),
    campi: opz(z.array(CampoVariato)),
  })
  .meta({ id: "FattoStoria" });

export const FattoCittadino = z
  .strictObject({
    data,
    tipo: z.enum(TIPI_FATTO_CITTADINO),
    descrizione,
    autore: z.enum(["ente", "pagoPA", "sistema"]),
    dettagli: z.strictObject(dettagliCittadino).meta({ id: "DettagliFattoCittadino" }),
  })
  .meta({ id: "FattoCittadino" });

export const queryStoria = {
  ordinamento: z
    .string()
    .regex(/^[+\- ]?data$/, "è ammesso solo data, preceduto da + o -")
    .default("+data"),
};

export const DESCRIZIONE_STORIA =
  "Un elenco solo: caricamenti e variazioni, pagamenti avviati e conclusi, ricevute, rendicontazioni, riconciliazione, comunicazioni, notifiche, fascicoli. " +
  "In ordine di tempo, dal più vecchio (+data) o dal più recente (-data). Gli importi sono in euro.";

export const getStoriaPendenza = defineOperation({
  api: "pendenze",
  id: "getStoriaPendenza",
  method: "GET",
  path: "/pendenze/{idA2A}/{idPendenza}/storia",
  summary: "Storia di una pendenza: tutto ciò che le è successo, e chi l'ha cambiata in quali campi",
  description: `${DESCRIZIONE_STORIA} Una richiesta che non cambia nulla non lascia traccia nella storia.`,
  risorsa: "pendenze",
  auth: ["applicazione"],
  acl: { servizi: ["API Pendenze"], diritto: "R" },
  capacita: ["anagrafiche:read", "archivio:read"],
  peso: "lettura",
  params: z.strictObject({ idA2A, idPendenza }),
  query: queryLista(queryStoria),
  responses: { 200: listaPaginata(FattoStoria).meta({ id: "StoriaPendenza" }) },
  errors: ["PARAMETRO_NON_VALIDO", "NON_TROVATO"],
});

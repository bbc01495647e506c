/**
 * Every kind of fact of a debt, who may see it and in which words; and which details each reader may see. A table, so that what a citizen or the helpdesk
 * is shown can be read, and changed, in one place. Words of the citizen, in the other languages: `frasi-cittadino.ts`.
 */
import type { Lettore, NomeDettaglio } from "./fatto.ts";

interface VoceCatalogo {
  readonly lettori: readonly Lettore[];
  /** Template (`frase.ts`) for who works on the debt. */
  readonly frase: string;
}

const TUTTI = ["operatore", "applicazione", "assistenza", "cittadino"] as const;
const LAVORO = ["operatore", "applicazione", "assistenza"] as const;
const ENTE = ["operatore", "applicazione"] as const;

const tutti = (frase: string) => ({ lettori: TUTTI, frase }) as const;
const lavoro = (frase: string) => ({ lettori: LAVORO, frase }) as const;
const ente = (frase: string) => ({ lettori: ENTE, frase }) as const;

const PAGATA = "[ presso {psp}][ il {giorno}][, ricevuta {idRicevuta}].[ Ricevuta {provenienza}.]";
const DOPO = "[dopoAnnullamento? La pendenza era annullata.]";
const PERCHE = "[ {motivazione}][ {dettaglio}]";

export const CATALOGO_FATTI = {
  PENDENZA_CREATA: tutti("Pendenza caricata[: {importo}]."),
  PENDENZA_AGGIORNATA: tutti(
    "Pendenza aggiornata.[ L'importo passa da {importoPrima} a {importo}.][ La scadenza passa dal {scadenzaPrima} al {scadenza}.]",
  ),
  SCADENZA_SPOSTATA: tutti("Scadenza spostata[ dal {scadenzaPrima}][ al {scadenza}]."),
  PENDENZA_ANNULLATA: tutti(`Pendenza annullata.${PERCHE}`),
  PENDENZA_RIPRISTINATA: tutti(`Pendenza ripristinata: si può di nuovo pagare.${PERCHE}`),
  PENDENZA_RIATTIVATA: tutti("Pendenza annullata caricata di nuovo: si può pagare[ {importo}]."),
  PENDENZA_ANNOTATA: lavoro("Annotata la pendenza, senza cambiarne importo e stato."),
  PENDENZA_VARIATA: lavoro("Variata la pendenza."),
  CONTO_CAMBIATO: lavoro("Cambiato il conto di accredito."),
  AVVISO_NOTIFICATO: tutti("Avviso notificato al debitore, a detta dell'ente."),

  PAGAMENTO_AVVIATO: tutti("Pagamento avviato[ per {importo}][, codice {ccp}][, stato {stato}]."),
  PAGAMENTO_NON_CONCLUSO: tutti("Pagamento non concluso nei tempi[, codice {ccp}]."),
  PAGAMENTO_SOSTITUITO: lavoro("Pagamento lasciato per uno più recente[, codice {ccp}]."),
  PAGAMENTO_NON_RIUSCITO: tutti(`Pagamento non riuscito[ presso {psp}][, ricevuta {idRicevuta}]: la pendenza resta da pagare.`),
  PAGATA: tutti(`Pagata[: {importo}]${PAGATA}${DOPO}`),
  PAGATA_IN_PARTE: tutti(`Pagata in parte[: {importo}]${PAGATA}${DOPO}`),
  PAGATA_DUE_VOLTE: tutti(`Arrivato un altro pagamento[ di {importo}]${PAGATA} La pendenza era già pagata.`),
  PAGATA_CON_ALTRO_IMPORTO: tutti(`Arrivato un pagamento[ di {importo}] diverso dal dovuto${PAGATA}${DOPO}`),
  PAGATA_SENZA_RICEVUTA: tutti("Pagata[: {importo}]. Lo dice il flusso di rendicontazione, la ricevuta non c'è."),
  RICEVUTA_ARRIVATA: tutti("Arrivata la ricevuta di un pagamento già noto[, {idRicevuta}].[ Ricevuta {provenienza}.]"),
  RICEVUTA_SENZA_EFFETTO: lavoro("Arrivata una ricevuta che non cambia la pendenza[: {importo}][ presso {psp}][, ricevuta {idRicevuta}]."),
  RICEVUTA_MANCANTE: lavoro("Manca la ricevuta[ {idRicevuta}][ di un pagamento di {importo}].[ Nel flusso {idFlusso}.][ {dettaglio}]"),
  RICERCA_RICEVUTA_CHIUSA: lavoro("Ricerca della ricevuta[ {idRicevuta}] conclusa[: {stato}].[ {motivazione}][ {dettaglio}]"),

  RENDICONTATA: lavoro("Rendicontata[ per {importo}][ nel flusso {idFlusso}][, stato {stato}]."),
  RENDICONTATA_LA_REVOCA: lavoro("Il flusso[ {idFlusso}] rendiconta la revoca del pagamento[ di {importo}]."),
  RICONCILIATA: tutti("Riconciliata con la tesoreria[: {importo}][, riconciliazione {idRiconciliazione}]."),
  RICONCILIAZIONE_STORNATA: lavoro("Annullata la riconciliazione con la tesoreria[ {idRiconciliazione}]."),

  ANOMALIA_ACCETTATA: tutti("Accettata come pagata, così com'è.[ {motivazione}]"),
  RIMBORSO_ANNOTATO: tutti("Annotato il rimborso di ciò che è stato pagato in più[: {importo}].[ {motivazione}]"),
  PENDENZA_RIAPERTA: tutti("Riaperta: il pagamento è stato restituito o non era suo.[ {motivazione}]"),
  ANOMALIA_APERTA: lavoro("Aperta un'anomalia[: {motivo}].[ {dettaglio}]"),
  ANOMALIA_RISOLTA: lavoro("Risolta un'anomalia[: {motivo}].[ {motivazione}]"),
  FASCICOLO_APERTO: lavoro("Aperto un fascicolo[ su {importo}][: {motivo}].[ {dettaglio}]"),
  FASCICOLO_DECISO: lavoro("Nel fascicolo[: {decisione}].[ {motivazione}]"),
  RIMBORSO_DISPOSTO: tutti("Emesso il mandato di rimborso[ {mandato}][ per {importo}].[ {motivazione}]"),

  COMUNICAZIONE_PREVISTA: lavoro("Da mandare al debitore {comunicazione}[ con {canale}][, dal {quando}]."),
  COMUNICAZIONE_IN_INVIO: ente("Comincia l'invio: {comunicazione}[ con {canale}]."),
  COMUNICAZIONE_SPEDITA: tutti("Spedito al debitore: {comunicazione}[ con {canale}]."),
  COMUNICAZIONE_NON_SPEDITA: lavoro("Non spedito: {comunicazione}[ con {canale}][, stato {stato}]."),
  COMUNICAZIONE_ACCETTATA: lavoro("Preso in carico da chi lo recapita: {comunicazione}[ con {canale}]."),
  COMUNICAZIONE_RECAPITATA: tutti("Recapitato: {comunicazione}[ con {canale}]."),
  COMUNICAZIONE_LETTA: tutti("Letto: {comunicazione}[ con {canale}]."),
  COMUNICAZIONE_NON_RECAPITATA: lavoro("Non recapitato: {comunicazione}[ con {canale}]."),
  COSTO_NOTIFICA: tutti("Costo della notifica[: {costo}].[ L'importo passa da {importoPrima} a {importo}.]"),
  COMUNICAZIONE_RICHIESTA: lavoro("Chiesto un altro invio: {comunicazione}[ con {canale}]."),

  NOTIFICA_CONSEGNATA: lavoro("Il sistema dell'ente[ {destinatario}] è stato informato[: {motivo}][ {idRicevuta}]."),
  NOTIFICA_IN_ATTESA: lavoro(
    "Il sistema dell'ente[ {destinatario}] non è ancora informato[: {motivo}][, {tentativi} tentativi].[ {dettaglio}]",
  ),
  NOTIFICA_ANNULLATA: lavoro("Il sistema dell'ente[ {destinatario}] non sarà informato[: {motivo}].[ {dettaglio}]"),
  ARCHIVIO_PAGOPA: lavoro("Nell'archivio {archivio} di pagoPA: {stato}.[ {dettaglio}]"),
  ARCHIVIO_PAGOPA_SEGNALATO: lavoro("Segnalato sulla pendenza l'esito dell'archivio di pagoPA."),
  DATI_ANONIMIZZATI: lavoro("Tolti i dati personali, come vuole la legge."),
} as const satisfies Readonly<Record<string, VoceCatalogo>>;

export type TipoFatto = keyof typeof CATALOGO_FATTI;

export const isTipoFatto = (testo: string): testo is TipoFatto => Object.hasOwn(CATALOGO_FATTI, testo);

/** Told to a citizen. */
export type TipoCittadino = {
  [T in TipoFatto]: "cittadino" extends (typeof CATALOGO_FATTI)[T]["lettori"][number] ? T : never;
}[TipoFatto];

const lettoriDi = (tipo: TipoFatto): readonly Lettore[] => CATALOGO_FATTI[tipo].lettori;
export const isPer = (tipo: TipoFatto, lettore: Lettore): boolean => lettoriDi(tipo).includes(lettore);
export const isTipoCittadino = (tipo: TipoFatto): tipo is TipoCittadino => isPer(tipo, "cittadino");

/** What of a fact each reader may see. Free text, and names of who works on it, never leave the creditor: nobody can tell what they hold. */
export const DETTAGLI_VISTI: Readonly<Record<NomeDettaglio, readonly Lettore[]>> = {
  importo: TUTTI,
  importoPrima: TUTTI,
  costo: TUTTI,
  scadenza: TUTTI,
  scadenzaPrima: TUTTI,
  giorno: TUTTI,
  psp: TUTTI,
  idRicevuta: TUTTI,
  comunicazione: TUTTI,
  canale: TUTTI,
  pagante: TUTTI,
  dopoAnnullamento: TUTTI,
  importoDovuto: LAVORO,
  quando: LAVORO,
  ccp: LAVORO,
  stato: LAVORO,
  idFlusso: LAVORO,
  tentativi: LAVORO,
  archivio: LAVORO,
  motivo: LAVORO,
  decisione: LAVORO,
  provenienza: LAVORO,
  idRiconciliazione: ENTE,
  destinatario: ENTE,
  mandato: ENTE,
  motivazione: ENTE,
  dettaglio: ENTE,
};

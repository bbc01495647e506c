/**
 * What each anomaly means, in the words of an accounting office: what is seen, why it happens, what to do. The causes are those of the matching; the codes of
 * the flows (reference 5.4) are added here. Data, so that lists, details and documentation tell the same story.
 */
import { CAUSE } from "../riscontri/cause.ts";
import type { CodiceAnomalia } from "./codici-anomalia.ts";

export interface VoceCatalogo {
  readonly titolo: string;
  readonly significato: string;
  readonly causa: string;
  readonly rimedio: string;
  /** informazione: nothing to do, but worth telling. */
  readonly gravita: "anomalia" | "informazione";
}

const voce = (titolo: string, significato: string, causa: string, rimedio: string): VoceCatalogo => ({
  ...{ titolo, significato, causa, rimedio },
  gravita: "anomalia",
});

const DEI_FLUSSI = {
  "007101": voce(
    "Riga senza pagamento",
    "Una riga del flusso rendiconta un pagamento che in archivio non c'è.",
    "La ricevuta non è arrivata; il pagamento è di un altro intermediario.",
    "Seguire il recupero della ricevuta.",
  ),
  "007102": voce(
    "Riga con più pagamenti",
    "Più di un pagamento corrisponde alla stessa riga.",
    "Pagamenti ripetuti con lo stesso identificativo.",
    "Scegliere a quale pagamento va la riga, e chiedere al PSP perché si ripete.",
  ),
  "007104": voce(
    "Riga di importo diverso",
    "L'importo rendicontato è diverso da quello pagato.",
    "Errore del PSP; ricevuta o riga di un'altra revisione.",
    "Chiedere al PSP una nuova revisione del flusso.",
  ),
  "007106": voce(
    "Totale del flusso sbagliato",
    "La somma delle righe è diversa dal totale scritto nella testata.",
    "Flusso incompleto; errore del PSP.",
    "Acquisire di nuovo il flusso; se è uguale, chiedere al PSP una nuova revisione. Finché è così il flusso non si riconcilia da solo.",
  ),
  "007107": voce(
    "Numero di righe sbagliato",
    "Le righe sono più o meno di quelle che la testata dichiara.",
    "Flusso incompleto; righe ripetute.",
    "Acquisire di nuovo il flusso; se è uguale, chiedere al PSP una nuova revisione.",
  ),
  "007110": voce(
    "Esito sconosciuto",
    "La riga ha un codice di esito che le regole di pagoPA non prevedono.",
    "Errore del PSP.",
    "Chiedere al PSP che cosa significa, e una nuova revisione.",
  ),
  "007111": voce(
    "Senza ricevuta e senza pendenza",
    "Un pagamento senza ricevuta (esiti 8 e 9) è di una pendenza che non c'è.",
    "La pendenza è stata cancellata dal gestionale; l'avviso è di un altro intermediario.",
    "Caricare la pendenza e riprovare il recupero, o attribuire la somma a mano.",
  ),
  "007112": voce(
    "Revoca da verificare",
    "La riga revoca un pagamento e qui non c'è uno storno dello stesso importo.",
    "Il PSP ha restituito il denaro al debitore.",
    "Verificare con il PSP; se la somma è tornata al debitore, riaprire la pendenza.",
  ),
  "007114": voce(
    "Senza ricevuta, più voci",
    "Un pagamento senza ricevuta riguarda una pendenza con più di una voce.",
    "Manca la ricevuta che dice come si divide.",
    "Controllare la divisione tra le voci proposta dal recupero.",
  ),
  "007115": voce(
    "Riga ripetuta",
    "La stessa riga è due volte nel flusso.",
    "Errore del PSP.",
    "Chiedere al PSP una nuova revisione: l'accredito paga la riga una volta sola.",
  ),
  "007116": voce(
    "Flusso di un altro ente",
    "Il flusso dichiara un dominio diverso da quello per cui è stato chiesto.",
    "Errore del PSP o di chi ha caricato il file.",
    "Non riconciliarlo; segnalarlo al PSP.",
  ),
} as const satisfies Record<string, VoceCatalogo>;

/** One entry for each code, and for no other. */
export const CATALOGO_ANOMALIE: Readonly<Record<CodiceAnomalia, VoceCatalogo>> = { ...CAUSE, ...DEI_FLUSSI };

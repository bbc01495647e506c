/** Life of a bulk batch (tracciato): GovPay's states (reference 3.16), plus the file that is still to come and the stop on request. */
import { defineStati, type StatoDi } from "../stati.ts";

export const statiTracciato = defineStati({
  nome: "tracciato",
  stati: {
    IN_CARICAMENTO: "annunciato: il file deve ancora arrivare all'indirizzo di caricamento",
    IN_ATTESA: "il file è arrivato, l'elaborazione non è cominciata",
    IN_ELABORAZIONE: "le righe si elaborano a tappe",
    ELABORAZIONE_STAMPA: "le righe sono finite, si stampano gli avvisi",
    ESEGUITO: "tutte le righe sono riuscite",
    ESEGUITO_CON_ERRORI: "almeno una riga è stata rifiutata, o la lettura si è fermata prima della fine",
    SCARTATO: "il file non si può leggere: nessuna riga elaborata",
    INTERROTTO: "fermato su richiesta; ciò che era già elaborato resta",
  },
  iniziale: ["IN_CARICAMENTO", "IN_ATTESA"],
  eventi: {
    consegna: "il file è arrivato all'indirizzo di caricamento",
    elabora: "comincia la prima tappa",
    stampa: "le righe sono finite e sono chiesti gli avvisi",
    completa: "fine senza righe rifiutate",
    completaConErrori: "fine con righe rifiutate",
    scarta: "intestazione, formato o contenuto illeggibili",
    ferma: "chiesto da chi può vederlo",
  },
  transizioni: {
    consegna: { IN_CARICAMENTO: "IN_ATTESA" },
    elabora: { IN_ATTESA: "IN_ELABORAZIONE" },
    stampa: { IN_ELABORAZIONE: "ELABORAZIONE_STAMPA" },
    completa: { IN_ELABORAZIONE: "ESEGUITO", ELABORAZIONE_STAMPA: "ESEGUITO" },
    completaConErrori: { IN_ELABORAZIONE: "ESEGUITO_CON_ERRORI", ELABORAZIONE_STAMPA: "ESEGUITO_CON_ERRORI" },
    scarta: { IN_ATTESA: "SCARTATO", IN_ELABORAZIONE: "SCARTATO" },
    ferma: { IN_CARICAMENTO: "INTERROTTO", IN_ATTESA: "INTERROTTO", IN_ELABORAZIONE: "INTERROTTO", ELABORAZIONE_STAMPA: "INTERROTTO" },
  },
});

export type StatoTracciato = StatoDi<typeof statiTracciato>;

const IN_CORSO: readonly StatoTracciato[] = ["IN_CARICAMENTO", "IN_ATTESA", "IN_ELABORAZIONE", "ELABORAZIONE_STAMPA"];

/** Nothing will change any more. */
export const isConcluso = (stato: StatoTracciato): boolean => !IN_CORSO.includes(stato);

/** Life of a message to a citizen, from when it is decided to when it is known whether it left (reference 3.14). */
import { defineStati, type StatoDi } from "../stati.ts";

export const statiPromemoria = defineStati({
  nome: "promemoria",
  stati: {
    DA_SPEDIRE: "deciso: aspetta il suo giorno, o un nuovo tentativo",
    IN_INVIO: "qualcuno lo sta spedendo: nessun altro lo tocca finché la prenotazione dura",
    SPEDITO: "il canale lo ha preso in carico",
    ANNULLATO: "non serve più, o il cittadino non si raggiunge da questo canale",
    FALLITO: "il canale lo ha rifiutato, o non ha risposto da troppi tentativi: serve una persona",
    INCERTO: "chi lo spediva si è interrotto, o il canale non ha detto se l'ha preso: non si rimanda da solo, perché arriverebbe due volte",
  },
  iniziale: "DA_SPEDIRE",
  eventi: {
    prenota: "comincia l'invio",
    conferma: "il canale lo ha preso",
    rimanda: "guasto che passa, e di sicuro non è partito",
    rifiuta: "risposta che non cambierà riprovando",
    dubita: "non si sa se sia partito",
    annulla: "pagamento, annullamento, o cittadino non raggiungibile",
    riarma: "la pendenza torna da pagare, o cambia il giorno",
    rispedisci: "lo chiede un operatore",
    accerta: "il canale dice di averlo preso, o recapitato",
    respinge: "il canale dice di non averlo recapitato",
  },
  transizioni: {
    prenota: { DA_SPEDIRE: "IN_INVIO" },
    conferma: { IN_INVIO: "SPEDITO" },
    rimanda: { IN_INVIO: "DA_SPEDIRE" },
    rifiuta: { IN_INVIO: "FALLITO" },
    dubita: { IN_INVIO: "INCERTO" },
    annulla: { DA_SPEDIRE: "ANNULLATO", IN_INVIO: "ANNULLATO" },
    riarma: { ANNULLATO: "DA_SPEDIRE", DA_SPEDIRE: "DA_SPEDIRE" },
    accerta: { SPEDITO: "SPEDITO", INCERTO: "SPEDITO" },
    respinge: { SPEDITO: "FALLITO", INCERTO: "FALLITO" },
    rispedisci: { SPEDITO: "DA_SPEDIRE", ANNULLATO: "DA_SPEDIRE", FALLITO: "DA_SPEDIRE", INCERTO: "DA_SPEDIRE" },
  },
});

export type StatoPromemoria = StatoDi<typeof statiPromemoria>;

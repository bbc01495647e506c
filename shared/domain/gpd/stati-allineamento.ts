/** Life of the copy of a debt in an archive of pagoPA, as far as we know it. */
import { defineStati, type StatoDi } from "../stati.ts";

export const statiAllineamento = defineStati({
  nome: "allineamento",
  stati: {
    IN_INVIO: "qualcuno sta parlando con pagoPA: nessun altro la tocca finché la prenotazione dura",
    ALLINEATA: "l'archivio di pagoPA dice ciò che dice la pendenza",
    IN_ATTESA: "pagoPA non ha risposto, o ha chiesto di rallentare: si riprova da soli",
    RIFIUTATA: "pagoPA non accetta la posizione, o non risponde da troppi tentativi: serve una persona",
    DIFFORME: "per pagoPA è pagata e qui no: la ricevuta deve ancora arrivare, o si è persa",
    DA_RIPETERE: "una persona, o il controllo notturno, ha chiesto di rimandarla",
  },
  iniziale: "IN_INVIO",
  eventi: {
    prenota: "un messaggio della coda comincia l'invio, o lo riprende da chi non l'ha finito",
    conferma: "pagoPA ha ciò che si voleva",
    rimanda: "guasto che passa",
    rifiuta: "risposta che non cambierà riprovando",
    diverge: "pagoPA ha già incassato",
    ripeti: "si chiede un nuovo invio anche se la pendenza non è cambiata",
  },
  transizioni: {
    prenota: {
      IN_INVIO: "IN_INVIO",
      ALLINEATA: "IN_INVIO",
      IN_ATTESA: "IN_INVIO",
      RIFIUTATA: "IN_INVIO",
      DIFFORME: "IN_INVIO",
      DA_RIPETERE: "IN_INVIO",
    },
    conferma: { IN_INVIO: "ALLINEATA" },
    rimanda: { IN_INVIO: "IN_ATTESA" },
    rifiuta: { IN_INVIO: "RIFIUTATA" },
    diverge: { IN_INVIO: "DIFFORME" },
    ripeti: {
      ALLINEATA: "DA_RIPETERE",
      IN_ATTESA: "DA_RIPETERE",
      RIFIUTATA: "DA_RIPETERE",
      DIFFORME: "DA_RIPETERE",
      DA_RIPETERE: "DA_RIPETERE",
    },
  },
});

export type StatoAllineamento = StatoDi<typeof statiAllineamento>;

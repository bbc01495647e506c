/** Life of the replacement of an account by another in everything that is still to be paid. */
import { defineStati, type StatoDi } from "../stati.ts";

export const statiCambio = defineStati({
  nome: "cambio",
  stati: {
    IN_APPROVAZIONE: "chiesto: nulla cambia finché un'altra persona non lo approva",
    NON_APPROVATO: "rifiutato, o ritirato da chi l'aveva chiesto",
    IN_CORSO: "approvato: entrate e pendenze cambiano a tappe ripetibili",
    CONCLUSO: "nessuna pendenza da pagare indica più il vecchio conto, tranne quelle escluse dalla richiesta",
    CONCLUSO_CON_SCARTI: "concluso, ma qualche pendenza o entrata non si è potuta cambiare: è elencata con il motivo",
    INTERROTTO: "fermato da una persona, o perché il nuovo conto non è più utilizzabile; ciò che era già cambiato resta",
  },
  iniziale: "IN_APPROVAZIONE",
  eventi: {
    approva: "decisione di un'altra persona",
    rifiuta: "decisione di un'altra persona, o ritiro",
    completa: "ultima tappa, tutto cambiato",
    completaConScarti: "ultima tappa, qualcosa non si può cambiare",
    ferma: "chiesto da un operatore, o nuovo conto non più utilizzabile",
  },
  transizioni: {
    approva: { IN_APPROVAZIONE: "IN_CORSO" },
    rifiuta: { IN_APPROVAZIONE: "NON_APPROVATO" },
    completa: { IN_CORSO: "CONCLUSO" },
    completaConScarti: { IN_CORSO: "CONCLUSO_CON_SCARTI" },
    ferma: { IN_CORSO: "INTERROTTO" },
  },
});

export type StatoCambio = StatoDi<typeof statiCambio>;

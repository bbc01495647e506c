/** Life of a portal payment: the sum of the attempts it started, one for each debt in the cart. */
import { defineStati, type StatoDi } from "../stati.ts";

export const statiPagamento = defineStati({
  nome: "pagamento",
  stati: {
    IN_CORSO: "almeno un tentativo non ha ancora un esito",
    ESEGUITO: "pagate tutte le pendenze",
    NON_ESEGUITO: "non pagata nessuna pendenza",
    ESEGUITO_PARZIALE: "pagate alcune pendenze",
    ANNULLATO: "il cittadino ha rinunciato",
    FALLITO: "il pagamento non è stato avviato",
  },
  iniziale: "IN_CORSO",
  eventi: {
    esegui: "ricevuta per tutte le pendenze, anche in ritardo",
    eseguiParziale: "chiuso con ricevuta solo per alcune pendenze",
    chiudi: "chiuso senza ricevute",
    annulla: "ritorno da Checkout con rinuncia",
    fallisci: "rifiuto o irraggiungibilità di pagoPA all'avvio",
  },
  transizioni: {
    esegui: {
      IN_CORSO: "ESEGUITO",
      NON_ESEGUITO: "ESEGUITO",
      ESEGUITO_PARZIALE: "ESEGUITO",
      ANNULLATO: "ESEGUITO",
      FALLITO: "ESEGUITO",
    },
    eseguiParziale: {
      IN_CORSO: "ESEGUITO_PARZIALE",
      NON_ESEGUITO: "ESEGUITO_PARZIALE",
      ESEGUITO_PARZIALE: "ESEGUITO_PARZIALE",
      ANNULLATO: "ESEGUITO_PARZIALE",
      FALLITO: "ESEGUITO_PARZIALE",
    },
    chiudi: { IN_CORSO: "NON_ESEGUITO" },
    annulla: { IN_CORSO: "ANNULLATO" },
    fallisci: { IN_CORSO: "FALLITO" },
  },
});

export type StatoPagamento = StatoDi<typeof statiPagamento>;

/** How one attempt of the payment ended, if it did. */
export type EsitoTentativo = "IN_CORSO" | "ESEGUITO" | "NON_ESEGUITO" | "FALLITO";

/**
 * State of the payment from the outcomes of its attempts: any pending IN_CORSO, all equal that one, a mixture ESEGUITO_PARZIALE. A mixture
 * of which nothing was paid stays NON_ESEGUITO: "partly paid" would promise money that is not there.
 */
export function aggregateStato(esiti: readonly EsitoTentativo[]): Exclude<StatoPagamento, "ANNULLATO"> {
  if (esiti.length === 0 || esiti.includes("IN_CORSO")) return "IN_CORSO";
  if (esiti.every((esito) => esito === "ESEGUITO")) return "ESEGUITO";
  if (esiti.every((esito) => esito === "FALLITO")) return "FALLITO";
  return esiti.includes("ESEGUITO") ? "ESEGUITO_PARZIALE" : "NON_ESEGUITO";
}

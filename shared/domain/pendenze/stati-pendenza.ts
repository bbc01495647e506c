/** Life of a pendenza. SCADUTA is missing on purpose: no job writes it, it follows from the date of whoever looks. */
import { defineStati, type StatoDi } from "../stati.ts";
import { isTrascorso } from "../valori/date.ts";

export const statiPendenza = defineStati({
  nome: "pendenza",
  stati: {
    NON_ESEGUITA: "da pagare",
    ESEGUITA: "pagata per intero",
    ESEGUITA_PARZIALE: "pagate alcune voci",
    ANNULLATA: "annullata dall'ente; un pagamento che arriva lo stesso vince",
    INCASSATA: "pagata, e il denaro è riconciliato con la tesoreria per tutte le voci",
    ANOMALA: "pagata due volte o con un importo diverso dal dovuto",
  },
  iniziale: "NON_ESEGUITA",
  eventi: {
    aggiorna: "l'applicazione manda di nuovo la pendenza",
    annulla: "l'ente la annulla",
    ripristina: "l'ente toglie l'annullamento",
    paga: "ricevuta, o riga rendicontata senza ricevuta, che salda il dovuto",
    pagaParziale: "ricevuta che paga solo alcune voci",
    pagaAnomala: "seconda ricevuta, o importo diverso dal dovuto",
    incassaParziale: "riconciliate alcune voci",
    incassa: "riconciliata l'ultima voce",
    storna: "annullata la riconciliazione che ha incassato una voce",
    accettaAnomalia: "un operatore accetta come pagata una pendenza anomala",
    rimborsaAnomalia: "un operatore annota il rimborso di ciò che è stato pagato in più",
    riapri: "un operatore riapre una pendenza anomala il cui pagamento è stato restituito o non le appartiene",
  },
  transizioni: {
    aggiorna: { NON_ESEGUITA: "NON_ESEGUITA", ANNULLATA: "NON_ESEGUITA" },
    annulla: { NON_ESEGUITA: "ANNULLATA" },
    ripristina: { ANNULLATA: "NON_ESEGUITA" },
    paga: { NON_ESEGUITA: "ESEGUITA", ANNULLATA: "ESEGUITA", ESEGUITA_PARZIALE: "ESEGUITA" },
    pagaParziale: { NON_ESEGUITA: "ESEGUITA_PARZIALE", ESEGUITA_PARZIALE: "ESEGUITA_PARZIALE" },
    pagaAnomala: {
      NON_ESEGUITA: "ANOMALA",
      ESEGUITA: "ANOMALA",
      ESEGUITA_PARZIALE: "ANOMALA",
      ANNULLATA: "ANOMALA",
      INCASSATA: "ANOMALA",
      ANOMALA: "ANOMALA",
    },
    incassaParziale: { ESEGUITA: "ESEGUITA", ESEGUITA_PARZIALE: "ESEGUITA_PARZIALE", ANOMALA: "ANOMALA" },
    incassa: { ESEGUITA: "INCASSATA", ANOMALA: "ANOMALA" },
    storna: { INCASSATA: "ESEGUITA", ESEGUITA: "ESEGUITA", ESEGUITA_PARZIALE: "ESEGUITA_PARZIALE", ANOMALA: "ANOMALA" },
    accettaAnomalia: { ANOMALA: "ESEGUITA" },
    rimborsaAnomalia: { ANOMALA: "ESEGUITA" },
    riapri: { ANOMALA: "NON_ESEGUITA" },
  },
});

/** Stored state. */
export type StatoPendenza = StatoDi<typeof statiPendenza>;
/** State as callers see it. */
export type StatoPendenzaEsposto = StatoPendenza | "SCADUTA";

/** The state on a day: an unpaid debt is SCADUTA from the day after its dataScadenza. Both dates are days in Rome. */
export const statoPendenzaAl = (stato: StatoPendenza, dataScadenza: string | undefined, oggi: string): StatoPendenzaEsposto =>
  stato === "NON_ESEGUITA" && dataScadenza !== undefined && isTrascorso(dataScadenza, oggi) ? "SCADUTA" : stato;

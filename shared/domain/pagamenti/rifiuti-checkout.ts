/**
 * What Checkout answers when it does not open a cart, told apart (pagopa.md 6): one text for the citizen in front of the portal, one for the
 * operator who reads the journal, and whether it was a refusal or a failure.
 */
export type CausaCheckout =
  | "irraggiungibile"
  | "tempo"
  | "richiesta"
  | "credenziali"
  | "non-pagabile"
  | "troppe-richieste"
  | "guasto"
  | "nodo"
  | "inatteso";

interface SignificatoRifiuto {
  readonly codice: "NDP_000" | "NDP_001" | "PAG_014" | "TROPPE_RICHIESTE";
  readonly esito: "KO" | "FAIL";
  readonly cittadino: string;
  readonly operatore: string;
}

const RIPROVA =
  "Il servizio di pagamento non è disponibile in questo momento: riprovare fra qualche minuto. Nessun importo è stato addebitato.";
const ASSISTENZA = "Il pagamento non può essere avviato: contattare l'ente. Nessun importo è stato addebitato.";

export const RIFIUTI_CHECKOUT: Readonly<Record<CausaCheckout, SignificatoRifiuto>> = {
  irraggiungibile: { codice: "NDP_000", esito: "FAIL", cittadino: RIPROVA, operatore: "Checkout non è raggiungibile" },
  tempo: {
    codice: "NDP_000",
    esito: "FAIL",
    cittadino: RIPROVA,
    operatore: "Checkout non ha risposto in tempo: se ha aperto il carrello nessuno ne conosce l'indirizzo, e scade da solo",
  },
  richiesta: {
    codice: "NDP_001",
    esito: "KO",
    cittadino: ASSISTENZA,
    operatore: "Checkout ha rifiutato la forma del carrello (400): dati dell'ente o indirizzi di ritorno da correggere",
  },
  credenziali: {
    codice: "NDP_001",
    esito: "KO",
    cittadino: ASSISTENZA,
    operatore: "Checkout non riconosce la chiave di sottoscrizione o la delega dell'intermediario (401, 403)",
  },
  "non-pagabile": {
    codice: "PAG_014",
    esito: "KO",
    cittadino:
      "Uno degli avvisi risulta già pagato o in corso di pagamento: se il pagamento è stato interrotto, riprovare tra mezz'ora; altrimenti attendere la ricevuta.",
    operatore: "Checkout non accetta gli avvisi del carrello (422): già pagati, in corso di pagamento o ripetuti",
  },
  "troppe-richieste": {
    codice: "TROPPE_RICHIESTE",
    esito: "FAIL",
    cittadino: "Il servizio di pagamento riceve troppe richieste: riprovare fra qualche secondo. Nessun importo è stato addebitato.",
    operatore: "Checkout limita le chiamate (429): 150 ogni 10 secondi per indirizzo",
  },
  guasto: { codice: "NDP_001", esito: "FAIL", cittadino: RIPROVA, operatore: "Checkout ha un guasto interno (5xx)" },
  nodo: {
    codice: "NDP_000",
    esito: "FAIL",
    cittadino: RIPROVA,
    operatore: "Checkout non ha potuto verificare gli avvisi con il Nodo (502): la stazione risponde alle verifiche?",
  },
  inatteso: {
    codice: "NDP_001",
    esito: "FAIL",
    cittadino: ASSISTENZA,
    operatore: "Checkout ha risposto in un modo che il suo contratto non prevede",
  },
};

const STATI: Readonly<Record<number, CausaCheckout>> = {
  400: "richiesta",
  401: "credenziali",
  403: "credenziali",
  422: "non-pagabile",
  429: "troppe-richieste",
  502: "nodo",
};

/** @param status any but a 302 with its address. */
export const causaCheckout = (status: number): CausaCheckout => STATI[status] ?? (status >= 500 ? "guasto" : "inatteso");

/** Systems of others that the functions call, each behind a circuit breaker: how metrics and alarms name them, and what it means when they do not answer. */
interface SistemaChiamato {
  readonly nome: string;
  /** For whom reads the alarm. */
  readonly impatto: string;
}

export const sistemiChiamati = [
  { nome: "Checkout", impatto: "Checkout di pagoPA non risponde: i cittadini non riescono a pagare dai portali." },
  {
    nome: "NodoStorico",
    impatto: "Il Nodo non risponde alle chiamate della famiglia storica: con le stazioni V1 non si paga dai portali.",
  },
  { nome: "GPD", impatto: "Gli archivi GPD e ACA di pagoPA non rispondono: le variazioni delle pendenze arrivano in ritardo a chi paga." },
  { nome: "FdR", impatto: "Il servizio dei flussi di rendicontazione di pagoPA non risponde: i flussi arriveranno più tardi." },
  { nome: "BizEvents", impatto: "Il recupero delle ricevute di pagoPA non risponde: le ricevute mancanti restano da recuperare." },
  { nome: "BackofficeEC", impatto: "Il Backoffice di pagoPA non risponde: gli IBAN degli enti non si controllano." },
  {
    nome: "SistemaEnte",
    impatto: "Il gestionale di un ente non risponde: avvisi non verificati al pagamento, o ricevute consegnate in ritardo.",
  },
  { nome: "SEND", impatto: "SEND non risponde: il costo di notifica degli atti non si aggiorna al pagamento." },
  { nome: "Federazione", impatto: "Il back end di un partner non risponde: le sue posizioni non compaiono nel portale." },
] as const satisfies readonly SistemaChiamato[];

export type SistemaDaChiamare = (typeof sistemiChiamati)[number]["nome"];

/** Service and figure of the metric of an open breaker; the system is its `operazione`. */
export const SERVIZIO_USCITE = "uscite";
export const INTERRUTTORE_APERTO = "interruttoreAperto";

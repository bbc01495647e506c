/** What goes wrong in the exchanges with the Node and nobody else would see, because a refusal travels as HTTP 200: figures, and the alarms on them. */
interface CifraNodo {
  readonly nome: string;
  /** For whom reads the alarm. */
  readonly impatto: string;
}

export const cifreNodo = [
  {
    nome: "guasti",
    impatto: "Verifiche e attivazioni rispondono PAA_SYSTEM_ERROR: i cittadini non riescono a pagare.",
  },
  {
    nome: "ricevuteRifiutate",
    impatto: "Una ricevuta del Nodo è stata rifiutata e non conservata: il Nodo non la ripeterà, va caricata a mano.",
  },
] as const satisfies readonly CifraNodo[];

export type CifraDelNodo = (typeof cifreNodo)[number]["nome"];

/** Service and operation of these metrics: one series each, whatever function publishes it. */
export const SERVIZIO_NODO = "nodo";
export const OPERAZIONE_NODO = "paForNode";

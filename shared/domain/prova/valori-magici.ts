/**
 * Magic values: the amount of a debt, the tax code of its debtor or the mailbox of a message decides what happens to it, wherever pagoPA is only played. Whoever
 * integrates provokes an outcome with nothing but the value, and the same value always gives the same outcome.
 */

/** Which of the parties makes it happen. */
export const FAMIGLIE_PROVA = ["pagamento", "checkout", "ricevuta", "rendicontazione", "notifica", "comunicazione"] as const;
export type FamigliaProva = (typeof FAMIGLIE_PROVA)[number];

export interface ValoreMagico {
  readonly esito: string;
  readonly famiglia: FamigliaProva;
  /** Cents of the whole notice. */
  readonly importo?: bigint;
  /** Of the debtor; where it is absent, who acts does not know the debtor yet. */
  readonly codiceFiscale?: string;
  /** Mailbox of the addressee, for who knows nothing else of a message. */
  readonly posta?: string;
}

/** 7.FNN,77 euro: the family and a number in it. Check letters are right; no such person exists. */
export const VALORI_MAGICI = [
  { esito: "PAGATO", famiglia: "pagamento", importo: 710_177n, codiceFiscale: "PRVPGT80A01A562T" },
  { esito: "RIFIUTATO", famiglia: "pagamento", importo: 710_277n, codiceFiscale: "PRVRFT80A01A562T" },
  { esito: "IN_CORSO", famiglia: "pagamento", importo: 710_377n },
  { esito: "IMPORTO_CAMBIATO", famiglia: "pagamento", importo: 710_477n },
  { esito: "STAND_IN", famiglia: "pagamento", importo: 710_577n },

  { esito: "ANNULLATO", famiglia: "checkout", importo: 720_177n, codiceFiscale: "PRVNNL80A01A562O" },
  { esito: "ABBANDONATO", famiglia: "checkout", importo: 720_277n, codiceFiscale: "PRVBBN80A01A562K" },
  { esito: "MAI_TORNATO", famiglia: "checkout", importo: 720_377n, codiceFiscale: "PRVTRN80A01A562K" },
  { esito: "PAGATO_ALTROVE", famiglia: "checkout", importo: 720_477n },
  { esito: "CARRELLO_RIFIUTATO", famiglia: "checkout", importo: 720_577n },
  { esito: "CHECKOUT_GUASTO", famiglia: "checkout", importo: 720_677n },

  { esito: "RICEVUTA_TARDI", famiglia: "ricevuta", importo: 730_177n, codiceFiscale: "PRVTRD80A01A562A" },
  { esito: "RICEVUTA_DOPPIA", famiglia: "ricevuta", importo: 730_277n, codiceFiscale: "PRVDPP80A01A562R" },
  { esito: "RICEVUTA_SMARRITA", famiglia: "ricevuta", importo: 730_377n, codiceFiscale: "PRVSMR80A01A562X" },
  { esito: "RICEVUTA_DIVERSA", famiglia: "ricevuta", importo: 730_477n, codiceFiscale: "PRVDVR80A01A562A" },
  { esito: "RICEVUTA_KO", famiglia: "ricevuta", importo: 730_577n, codiceFiscale: "PRVKKO80A01A562W" },

  { esito: "FLUSSO_ASSENTE", famiglia: "rendicontazione", importo: 740_177n, codiceFiscale: "PRVFLA80A01A562F" },
  { esito: "FLUSSO_DIVERSO", famiglia: "rendicontazione", importo: 740_277n, codiceFiscale: "PRVFLD80A01A562I" },
  { esito: "ACCREDITO_ASSENTE", famiglia: "rendicontazione", importo: 740_377n, codiceFiscale: "PRVCRA80A01A562G" },
  { esito: "ACCREDITO_INFERIORE", famiglia: "rendicontazione", importo: 740_477n, codiceFiscale: "PRVCRN80A01A562T" },

  { esito: "NOTIFICA_RIFIUTATA", famiglia: "notifica", importo: 750_177n, codiceFiscale: "PRVNTR80A01A562O" },
  { esito: "NOTIFICA_RIPRESA", famiglia: "notifica", importo: 750_277n, codiceFiscale: "PRVNTP80A01A562M" },
  { esito: "NOTIFICA_LENTA", famiglia: "notifica", importo: 750_377n, codiceFiscale: "PRVNTL80A01A562I" },

  { esito: "APPIO_NON_ATTIVA", famiglia: "comunicazione", codiceFiscale: "PRVNTA80A01A562X" },
  { esito: "APPIO_ESCLUSO", famiglia: "comunicazione", codiceFiscale: "PRVSCL80A01A562E" },
  { esito: "APPIO_LIMITE", famiglia: "comunicazione", importo: 760_377n, codiceFiscale: "PRVLMT80A01A562S" },
  { esito: "POSTA_RESPINTA", famiglia: "comunicazione", posta: "respinta@prova.example" },
  { esito: "POSTA_PIENA", famiglia: "comunicazione", posta: "piena@prova.example" },
] as const satisfies readonly ValoreMagico[];

export type EsitoProva = (typeof VALORI_MAGICI)[number]["esito"];

/** What a party knows of the payment or message in its hands. */
export interface DatiProva {
  readonly importo?: bigint | undefined;
  readonly codiceFiscale?: string | undefined;
  readonly posta?: string | undefined;
}

/**
 * The outcome that the data of a payment ask for, among the families of who asks; undefined for ordinary data. The amount comes before the tax code: who has a
 * magic debtor with several debts can still choose for each.
 */
export const findEsitoProva = (dati: DatiProva, famiglie: readonly FamigliaProva[]): EsitoProva | undefined => {
  const voci: readonly (ValoreMagico & { readonly esito: EsitoProva })[] = VALORI_MAGICI.filter(({ famiglia }) =>
    famiglie.includes(famiglia),
  );
  for (const campo of ["importo", "codiceFiscale", "posta"] as const) {
    const valore = campo === "importo" ? dati.importo : dati[campo]?.toLowerCase();
    if (valore === undefined) continue;
    const trovata = voci.find((voce) => (campo === "importo" ? voce.importo : voce[campo]?.toLowerCase()) === valore);
    if (trovata !== undefined) return trovata.esito;
  }
  return undefined;
};

/** How much a magic value changes an amount, in cents: what is declared differently, or is missing. Never the distance between two magic amounts. */
export const SCARTO_PROVA = 50n;
/** How late is a receipt that comes late. */
export const RITARDO_PROVA_MINUTI = 10;

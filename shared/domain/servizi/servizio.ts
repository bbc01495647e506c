/** Services of pagoPA's catalogue (spontaneous payments at a PSP, paDemandPaymentNotice), as a creditor ties one to a debt type of its own. */

/** The schemas of the catalogue that we read (catalogo-servizi, SANP 3.12). */
export const SCHEMI_SERVIZIO = [
  "TassaAutomobilistica_1_1_0",
  "A001_Passaporto_1_0_0",
  "D847_Pesca_1_0_0",
  "Cup_1_0_0",
  "Cie_1_0_0",
] as const;
export type SchemaServizio = (typeof SCHEMI_SERVIZIO)[number];

/** Names of their fields: what a mapping may use. */
export const CAMPI_SERVIZIO: Readonly<Record<SchemaServizio, readonly string[]>> = {
  TassaAutomobilistica_1_1_0: ["tipoVeicoloTarga", "veicoloTarga"],
  A001_Passaporto_1_0_0: [
    "codicePratica",
    "codiceFiscalePagatore",
    "denominazionePagatore",
    "codiceFiscaleIntestatario",
    "denominazioneIntestatario",
  ],
  D847_Pesca_1_0_0: [
    "codicePratica",
    "codiceFiscalePagatore",
    "denominazionePagatore",
    "codiceFiscaleIntestatario",
    "denominazioneIntestatario",
    "note",
  ],
  Cup_1_0_0: [
    "organizationFiscalCode",
    "istatCode",
    "catastaleCode",
    "companyName",
    "debtorFiscalCode",
    "debtorFullName",
    "debtorEmail",
    "amount",
  ],
  Cie_1_0_0: ["codiceCausale", "codiceFiscaleComune", "codiceFiscaleIntestatario", "denominazioneIntestatario"],
};
/** Texts of the request by name of field; what was not there is absent. */
export type DatiServizio = Readonly<Record<string, string>>;

export interface ServizioPagoPA {
  /** Five characters each, given by pagoPA. */
  readonly idServizio: string;
  readonly idSoggettoServizio: string;
  readonly descrizione: string;
  readonly categoria?: string;
  readonly schema: SchemaServizio;
  /** Days, both included. */
  readonly dataInizioValidita: string;
  readonly dataFineValidita?: string;
  /** Whether the service foresees a fee, in the catalogue. */
  readonly commissione?: boolean;
  /** Application that owns the debts. */
  readonly idA2A: string;
  /** Body of the debt, with expressions on the fields of the schema. */
  readonly pendenza: Readonly<Record<string, unknown>>;
  readonly abilitato: boolean;
}

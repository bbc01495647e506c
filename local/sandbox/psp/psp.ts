/** The three payment service providers of the simulated market, one per way a sender may identify itself in a settlement flow. */
export interface Psp {
  /** idPSP of the Node. */
  readonly id: string;
  readonly nome: string;
  readonly codiceFiscale: string;
  /** How it signs its settlement flows: FdR `sender.type` and `sender.id`. */
  readonly tipoMittente: "ABI_CODE" | "BIC_CODE" | "LEGAL_PERSON";
  readonly idMittente: string;
  readonly bic: string;
  readonly idIntermediario: string;
  readonly idCanale: string;
  readonly descrizioneCanale: string;
  readonly metodo: string;
  /** Fee to the payer, in cents; never part of what the creditor gets. */
  readonly commissione: bigint;
}

export const PSP: readonly [Psp, Psp, Psp] = [
  {
    id: "ABI99001",
    nome: "Banca del Borgo S.p.A.",
    codiceFiscale: "99001000019",
    tipoMittente: "ABI_CODE",
    idMittente: "99001",
    bic: "BDBGIT2BXXX",
    idIntermediario: "99001000019",
    idCanale: "99001000019_01",
    descrizioneCanale: "Sportello e home banking",
    metodo: "bank_account",
    commissione: 120n,
  },
  {
    id: "FIOPIT2F",
    nome: "Fiore Pagamenti S.p.A.",
    codiceFiscale: "99002000018",
    tipoMittente: "BIC_CODE",
    idMittente: "FIOPIT2F",
    bic: "FIOPIT2FXXX",
    idIntermediario: "99002000018",
    idCanale: "99002000018_02",
    descrizioneCanale: "App e carte",
    metodo: "creditCard",
    commissione: 150n,
  },
  {
    id: "99003000017",
    nome: "Cassa Rurale di Valfiorita",
    codiceFiscale: "99003000017",
    tipoMittente: "LEGAL_PERSON",
    idMittente: "99003000017",
    bic: "CRVFIT2TXXX",
    idIntermediario: "99003000017",
    idCanale: "99003000017_01",
    descrizioneCanale: "Sportello",
    metodo: "cash",
    commissione: 100n,
  },
];

export const findPsp = (id: string): Psp | undefined => PSP.find((psp) => psp.id === id);

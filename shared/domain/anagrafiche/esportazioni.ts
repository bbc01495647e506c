/** Connectors that export the payments of a creditor (reference 2.16): kept as they are written, for the jobs that use them. */
export const ESPORTAZIONI = [
  "servizioMyPivot",
  "servizioSecim",
  "servizioGovPay",
  "servizioHyperSicAPKappa",
  "servizioMaggioliJPPA",
] as const;
export type NomeEsportazione = (typeof ESPORTAZIONI)[number];

export type Esportazioni = Readonly<Partial<Record<NomeEsportazione, Readonly<Record<string, unknown>>>>>;

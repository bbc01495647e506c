/** Names of the layouts that come with the product, apart from the layouts: who saves one only has to know which names are taken. */

const NOMI_PREDEFINITI = [
  ...(["govpay-rendicontazione", "govpay-flussi-rendicontazione", "mypivot", "secim"] as const),
  ...(["hypersic", "hypersic-non-rendicontati", "accertamenti"] as const),
] as const;

export type NomePredefinito = (typeof NOMI_PREDEFINITI)[number];

export const isNomePredefinito = (nome: string): nome is NomePredefinito => NOMI_PREDEFINITI.some((uno) => uno === nome);

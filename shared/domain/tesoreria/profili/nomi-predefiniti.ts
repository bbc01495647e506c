/** Names of the profiles that come with the product, apart from the profiles: who saves one only has to know which names are taken. */

const NOMI_PREDEFINITI = [
  "provvisori-7-colonne",
  "elenco-sospesi",
  "giornale-completo",
  "banca-descrizione-estesa",
  "poste-csv",
  "poste-posizioni",
  "banca-dare-avere",
] as const;

export type NomePredefinito = (typeof NOMI_PREDEFINITI)[number];

export const isNomePredefinito = (nome: string): nome is NomePredefinito => NOMI_PREDEFINITI.some((uno) => uno === nome);

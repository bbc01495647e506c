/** The tables as data: read by infra (CDK), by the emulator's start-up and by the adapter suites. docs/data-model.md explains the keys. */
export interface Indice {
  readonly nome: string;
  readonly pk: string;
  readonly sk: string;
}

export interface Tabella {
  readonly nome: "anagrafiche" | "archivio" | "eventi";
  readonly indici: readonly Indice[];
  /** What a record of its stream shows; false = no stream. */
  readonly stream: false | "NEW_IMAGE" | "NEW_AND_OLD_IMAGES";
  /** Attribute with the epoch seconds after which the item may go. */
  readonly ttl?: string;
}

export const tabelle = [
  { nome: "anagrafiche", indici: [{ nome: "perElenco", pk: "elenco", sk: "ordine" }], stream: false, ttl: "scadeAlle" },
  {
    nome: "archivio",
    indici: [
      { nome: "perPendenza", pk: "chiavePendenza", sk: "sk" },
      { nome: "perElenco", pk: "elenco", sk: "ordine" },
      { nome: "perApplicazione", pk: "elencoApplicazione", sk: "ordine" },
      { nome: "perDebitore", pk: "elencoDebitore", sk: "ordine" },
      { nome: "perConto", pk: "elencoConto", sk: "ordine" },
      { nome: "perInstallazione", pk: "elencoInstallazione", sk: "ordine" },
    ],
    stream: "NEW_AND_OLD_IMAGES",
    ttl: "scadeAlle",
  },
  {
    nome: "eventi",
    indici: [
      { nome: "perElenco", pk: "elenco", sk: "ordine" },
      { nome: "perIuv", pk: "iuv", sk: "ordine" },
      { nome: "perSoggetto", pk: "soggetto", sk: "ordine" },
    ],
    stream: "NEW_IMAGE",
    ttl: "scadeAlle",
  },
] as const satisfies readonly Tabella[];

/** Why there is money to decide about, in words; apart from the dossier, because who only tells it needs nothing else. */
export const MOTIVI_FASCICOLO = {
  PAGAMENTO_DUPLICATO: "L'avviso era già pagato: il denaro è arrivato un'altra volta",
  PAGATA_DOPO_ANNULLAMENTO: "La pendenza era annullata quando è arrivato il denaro",
  IMPORTO_ECCEDENTE: "È arrivato più del dovuto",
  IMPORTO_INFERIORE: "È arrivato meno del dovuto",
  VERSAMENTI_DIVERSI: "Il totale è quello dovuto, ma è diviso tra le voci in un altro modo",
  PENDENZA_SCONOSCIUTA: "È arrivato denaro per un avviso che non è in archivio",
} as const;
export type MotivoFascicolo = keyof typeof MOTIVI_FASCICOLO;

/** Ways in which the identity provider of the citizens may lie, on request: what a login has to refuse. */
export const BUGIE_CITTADINI = [
  "emittente",
  "destinatario",
  "nonce",
  "chiave",
  "senzaFirma",
  "scaduto",
  "futuro",
  "userinfo",
  "livello",
] as const;
export type BugiaCittadini = (typeof BUGIE_CITTADINI)[number];

export const readBugia = (testo: string | null): BugiaCittadini | undefined => BUGIE_CITTADINI.find((bugia) => bugia === testo);

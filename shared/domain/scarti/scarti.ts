/** What an operator sees of a message that nobody could work: which things it is about, and never the data of people inside it. */
const MASSIMO_TESTO = 200;
const MASSIMO_CAMPI = 40;

const maskValore = (valore: unknown): string | number | boolean | null => {
  if (typeof valore === "number" || typeof valore === "boolean" || valore === null) return valore;
  const testo = typeof valore === "string" ? valore : JSON.stringify(valore);
  // A long text is an envelope or a document: how long it is says enough.
  return testo.length <= MASSIMO_TESTO && typeof valore === "string" ? testo : `(${testo.length} caratteri)`;
};

/** Fields of the body, the long ones masked; of a body that is not an object, only its length. */
export const maskCorpo = (corpo: string): Readonly<Record<string, string | number | boolean | null>> => {
  try {
    const letto: unknown = JSON.parse(corpo);
    if (typeof letto === "object" && letto !== null && !Array.isArray(letto)) {
      const campi = Object.entries(letto).slice(0, MASSIMO_CAMPI);
      return Object.fromEntries(campi.map(([nome, valore]) => [nome, maskValore(valore)]));
    }
  } catch {
    // Not JSON: its length is all that can be told.
  }
  return { corpo: `(${corpo.length} caratteri)` };
};

/** The plain content of a batch, read by ranges: the upload itself, or what was inside its ZIP, kept in pieces of one length. */
import type { LeggiTratto } from "../../domain/tracciati/lettore-csv.ts";
import { chiaviTracciato, type Tracciato } from "../../domain/tracciati/tracciato.ts";
import type { Oggetti } from "../../ports/oggetti.ts";

const PEZZO_BYTE = 8 * 1_048_576;
const CSV = "text/csv";

export const leggiRichiesta =
  (oggetti: Oggetti, id: string, lunghezza: number): LeggiTratto =>
  async (da, quanti) =>
    da >= lunghezza ? new Uint8Array() : oggetti.readTratto(chiaviTracciato.richiesta(id), da, quanti);

const leggiPezzi =
  (oggetti: Oggetti, id: string, lunghezza: number): LeggiTratto =>
  async (da, quanti) => {
    if (da >= lunghezza) return new Uint8Array();
    const pezzo = Math.floor(da / PEZZO_BYTE);
    const inizio = da % PEZZO_BYTE;
    return oggetti.readTratto(chiaviTracciato.contenuto(id, pezzo), inizio, Math.min(quanti, PEZZO_BYTE - inizio));
  };

export const leggiContenuto = (oggetti: Oggetti, { id, tipo, lunghezza = 0 }: Tracciato): LeggiTratto =>
  (tipo === "ZIP" ? leggiPezzi : leggiRichiesta)(oggetti, id, lunghezza);

/** Writes the content of a ZIP in its pieces. Answers the bytes written; doing it again writes the same. */
export const storeContenuto = async (oggetti: Oggetti, id: string, contenuto: AsyncIterable<Uint8Array>): Promise<number> => {
  const pezzo = new Uint8Array(PEZZO_BYTE);
  let pieno = 0;
  let scritti = 0;
  const flush = async (): Promise<void> => {
    await oggetti.put(chiaviTracciato.contenuto(id, Math.floor(scritti / PEZZO_BYTE)), pezzo.subarray(0, pieno), CSV);
    scritti += pieno;
    pieno = 0;
  };
  for await (const tratto of contenuto) {
    for (let letti = 0; letti < tratto.length; ) {
      const quanti = Math.min(tratto.length - letti, PEZZO_BYTE - pieno);
      pezzo.set(tratto.subarray(letti, letti + quanti), pieno);
      letti += quanti;
      pieno += quanti;
      if (pieno === PEZZO_BYTE) await flush();
    }
  }
  if (pieno > 0) await flush();
  return scritti;
};

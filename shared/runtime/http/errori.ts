/** From zod's issues to a sentence in Italian that names the field and the limit. */
import * as z from "zod";
import it from "zod/v4/locales/it.js";

z.config(it());

const MASSIMO_SEGNALATI = 5;

export const describeErrori = (errore: z.ZodError, dove: string): string => {
  const frasi = errore.issues.slice(0, MASSIMO_SEGNALATI).map((problema) => {
    const campo = problema.path.map(String).join(".") || dove;
    return `${campo}: ${problema.message}`;
  });
  const altri = errore.issues.length - frasi.length;
  return frasi.join("; ") + (altri > 0 ? `; e altri ${altri} errori` : "");
};

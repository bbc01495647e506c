/** Syntaxes of the identifiers and values that cross our borders (reference 2.0), each with a message that names the rule. */
import * as z from "zod";

const modello = (regola: RegExp, messaggio: string) => z.string().regex(regola, messaggio);

export const idDominio = modello(/^\d{11}$/, "atteso un codice di 11 cifre");
export const idIntermediario = idDominio;
export const idStazione = modello(/^\d{11}_\d{2}$/, "attese 11 cifre, trattino basso e 2 cifre");
export const identificativo35 = modello(/^[a-zA-Z0-9\-_]{1,35}$/, "ammessi da 1 a 35 caratteri tra lettere, cifre, - e _");
export const idA2A = identificativo35;
export const idPendenza = identificativo35;
export const idEntrata = modello(/^[a-zA-Z0-9\-_.]{1,35}$/, "ammessi da 1 a 35 caratteri tra lettere, cifre, -, _ e punto");
export const idTipoPendenza = idEntrata;
export const numeroAvviso = modello(/^\d{18}$/, "attese 18 cifre");
export const iuv = modello(/^[a-zA-Z0-9]{1,35}$/, "ammessi da 1 a 35 caratteri alfanumerici");
export const idRicevuta = modello(/^\S{1,35}$/, "ammessi da 1 a 35 caratteri senza spazi");
export const iban = modello(/^[a-zA-Z]{2}\d{2}[a-zA-Z0-9]{1,30}$/, "IBAN non conforme");
export const bic = modello(/^[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?$/, "BIC non conforme");
export const email = modello(/^[a-zA-Z0-9_.+-]+@[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)*$/, "indirizzo e-mail non conforme").max(256);
export const cellulare = modello(/^\+\d{2}\s\d{3}-\d{7}$/, "atteso un numero nella forma +39 123-4567890");
export const provincia = modello(/^[A-Z]{2}$/, "attese 2 lettere maiuscole");
export const nazione = provincia;
export const principal = z.string().min(1).max(4000);
export const password = modello(
  /^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])(?!.*\s).{8,}$/,
  "almeno 8 caratteri con una minuscola, una maiuscola e una cifra, senza spazi",
);
const testi = new Map<number, z.ZodString>();

/** Text with visible characters only: control characters never enter the archive. One schema per length, however many fields have it. */
export const testo = (massimo: number): z.ZodString => {
  const noto = testi.get(massimo);
  if (noto) return noto;
  // biome's rule against control characters in expressions is met by naming the Unicode category.
  const visibile = z.regex(/^\P{Cc}*$/u, "non sono ammessi caratteri di controllo");
  const nuovo = z.string().check(z.minLength(1), z.maxLength(massimo), visibile);
  testi.set(massimo, nuovo);
  return nuovo;
};

/** Calendar day, Europe/Rome. */
export const giorno = z.iso.date("attesa una data nella forma AAAA-MM-GG");
/** Instant with offset or Z; milliseconds. */
export const istante = z.iso.datetime({ offset: true, error: "attesa una data e ora ISO 8601" });

/** Amount in euro as a JSON number with at most two decimals (the text of the number decides, see runtime/http/json.ts). */
export const importo = z
  .number()
  .min(0)
  .max(999_999_999.99)
  .refine((n) => /^\d+(\.\d{1,2})?$/.test(String(n)), "ammessi al massimo 2 decimali");

export const libero = z.record(z.string(), z.unknown());

export const Soggetto = z
  .strictObject({
    tipo: z.enum(["F", "G"]),
    identificativo: z.string().min(1).max(16).optional(),
    anagrafica: testo(70).optional(),
    indirizzo: testo(70).optional(),
    civico: testo(16).optional(),
    cap: testo(16).optional(),
    localita: testo(35).optional(),
    provincia: testo(35).optional(),
    nazione: nazione.optional(),
    email: email.optional(),
    cellulare: cellulare.optional(),
  })
  .meta({ id: "Soggetto" });

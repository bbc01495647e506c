/** Values of the FreeMarker subset: those of JSON, moments, and the few methods that forms are given. All of them bounded. */
import { ErroreModello } from "../../tracciati/espressioni/funzioni.ts";

/** Longest text that an expression may make. */
const TESTO_MASSIMO = 64 * 1024;

/** Day and time in Europe/Rome, `2026-11-25T11:00:00.000`: what `.now` and `?date` give. */
export class Momento {
  readonly testo: string;

  constructor(testo: string) {
    this.testo = testo;
  }
}

/** A method of an object of the context, as `jsonPath.read`. */
export class Metodo {
  readonly chiama: (argomenti: readonly unknown[]) => unknown;

  constructor(chiama: (argomenti: readonly unknown[]) => unknown) {
    this.chiama = chiama;
  }
}

/** Text already made safe inside a JSON text by the author of the template. */
export class Sicuro {
  readonly testo: string;

  constructor(testo: string) {
    this.testo = testo;
  }
}

export type Campi = Readonly<Record<string, unknown>>;

export const isCampi = (valore: unknown): valore is Campi =>
  typeof valore === "object" &&
  valore !== null &&
  !Array.isArray(valore) &&
  !(valore instanceof Momento || valore instanceof Metodo || valore instanceof Sicuro);

export const limita = (testo: string): string => {
  if (testo.length > TESTO_MASSIMO) throw new ErroreModello(`testo di oltre ${TESTO_MASSIMO} caratteri`);
  return testo;
};

/** Places of a moment's text, by letter of a Java pattern. */
const POSTI: Readonly<Record<string, readonly [inizio: number, cifre: number]>> = {
  y: [0, 4],
  M: [5, 2],
  d: [8, 2],
  H: [11, 2],
  m: [14, 2],
  s: [17, 2],
  S: [20, 3],
};
const PEZZI = /'[^']*'|y+|M+|d+|H+|m+|s+|S+|[^']/g;

const pezziDi = (modello: string): readonly string[] => {
  if (modello.length > 100) throw new ErroreModello("formato di data di oltre 100 caratteri");
  return modello.match(PEZZI) ?? [];
};

export const formatMomento = ({ testo }: Momento, modello: string): string =>
  pezziDi(modello)
    .map((pezzo) => {
      const posto = POSTI[pezzo.charAt(0)];
      if (!posto) return pezzo.replaceAll("'", "");
      const cifre = testo.slice(posto[0], posto[0] + posto[1]);
      return pezzo.length >= cifre.length ? cifre : pezzo.length === 2 && cifre.length === 4 ? cifre.slice(2) : String(Number(cifre));
    })
    .join("");

const parseCon = (testo: string, modello: string): Momento | undefined => {
  const parti: Record<string, string> = {};
  let da = 0;
  for (const pezzo of pezziDi(modello)) {
    const lettera = pezzo.charAt(0);
    if (!POSTI[lettera]) {
      da += pezzo.replaceAll("'", "").length;
      continue;
    }
    const cifre = testo.slice(da, da + pezzo.length);
    if (!/^\d+$/.test(cifre)) return undefined;
    parti[lettera] = cifre;
    da += pezzo.length;
  }
  if (da !== testo.length) return undefined;
  const { y = "0000", M = "01", d = "01", H = "00", m = "00", s = "00", S = "000" } = parti;
  return new Momento(`${y.padStart(4, "20")}-${M.padStart(2, "0")}-${d.padStart(2, "0")}T${H}:${m}:${s}.${S}`);
};

const ISO = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.SSS"];

export const parseMomento = (valore: unknown, modello: unknown): Momento => {
  if (valore instanceof Momento) return valore;
  const testo = testoDi(valore).trim();
  const modelli = modello === undefined ? ISO : [testoDi(modello)];
  const letto = modelli.map((uno) => parseCon(testo.replace(/(Z|[+-]\d{2}:?\d{2})$/, ""), uno)).find((momento) => momento !== undefined);
  if (!letto) throw new ErroreModello(`«${testo.slice(0, 30)}» non è una data nel formato ${modelli.join(" o ")}`);
  return letto;
};

/** What a text is between the quotes of a JSON text. */
export const escapeJson = (testo: string): string => JSON.stringify(testo).slice(1, -1);

/** Ten decimals are more than an amount has: what is beyond is the noise of doubles. */
const testoNumero = (numero: number): string => String(Number(numero.toFixed(10)));

/** As `${}` shows it: numbers for computers, without separators of thousands. Errors: what has no text of its own, or is missing. */
export const testoDi = (valore: unknown): string => {
  if (typeof valore === "string") return valore;
  if (typeof valore === "number") return testoNumero(valore);
  if (typeof valore === "boolean") return String(valore);
  if (valore instanceof Momento || valore instanceof Sicuro) return valore.testo;
  if (valore === undefined || valore === null) throw new ErroreModello("manca un valore: indicarne uno predefinito con !");
  throw new ErroreModello("un elenco o un oggetto non ha un testo");
};

export const numeroDi = (valore: unknown): number => {
  const numero = typeof valore === "number" ? valore : Number(testoDi(valore).trim() || "x");
  if (!Number.isFinite(numero)) throw new ErroreModello(`«${testoDi(valore).slice(0, 30)}» non è un numero`);
  return numero;
};

export const veroDi = (valore: unknown): boolean => {
  if (typeof valore !== "boolean") throw new ErroreModello("atteso vero o falso");
  return valore;
};

export const isPresente = (valore: unknown): boolean => valore !== undefined && valore !== null;

/** A field or a place: own properties only, so that no name reaches what is not data. */
export const figlioDi = (valore: unknown, nome: unknown): unknown => {
  if (Array.isArray(valore)) return valore[numeroDi(nome)];
  if (!isCampi(valore)) return undefined;
  const chiave = testoDi(nome);
  return Object.hasOwn(valore, chiave) ? valore[chiave] : undefined;
};

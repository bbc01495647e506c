/** The built-ins of the subset, `valore?nome(argomenti)`: total, each linear in its bounded argument. Those that reach Java are refused by name. */
import { ErroreModello } from "../../tracciati/espressioni/funzioni.ts";
import {
  escapeJson,
  formatMomento,
  isCampi,
  isPresente,
  limita,
  Momento,
  numeroDi,
  parseMomento,
  Sicuro,
  testoDi,
  veroDi,
} from "./valori.ts";

export type Incorporata = (valore: unknown, argomenti: readonly unknown[]) => unknown;

const ELEMENTI_MASSIMI = 1_000;

const suTesto =
  (calcola: (testo: string, argomenti: readonly string[]) => unknown): Incorporata =>
  (valore, argomenti) =>
    calcola(testoDi(valore), argomenti.map(testoDi));

const elencoDi = (valore: unknown): readonly unknown[] => {
  if (!Array.isArray(valore)) throw new ErroreModello("atteso un elenco");
  return valore;
};

const posto = (valore: unknown): number => {
  const numero = numeroDi(valore);
  if (!Number.isInteger(numero) || numero < 0 || numero > 4_096) throw new ErroreModello("attesa una posizione da 0 a 4096");
  return numero;
};

const pad =
  (lato: "padStart" | "padEnd"): Incorporata =>
  (valore, [quanti, con]) =>
    testoDi(valore)[lato](posto(quanti), con === undefined ? " " : testoDi(con) || " ");

const replace: Incorporata = (valore, [cerca, con, modo]) => {
  if (modo !== undefined) throw new ErroreModello("?replace: senza terzo argomento, le espressioni regolari non si eseguono");
  const cercato = testoDi(cerca);
  return cercato === "" ? testoDi(valore) : limita(testoDi(valore).replaceAll(cercato, testoDi(con)));
};

const split: Incorporata = (valore, [separatore]) => {
  const parti = testoDi(valore).split(testoDi(separatore));
  if (parti.length > ELEMENTI_MASSIMI) throw new ErroreModello(`?split: oltre ${ELEMENTI_MASSIMI} parti`);
  return parti;
};

/** Numbers: zeros and hashes after the dot, or plain; moments: a Java pattern; truth: what to write for each. */
const string: Incorporata = (valore, [formato, altrimenti]) => {
  if (formato === undefined) return testoDi(valore);
  if (typeof valore === "boolean") return testoDi(valore ? formato : altrimenti);
  if (valore instanceof Momento) return formatMomento(valore, testoDi(formato));
  if (typeof valore !== "number") return testoDi(valore);
  const [, fisse = "", facoltative = ""] = /\.(0*)(#*)$/.exec(testoDi(formato)) ?? [];
  const testo = valore.toFixed(Math.min(10, fisse.length + facoltative.length));
  return facoltative === "" ? testo : testo.replace(new RegExp(`0{0,${Math.min(10, facoltative.length)}}$`), "").replace(/\.$/, "");
};

const momento: Incorporata = (valore, [formato]) => parseMomento(valore, formato);

const scegli: Incorporata = (valore, [allora, altrimenti]) => (veroDi(valore) ? allora : altrimenti);

const INCORPORATE: Readonly<Record<string, Incorporata>> = {
  string,
  replace,
  split,
  c: testoDi,
  number: numeroDi,
  int: (valore) => Math.trunc(numeroDi(valore)),
  round: (valore) => Math.round(numeroDi(valore)),
  floor: (valore) => Math.floor(numeroDi(valore)),
  ceiling: (valore) => Math.ceil(numeroDi(valore)),
  abs: (valore) => Math.abs(numeroDi(valore)),
  upper_case: suTesto((testo) => testo.toUpperCase()),
  lower_case: suTesto((testo) => testo.toLowerCase()),
  cap_first: suTesto((testo) => testo.charAt(0).toUpperCase() + testo.slice(1)),
  trim: suTesto((testo) => testo.trim()),
  length: suTesto((testo) => testo.length),
  contains: suTesto((testo, [cerca = ""]) => testo.includes(cerca)),
  starts_with: suTesto((testo, [cerca = ""]) => testo.startsWith(cerca)),
  ends_with: suTesto((testo, [cerca = ""]) => testo.endsWith(cerca)),
  index_of: suTesto((testo, [cerca = ""]) => testo.indexOf(cerca)),
  json_string: suTesto((testo) => new Sicuro(escapeJson(testo))),
  js_string: suTesto((testo) => new Sicuro(escapeJson(testo))),
  html: suTesto((testo) => testo.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")),
  url: suTesto((testo) => encodeURIComponent(testo)),
  left_pad: pad("padStart"),
  right_pad: pad("padEnd"),
  substring: (valore, [da, a]) => testoDi(valore).slice(posto(da), a === undefined ? undefined : posto(a)),
  date: momento,
  datetime: momento,
  time: momento,
  size: (valore) => (isCampi(valore) ? Object.keys(valore).length : elencoDi(valore).length),
  first: (valore) => elencoDi(valore)[0],
  last: (valore) => elencoDi(valore).at(-1),
  reverse: (valore) => elencoDi(valore).toReversed(),
  join: (valore, [separatore]) => limita(elencoDi(valore).map(testoDi).join(testoDi(separatore))),
  keys: (valore) => (isCampi(valore) ? Object.keys(valore) : []),
  is_string: (valore) => typeof valore === "string",
  is_number: (valore) => typeof valore === "number",
  is_boolean: (valore) => typeof valore === "boolean",
  is_sequence: Array.isArray,
  is_hash: isCampi,
};

/** Of a value that may be missing. */
export const SUL_MANCANTE: Readonly<Record<string, (valore: unknown) => boolean>> = {
  has_content: (valore) => isPresente(valore) && valore !== "" && !(Array.isArray(valore) && valore.length === 0),
};

/** Undefined: not executed. `then` stands apart because an object with that name would pass for a promise. */
export const incorporataDi = (nome: string): Incorporata | undefined => {
  if (nome === "then") return scegli;
  return Object.hasOwn(INCORPORATE, nome) ? INCORPORATE[nome] : undefined;
};

/** Which passwords are too easy to be one. */
import { type Esito, ko, ok } from "../esito.ts";

export const MINIMO_PASSWORD_OPERATORE = 10;
export const MASSIMO_PASSWORD = 128;

/** The roots from which most guessed passwords are made, compared without case, with the usual digits read as letters and the tail taken off. */
const OVVIE: ReadonlySet<string> = new Set(
  (
    "password passw passwd parola accesso qwerty qwertyuiop asdfgh asdfghjkl zxcvbn admin administrator amministratore amministrazione " +
    "utente operatore comune municipio sindaco ragioneria tributi pagopa govpay fiorino benvenuto benvenuta welcome letmein login iloveyou tiamo " +
    "juventus inter milan napoli roma torino italia estate inverno primavera autunno gennaio febbraio marzo aprile maggio giugno luglio agosto " +
    "settembre ottobre novembre dicembre changeme cambiami prova test default temporanea provvisoria abc abcd abcde abcdef"
  ).split(" "),
);

const COME_LETTERE: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/** The word that a password is built on: `P4ssw0rd-2026!` → `password`. */
const radiceDi = (password: string): string => {
  const minuscola = password.toLowerCase();
  const senzaCoda = minuscola.replace(/[^a-zà-ú]+$/u, "").replace(/^[^a-zà-ú@$!0-9]+/u, "");
  return [...senzaCoda].map((carattere) => COME_LETTERE[carattere] ?? carattere).join("");
};

const isSequenza = (testo: string): boolean => {
  const codici = [...testo].map((carattere) => carattere.codePointAt(0) ?? 0);
  const passi = codici.slice(1).map((codice, i) => codice - (codici[i] ?? 0));
  return passi.every((passo) => passo === 0) || passi.every((passo) => passo === 1) || passi.every((passo) => passo === -1);
};

/** Parts of a name long enough to count. */
const paroleDi = (testo: string): readonly string[] =>
  testo
    .toLowerCase()
    .split(/[^a-zà-ú0-9]+/u)
    .filter((parola) => parola.length >= 4);

const hasOvvia = (password: string): boolean => {
  const radice = radiceDi(password);
  return OVVIE.has(radice) || radice.split(/[^a-zà-ú]+/u).some((parola) => OVVIE.has(parola)) || isSequenza(password);
};

export interface Titolare {
  readonly principal: string;
  readonly nome: string;
  /** An operator's password is chosen and typed by a person; an application's is not. */
  readonly tipo: "operatore" | "applicazione";
}

/**
 * The policy of the passwords that are set from now on; those already stored stay valid.
 * Errors: a sentence in Italian naming the rule broken first.
 */
export const checkPassword = (password: string, { principal, nome, tipo }: Titolare): Esito<void> => {
  const lunghezza = [...password].length;
  const minimo = tipo === "operatore" ? MINIMO_PASSWORD_OPERATORE : 8;
  if (lunghezza < minimo) return ko(`password: almeno ${minimo} caratteri`);
  if (lunghezza > MASSIMO_PASSWORD) return ko(`password: al massimo ${MASSIMO_PASSWORD} caratteri`);
  if (/\s/u.test(password)) return ko("password: senza spazi");
  if (!/[a-z]/.test(password) || !/[A-Z]/.test(password) || !/[0-9]/.test(password))
    return ko("password: almeno una minuscola, una maiuscola e una cifra");
  if (tipo === "applicazione") return ok(undefined);
  const minuscola = password.toLowerCase();
  if ([...new Set(minuscola)].length < 6) return ko("password: almeno 6 caratteri diversi fra loro");
  if (minuscola.includes(principal.toLowerCase())) return ko("password: non deve contenere il nome utente");
  if (paroleDi(nome).some((parola) => minuscola.includes(parola))) return ko("password: non deve contenere il proprio nome");
  return hasOvvia(password) ? ko("password: è tra le più usate o ne è una variante, sceglierne una meno prevedibile") : ok(undefined);
};

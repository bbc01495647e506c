/** Words of the expressions of the FreeMarker subset: texts between quotes, numbers, names, signs. Anything else ends the expression. */
export interface Parola {
  readonly tipo: "testo" | "numero" | "nome" | "segno" | "fine";
  readonly valore: string;
  readonly fine: number;
}

/** Sticky: each word starts where the last ended, so the reading is linear. */
const PAROLA =
  /\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(\d+(?:\.\d+)?)|([A-Za-z_@$][\w@$]*)|(\?\?|==|!=|<=|>=|&&|\|\||[-+*/%=<>!?.()[\],]))/y;
const ALIAS_ESCAPE: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", l: "<", g: ">", a: "&" };

/** The word at a place of the text, blanks skipped. */
export const readParola = (sorgente: string, da: number): Parola => {
  PAROLA.lastIndex = da;
  const trovata = PAROLA.exec(sorgente);
  if (!trovata) return { tipo: "fine", valore: "", fine: da };
  const [, testo, numero, nome, segno] = trovata;
  const fine = PAROLA.lastIndex;
  if (testo !== undefined) return { tipo: "testo", valore: testo, fine };
  if (numero !== undefined) return { tipo: "numero", valore: numero, fine };
  if (nome !== undefined) return { tipo: "nome", valore: nome, fine };
  return { tipo: "segno", valore: segno ?? "", fine };
};

/** What a text between quotes says. */
export const readTesto = (grezzo: string): string =>
  grezzo.replace(/\\(.)/gs, (_tutto, carattere: string) => ALIAS_ESCAPE[carattere] ?? carattere);

/**
 * Expressions of the FreeMarker subset, read from inside the text of the template and turned into closures. Every evaluation is paid for: a template
 * costs at most its budget, whatever it is and whatever the data are.
 */
import { ErroreModello } from "../../tracciati/espressioni/funzioni.ts";
import { incorporataDi, SUL_MANCANTE } from "./incorporate.ts";
import { type Parola, readParola, readTesto } from "./lessico.ts";
import { figlioDi, isPresente, limita, Metodo, type Momento, numeroDi, testoDi, veroDi } from "./valori.ts";

export interface Ambiente {
  readonly variabili: Map<string, unknown>;
  /** `.now`. */
  readonly adesso: Momento;
  readonly spesa: { residua: number };
}
export type Espressione = (ambiente: Ambiente) => unknown;

const ANNIDAMENTO_MASSIMO = 30;
/** Each is a closure inside another: they are also how deep an evaluation goes. */
const OPERAZIONI_MASSIME = 500;
const ALTERNATIVI: Readonly<Record<string, string>> = { gt: ">", gte: ">=", lt: "<", lte: "<=", "=": "==" };

export const spendi = ({ spesa }: Ambiente, quanto = 1): void => {
  spesa.residua -= quanto;
  if (spesa.residua < 0) throw new ErroreModello("il modello richiede troppo lavoro");
};

const confronta = (a: unknown, segno: string, b: unknown): boolean => {
  const [x, y] = typeof a === "number" || typeof b === "number" ? [numeroDi(a), numeroDi(b)] : [testoDi(a), testoDi(b)];
  switch (segno) {
    case "==":
      return x === y;
    case "!=":
      return x !== y;
    case "<":
      return x < y;
    case "<=":
      return x <= y;
    case ">":
      return x > y;
    default:
      return x >= y;
  }
};

/** Long texts are paid by the hundred characters. */
const CARATTERI_PER_SPESA = 100;

const somma = (ambiente: Ambiente, a: unknown, b: unknown): unknown => {
  if (typeof a === "number" && typeof b === "number") return a + b;
  const testo = limita(testoDi(a) + testoDi(b));
  spendi(ambiente, testo.length / CARATTERI_PER_SPESA);
  return testo;
};

const calcola = (a: unknown, segno: string, b: unknown): number => {
  const [x, y] = [numeroDi(a), numeroDi(b)];
  if ((segno === "/" || segno === "%") && y === 0) throw new ErroreModello("divisione per zero");
  return segno === "-" ? x - y : segno === "*" ? x * y : segno === "/" ? x / y : x % y;
};

/** Reads expressions of one template, each from a place of its text. */
export class LettoreEspressioni {
  readonly #testo: string;
  #da = 0;
  #profondita = 0;
  #operazioni = 0;
  /** Outside parentheses a `>` closes the directive. */
  #parentesi = 1;

  constructor(testo: string) {
    this.#testo = testo;
  }

  /** @param chiusa what must follow; `>` for a directive. @returns the expression and the place after what closes it. */
  read(da: number, chiusa: "}" | ">" | "as"): { readonly espressione: Espressione; readonly fine: number } {
    this.#da = da;
    this.#parentesi = chiusa === "}" ? 1 : 0;
    this.#operazioni = 0;
    const espressione = this.#oppure();
    const costo = 1 + this.#operazioni / 10;
    const pagata: Espressione = (ambiente) => {
      spendi(ambiente, costo);
      return espressione(ambiente);
    };
    return { espressione: pagata, fine: this.#close(chiusa) };
  }

  #close(chiusa: string): number {
    const resto = this.#testo.slice(this.#da, this.#da + 200);
    const trovata = new RegExp(chiusa === "as" ? "^\\s+as(?=\\s)" : chiusa === ">" ? "^\\s*/?>" : "^\\s*\\}").exec(resto);
    if (!trovata) throw new ErroreModello(`atteso ${chiusa} prima di «${resto.trim().slice(0, 20)}»`);
    return this.#da + trovata[0].length;
  }

  #peek(): Parola {
    return readParola(this.#testo, this.#da);
  }

  #is(...segni: readonly string[]): string | undefined {
    const { tipo, valore, fine } = this.#peek();
    const noto = tipo === "segno" || (tipo === "nome" && Object.hasOwn(ALTERNATIVI, valore));
    const segno = noto ? (ALTERNATIVI[valore] ?? valore) : undefined;
    if (segno === undefined || !segni.includes(segno)) return undefined;
    if (tipo === "segno" && (valore === ">" || valore === ">=") && this.#parentesi === 0) return undefined;
    this.#da = fine;
    this.#operazioni++;
    if (this.#operazioni > OPERAZIONI_MASSIME) throw new ErroreModello(`espressione di oltre ${OPERAZIONI_MASSIME} operazioni`);
    return segno;
  }

  #expect(segno: string): void {
    if (this.#is(segno) === undefined) throw new ErroreModello(`manca ${segno} prima di «${this.#testo.slice(this.#da, this.#da + 20)}»`);
  }

  #dentro<T>(leggi: () => T, chiusa: string): T {
    this.#parentesi++;
    const letto = leggi();
    this.#expect(chiusa);
    this.#parentesi--;
    return letto;
  }

  #oppure(): Espressione {
    this.#profondita++;
    if (this.#profondita > ANNIDAMENTO_MASSIMO) throw new ErroreModello(`espressione annidata più di ${ANNIDAMENTO_MASSIMO} volte`);
    let sinistra = this.#insieme();
    while (this.#is("||") !== undefined) {
      const [a, b] = [sinistra, this.#insieme()];
      sinistra = (ambiente) => veroDi(a(ambiente)) || veroDi(b(ambiente));
    }
    this.#profondita--;
    return sinistra;
  }

  #insieme(): Espressione {
    let sinistra = this.#confronto();
    while (this.#is("&&") !== undefined) {
      const [a, b] = [sinistra, this.#confronto()];
      sinistra = (ambiente) => veroDi(a(ambiente)) && veroDi(b(ambiente));
    }
    return sinistra;
  }

  #confronto(): Espressione {
    const a = this.#somme();
    const segno = this.#is("==", "!=", "<", "<=", ">", ">=");
    if (segno === undefined) return a;
    const b = this.#somme();
    return (ambiente) => confronta(a(ambiente), segno, b(ambiente));
  }

  #somme(): Espressione {
    let sinistra = this.#prodotti();
    for (let segno = this.#is("+", "-"); segno !== undefined; segno = this.#is("+", "-")) {
      const [a, come, b] = [sinistra, segno, this.#prodotti()];
      sinistra = (ambiente) => (come === "+" ? somma(ambiente, a(ambiente), b(ambiente)) : calcola(a(ambiente), come, b(ambiente)));
    }
    return sinistra;
  }

  #prodotti(): Espressione {
    let sinistra = this.#unario();
    for (let segno = this.#is("*", "/", "%"); segno !== undefined; segno = this.#is("*", "/", "%")) {
      const [a, come, b] = [sinistra, segno, this.#unario()];
      sinistra = (ambiente) => calcola(a(ambiente), come, b(ambiente));
    }
    return sinistra;
  }

  #unario(): Espressione {
    const segno = this.#is("!", "-");
    if (segno === undefined) return this.#coda(this.#base());
    const a = this.#unario();
    return segno === "!" ? (ambiente) => !veroDi(a(ambiente)) : (ambiente) => -numeroDi(a(ambiente));
  }

  #base(): Espressione {
    const { tipo, valore, fine } = this.#peek();
    this.#da = fine;
    if (tipo === "numero") return () => Number(valore);
    if (tipo === "testo") return this.#letterale(valore.slice(1, -1));
    if (tipo === "nome") return this.#nome(valore);
    if (valore === "(") return this.#dentro(() => this.#oppure(), ")");
    if (valore === "[") return this.#elenco();
    if (valore === ".") return this.#speciale();
    throw new ErroreModello(`espressione incompleta prima di «${this.#testo.slice(fine, fine + 20)}»`);
  }

  #letterale(grezzo: string): Espressione {
    const testo = readTesto(grezzo);
    if (!testo.includes("${")) return () => testo;
    throw new ErroreModello("le espressioni dentro un testo fra apici non si eseguono: unire con +");
  }

  #nome(nome: string): Espressione {
    if (nome === "true") return () => true;
    if (nome === "false") return () => false;
    return ({ variabili }) => variabili.get(nome);
  }

  #speciale(): Espressione {
    const { tipo, valore, fine } = this.#peek();
    if (tipo !== "nome" || valore !== "now") throw new ErroreModello(`variabile speciale .${valore} non prevista: ammessa .now`);
    this.#da = fine;
    return ({ adesso }) => adesso;
  }

  #lista(chiusa: string): Espressione[] {
    if (this.#is(chiusa) !== undefined) return [];
    return this.#dentro(() => {
      const voci = [this.#oppure()];
      while (this.#is(",") !== undefined) voci.push(this.#oppure());
      return voci;
    }, chiusa);
  }

  #elenco(): Espressione {
    const voci = this.#lista("]");
    return (ambiente) => voci.map((voce) => voce(ambiente));
  }

  #coda(iniziale: Espressione): Espressione {
    let a = iniziale;
    for (let segno = this.#is(".", "[", "(", "??", "?", "!"); segno !== undefined; segno = this.#is(".", "[", "(", "??", "?", "!")) {
      a = this.#seguito(a, segno);
    }
    return a;
  }

  #seguito(a: Espressione, segno: string): Espressione {
    switch (segno) {
      case ".": {
        const nome = this.#nomeProprio();
        return (ambiente) => figlioDi(a(ambiente), nome);
      }
      case "[": {
        const b = this.#dentro(() => this.#oppure(), "]");
        return (ambiente) => figlioDi(a(ambiente), b(ambiente));
      }
      case "(": {
        const argomenti = this.#lista(")");
        return (ambiente) => {
          const metodo = a(ambiente);
          if (!(metodo instanceof Metodo)) throw new ErroreModello("ciò che precede le parentesi non è una funzione del contesto");
          return metodo.chiama(argomenti.map((argomento) => argomento(ambiente)));
        };
      }
      case "??":
        return (ambiente) => isPresente(a(ambiente));
      case "?":
        return this.#incorporata(a);
      default:
        return this.#predefinito(a);
    }
  }

  #nomeProprio(): string {
    const { tipo, valore, fine } = this.#peek();
    if (tipo !== "nome") throw new ErroreModello(`atteso un nome prima di «${this.#testo.slice(this.#da, this.#da + 20)}»`);
    this.#da = fine;
    return valore;
  }

  #incorporata(a: Espressione): Espressione {
    const nome = this.#nomeProprio();
    const argomenti = this.#is("(") === undefined ? [] : this.#lista(")");
    const sulMancante = Object.hasOwn(SUL_MANCANTE, nome) ? SUL_MANCANTE[nome] : undefined;
    if (sulMancante) return (ambiente) => sulMancante(a(ambiente));
    const incorporata = incorporataDi(nome);
    if (!incorporata) throw new ErroreModello(`?${nome} non si esegue`);
    return (ambiente) => {
      const valore = a(ambiente);
      if (!isPresente(valore)) throw new ErroreModello(`?${nome}: manca il valore`);
      spendi(ambiente, typeof valore === "string" ? 1 + valore.length / CARATTERI_PER_SPESA : 1);
      return incorporata(
        valore,
        argomenti.map((argomento) => argomento(ambiente)),
      );
    };
  }

  /** `valore!altro`, or `valore!` alone, which is nothing. */
  #predefinito(a: Espressione): Espressione {
    const { tipo, valore } = this.#peek();
    const segue = tipo === "testo" || tipo === "numero" || tipo === "nome" || (tipo === "segno" && (valore === "(" || valore === "["));
    const altro =
      segue && !(tipo === "nome" && (valore === "as" || Object.hasOwn(ALTERNATIVI, valore))) ? this.#coda(this.#base()) : () => "";
    return (ambiente) => {
      const trovato = a(ambiente);
      return isPresente(trovato) ? trovato : altro(ambiente);
    };
  }
}

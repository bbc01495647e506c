/**
 * Expressions of the template language: read once, turned into closures, evaluated on each row. There are no loops, no recursion and no functions
 * of the author's, so a row costs at most the length of its template; length, nesting and results have limits.
 */
import { type Esito, ko, ok } from "../../esito.ts";
import { ARITMETICA } from "./aritmetica.ts";
import { ErroreModello, FUNZIONI, limitato, testoDi, type Valore, vero } from "./funzioni.ts";
import { type Parola, readParole } from "./lessico.ts";

/** The row as an expression sees it. */
export interface Riga {
  readonly valori: readonly string[];
  /** Of a form, which has no columns: the value under a name, or a path of names. */
  readonly dato?: (nome: string) => Valore;
  /** Names of the batch: idDominio, idTipoPendenza, idA2A, oggi. */
  readonly contesto: Readonly<Record<string, string | undefined>>;
}

export type Espressione = (riga: Riga) => Valore;

/** What the names of a template are: the columns of a file, each of which must be there, or the fields of a form, which may be missing. */
export type Nomi = readonly string[] | "form";

const ANNIDAMENTO_MASSIMO = 16;
const CONTESTO = ["idDominio", "idTipoPendenza", "idA2A", "oggi"];

const confronta = (a: Valore, segno: string, b: Valore): boolean => {
  const numerici = typeof a === "number" && typeof b === "number";
  const [x, y] = numerici ? [a, b] : [testoDi(a), testoDi(b)];
  switch (segno) {
    case "=":
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

class Lettore {
  readonly #parole: readonly Parola[];
  readonly #nomi: Nomi;
  #i = 0;
  #profondita = 0;

  constructor(parole: readonly Parola[], nomi: Nomi) {
    this.#parole = parole;
    this.#nomi = nomi;
  }

  read(): Espressione {
    const espressione = this.#oppure();
    const resto = this.#parole[this.#i];
    if (resto) throw new ErroreModello(`dopo l'espressione avanza ${resto.valore}`);
    return espressione;
  }

  #is(valore: string, tipo: Parola["tipo"] = "segno"): boolean {
    const parola = this.#parole[this.#i];
    if (parola?.tipo !== tipo || parola.valore !== valore) return false;
    this.#i++;
    return true;
  }

  #expect(segno: string): void {
    if (!this.#is(segno)) throw new ErroreModello(`manca ${segno} prima di ${this.#parole[this.#i]?.valore ?? "la fine"}`);
  }

  #oppure(): Espressione {
    this.#profondita++;
    if (this.#profondita > ANNIDAMENTO_MASSIMO) throw new ErroreModello(`espressione annidata più di ${ANNIDAMENTO_MASSIMO} volte`);
    let sinistra = this.#insieme();
    while (this.#is("o", "nome")) {
      const [a, b] = [sinistra, this.#insieme()];
      sinistra = (riga) => vero(a(riga)) || vero(b(riga));
    }
    this.#profondita--;
    return sinistra;
  }

  #insieme(): Espressione {
    let sinistra = this.#negata();
    while (this.#is("e", "nome")) {
      const [a, b] = [sinistra, this.#negata()];
      sinistra = (riga) => vero(a(riga)) && vero(b(riga));
    }
    return sinistra;
  }

  #negata(): Espressione {
    if (!this.#is("non", "nome")) return this.#confronto();
    const a = this.#confronto();
    return (riga) => !vero(a(riga));
  }

  #confronto(): Espressione {
    const a = this.#unione();
    const segno = ["=", "!=", "<=", ">=", "<", ">"].find((s) => this.#is(s));
    if (segno === undefined) return a;
    const b = this.#unione();
    return (riga) => confronta(a(riga), segno, b(riga));
  }

  #unione(): Espressione {
    const parti = [this.#termine()];
    while (this.#is("&")) parti.push(this.#termine());
    const [unica] = parti;
    if (unica && parti.length === 1) return unica;
    return (riga) => limitato(parti.map((parte) => testoDi(parte(riga))).join(""));
  }

  #termine(): Espressione {
    const parola = this.#parole[this.#i];
    this.#i++;
    if (parola === undefined) throw new ErroreModello("l'espressione finisce a metà");
    if (parola.tipo === "testo" || parola.tipo === "numero") return () => parola.valore;
    if (parola.tipo === "segno") {
      if (parola.valore !== "(") throw new ErroreModello(`${parola.valore} non è al suo posto`);
      const dentro = this.#oppure();
      this.#expect(")");
      return dentro;
    }
    return this.#is("(") ? this.#chiamata(parola.valore) : this.#nome(parola.valore);
  }

  #nome(nome: string): Espressione {
    if (nome === "vero") return () => true;
    if (nome === "falso") return () => false;
    if (CONTESTO.includes(nome)) return ({ contesto }) => contesto[nome];
    return this.#colonna(nome);
  }

  #colonna(nome: string | number): Espressione {
    const nomi = this.#nomi;
    if (nomi === "form") {
      const campo = String(nome);
      return ({ contesto, dato }) => (Object.hasOwn(contesto, campo) ? contesto[campo] : dato?.(campo));
    }
    const indice =
      typeof nome === "number" ? nome : nomi.findIndex((colonna) => colonna.trim().toLowerCase() === nome.trim().toLowerCase());
    if (!Number.isInteger(indice) || indice < 0 || indice >= nomi.length) throw new ErroreModello(`il file non ha la colonna ${nome}`);
    return ({ valori }) => {
      const valore = valori[indice]?.trim();
      return valore === "" ? undefined : valore;
    };
  }

  #chiamata(nome: string): Espressione {
    const argomenti: Espressione[] = [];
    const prima = this.#parole[this.#i];
    if (!this.#is(")")) {
      do argomenti.push(this.#oppure());
      while (this.#is(","));
      this.#expect(")");
    }
    if (nome === "colonna") {
      if (argomenti.length !== 1 || prima === undefined || (prima.tipo !== "testo" && prima.tipo !== "numero"))
        throw new ErroreModello("colonna: atteso un nome fra apici o una posizione da 0");
      return this.#colonna(prima.valore);
    }
    if (nome === "se") {
      const [condizione, allora, altrimenti] = argomenti;
      if (!condizione || !allora || argomenti.length > 3) throw new ErroreModello("se: attese condizione, valore e alternativa");
      return (riga) => (vero(condizione(riga)) ? allora(riga) : altrimenti?.(riga));
    }
    const funzione = Object.hasOwn(FUNZIONI, nome) ? FUNZIONI[nome] : Object.hasOwn(ARITMETICA, nome) ? ARITMETICA[nome] : undefined;
    if (!funzione) throw new ErroreModello(`funzione ${nome} sconosciuta`);
    const [minimo, massimo] = funzione.argomenti;
    if (argomenti.length < minimo || argomenti.length > massimo)
      throw new ErroreModello(`${nome}: attesi ${minimo === massimo ? minimo : `da ${minimo} a ${massimo}`} argomenti`);
    return (riga) => funzione.calcola(argomenti.map((argomento) => argomento(riga)));
  }
}

/** Reads an expression against the columns of a file, or for a form. Errors: Italian sentence. */
export const compileEspressione = (sorgente: string, nomi: Nomi): Esito<Espressione> => {
  const parole = readParole(sorgente);
  if (!parole.ok) return parole;
  try {
    return ok(new Lettore(parole.valore, nomi).read());
  } catch (errore) {
    if (errore instanceof ErroreModello) return ko(errore.message);
    throw errore;
  }
};

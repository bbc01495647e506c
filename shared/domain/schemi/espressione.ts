/**
 * Regular expressions that somebody else wrote, run in a time that nobody can blow up: the text is read once, with all the places of the
 * expression that it may be in (Thompson), so the work is at most characters × places whatever the expression. The price is the subset:
 * no references, no look-around, no flags. A single character or class is left to the engine of the language, where it costs one comparison.
 */
import { type Esito, ko, ok } from "../esito.ts";

const LUNGHEZZA_MASSIMA = 1024;
/** Places of an expression, repetitions unfolded. */
const POSTI_MASSIMI = 1_000;
const GRUPPI_MASSIMI = 30;

/** What is left of the work that a check may cost; shared by the expressions of one check. */
export interface Spesa {
  residuo: number;
}

/** The work allowed is over. */
export class SpesaEsaurita extends Error {}

export const spend = (spesa: Spesa, quanto: number): void => {
  spesa.residuo -= quanto;
  if (spesa.residuo < 0) throw new SpesaEsaurita("verifica troppo onerosa");
};

type Nodo =
  | { readonly tipo: "carattere"; readonly accetta: (c: string) => boolean }
  | { readonly tipo: "confine"; readonly quale: "^" | "$" | "b" | "B" }
  | { readonly tipo: "sequenza" | "scelta"; readonly parti: readonly Nodo[] }
  | { readonly tipo: "ripetizione"; readonly nodo: Nodo; readonly minimo: number; readonly massimo: number };

type Posto =
  | { readonly tipo: "carattere"; readonly accetta: (c: string) => boolean; dopo: number }
  | { readonly tipo: "confine"; readonly quale: "^" | "$" | "b" | "B"; dopo: number }
  | { readonly tipo: "bivio"; vie: number[] }
  | { readonly tipo: "fine" };

/** Why an expression is not accepted; caught where it is read. */
class Difetto extends Error {}

const ATOMO_CON_BARRA = /^\\(?:u\{[0-9a-fA-F]{1,6}\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|[pP]\{[\w=]{1,40}\}|[\s\S])/u;

const accettaDi = (atomo: string): ((c: string) => boolean) => {
  if (atomo.length === 1 && !/[.[\\]/.test(atomo)) return (c) => c === atomo;
  try {
    const uno = new RegExp(`^(?:${atomo})$`, "u");
    return (c) => uno.test(c);
  } catch {
    // Identity escapes such as \- or \_ are errors with the flag u, and harmless without.
    const senza = new RegExp(`^(?:${atomo})$`);
    return (c) => senza.test(c);
  }
};

/** Recursive descent over the expression; each method leaves the cursor after what it has read. */
class Lettore {
  readonly #testo: string;
  #i = 0;
  #profondita = 0;

  constructor(testo: string) {
    this.#testo = testo;
  }

  read(): Nodo {
    const nodo = this.#scelta();
    if (this.#i < this.#testo.length) throw new Difetto("le parentesi non tornano");
    return nodo;
  }

  #scelta(): Nodo {
    const parti = [this.#sequenza()];
    while (this.#testo[this.#i] === "|") {
      this.#i += 1;
      parti.push(this.#sequenza());
    }
    return { tipo: "scelta", parti };
  }

  #sequenza(): Nodo {
    const parti: Nodo[] = [];
    while (this.#i < this.#testo.length && !/[|)]/.test(this.#testo[this.#i] ?? "")) parti.push(this.#ripetuto());
    return { tipo: "sequenza", parti };
  }

  #ripetuto(): Nodo {
    const nodo = this.#atomo();
    const trovato = /^(?:([*+?])|\{(\d{1,4})(?:(,)(\d{0,4}))?\})\??/.exec(this.#testo.slice(this.#i, this.#i + 16));
    if (!trovato) return nodo;
    this.#i += trovato[0].length;
    if (/[*+?]/.test(this.#testo[this.#i] ?? "")) throw new Difetto("due quantificatori di seguito");
    const [, segno, da, virgola, a] = trovato;
    const minimo = segno === undefined ? Number(da) : segno === "+" ? 1 : 0;
    const senzaFine = segno === "*" || segno === "+" || (virgola !== undefined && a === "");
    const massimo = senzaFine ? Number.POSITIVE_INFINITY : segno === "?" ? 1 : Number(virgola === undefined ? da : a);
    if (minimo > massimo) throw new Difetto("un intervallo di ripetizioni è rovesciato");
    return { tipo: "ripetizione", nodo, minimo, massimo };
  }

  #atomo(): Nodo {
    const testo = this.#testo;
    const c = testo.slice(this.#i, this.#i + 2);
    if (c.startsWith("(")) return this.#gruppo();
    if (/^[*+?]/.test(c)) throw new Difetto("un quantificatore non segue nulla");
    if (c.startsWith("^") || c.startsWith("$")) {
      this.#i += 1;
      return { tipo: "confine", quale: c.startsWith("^") ? "^" : "$" };
    }
    if (c === "\\b" || c === "\\B") {
      this.#i += 2;
      return { tipo: "confine", quale: c === "\\b" ? "b" : "B" };
    }
    if (/^\\[1-9k]/.test(c)) throw new Difetto("i riferimenti a un gruppo non sono ammessi");
    const atomo = c.startsWith("[") ? this.#classe() : this.#carattere();
    this.#i += atomo.length;
    try {
      return { tipo: "carattere", accetta: accettaDi(atomo) };
    } catch {
      throw new Difetto(`«${atomo.slice(0, 30)}» non è un carattere né una classe`);
    }
  }

  #carattere(): string {
    const resto = this.#testo.slice(this.#i, this.#i + 50);
    if (!resto.startsWith("\\")) return String.fromCodePoint(resto.codePointAt(0) ?? 0);
    const atomo = ATOMO_CON_BARRA.exec(resto)?.[0];
    if (atomo === undefined) throw new Difetto("una barra rovescia non precede nulla");
    return atomo;
  }

  #classe(): string {
    let fine = this.#i + 1;
    while (fine < this.#testo.length && this.#testo[fine] !== "]") fine += this.#testo[fine] === "\\" ? 2 : 1;
    if (fine >= this.#testo.length) throw new Difetto("una classe non è chiusa");
    return this.#testo.slice(this.#i, fine + 1);
  }

  #gruppo(): Nodo {
    const apertura = /^\((?:\?(?:[:]|<[A-Za-z]\w{0,30}>))?/.exec(this.#testo.slice(this.#i, this.#i + 40))?.[0] ?? "(";
    this.#i += apertura.length;
    if (this.#testo[this.#i] === "?") throw new Difetto("sono ammessi solo i gruppi ( ) e (?: ): niente controlli in avanti o indietro");
    this.#profondita += 1;
    if (this.#profondita > GRUPPI_MASSIMI) throw new Difetto(`i gruppi si annidano oltre ${GRUPPI_MASSIMI} livelli`);
    const nodo = this.#scelta();
    if (this.#testo[this.#i] !== ")") throw new Difetto("le parentesi non tornano");
    this.#i += 1;
    this.#profondita -= 1;
    return nodo;
  }
}

/** Unfolds the tree into places, from the last to the first: each piece is given the place that follows it. */
const build = (radice: Nodo): { readonly posti: readonly Posto[]; readonly inizio: number } => {
  const posti: Posto[] = [];
  const add = (posto: Posto): number => {
    if (posti.length >= POSTI_MASSIMI) throw new Difetto("le ripetizioni e le alternative sono troppe");
    posti.push(posto);
    return posti.length - 1;
  };
  let passi = 0;
  const place = (nodo: Nodo, dopo: number): number => {
    passi += 1;
    // Repetitions of nothing add no place: they are counted too.
    if (passi > 10 * POSTI_MASSIMI) throw new Difetto("le ripetizioni e le alternative sono troppe");
    switch (nodo.tipo) {
      case "carattere":
        return add({ tipo: "carattere", accetta: nodo.accetta, dopo });
      case "confine":
        return add({ tipo: "confine", quale: nodo.quale, dopo });
      case "sequenza":
        return nodo.parti.reduceRight((seguente, parte) => place(parte, seguente), dopo);
      case "scelta":
        return nodo.parti.length === 1 && nodo.parti[0]
          ? place(nodo.parti[0], dopo)
          : add({ tipo: "bivio", vie: nodo.parti.map((p) => place(p, dopo)) });
      case "ripetizione": {
        let seguente = dopo;
        if (nodo.massimo === Number.POSITIVE_INFINITY) {
          const bivio: Posto = { tipo: "bivio", vie: [dopo] };
          const posto = add(bivio);
          bivio.vie.push(place(nodo.nodo, posto));
          seguente = posto;
        } else {
          for (let i = nodo.minimo; i < nodo.massimo; i += 1) seguente = add({ tipo: "bivio", vie: [place(nodo.nodo, seguente), dopo] });
        }
        for (let i = 0; i < nodo.minimo; i += 1) seguente = place(nodo.nodo, seguente);
        return seguente;
      }
    }
  };
  const inizio = place(radice, add({ tipo: "fine" }));
  return { posti, inizio };
};

const isParola = (c: string | undefined): boolean => c !== undefined && /^\w$/.test(c);

const holds = (quale: "^" | "$" | "b" | "B", caratteri: readonly string[], i: number): boolean => {
  if (quale === "^") return i === 0;
  if (quale === "$") return i === caratteri.length;
  return (isParola(caratteri[i - 1]) !== isParola(caratteri[i])) === (quale === "b");
};

/** An expression ready to be run. Throws SpesaEsaurita when the work allowed is over. */
export type Espressione = (testo: string, spesa: Spesa) => boolean;

/**
 * Reads an expression of the ECMA-262 subset that can be run in linear time; it looks for the pattern anywhere, as JSON Schema wants.
 * Errors: why it is not accepted, in Italian.
 */
export const readEspressione = (modello: string): Esito<Espressione> => {
  if (modello.length > LUNGHEZZA_MASSIMA) return ko(`l'espressione supera ${LUNGHEZZA_MASSIMA} caratteri`);
  try {
    const { posti, inizio } = build(new Lettore(modello).read());
    return ok((testo, spesa) => search(posti, inizio, [...testo], spesa));
  } catch (errore) {
    if (errore instanceof Difetto) return ko(errore.message);
    throw errore;
  }
};

const search = (posti: readonly Posto[], inizio: number, caratteri: readonly string[], spesa: Spesa): boolean => {
  /** Position of the last character at which a place was reached: each is visited once per character. */
  const visto = new Int32Array(posti.length).fill(-1);
  let attivi: number[] = [];
  for (let i = 0; i <= caratteri.length; i += 1) {
    // A match may begin here too.
    const daVisitare = [...attivi, inizio];
    const raggiunti: number[] = [];
    for (let n = daVisitare.pop(); n !== undefined; n = daVisitare.pop()) {
      if (visto[n] === i) continue;
      visto[n] = i;
      spend(spesa, 1);
      const posto = posti[n];
      if (!posto || posto.tipo === "fine") return true;
      if (posto.tipo === "bivio") daVisitare.push(...posto.vie);
      else if (posto.tipo === "carattere") raggiunti.push(n);
      else if (holds(posto.quale, caratteri, i)) daVisitare.push(posto.dopo);
    }
    const c = caratteri[i];
    attivi = [];
    if (c === undefined) break;
    for (const n of raggiunti) {
      const posto = posti[n];
      if (posto?.tipo === "carattere" && posto.accetta(c)) attivi.push(posto.dopo);
    }
  }
  return false;
};

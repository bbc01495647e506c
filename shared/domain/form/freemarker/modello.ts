/**
 * The part of FreeMarker that the forms of GovPay use: `${}`, `<#assign>`, `<#if>`, `<#list>`, comments. Macros, includes, Java classes and whatever else are
 * refused by name, before anything is executed (docs/adr/0020).
 */
import { ErroreModello } from "../../tracciati/espressioni/funzioni.ts";
import { type Ambiente, type Espressione, LettoreEspressioni, spendi } from "./espressioni.ts";
import { escapeJson, Sicuro, testoDi, veroDi } from "./valori.ts";

/** Unit of work: a node written, an operation, an element of a list. Milliseconds in all. */
export const SPESA_MASSIMA = 30_000;
const USCITA_MASSIMA = 256 * 1024;
const BLOCCHI_MASSIMI = 20;
const ELEMENTI_MASSIMI = 1_000;

/**
 * Where the text that is being written stands: what comes from the data is made safe between the quotes of a JSON text, and outside must be a JSON value by
 * itself, so that nobody writes more than a value of the debt. `libero`: a piece that will be inserted later.
 */
interface Uscita {
  readonly pezzi: string[];
  lunghezza: number;
  posto: "libero" | "fuori" | "dentro";
}
type Nodo = (ambiente: Ambiente, uscita: Uscita) => void;
export type ModelloFreemarker = (ambiente: Ambiente) => string;

const DIRETTIVA = /<(\/?)#(?:(--)|([a-z]+))/y;
const SEGNI = /\$\{|<\/?#/g;
/** Without effect on a text: settings of the page, white space. */
const IGNORATE = new Set(["ftl", "setting", "t", "lt", "rt", "nt"]);

const write = (uscita: Uscita, testo: string): void => {
  uscita.lunghezza += testo.length;
  if (uscita.lunghezza > USCITA_MASSIMA) throw new ErroreModello(`risultato di oltre ${USCITA_MASSIMA / 1024} kB`);
  uscita.pezzi.push(testo);
};

/** The template's own text opens and closes the quotes. */
const writeLetterale = (uscita: Uscita, testo: string): void => {
  write(uscita, testo);
  if (uscita.posto === "libero") return;
  for (let i = 0; i < testo.length; i++) {
    const carattere = testo.charAt(i);
    if (carattere === "\\" && uscita.posto === "dentro") i++;
    else if (carattere === '"') uscita.posto = uscita.posto === "dentro" ? "fuori" : "dentro";
  }
};

const isValoreJson = (testo: string): boolean => {
  try {
    JSON.parse(testo);
    return true;
  } catch {
    return false;
  }
};

const writeValore = (uscita: Uscita, valore: unknown): void => {
  const testo = testoDi(valore);
  if (uscita.posto === "fuori" && testo.trim() !== "" && !isValoreJson(testo))
    throw new ErroreModello(`«${testo.slice(0, 30)}», fuori dagli apici, non è un valore JSON`);
  write(uscita, uscita.posto === "dentro" && !(valore instanceof Sicuro) ? escapeJson(testo) : testo);
};

const render = (nodi: readonly Nodo[], ambiente: Ambiente, posto: Uscita["posto"]): string => {
  const uscita: Uscita = { pezzi: [], lunghezza: 0, posto };
  for (const nodo of nodi) nodo(ambiente, uscita);
  return uscita.pezzi.join("");
};

const runTutti =
  (nodi: readonly Nodo[]): Nodo =>
  (ambiente, uscita) => {
    for (const nodo of nodi) {
      spendi(ambiente);
      nodo(ambiente, uscita);
    }
  };

const runElenco = (elenco: Espressione, nome: string, corpo: Nodo): Nodo => {
  const imposta = ({ variabili }: Ambiente, valore: unknown, indice: number, altri: boolean): void => {
    variabili.set(nome, valore).set(`${nome}_index`, indice).set(`${nome}_has_next`, altri);
  };
  return (ambiente, uscita) => {
    const voci = elenco(ambiente);
    if (!Array.isArray(voci)) throw new ErroreModello(`<#list>: ${nome} non viene da un elenco`);
    if (voci.length > ELEMENTI_MASSIMI) throw new ErroreModello(`<#list>: oltre ${ELEMENTI_MASSIMI} elementi`);
    for (const [indice, voce] of voci.entries()) {
      spendi(ambiente);
      imposta(ambiente, voce, indice, indice < voci.length - 1);
      corpo(ambiente, uscita);
    }
  };
};

class LettoreModello {
  readonly #testo: string;
  readonly #espressioni: LettoreEspressioni;
  #da = 0;
  #blocchi = 0;

  constructor(testo: string) {
    this.#testo = testo;
    this.#espressioni = new LettoreEspressioni(testo);
  }

  readTutto(): readonly Nodo[] {
    const { nodi, chiusura } = this.#blocco([]);
    if (chiusura !== "") throw new ErroreModello(`<${chiusura}> non è al suo posto`);
    return nodi;
  }

  /** Up to one of these directives, whose name was read. `""` = the end of the template. */
  #blocco(chiusure: readonly string[]): { readonly nodi: readonly Nodo[]; readonly chiusura: string } {
    this.#blocchi++;
    if (this.#blocchi > BLOCCHI_MASSIMI) throw new ErroreModello(`direttive annidate più di ${BLOCCHI_MASSIMI} volte`);
    const nodi: Nodo[] = [];
    while (this.#da < this.#testo.length) {
      const testo = this.#readTesto();
      if (testo !== "") nodi.push((_ambiente, uscita) => writeLetterale(uscita, testo));
      if (this.#da >= this.#testo.length) break;
      if (this.#testo.startsWith("${", this.#da)) {
        nodi.push(this.#interpolazione());
        continue;
      }
      const nome = this.#nomeDirettiva();
      if (nome === undefined) continue;
      if (chiusure.includes(nome)) {
        this.#blocchi--;
        return { nodi, chiusura: nome };
      }
      nodi.push(this.#direttiva(nome));
    }
    if (chiusure.length > 0) throw new ErroreModello(`manca <${chiusure.at(-1)}>`);
    this.#blocchi--;
    return { nodi, chiusura: "" };
  }

  #readTesto(): string {
    const inizio = this.#da;
    SEGNI.lastIndex = inizio;
    this.#da = SEGNI.exec(this.#testo)?.index ?? this.#testo.length;
    return this.#testo.slice(inizio, this.#da);
  }

  #interpolazione(): Nodo {
    const { espressione, fine } = this.#espressioni.read(this.#da + 2, "}");
    this.#da = fine;
    return (ambiente, uscita) => writeValore(uscita, espressione(ambiente));
  }

  /** `#if`, `/#if`; undefined for a comment, which is skipped. */
  #nomeDirettiva(): string | undefined {
    DIRETTIVA.lastIndex = this.#da;
    const [, chiude = "", commento, nome] = DIRETTIVA.exec(this.#testo) ?? [];
    if (commento !== undefined) {
      const fine = this.#testo.indexOf("-->", this.#da);
      this.#da = fine < 0 ? this.#testo.length : fine + 3;
      return undefined;
    }
    if (nome === undefined) throw new ErroreModello(`direttiva non leggibile: «${this.#testo.slice(this.#da, this.#da + 20)}»`);
    this.#da = DIRETTIVA.lastIndex;
    if (chiude === "/" || nome === "else") this.#skipFine();
    return `${chiude}#${nome}`;
  }

  #skipFine(): void {
    const fine = this.#testo.indexOf(">", this.#da);
    if (fine < 0) throw new ErroreModello("direttiva senza >");
    this.#da = fine + 1;
  }

  #direttiva(nome: string): Nodo {
    switch (nome) {
      case "#if":
        return this.#condizione();
      case "#list":
        return this.#elenco();
      case "#assign":
      case "#local":
      case "#global":
        return this.#assegna(nome);
      default:
        if (nome.startsWith("/") || nome.startsWith("#else")) throw new ErroreModello(`<${nome}> non è al suo posto`);
        if (!IGNORATE.has(nome.slice(1))) throw new ErroreModello(`<${nome}> non si esegue`);
        this.#skipFine();
        return () => undefined;
    }
  }

  #read(chiusa: ">" | "as"): Espressione {
    const { espressione, fine } = this.#espressioni.read(this.#da, chiusa);
    this.#da = fine;
    return espressione;
  }

  #condizione(): Nodo {
    const rami: { readonly se: Espressione; readonly corpo: Nodo }[] = [];
    let se = this.#read(">");
    for (;;) {
      const { nodi, chiusura } = this.#blocco(["#elseif", "#else", "/#if"]);
      rami.push({ se, corpo: runTutti(nodi) });
      if (chiusura === "/#if") break;
      if (chiusura === "#elseif") {
        se = this.#read(">");
        continue;
      }
      rami.push({ se: () => true, corpo: runTutti(this.#blocco(["/#if"]).nodi) });
      break;
    }
    return (ambiente, uscita) => rami.find(({ se: vale }) => veroDi(vale(ambiente)))?.corpo(ambiente, uscita);
  }

  #nomeVariabile(): string {
    const [trovato, nome] = /^\s+([A-Za-z_]\w{0,99})/.exec(this.#testo.slice(this.#da, this.#da + 200)) ?? [];
    if (trovato === undefined || nome === undefined) throw new ErroreModello("atteso il nome di una variabile");
    this.#da += trovato.length;
    return nome;
  }

  #elenco(): Nodo {
    const elenco = this.#read("as");
    const nome = this.#nomeVariabile();
    this.#skipFine();
    return runElenco(elenco, nome, runTutti(this.#blocco(["/#list"]).nodi));
  }

  /** With a value, or with what the block writes. */
  #assegna(direttiva: string): Nodo {
    const nome = this.#nomeVariabile();
    const [uguale] = /^\s*=(?!=)/.exec(this.#testo.slice(this.#da, this.#da + 50)) ?? [];
    if (uguale === undefined) {
      this.#skipFine();
      const { nodi } = this.#blocco([`/${direttiva}`]);
      return (ambiente) => ambiente.variabili.set(nome, render(nodi, ambiente, "libero"));
    }
    this.#da += uguale.length;
    const valore = this.#read(">");
    return (ambiente) => ambiente.variabili.set(nome, valore(ambiente));
  }
}

/** Reads a template. Errors: ErroreModello, in Italian, with what is not understood or not executed. */
export const compileFreemarker = (testo: string): ModelloFreemarker => {
  const nodi = new LettoreModello(testo).readTutto();
  return (ambiente) => render(nodi, ambiente, "fuori");
};

/** A template of a text for people: what comes from the data is written as it is. Errors: ErroreModello. */
export const compileTesto = (testo: string): ModelloFreemarker => {
  const nodi = new LettoreModello(testo).readTutto();
  return (ambiente) => render(nodi, ambiente, "libero");
};

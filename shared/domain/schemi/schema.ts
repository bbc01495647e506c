/**
 * Reads a JSON Schema (draft-07) that somebody else wrote, and refuses what could not be checked in a bounded time or would ask the network:
 * too large, too deep, a reference elsewhere or that turns on itself, an expression out of the subset, a keyword with a value that is not its own.
 */
import { type Esito, ko, ok } from "../esito.ts";
import { type Espressione, readEspressione } from "./espressione.ts";

const CARATTERI_MASSIMI = 128 * 1024;
const NODI_MASSIMI = 4_000;
const PROFONDITA_MASSIMA = 40;
const ESPRESSIONI_MASSIME = 200;

export type Nodo = Readonly<Record<string, unknown>>;

export interface SchemaLetto {
  readonly radice: Nodo | boolean;
  /** Each expression of the schema, ready. */
  readonly espressioni: ReadonlyMap<string, Espressione>;
  /** What each reference stands for. */
  readonly riferimenti: ReadonlyMap<string, Nodo | boolean>;
}

export const isOggetto = (valore: unknown): valore is Nodo => typeof valore === "object" && valore !== null && !Array.isArray(valore);
export const isSchema = (valore: unknown): valore is Nodo | boolean => typeof valore === "boolean" || isOggetto(valore);

class Difetto extends Error {}

const TIPI = ["null", "boolean", "object", "array", "number", "string", "integer"];
const isTipo = (valore: unknown): boolean => typeof valore === "string" && TIPI.includes(valore);
const isNonNegativo = (valore: unknown): boolean => Number.isSafeInteger(valore) && Number(valore) >= 0;
const isTesti = (valore: unknown): boolean => Array.isArray(valore) && valore.every((voce) => typeof voce === "string");
const isNumero = (valore: unknown): boolean => typeof valore === "number";

/** Keywords whose value is not a schema, with what it must be. Those not known here are ignored, as the specification wants. */
const VALORI: Readonly<Record<string, readonly [isGiusto: (valore: unknown) => boolean, atteso: string]>> = {
  type: [(v) => isTipo(v) || (Array.isArray(v) && v.length > 0 && v.every(isTipo)), `uno o più tra ${TIPI.join(", ")}`],
  enum: [(v) => Array.isArray(v) && v.length > 0, "un elenco non vuoto"],
  required: [isTesti, "un elenco di nomi"],
  pattern: [(v) => typeof v === "string", "un'espressione regolare"],
  format: [(v) => typeof v === "string", "il nome di un formato"],
  multipleOf: [(v) => typeof v === "number" && v > 0, "un numero positivo"],
  minimum: [isNumero, "un numero"],
  maximum: [isNumero, "un numero"],
  exclusiveMinimum: [isNumero, "un numero"],
  exclusiveMaximum: [isNumero, "un numero"],
  minLength: [isNonNegativo, "un intero non negativo"],
  maxLength: [isNonNegativo, "un intero non negativo"],
  minItems: [isNonNegativo, "un intero non negativo"],
  maxItems: [isNonNegativo, "un intero non negativo"],
  minProperties: [isNonNegativo, "un intero non negativo"],
  maxProperties: [isNonNegativo, "un intero non negativo"],
  uniqueItems: [(v) => typeof v === "boolean", "true o false"],
};
/** Keywords that hold one schema, a list of them, a schema per name. */
const UNO = ["additionalProperties", "additionalItems", "contains", "propertyNames", "not", "if", "then", "else"];
const ELENCO = ["allOf", "anyOf", "oneOf"];
const PER_NOME = ["properties", "patternProperties", "definitions", "$defs"];

const textOf = (definizione: unknown): string => {
  if (typeof definizione !== "string") return JSON.stringify(definizione) ?? "";
  const testo = definizione.trim();
  if (testo.startsWith("{") || testo === "true" || testo === "false") return testo;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(atob(testo), (c) => c.charCodeAt(0)));
  } catch {
    throw new Difetto("non è JSON, né base64 di JSON");
  }
};

const parse = (definizione: unknown): Nodo | boolean => {
  // Base64 takes four characters for three bytes: a text that cannot fit is not even decoded.
  if (typeof definizione === "string" && definizione.length > (CARATTERI_MASSIMI * 4) / 3 + 4)
    throw new Difetto(`supera ${CARATTERI_MASSIMI / 1024} kB`);
  const testo = textOf(definizione);
  if (testo.length > CARATTERI_MASSIMI) throw new Difetto(`supera ${CARATTERI_MASSIMI / 1024} kB`);
  let valore: unknown;
  try {
    valore = JSON.parse(testo);
  } catch {
    throw new Difetto("non è JSON ben formato");
  }
  if (!isSchema(valore)) throw new Difetto("atteso un oggetto");
  return valore;
};

/** The node that a JSON Pointer of the same document names. */
const follow = (radice: Nodo | boolean, riferimento: string): Nodo | boolean => {
  if (riferimento !== "#" && !riferimento.startsWith("#/"))
    throw new Difetto(`$ref «${riferimento.slice(0, 80)}»: sono ammessi solo riferimenti interni, #/...`);
  let valore: unknown = radice;
  for (const parte of riferimento.split("/").slice(1)) {
    let nome = parte;
    try {
      nome = decodeURIComponent(parte);
    } catch {
      // Not an escape: the name is as written.
    }
    nome = nome.replaceAll("~1", "/").replaceAll("~0", "~");
    valore = typeof valore === "object" && valore !== null && Object.hasOwn(valore, nome) ? Reflect.get(valore, nome) : undefined;
  }
  if (!isSchema(valore)) throw new Difetto(`$ref «${riferimento.slice(0, 80)}» non indica uno schema`);
  return valore;
};

class Lettore {
  readonly espressioni = new Map<string, Espressione>();
  readonly riferimenti = new Map<string, Nodo | boolean>();
  readonly #radice: Nodo | boolean;
  #nodi = 0;

  constructor(radice: Nodo | boolean) {
    this.#radice = radice;
  }

  visit(schema: unknown, dove: string, profondita = 0): void {
    this.#nodi += 1;
    if (this.#nodi > NODI_MASSIMI) throw new Difetto(`ha più di ${NODI_MASSIMI} schemi`);
    if (profondita > PROFONDITA_MASSIMA) throw new Difetto(`${dove}: annida più di ${PROFONDITA_MASSIMA} livelli`);
    if (!isSchema(schema)) throw new Difetto(`${dove}: atteso uno schema`);
    if (typeof schema === "boolean") return;
    if (typeof schema["$ref"] === "string") {
      this.riferimenti.set(schema["$ref"], follow(this.#radice, schema["$ref"]));
      this.#checkGiro(schema, dove);
    }
    for (const [parola, valore] of Object.entries(schema)) this.#visitParola(parola, valore, `${dove}/${parola}`, profondita + 1);
  }

  #visitParola(parola: string, valore: unknown, dove: string, profondita: number): void {
    const regola = VALORI[parola];
    if (regola && !regola[0](valore)) throw new Difetto(`${dove}: atteso ${regola[1]}`);
    if (parola === "pattern") this.#addEspressione(String(valore), dove);
    if (UNO.includes(parola)) this.visit(valore, dove, profondita);
    else if (ELENCO.includes(parola) || (parola === "items" && Array.isArray(valore))) {
      if (!Array.isArray(valore) || valore.length === 0) throw new Difetto(`${dove}: atteso un elenco di schemi`);
      for (const [i, voce] of valore.entries()) this.visit(voce, `${dove}/${i}`, profondita);
    } else if (parola === "items") this.visit(valore, dove, profondita);
    else if (PER_NOME.includes(parola) || parola === "dependencies") {
      if (!isOggetto(valore)) throw new Difetto(`${dove}: atteso un oggetto`);
      for (const [nome, voce] of Object.entries(valore)) {
        if (parola === "patternProperties") this.#addEspressione(nome, dove);
        if (!(parola === "dependencies" && isTesti(voce))) this.visit(voce, `${dove}/${nome}`, profondita);
      }
    }
  }

  #addEspressione(modello: string, dove: string): void {
    if (this.espressioni.has(modello)) return;
    if (this.espressioni.size >= ESPRESSIONI_MASSIME) throw new Difetto(`ha più di ${ESPRESSIONI_MASSIME} espressioni regolari`);
    const letta = readEspressione(modello);
    if (!letta.ok) throw new Difetto(`${dove}: ${letta.errore}`);
    this.espressioni.set(modello, letta.valore);
  }

  /** A reference that leads back to itself without going into the data would never end. */
  #checkGiro(schema: Nodo, dove: string): void {
    const visti = new Set<unknown>();
    let qui: Nodo | boolean = schema;
    while (typeof qui !== "boolean" && typeof qui["$ref"] === "string") {
      if (visti.has(qui)) throw new Difetto(`${dove}: il riferimento gira su se stesso`);
      visti.add(qui);
      qui = follow(this.#radice, qui["$ref"]);
    }
  }
}

/** @param definizione base64, JSON or the object itself. Errors: why it cannot be used, in Italian. */
export const readSchema = (definizione: unknown): Esito<SchemaLetto> => {
  try {
    const radice = parse(definizione);
    const lettore = new Lettore(radice);
    lettore.visit(radice, "#");
    return ok({ radice, espressioni: lettore.espressioni, riferimenti: lettore.riferimenti });
  } catch (errore) {
    if (errore instanceof Difetto) return ko(errore.message);
    throw errore;
  }
};

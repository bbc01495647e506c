/**
 * Checks data against a JSON Schema (draft-07) with an amount of work that has an end, whatever the schema and the data: each schema applied,
 * each character read by an expression and each comparison is counted, and beyond the limit the check stops with a clear answer.
 */
import { type Esito, ko, ok } from "../esito.ts";
import { type Spesa, SpesaEsaurita, spend } from "./espressione.ts";
import { isFormato } from "./formati.ts";
import { isOggetto, isSchema, type Nodo, readSchema, type SchemaLetto } from "./schema.ts";

export { readSchema, type SchemaLetto } from "./schema.ts";

/** Units of work of one check: tens of milliseconds. */
const SPESA_MASSIMA = 400_000;
const PROFONDITA_MASSIMA = 100;

export interface DatiRifiutati {
  /** `schema`: the schema cannot be used. `dati`: they do not comply. `costo`: the check was stopped. */
  readonly causa: "schema" | "dati" | "costo";
  readonly dettaglio: string;
}

interface Contesto extends SchemaLetto {
  readonly spesa: Spesa;
}

/** undefined = complies; else the first reason, with the place in the data. */
type Verdetto = string | undefined;

const tipoDi = (valore: unknown): string => (valore === null ? "null" : Array.isArray(valore) ? "array" : typeof valore);
const isDiTipo = (valore: unknown, tipo: string): boolean =>
  tipo === "integer" ? typeof valore === "number" && Number.isInteger(valore) : tipoDi(valore) === tipo;

/** Equality of JSON values; each comparison is paid for. */
const isUguale = (a: unknown, b: unknown, spesa: Spesa): boolean => {
  spend(spesa, 1);
  if (a === b) return true;
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((voce, i) => isUguale(voce, b[i], spesa));
  if (!isOggetto(a) || !isOggetto(b)) return false;
  const chiavi = Object.keys(a);
  return chiavi.length === Object.keys(b).length && chiavi.every((nome) => Object.hasOwn(b, nome) && isUguale(a[nome], b[nome], spesa));
};

const numero = (valore: unknown): number | undefined => (typeof valore === "number" ? valore : undefined);
const testi = (valore: unknown): string[] => (Array.isArray(valore) ? valore.filter((voce) => typeof voce === "string") : []);
const schemi = (valore: unknown): (Nodo | boolean)[] => (Array.isArray(valore) ? valore.filter(isSchema) : []);
const qui = (dove: string, frase: string): string => `${dove === "" ? "dati" : dove}: ${frase}`;

/** Multiples of a decimal step are compared as integers: 0.1 is not a double. */
const isMultiplo = (valore: number, passo: number): boolean => {
  const quoziente = valore / passo;
  return Number.isFinite(quoziente) && Math.abs(quoziente - Math.round(quoziente)) <= 1e-9 * Math.max(1, Math.abs(quoziente));
};

const checkNumero = (valore: number, s: Nodo, dove: string): Verdetto => {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = s;
  if (valore < (numero(minimum) ?? -Infinity)) return qui(dove, `il minimo è ${minimum}`);
  if (valore > (numero(maximum) ?? Infinity)) return qui(dove, `il massimo è ${maximum}`);
  if (typeof exclusiveMinimum === "number" && valore <= exclusiveMinimum) return qui(dove, `deve superare ${exclusiveMinimum}`);
  if (typeof exclusiveMaximum === "number" && valore >= exclusiveMaximum) return qui(dove, `deve restare sotto ${exclusiveMaximum}`);
  return typeof multipleOf === "number" && !isMultiplo(valore, multipleOf) ? qui(dove, `atteso un multiplo di ${multipleOf}`) : undefined;
};

const matches = (modello: string, testo: string, { espressioni, spesa }: Contesto): boolean =>
  espressioni.get(modello)?.(testo, spesa) ?? true;

const checkTesto = (valore: string, s: Nodo, dove: string, c: Contesto): Verdetto => {
  spend(c.spesa, 1 + valore.length / 50);
  const { minLength, maxLength, pattern, format } = s;
  const lunghezza = minLength === undefined && maxLength === undefined ? 0 : [...valore].length;
  if (lunghezza < (numero(minLength) ?? 0)) return qui(dove, `la lunghezza minima è ${minLength}`);
  if (lunghezza > (numero(maxLength) ?? Infinity)) return qui(dove, `la lunghezza massima è ${maxLength}`);
  if (typeof pattern === "string" && !matches(pattern, valore, c)) return qui(dove, `non rispetta il formato ${pattern.slice(0, 100)}`);
  return typeof format === "string" && !isFormato(format, valore) ? qui(dove, `non è nel formato ${format.slice(0, 50)}`) : undefined;
};

const checkUnici = (valore: readonly unknown[], { spesa }: Contesto): boolean =>
  valore.every((voce, i) => valore.slice(0, i).every((altra) => !isUguale(voce, altra, spesa)));

const checkElenco = (valore: readonly unknown[], s: Nodo, dove: string, c: Contesto, p: number): Verdetto => {
  const { minItems, maxItems, uniqueItems, items, additionalItems, contains } = s;
  if (valore.length < (numero(minItems) ?? 0)) return qui(dove, `attesi almeno ${minItems} elementi`);
  if (valore.length > (numero(maxItems) ?? Infinity)) return qui(dove, `ammessi al massimo ${maxItems} elementi`);
  if (uniqueItems === true && !checkUnici(valore, c)) return qui(dove, "gli elementi non possono ripetersi");
  const posizionali = Array.isArray(items) ? schemi(items) : [];
  const degliAltri = Array.isArray(items) ? additionalItems : items;
  for (const [i, voce] of valore.entries()) {
    const suo = posizionali[i] ?? degliAltri;
    const difetto = isSchema(suo) ? check(voce, suo, `${dove}[${i}]`, c, p) : undefined;
    if (difetto !== undefined) return difetto;
  }
  const contiene = !isSchema(contains) || valore.some((voce) => check(voce, contains, dove, c, p) === undefined);
  return contiene ? undefined : qui(dove, "manca un elemento obbligatorio");
};

const checkDipendenze = (valore: Nodo, dependencies: unknown, dove: string, c: Contesto, p: number): Verdetto => {
  if (!isOggetto(dependencies)) return undefined;
  for (const [nome, attesa] of Object.entries(dependencies)) {
    if (!Object.hasOwn(valore, nome)) continue;
    const manca = testi(attesa).find((altro) => !Object.hasOwn(valore, altro));
    if (manca !== undefined) return qui(dove, `${manca} è obbligatorio con ${nome}`);
    const difetto = isSchema(attesa) ? check(valore, attesa, dove, c, p) : undefined;
    if (difetto !== undefined) return difetto;
  }
  return undefined;
};

const checkProprieta = (valore: Nodo, s: Nodo, dove: string, c: Contesto, p: number): Verdetto => {
  const proprie = isOggetto(s["properties"]) ? s["properties"] : {};
  const perModello = isOggetto(s["patternProperties"]) ? Object.entries(s["patternProperties"]) : [];
  const { additionalProperties, propertyNames } = s;
  for (const [nome, campo] of Object.entries(valore)) {
    const posto = dove === "" ? nome.slice(0, 80) : `${dove}.${nome.slice(0, 80)}`;
    const suoi: unknown[] = Object.hasOwn(proprie, nome) ? [proprie[nome]] : [];
    for (const [modello, schema] of perModello) if (matches(modello, nome, c)) suoi.push(schema);
    if (suoi.length === 0 && additionalProperties === false) return qui(posto, "campo non previsto");
    if (suoi.length === 0) suoi.push(additionalProperties);
    for (const suo of suoi) {
      const difetto = isSchema(suo) ? check(campo, suo, posto, c, p) : undefined;
      if (difetto !== undefined) return difetto;
    }
    if (isSchema(propertyNames) && check(nome, propertyNames, posto, c, p) !== undefined) return qui(posto, "nome di campo non ammesso");
  }
  return undefined;
};

const checkOggetto = (valore: Nodo, s: Nodo, dove: string, c: Contesto, p: number): Verdetto => {
  const quante = Object.keys(valore).length;
  const manca = testi(s["required"]).find((nome) => !Object.hasOwn(valore, nome));
  if (manca !== undefined) return qui(dove === "" ? manca : `${dove}.${manca}`, "obbligatorio");
  if (quante < (numero(s["minProperties"]) ?? 0)) return qui(dove, `attesi almeno ${s["minProperties"]} campi`);
  if (quante > (numero(s["maxProperties"]) ?? Infinity)) return qui(dove, `ammessi al massimo ${s["maxProperties"]} campi`);
  return checkProprieta(valore, s, dove, c, p) ?? checkDipendenze(valore, s["dependencies"], dove, c, p);
};

const checkCombinazioni = (valore: unknown, s: Nodo, dove: string, c: Contesto, p: number): Verdetto => {
  const passa = (schema: Nodo | boolean): boolean => check(valore, schema, dove, c, p) === undefined;
  for (const schema of schemi(s["allOf"])) {
    const difetto = check(valore, schema, dove, c, p);
    if (difetto !== undefined) return difetto;
  }
  const alternative = schemi(s["anyOf"]);
  if (alternative.length > 0 && !alternative.some(passa)) return qui(dove, "non rispetta nessuna delle forme ammesse");
  const esclusive = schemi(s["oneOf"]);
  if (esclusive.length > 0 && esclusive.filter(passa).length !== 1) return qui(dove, "deve rispettare una sola delle forme ammesse");
  if (isSchema(s["not"]) && passa(s["not"])) return qui(dove, "valore escluso");
  if (!isSchema(s["if"])) return undefined;
  const ramo = passa(s["if"]) ? s["then"] : s["else"];
  return isSchema(ramo) ? check(valore, ramo, dove, c, p) : undefined;
};

const check = (valore: unknown, schema: Nodo | boolean, dove: string, c: Contesto, profondita: number): Verdetto => {
  spend(c.spesa, 1);
  if (profondita > PROFONDITA_MASSIMA) throw new SpesaEsaurita("annidamento eccessivo");
  if (schema === true) return undefined;
  if (schema === false) return qui(dove, "campo non previsto");
  const p = profondita + 1;
  const riferito = typeof schema["$ref"] === "string" ? c.riferimenti.get(schema["$ref"]) : undefined;
  // In draft-07 what stands beside $ref is ignored.
  if (riferito !== undefined) return check(valore, riferito, dove, c, p);
  const { type } = schema;
  const tipi = typeof type === "string" ? [type] : testi(type);
  if (tipi.length > 0 && !tipi.some((tipo) => isDiTipo(valore, tipo))) return qui(dove, `atteso ${tipi.join(" o ")}`);
  if (Array.isArray(schema["enum"]) && !schema["enum"].some((voce) => isUguale(valore, voce, c.spesa)))
    return qui(dove, `atteso uno tra ${JSON.stringify(schema["enum"]).slice(0, 200)}`);
  if (Object.hasOwn(schema, "const") && !isUguale(valore, schema["const"], c.spesa))
    return qui(dove, `atteso ${JSON.stringify(schema["const"]).slice(0, 100)}`);
  const proprio =
    typeof valore === "string"
      ? checkTesto(valore, schema, dove, c)
      : typeof valore === "number"
        ? checkNumero(valore, schema, dove)
        : Array.isArray(valore)
          ? checkElenco(valore, schema, dove, c, p)
          : isOggetto(valore)
            ? checkOggetto(valore, schema, dove, c, p)
            : undefined;
  return proprio ?? checkCombinazioni(valore, schema, dove, c, p);
};

/** Checks data against a schema already read. */
export const validateConSchema = (schema: SchemaLetto, dati: unknown): Esito<void, DatiRifiutati> => {
  try {
    const difetto = check(dati, schema.radice, "", { ...schema, spesa: { residuo: SPESA_MASSIMA } }, 0);
    return difetto === undefined ? ok(undefined) : ko({ causa: "dati", dettaglio: difetto });
  } catch (errore) {
    if (errore instanceof SpesaEsaurita)
      return ko({ causa: "costo", dettaglio: "la verifica dei dati con lo schema richiede troppo lavoro ed è stata interrotta" });
    throw errore;
  }
};

/** @param definizione of the schema: base64, JSON or the object itself. Never throws for what schema and data are. */
export const validateDati = (definizione: unknown, dati: unknown): Esito<void, DatiRifiutati> => {
  const schema = readSchema(definizione);
  return schema.ok ? validateConSchema(schema.valore, dati) : ko({ causa: "schema", dettaglio: schema.errore });
};

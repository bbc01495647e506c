/**
 * Examples of the answers, built from the schema of each with the values that the samples of events/ use for the same names. Each is read by the
 * contract before it is written: an answer that the schema would refuse is never shown.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type * as z from "zod";
import { API_BASE, type Operazione, type RispostaDichiarata } from "../../shared/contracts/operation.ts";
import { type EsempioFile, exampleOf } from "./esempi-file.ts";

interface SchemaJson {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, SchemaJson>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | SchemaJson;
  readonly propertyNames?: { readonly enum?: readonly string[] };
  readonly items?: SchemaJson;
  readonly anyOf?: readonly SchemaJson[];
  readonly oneOf?: readonly SchemaJson[];
  readonly allOf?: readonly SchemaJson[];
}
interface Documento {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: { readonly schemas?: Schemi };
}
interface ContenutoScritto {
  readonly schema?: SchemaJson;
  example?: unknown;
  examples?: unknown;
}
interface OperazioneScritta {
  readonly parameters?: readonly { readonly in?: string; readonly name?: string; readonly schema?: SchemaJson; example?: unknown }[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, ContenutoScritto>> }>>;
}
type Schemi = Readonly<Record<string, SchemaJson>>;
/** Name of a field → the scalar values that the samples give it. */
type Valori = ReadonlyMap<string, readonly unknown[]>;

const PROFONDITA = 8;
/** The same debt wherever it is named, before what the samples say; and what every answer has. */
const NOMI: Readonly<Record<string, readonly unknown[]>> = {
  id: ["9f1c2d3e-4b5a-4c6d-8e7f-0a1b2c3d4e5f"],
  idDominio: ["01234567897"],
  idA2A: ["GEST-TRIBUTI"],
  idPendenza: ["TARI-2026-1"],
  idTipoPendenza: ["TARI"],
  tipoPendenza: ["TARI"],
  idVocePendenza: ["1"],
  numeroAvviso: ["301000000000000133"],
  iuv: ["01000000000000133"],
  iuvAvviso: ["01000000000000133"],
  UUID: ["9f1c2d3e4b5a4c6d8e7f0a1b2c3d4e5f"],
  iur: ["26c5a3a1b2"],
  idRicevuta: ["26c5a3a1b2"],
  idFlusso: ["2026-11-25BPPIITRRZZZ-0000000001"],
  causale: ["TARI 2026"],
  ragioneSociale: ["Comune di Borgofiorino"],
  anagrafica: ["Mario Rossi"],
  identificativo: ["RSSMRA85T10A562S"],
  idDebitore: ["RSSMRA85T10A562S"],
  codiceFiscale: ["RSSMRA85T10A562S"],
  importo: [12.5],
  importoTotale: [12.5],
  principal: ["gest-tributi"],
  pendenza: [`${API_BASE.pendenze}/pendenze/GEST-TRIBUTI/TARI-2026-1`],
  pendenze: [`${API_BASE.pendenze}/pendenze?iuv=01000000000000133`],
  rpp: [`${API_BASE.pendenze}/rpp?iuv=01000000000000133`],
  location: ["/pagamenti/9f1c2d3e-4b5a-4c6d-8e7f-0a1b2c3d4e5f"],
  redirect: ["https://checkout.pagopa.it/c/0123456789"],
  url: ["https://gestionale.example.it/fiorino"],
  detentore: ["unione"],
  idPagina: ["visite-guidate"],
  numRisultati: [1],
  numPagine: [1],
  pagina: [1],
  risultatiPerPagina: [25],
};
const ISTANTE = "2026-11-26T10:00:00.000Z";
const GIORNO = "2026-11-26";
/** Tried in order where the name says nothing. */
const GENERICI = [
  ...["Esempio", "A", "1", "01", "IT", "2026", "100", "ESEMPIO", "01234567897", "01000000000000133", "301000000000000133"],
  ...["3010000000000001", "RSSMRA85T10A562S", "IT60X0542811101000000123456", "https://pagamenti.example.it/", "mario.rossi@posta.example"],
  ...["e2f1c0d4a5b64788990011223344556677889900112233445566778899001122", "/", GIORNO, ISTANTE],
  ...["9f1c2d3e4b5a4c6d8e7f0a1b2c3d4e5f", "9f1c2d3e_4b5a4c6d", "2026.F.26c5a3a1b2", "principale"],
];

function collect(valore: unknown, nome: string, valori: Map<string, unknown[]>): void {
  if (Array.isArray(valore)) for (const uno of valore) collect(uno, nome, valori);
  else if (typeof valore === "object" && valore !== null) for (const [campo, suo] of Object.entries(valore)) collect(suo, campo, valori);
  else if (valore !== undefined && valore !== null && valore !== "") valori.set(nome, [...(valori.get(nome) ?? []), valore]);
}

/** The values of the samples of an API that are expected to succeed. */
function readValori(radice: string, api: string): Valori {
  const cartella = join(radice, "events", api);
  const valori = new Map<string, unknown[]>();
  if (!existsSync(cartella)) return valori;
  for (const file of readdirSync(cartella, { recursive: true, encoding: "utf8" }).sort()) {
    if (!file.endsWith(".json")) continue;
    const { pathParameters, queryStringParameters, body, expected } = JSON.parse(readFileSync(join(cartella, file), "utf8"));
    if (expected?.status < 400) collect([pathParameters, queryStringParameters, body], "", valori);
  }
  return valori;
}

const FORMATI: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d\d-\d\d$/,
  "date-time": /^\d{4}-\d\d-\d\dT.*Z$/,
  uri: /^https:\/\//,
  email: /@/,
};

const isTesto = (valore: unknown, { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern, format }: SchemaJson): valore is string =>
  typeof valore === "string" &&
  valore.length >= minLength &&
  valore.length <= maxLength &&
  (pattern === undefined || new RegExp(pattern, "u").test(valore)) &&
  (format === undefined || (FORMATI[format]?.test(valore) ?? true));

const isNumero = (valore: unknown, { type, minimum = 0, maximum = Number.POSITIVE_INFINITY }: SchemaJson): valore is number =>
  typeof valore === "number" && valore >= minimum && valore <= maximum && (type === "number" || Number.isInteger(valore));

/** @returns undefined when nothing known fits. */
function sampleScalare(schema: SchemaJson, tipo: string, noti: readonly unknown[], nome: string): unknown {
  if (tipo === "boolean") return noti.find((valore) => typeof valore === "boolean") ?? true;
  if (tipo === "null") return null;
  const candidati = [...(NOMI[nome] ?? []), ...noti];
  // Most instants are plain texts in the schema: their names say what they are.
  const tempi = /^data|^istante|^scade|(?:Il|Alle)$/.test(nome) ? [ISTANTE, GIORNO] : [];
  if (tipo === "string") return [...tempi, ...candidati, ...GENERICI].find((valore) => isTesto(valore, schema));
  return [...candidati, 1, schema.minimum].find((valore) => isNumero(valore, schema));
}

function createCampionatore(schemi: Schemi, valori: Valori): (schema: SchemaJson, nome?: string) => unknown {
  const sampleOggetto = (
    { properties = {}, required = [], additionalProperties, propertyNames }: SchemaJson,
    profondita: number,
  ): unknown => {
    const campi: [string, unknown][] = [];
    // Names that only a table of values has: the schema of one is the schema of all.
    const nomi = propertyNames?.enum?.slice(0, required.length === 0 ? 1 : 0) ?? [];
    const altri = typeof additionalProperties === "object" ? [...required.filter((nome) => !(nome in properties)), ...nomi] : [];
    const tutti = [...Object.entries(properties), ...altri.map((nome) => [nome, Object(additionalProperties)] as const)];
    for (const [nome, schema] of tutti) {
      const obbligatorio = required.includes(nome);
      if (!obbligatorio && !valori.has(nome)) continue;
      const valore = sample(schema, nome, profondita + 1);
      if (valore !== undefined) campi.push([nome, valore]);
      else if (obbligatorio) return undefined;
    }
    return Object.fromEntries(campi);
  };

  const sample = (schema: SchemaJson, nome: string, profondita: number): unknown => {
    if (profondita > PROFONDITA) return undefined;
    if (schema.$ref !== undefined) return sample(schemi[schema.$ref.replace("#/components/schemas/", "")] ?? {}, nome, profondita);
    if (schema.const !== undefined) return schema.const;
    const noti = valori.get(nome) ?? [];
    if (schema.enum) return noti.find((valore) => schema.enum?.includes(valore)) ?? schema.enum[0];
    const scelte = schema.anyOf ?? schema.oneOf;
    if (scelte)
      return scelte.map((scelta) => sample(scelta, nome, profondita + 1)).find((valore) => valore !== undefined && valore !== null);
    if (schema.allOf) return Object.assign({}, ...schema.allOf.map((parte) => sample(parte, nome, profondita + 1)));
    const [tipo = "object"] = [schema.type ?? []].flat();
    if (tipo === "object") return sampleOggetto(schema, profondita);
    if (tipo !== "array") return sampleScalare(schema, tipo, noti, nome);
    const uno = schema.items ? sample(schema.items, nome, profondita + 1) : undefined;
    return uno === undefined ? ((schema.minItems ?? 0) > 0 ? undefined : []) : [uno];
  };
  return (schema, nome = "") => sample(schema, nome, 0);
}

const JSON_TIPO = "application/json";

const isSchema = (risposta: RispostaDichiarata | string | undefined): risposta is z.ZodType =>
  typeof risposta === "object" && "_zod" in risposta;

/** The contract of a JSON answer, to read an example with; undefined when it has none. */
export const contrattoDi = (risposta: RispostaDichiarata | undefined): z.ZodType | undefined => {
  if (risposta === undefined || isSchema(risposta)) return risposta;
  const json = risposta[JSON_TIPO];
  return isSchema(json) ? json : undefined;
};

/** What a caller must fill in to call at all. */
function addParametri(
  { parameters = [] }: OperazioneScritta,
  { params }: Operazione,
  sample: (schema: SchemaJson, nome: string) => unknown,
): void {
  for (const parametro of parameters) {
    const { in: posto, name = "", schema } = parametro;
    const contratto = params?.shape[name];
    if (posto !== "path" || !schema || !isSchema(contratto)) continue;
    const esempio = sample(schema, name);
    if (esempio !== undefined && contratto.safeParse(String(esempio)).success) parametro.example = esempio;
  }
}

function addFile(contenuto: ContenutoScritto, esempio: readonly [string, EsempioFile] | undefined, file: Map<string, EsempioFile>): void {
  if (!esempio) return;
  file.set(...esempio);
  contenuto.examples = { file: { $ref: `#/components/examples/${esempio[0]}` } };
}

function addRisposta(contenuto: ContenutoScritto, contratto: z.ZodType, sample: (schema: SchemaJson) => unknown): void {
  const esempio = contenuto.schema && sample(contenuto.schema);
  if (esempio !== undefined && contratto.safeParse(esempio).success) contenuto.example = esempio;
}

/** The document with an example for each answer that one can be made of, and for what the paths must be filled with. */
export function addEsempi(documento: unknown, api: string, operazioni: readonly Operazione[], radice: string): unknown {
  const { paths, components } = documento as Documento;
  const sample = createCampionatore(components?.schemas ?? {}, readValori(radice, api));
  const file = new Map<string, EsempioFile>();
  for (const operazione of operazioni) {
    const { path, method, responses } = operazione;
    const scritta = paths?.[path]?.[method.toLowerCase()] as OperazioneScritta | undefined;
    if (scritta) addParametri(scritta, operazione, sample);
    for (const [stato, { content = {} }] of Object.entries(scritta?.responses ?? {})) {
      const contratto = contrattoDi(Object.entries(responses).find(([dichiarato]) => dichiarato === stato)?.[1]);
      for (const [tipo, contenuto] of Object.entries(content)) {
        if (contenuto.schema?.format === "binary") addFile(contenuto, exampleOf(operazione.id, tipo), file);
        else if (contratto && tipo === JSON_TIPO) addRisposta(contenuto, contratto, sample);
      }
    }
  }
  return file.size === 0 ? documento : { ...Object(documento), components: { ...components, examples: Object.fromEntries(file) } };
}

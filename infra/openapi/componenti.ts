/**
 * A document without repetitions: schemas and parameters written more than once become components, named by the field that most often holds
 * them. What the document says stays the same: a `$ref` with a description or a default of its own beside it is OpenAPI 3.1.
 */

type Valore = string | number | boolean | null | readonly Valore[] | Oggetto;
interface Oggetto {
  readonly [campo: string]: Valore;
}

const isOggetto = (valore: unknown): valore is Oggetto => typeof valore === "object" && valore !== null && !Array.isArray(valore);
const oggettoOf = (valore: unknown): Oggetto => (isOggetto(valore) ? valore : {});

const mapOggetto = (oggetto: Oggetto, map: (valore: Valore, chiave: string) => Valore): Oggetto =>
  Object.fromEntries(Object.entries(oggetto).map(([chiave, valore]) => [chiave, map(valore, chiave)]));

/** What a place says of a schema that others share. */
const ANNOTAZIONI = ["description", "default", "example", "examples", "title", "deprecated"];
const UNO = ["items", "additionalProperties", "not"];
const ELENCHI = ["anyOf", "oneOf", "allOf", "prefixItems"];

/** The schemas of a schema, with the name that the place of each suggests. */
const mapFigli = (schema: Oggetto, indizio: string, map: (figlio: Oggetto, indizio: string) => Valore): Oggetto =>
  mapOggetto(schema, (valore, chiave) => {
    if (chiave === "properties") return mapOggetto(oggettoOf(valore), (figlio, nome) => map(oggettoOf(figlio), nome));
    if (UNO.includes(chiave) && isOggetto(valore)) return map(valore, indizio);
    return ELENCHI.includes(chiave) && Array.isArray(valore) ? valore.map((figlio: Valore) => map(oggettoOf(figlio), indizio)) : valore;
  });

/** Bounds that every JSON integer has, keys that every JSON object has: true, and no news. */
const isRumore = ([campo, valore]: readonly [string, Valore]): boolean =>
  (campo === "maximum" && valore === Number.MAX_SAFE_INTEGER) ||
  (campo === "minimum" && valore === Number.MIN_SAFE_INTEGER) ||
  (campo === "propertyNames" && JSON.stringify(valore) === '{"type":"string"}');

/** Annotations of a place and, under this name, the key of the schema that it shares. */
const CHIAVE = "#";
/** About what a reference costs, and what is worth one. */
const COSTO = 70;
const RISPARMIO = 150;

interface Nodo {
  readonly nucleo: Oggetto;
  usi: number;
  readonly indizi: Map<string, number>;
}
type Nodi = Map<string, Nodo>;

/** The same schema, whatever its annotations, has the same key. */
function intern(nodi: Nodi, schema: Oggetto): Oggetto {
  const campi = Object.entries(schema).filter((campo) => !isRumore(campo));
  const nucleo = mapFigli(Object.fromEntries(campi.filter(([campo]) => !ANNOTAZIONI.includes(campo))), "", (figlio) =>
    intern(nodi, figlio),
  );
  const chiave = JSON.stringify(nucleo);
  if (!nodi.has(chiave)) nodi.set(chiave, { nucleo, usi: 0, indizi: new Map() });
  return { ...Object.fromEntries(campi.filter(([campo]) => ANNOTAZIONI.includes(campo))), [CHIAVE]: chiave };
}

const nodoOf = (nodi: Nodi, posto: Oggetto): Nodo => nodi.get(String(posto[CHIAVE])) ?? { nucleo: {}, usi: 0, indizi: new Map() };

/** Uses of each schema by the others: what only ever stands inside the same schema is used once. */
function count(nodi: Nodi, posto: Oggetto, indizio: string): Oggetto {
  const nodo = nodoOf(nodi, posto);
  nodo.usi += 1;
  nodo.indizi.set(indizio, (nodo.indizi.get(indizio) ?? 0) + 1);
  if (nodo.usi === 1) mapFigli(nodo.nucleo, indizio, (figlio, suo) => count(nodi, figlio, suo));
  return posto;
}

const pascal = (nome: string): string =>
  nome.replace(/[^A-Za-z0-9]+(.)?/g, (_, dopo: string = "") => dopo.toUpperCase()).replace(/^./, (prima) => prima.toUpperCase());

/** Names that mean something else to whoever makes types from the document. */
const RISERVATI = [
  "Record",
  "Readonly",
  "Blob",
  "Api",
  "Date",
  "Object",
  "String",
  "Number",
  "Array",
  "Map",
  "Set",
  "CorpoGrezzo",
  "Error",
];
const NOMI_FORMATI: Readonly<Record<string, string>> = { date: "Giorno", "date-time": "Istante" };

/** A date, or an instant written in one of several ways: half of the fields that hold one have another name. */
function notoOf({ format, anyOf }: Oggetto): string | undefined {
  const [prima] = Array.isArray(anyOf) ? anyOf : [];
  return NOMI_FORMATI[String(format)] ?? (String(oggettoOf(prima)[CHIAVE]).includes('"format":"date"') ? "GiornoOIstante" : undefined);
}

const isNullabile = ({ anyOf }: Oggetto): boolean =>
  Array.isArray(anyOf) && anyOf.some((parte) => isOggetto(parte) && parte[CHIAVE] === '{"type":"null"}');

function nameOf({ nucleo, indizi }: Nodo, presi: ReadonlySet<string>): string {
  const [indizio = "schema"] = [...indizi].sort(([, a], [, b]) => b - a).map(([nome]) => nome);
  const nome = notoOf(nucleo) ?? `${pascal(indizio)}${isNullabile(nucleo) ? "Nullabile" : ""}`;
  for (let i = 1; ; i += 1) {
    const tentato = i === 1 ? nome : `${nome}${i}`;
    if (!presi.has(tentato)) return tentato;
  }
}

/** Key → name of the schemas worth a component. */
function choose(nodi: Nodi, gia: readonly string[]): ReadonlyMap<string, string> {
  const presi = new Set([...gia, ...RISERVATI]);
  const nomi = new Map<string, string>();
  for (const [chiave, nodo] of nodi) {
    if ("$ref" in nodo.nucleo || (nodo.usi - 1) * chiave.length - nodo.usi * COSTO < RISPARMIO) continue;
    const nome = nameOf(nodo, presi);
    presi.add(nome);
    nomi.set(chiave, nome);
  }
  return nomi;
}

/** Every schema of a document that is not inside another, and the parameters that hold one. */
function mapSchemi(documento: Oggetto, map: (schema: Oggetto, indizio: string) => Valore): Oggetto {
  const mapContenuti = (parte: Valore, indizio: string): Valore =>
    isOggetto(parte) && isOggetto(parte["content"])
      ? { ...parte, content: mapOggetto(parte["content"], (contenuto) => mapSchema(contenuto, indizio)) }
      : parte;
  const mapSchema = (parte: Valore, indizio: string): Valore =>
    isOggetto(parte) && isOggetto(parte["schema"]) ? { ...parte, schema: map(parte["schema"], indizio) } : parte;
  const mapParametro = (parametro: Valore): Valore => mapSchema(parametro, String(oggettoOf(parametro)["name"] ?? ""));
  const mapOperazione = (valore: Valore): Valore => {
    const operazione = oggettoOf(valore);
    const id = String(operazione["operationId"]);
    return mapOggetto(operazione, (parte, campo) => {
      if (campo === "parameters" && Array.isArray(parte)) return parte.map(mapParametro);
      if (campo === "requestBody") return mapContenuti(parte, `${id}Corpo`);
      return campo === "responses" ? mapOggetto(oggettoOf(parte), (risposta) => mapContenuti(risposta, `${id}Risposta`)) : parte;
    });
  };
  return mapOggetto(documento, (parte, campo) => {
    if (campo === "paths") return mapOggetto(oggettoOf(parte), (metodi) => mapOggetto(oggettoOf(metodi), mapOperazione));
    if (campo !== "components") return parte;
    return mapOggetto(oggettoOf(parte), (gruppo, tipo) => {
      if (tipo === "schemas") return mapOggetto(oggettoOf(gruppo), (schema, nome) => map(oggettoOf(schema), nome));
      if (tipo === "parameters") return mapOggetto(oggettoOf(gruppo), mapParametro);
      return tipo === "responses" ? mapOggetto(oggettoOf(gruppo), (risposta, nome) => mapContenuti(risposta, nome)) : gruppo;
    });
  });
}

const componentiOf = (documento: Oggetto, tipo: string): Oggetto => oggettoOf(oggettoOf(documento["components"])[tipo]);
const withComponenti = (documento: Oggetto, tipo: string, nuovi: Oggetto): Oggetto => ({
  ...documento,
  components: { ...oggettoOf(documento["components"]), [tipo]: { ...componentiOf(documento, tipo), ...nuovi } },
});

function shareSchemi(documento: Oggetto): Oggetto {
  const nodi: Nodi = new Map();
  const marcato = mapSchemi(documento, (schema) => intern(nodi, schema));
  mapSchemi(marcato, (posto, indizio) => count(nodi, posto, indizio));
  const gia = componentiOf(marcato, "schemas");
  const nomi = choose(nodi, Object.keys(gia));
  const expand = (posto: Oggetto): Oggetto => {
    const { [CHIAVE]: _, ...annotazioni } = posto;
    return { ...annotazioni, ...mapFigli(nodoOf(nodi, posto).nucleo, "", place) };
  };
  const place = (posto: Oggetto): Oggetto => {
    const { [CHIAVE]: chiave, ...annotazioni } = posto;
    const nome = nomi.get(String(chiave));
    return nome === undefined ? expand(posto) : { ...annotazioni, $ref: `#/components/schemas/${nome}` };
  };
  // A component that had a name keeps its own body, even if others have the same.
  const scritti = mapOggetto(gia, (posto) => expand(oggettoOf(posto)));
  const nuovi = Object.fromEntries([...nomi].map(([chiave, nome]) => [nome, expand({ [CHIAVE]: chiave })]));
  return withComponenti(mapSchemi(marcato, place), "schemas", { ...scritti, ...nuovi });
}

const operazioniOf = (documento: Oggetto): readonly Oggetto[] =>
  Object.values(oggettoOf(documento["paths"])).flatMap((metodi) => Object.values(oggettoOf(metodi)).map(oggettoOf));
const parametriOf = ({ parameters }: Oggetto): readonly Oggetto[] => (Array.isArray(parameters) ? parameters.map(oggettoOf) : []);

function shareParametri(documento: Oggetto): Oggetto {
  const usi = new Map<string, number>();
  for (const parametro of operazioniOf(documento).flatMap(parametriOf)) {
    const chiave = JSON.stringify(parametro);
    usi.set(chiave, (usi.get(chiave) ?? 0) + 1);
  }
  const nomi = new Map<string, string>();
  const presi = new Set(Object.keys(componentiOf(documento, "parameters")));
  for (const [chiave, volte] of usi) {
    const { $ref, name } = oggettoOf(JSON.parse(chiave));
    if ($ref !== undefined || volte < 2) continue;
    let nome = String(name);
    for (let i = 2; presi.has(nome); i += 1) nome = `${name}.${i}`;
    presi.add(nome);
    nomi.set(chiave, nome);
  }
  const place = (parametro: Oggetto): Oggetto => {
    const nome = nomi.get(JSON.stringify(parametro));
    return nome === undefined ? parametro : { $ref: `#/components/parameters/${nome}` };
  };
  const nuovi = Object.fromEntries([...nomi].map(([chiave, nome]) => [nome, oggettoOf(JSON.parse(chiave))]));
  const paths = mapOggetto(oggettoOf(documento["paths"]), (metodi) =>
    mapOggetto(oggettoOf(metodi), (operazione) => {
      const parametri = parametriOf(oggettoOf(operazione));
      return parametri.length === 0 ? operazione : { ...oggettoOf(operazione), parameters: parametri.map(place) };
    }),
  );
  return nomi.size === 0 ? { ...documento, paths } : withComponenti({ ...documento, paths }, "parameters", nuovi);
}

/** The same document, each repeated schema and parameter once among its components. */
export const share = (documento: unknown): unknown => shareParametri(shareSchemi(oggettoOf(documento)));

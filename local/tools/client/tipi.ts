/** JSON Schema as our documents use it → a TypeScript type, as text. What a client needs to know is the shape: limits and patterns stay in the document. */

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

const ALTRI_TIPI: Readonly<Record<string, string>> = {
  string: "string",
  number: "number",
  integer: "number",
  boolean: "boolean",
  null: "null",
};

export const nameOf = (ref: string): string => ref.slice(ref.lastIndexOf("/") + 1).replace(/\W/g, "_");

const quoteName = (nome: string): string => (/^[A-Za-z_$][\w$]*$/.test(nome) ? nome : JSON.stringify(nome));

export const comment = (testo: string | undefined): string =>
  testo === undefined || testo.trim() === "" ? "" : `/** ${testo.replace(/\s+/g, " ").replaceAll("*/", "*\\/").trim()} */\n`;

const join = (tipi: readonly string[], con: " | " | " & "): string => {
  const diversi = [...new Set(tipi)];
  return diversi.length === 1 ? (diversi[0] ?? "unknown") : `(${diversi.join(con)})`;
};

function renderOggetto({ properties = {}, required = [], additionalProperties }: Schema): string {
  const campi = Object.entries(properties).map(
    ([nome, schema]) =>
      `${comment(schema.description)}readonly ${quoteName(nome)}${required.includes(nome) ? "" : "?"}: ${renderTipo(schema)};`,
  );
  const libero = additionalProperties !== undefined && additionalProperties !== false;
  if (campi.length === 0) {
    const valori = typeof additionalProperties === "object" ? renderTipo(additionalProperties) : "unknown";
    return additionalProperties === false ? "Readonly<Record<string, never>>" : `Readonly<Record<string, ${valori}>>`;
  }
  return `{\n${campi.join("\n")}${libero ? "\nreadonly [altro: string]: unknown;" : ""}\n}`;
}

function renderUno(tipo: string, schema: Schema): string {
  if (tipo === "object") return renderOggetto(schema);
  if (tipo === "array") return `readonly ${schema.items ? wrap(renderTipo(schema.items)) : "unknown"}[]`;
  return schema.format === "binary" ? "Blob" : (ALTRI_TIPI[tipo] ?? "unknown");
}

const wrap = (tipo: string): string => (tipo.startsWith("readonly ") ? `(${tipo})` : tipo);

export function renderTipo(schema: Schema): string {
  if (schema.$ref !== undefined) return nameOf(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum)
    return join(
      schema.enum.map((valore) => JSON.stringify(valore)),
      " | ",
    );
  const scelte = schema.anyOf ?? schema.oneOf;
  if (scelte) return join(scelte.map(renderTipo), " | ");
  if (schema.allOf) return join(schema.allOf.map(renderTipo), " & ");
  if (schema.type === undefined) return schema.properties ? renderOggetto(schema) : "unknown";
  return join(
    [schema.type].flat().map((tipo) => renderUno(tipo, schema)),
    " | ",
  );
}

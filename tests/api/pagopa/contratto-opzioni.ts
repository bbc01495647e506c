/** The official OpenAPI of the payment options as an oracle: what it says of an object, and in which way the object differs. */
import { readFileSync } from "node:fs";
import { contratto } from "../../sostegno/contratti.ts";

const DOCUMENTO = contratto("pagopa/openapi/orgs_payment_options.json");
export const hasContrattoOpzioni = DOCUMENTO !== undefined;

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** Without offset, as in the document's own examples. */
const DATA_ORA = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?$/;
const isTipo = (valore: unknown, tipo: string | undefined): boolean =>
  tipo === "array"
    ? Array.isArray(valore)
    : tipo === "integer"
      ? Number.isSafeInteger(valore)
      : tipo === "object"
        ? Object(valore) === valore
        : typeof valore === tipo;

/** Path and reason of every difference; empty when the value is what the schema says, with no field of its own. */
export function openContrattoOpzioni(): (schema: string, valore: unknown) => string[] {
  if (DOCUMENTO === undefined) throw new Error("manca il contratto ufficiale delle opzioni di pagamento");
  const { components }: { components: { schemas: Record<string, Schema> } } = JSON.parse(readFileSync(DOCUMENTO, "utf8"));
  const find = (nome: string): Schema => {
    const schema = components.schemas[nome];
    if (!schema) throw new Error(`il contratto non ha lo schema ${nome}`);
    return schema;
  };
  const compare = (schema: Schema, valore: unknown, dove: string): string[] => {
    if (schema.$ref !== undefined) return compare(find(schema.$ref.split("/").at(-1) ?? ""), valore, dove);
    if (!isTipo(valore, schema.type)) return [`${dove}: atteso ${schema.type}`];
    if (schema.enum && !schema.enum.includes(String(valore))) return [`${dove}: ${valore} non previsto`];
    if (schema.format === "date-time" && !DATA_ORA.test(String(valore))) return [`${dove}: ${valore} non è una data e ora`];
    if (schema.items && Array.isArray(valore)) return valore.flatMap((voce, i) => compare(schema.items ?? {}, voce, `${dove}.${i}`));
    return Object.entries(schema.properties ? Object(valore) : {}).flatMap(([nome, campo]) => {
      const dichiarato = schema.properties?.[nome];
      return dichiarato ? compare(dichiarato, campo, `${dove}.${nome}`) : [`${dove}.${nome}: campo non previsto`];
    });
  };
  return (schema, valore) => compare(find(schema), valore, schema);
}

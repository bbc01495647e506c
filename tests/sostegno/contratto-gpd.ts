/** The official OpenAPI of the debt positions (ACA and GPD) as an oracle of what we send and of what the sandbox answers. */
import { readFileSync } from "node:fs";
import * as z from "zod";
import { contratto } from "./contratti.ts";

const DOCUMENTI = { aca: contratto("pagopa/openapi/gpd-4-aca.json"), gpd: contratto("pagopa/openapi/gpd.json") } as const;
export const hasContrattiGpd = DOCUMENTI.aca !== undefined && DOCUMENTI.gpd !== undefined;

type Schemi = Readonly<Record<string, Record<string, unknown>>>;

/** References in place, and no field that the contract does not name: what its authors leave out, its servers ignore or refuse. */
const stretto = (valore: unknown, schemi: Schemi): unknown => {
  if (Array.isArray(valore)) return valore.map((voce) => stretto(voce, schemi));
  if (typeof valore !== "object" || valore === null) return valore;
  if ("$ref" in valore) return stretto(schemi[String(valore.$ref).split("/").at(-1) ?? ""], schemi);
  // `uniqueItems` is about whole entries: keys are checked by the tests.
  const {
    uniqueItems: _uniqueItems,
    example: _example,
    default: _default,
    readOnly: _readOnly,
    ...resto
  } = valore as Record<string, unknown>;
  const campi = Object.fromEntries(Object.entries(resto).map(([nome, campo]) => [nome, stretto(campo, schemi)]));
  return "properties" in campi ? { ...campi, additionalProperties: false } : campi;
};

/** Of any OpenAPI of pagoPA. @returns why the value is not what the contract says; empty when it is. */
export const openContratto = (file: string): ((schema: string, valore: unknown) => string) => {
  const { components }: { components: { schemas: Schemi } } = JSON.parse(readFileSync(file, "utf8"));
  const costruiti = new Map<string, z.ZodType>();
  return (nome, valore) => {
    const noto =
      costruiti.get(nome) ?? z.fromJSONSchema(stretto(components.schemas[nome], components.schemas) as z.core.JSONSchema.BaseSchema);
    costruiti.set(nome, noto);
    const esito = noto.safeParse(valore);
    return esito.success ? "" : z.prettifyError(esito.error);
  };
};

export const openContrattoGpd = (archivio: "aca" | "gpd"): ((schema: string, valore: unknown) => string) => {
  const file = DOCUMENTI[archivio];
  if (file === undefined) throw new Error("manca il contratto ufficiale delle posizioni debitorie");
  return openContratto(file);
};

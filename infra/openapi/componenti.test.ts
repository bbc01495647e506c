import { describe, expect, it } from "vitest";
import { operazioni } from "../../shared/contracts/index.ts";
import { share } from "./componenti.ts";
import { buildDocumento } from "./documento.ts";

type Parte = { readonly [campo: string]: unknown };

const schemaDi = (schema: object, descrizione?: string) => ({
  operationId: `leggi${descrizione ?? "Altro"}`,
  responses: { 200: { content: { "application/json": { schema: { ...schema, ...(descrizione && { description: descrizione }) } } } } },
});
const LUNGO = { type: "string", enum: Array.from({ length: 40 }, (_, i) => `VALORE_${i}`) };
const oggetto = (...nomi: string[]) => ({ type: "object", properties: Object.fromEntries(nomi.map((nome) => [nome, LUNGO])) });

const condividi = (paths: object, components: object = {}) => share({ paths, components }) as Record<"paths" | "components", Parte>;

/** A part with every reference replaced by what it names, as far as `profondita`. */
const espandi = (parte: unknown, components: Parte, profondita = 12): unknown => {
  if (profondita === 0) return "…";
  if (Array.isArray(parte)) return parte.map((uno) => espandi(uno, components, profondita));
  if (typeof parte !== "object" || parte === null) return parte;
  const { $ref, ...resto } = parte as Parte;
  const [, gruppo = "", nome = ""] = /^#\/components\/(\w+)\/(.+)$/.exec(String($ref)) ?? [];
  const nominata = $ref === undefined ? {} : Object(Object(components[gruppo])[nome]);
  if ($ref !== undefined && Object.keys(nominata).length === 0) throw new Error(`${$ref} non c'è`);
  return Object.fromEntries(
    Object.entries({ ...nominata, ...resto }).map(([campo, valore]) => [
      campo,
      espandi(valore, components, profondita - ($ref === undefined ? 0 : 1)),
    ]),
  );
};

describe("un documento senza ripetizioni", () => {
  it("dà allo schema ripetuto il nome del campo che più spesso lo contiene", () => {
    const { components, paths } = condividi({
      "/a": { get: schemaDi(oggetto("stato", "stato2")) },
      "/b": { get: schemaDi(oggetto("stato", "altro")) },
    });
    expect(components).toEqual({ schemas: { Stato: LUNGO } });
    expect(JSON.stringify(paths).match(/"\$ref":"#\/components\/schemas\/Stato"/g)).toHaveLength(4);
  });

  it("lascia nel posto la descrizione che è sua", () => {
    const { paths } = condividi({
      "/a": { get: schemaDi(oggetto("a", "b"), "Primo") },
      "/b": { get: schemaDi(oggetto("a", "b"), "Secondo") },
    });
    expect(JSON.stringify(paths)).toMatch(/"description":"Primo","\$ref".*"description":"Secondo","\$ref"/);
  });

  it("conta una volta sola ciò che sta sempre dentro la stessa cosa", () => {
    const { components } = condividi({ "/a": { get: schemaDi(oggetto("uno")) }, "/b": { get: schemaDi(oggetto("uno")) } });
    expect(Object.keys(Object(components["schemas"]))).toHaveLength(1);
  });

  it("non tocca ciò che è breve o che c'è una volta, e non prende il nome di nessuno", () => {
    const gia = { Stato: { type: "integer" } };
    const { components } = condividi(
      {
        "/a": { get: schemaDi({ type: "string" }) },
        "/b": { get: schemaDi({ type: "object", properties: { a: { ...LUNGO, maxLength: 3 } } }) },
      },
      { schemas: { ...gia, X: oggetto("stato"), Y: oggetto("stato", "altro") } },
    );
    expect(Object.keys(Object(components["schemas"]))).toEqual(["Stato", "X", "Y", "Stato2"]);
    expect(Object(components["schemas"]).Stato).toEqual(gia.Stato);
  });

  it("condivide i parametri, ognuno col suo nome", () => {
    const parametro = (pattern: string) => ({ in: "query", name: "pagina", schema: { type: "string", pattern } });
    const con = (...pattern: string[]) => ({ operationId: "x", parameters: pattern.map(parametro), responses: {} });
    const { components, paths } = condividi({ "/a": { get: con("a", "b"), put: con("a", "c") }, "/b": { get: con("b") } });
    expect(components["parameters"]).toEqual({ pagina: parametro("a"), "pagina.2": parametro("b") });
    expect(JSON.stringify(paths)).toContain('"pattern":"c"');
  });

  it("dice le stesse cose di prima: ogni riferimento porta a ciò che nomina, e l'esteso è uguale", () => {
    const documento = buildDocumento("pagamento", operazioni.pagamento, new URL("../..", import.meta.url).pathname) as Parte;
    const components = documento["components"] as Parte;
    const ripetuto = { ...documento, paths: espandi(documento["paths"], components) } as Parte;
    const ancora = share(ripetuto) as Parte;
    expect(JSON.stringify(ripetuto).length).toBeGreaterThan(JSON.stringify(ancora).length * 1.5);
    expect(espandi(ancora["paths"], ancora["components"] as Parte, 30)).toEqual(ripetuto["paths"]);
  });
});

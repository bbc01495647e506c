/** The collections: their form, and that each request leads to an operation that exists with nothing missing in its path. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import * as registro from "../../../shared/contracts/index.ts";
import { API_BASE, API_REST } from "../../../shared/contracts/operation.ts";

const Campo = z.strictObject({
  key: z.string(),
  value: z.string(),
  description: z.string().optional(),
  disabled: z.boolean().optional(),
});
const Voce = z.strictObject({
  name: z.string().min(1),
  request: z.strictObject({
    method: z.enum(["GET", "PUT", "POST", "PATCH", "DELETE"]),
    header: z.array(Campo),
    url: z.strictObject({
      raw: z.string(),
      host: z.tuple([z.literal("{{fiorino}}")]),
      path: z.array(z.string().min(1)),
      variable: z.array(Campo).optional(),
      query: z.array(Campo).optional(),
    }),
    body: z
      .discriminatedUnion("mode", [
        z.object({ mode: z.literal("raw"), raw: z.string() }),
        z.object({ mode: z.literal("file") }),
        z.object({ mode: z.literal("formdata") }),
      ])
      .optional(),
    auth: z.strictObject({ type: z.literal("noauth") }).optional(),
    description: z.string(),
  }),
  response: z.array(z.never()),
});
const Raccolta = z.strictObject({
  info: z.strictObject({
    name: z.string(),
    description: z.string(),
    schema: z.literal("https://schema.getpostman.com/json/collection/v2.1.0/collection.json"),
  }),
  auth: z.object({ type: z.literal("basic") }),
  item: z.array(z.union([Voce, z.strictObject({ name: z.string(), item: z.array(Voce) })])),
});

const read = (nome: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../docs/openapi/postman/${nome}.json`, import.meta.url), "utf8"));
const readVoci = (api: string) => Raccolta.parse(read(api)).item.flatMap((voce) => ("item" in voce ? voce.item : [voce]));
const { values } = z.object({ values: z.array(z.object({ key: z.string(), value: z.string() })) }).parse(read("macchina-locale"));

/** `:id` back to `{id}`. */
const percorsoDi = (path: readonly string[]): string => `/${path.map((parte) => parte.replace(/:(\w+)/g, "{$1}")).join("/")}`;

describe("the Postman collections", () => {
  it.each(API_REST)("%s has one request for each route of the registry", (api) => {
    const attese = registro.operazioni[api].map(({ id, method, path }) => `${id} ${method} ${API_BASE[api]}${path}`);
    expect(
      readVoci(api)
        .map(({ name, request }) => `${name} ${request.method} ${percorsoDi(request.url.path)}`)
        .sort(),
    ).toEqual(attese.sort());
  });

  it.each([...API_REST, "pagopa"])("%s fills every name of its paths, and names only variables of the environment", (api) => {
    const noti = new Set(values.map(({ key }) => key));
    for (const { name, request } of readVoci(api)) {
      const nomi = [...request.url.path.join("/").matchAll(/:(\w+)/g)].map(([, nome]) => nome);
      expect([name, (request.url.variable ?? []).map(({ key }) => key).sort()]).toEqual([name, nomi.sort()]);
      const ignote = [...JSON.stringify(request).matchAll(/\{\{(\w+)\}\}/g)].filter(([, nome = ""]) => !noti.has(nome));
      expect([name, ignote]).toEqual([name, []]);
    }
  });

  it.each(API_REST)("%s gives JSON bodies that can be read, and no credentials to whom nobody asks for them", (api) => {
    for (const { name, request } of readVoci(api)) {
      const json = request.header.some(({ key, value }) => key === "Content-Type" && value === "application/json");
      const raw = json && request.body?.mode === "raw" ? request.body.raw : "";
      if (raw !== "") expect(() => JSON.parse(raw)).not.toThrow();
      const auth = registro.operazioni[api].find(({ id }) => id === name)?.auth ?? [];
      expect([name, request.auth?.type]).toEqual([
        name,
        auth.every((tipo) => tipo === "anonimo" || tipo === "cittadino") ? "noauth" : undefined,
      ]);
    }
  });
});

/** Reads a cloud assembly from disk: the manifest says which templates and which packaged code make the deployment. */
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { asObject, asText, isObject } from "./json.ts";
import type { JsonObject, Resource, Stack } from "./types.ts";

async function readJson(path: string): Promise<JsonObject> {
  const value: unknown = JSON.parse(await readFile(path, "utf8"));
  if (!isObject(value)) throw new Error(`${path}: non è un oggetto JSON`);
  return value;
}

function resourcesOf(template: JsonObject): Record<string, Resource> {
  const resources: Record<string, Resource> = {};
  for (const [id, value] of Object.entries(asObject(template.Resources))) {
    const { Type, Properties, Condition } = asObject(value);
    if (typeof Type !== "string") continue;
    resources[id] = { Type, Properties: asObject(Properties), ...(typeof Condition === "string" ? { Condition } : {}) };
  }
  return resources;
}

/** The asset manifest maps a file's hash to its folder and to the object key under which the template names it. */
async function assetsOf(dir: string, manifest: JsonObject, stackName: string): Promise<Record<string, string>> {
  const assets: Record<string, string> = {};
  const artifact = asObject(asObject(manifest.artifacts)[`${stackName}.assets`]);
  const file = asText(asObject(artifact.properties).file);
  if (file === undefined) return assets;
  for (const entry of Object.values(asObject((await readJson(join(dir, file))).files))) {
    const { source, destinations } = asObject(entry);
    const path = asText(asObject(source).path);
    if (path === undefined) continue;
    for (const destination of Object.values(asObject(destinations))) {
      const key = asText(asObject(destination).objectKey);
      if (key !== undefined) assets[key] = resolve(dir, path);
    }
  }
  return assets;
}

/** Every stack of the assembly in `dir`, in the manifest's order. Throws when the folder is not a cloud assembly. */
export async function readAssembly(dir: string): Promise<Stack[]> {
  const manifest = await readJson(join(dir, "manifest.json"));
  const stacks: Stack[] = [];
  for (const [id, value] of Object.entries(asObject(manifest.artifacts))) {
    const artifact = asObject(value);
    if (artifact.type !== "aws:cloudformation:stack") continue;
    const properties = asObject(artifact.properties);
    const template = await readJson(join(dir, asText(properties.templateFile) ?? `${id}.template.json`));
    stacks.push({
      name: asText(properties.stackName) ?? id,
      parameters: asObject(template.Parameters),
      conditions: asObject(template.Conditions),
      mappings: asObject(template.Mappings),
      resources: resourcesOf(template),
      outputs: asObject(template.Outputs),
      assets: await assetsOf(dir, manifest, id),
    });
  }
  return stacks;
}

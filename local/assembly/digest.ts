/** Digest of everything the synthesis reads, so that it is done again only when something changed. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/** Folders and files that decide what is deployed. */
const SYNTH_INPUTS = ["infra", "functions", "shared", "package-lock.json", "cdk.json"];

function listFiles(path: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (!stats.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Hexadecimal digest of names and contents under `root`, and of the context given to the application; tests do not count. */
export function digestInputs(root: string, context = ""): string {
  const hash = createHash("sha256").update(context).update("\0");
  for (const input of SYNTH_INPUTS) {
    for (const file of listFiles(join(root, input))) hash.update(relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}

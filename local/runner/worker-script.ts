/**
 * Prepares the script of the functions' threads once per start: a thread that had to strip types itself would need 100 ms more, at every cold start.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const INSTALL = `installShiftedDate(new BigInt64Array(workerData.offset));\n`;

/** Writes the script into the state folder and returns its address. */
export async function writeWorkerScript(stateDir: string): Promise<URL> {
  const sources = await Promise.all(
    ["shifted-date.ts", "worker-thread.ts"].map((file) => readFile(new URL(file, import.meta.url), "utf8")),
  );
  const [date = "", thread = ""] = sources.map((source) => stripTypeScriptTypes(source));
  // Imports are hoisted, so the shifted clock is in place before anything of the thread's own code runs.
  await mkdir(stateDir, { recursive: true });
  const path = join(stateDir, "worker-thread.mjs");
  await writeFile(path, `${date}\n${thread.replace("if (workerData?.", `${INSTALL}if (workerData?.`)}`);
  return pathToFileURL(path);
}

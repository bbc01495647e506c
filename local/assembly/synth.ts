/** Synthesizes the CDK application in a child process, once per state of its sources, and keeps the results of the last two. */
import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { AMMINISTRATORE_INIZIALE } from "../sandbox/credenziali.ts";
import { digestInputs } from "./digest.ts";
import { isObject } from "./json.ts";

const KEPT = 2;
const SYNTH_TIMEOUT_MS = 120_000;

/** The review of the templates (cdk-nag) belongs to `npm test`: here only the assembly is wanted, with the demonstration's first operator. */
function contextOf(root: string): string {
  const cdk: unknown = JSON.parse(readFileSync(join(root, "cdk.json"), "utf8"));
  const context = isObject(cdk) && isObject(cdk.context) ? cdk.context : {};
  return JSON.stringify({ ...context, controlli: false, amministratore: JSON.stringify(AMMINISTRATORE_INIZIALE) });
}

function removeOld(dir: string): void {
  const folders = readdirSync(dir).map((name) => join(dir, name));
  const oldest = folders.sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs).slice(KEPT);
  for (const folder of oldest) rmSync(folder, { recursive: true, force: true });
}

/** Folder of the assembly for the sources as they are now. Throws with the synthesis' own output when it fails. */
export async function synthesize(root: string, stateDir: string): Promise<string> {
  const dir = join(stateDir, "cdk.out");
  await mkdir(dir, { recursive: true });
  const target = join(dir, digestInputs(root));
  if (existsSync(join(target, "manifest.json"))) {
    // Seconds, as utimes wants: real time matters only for the order in which folders are dropped.
    utimesSync(target, Date.now() / 1_000, Date.now() / 1_000);
    return target;
  }
  const working = `${target}.${process.pid}`;
  try {
    await promisify(execFile)(process.execPath, ["infra/app.ts"], {
      cwd: root,
      timeout: SYNTH_TIMEOUT_MS,
      maxBuffer: 16_000_000,
      env: { ...process.env, CDK_OUTDIR: working, CDK_CONTEXT_JSON: contextOf(root) },
    });
    renameSync(working, target);
  } catch (error) {
    rmSync(working, { recursive: true, force: true });
    const { stderr, message } = Object(error);
    throw new Error(`La sintesi dell'infrastruttura non è riuscita:\n${String(stderr || message)}`);
  }
  removeOld(dir);
  return target;
}

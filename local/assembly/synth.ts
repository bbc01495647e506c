/** Synthesizes the CDK application in a child process, once per state of its sources, and keeps the latest results. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { AMMINISTRATORE_INIZIALE, PROVIDER } from "../sandbox/credenziali.ts";
import { digestInputs } from "./digest.ts";
import { asObject } from "./json.ts";

const KEPT = 3;
const SYNTH_TIMEOUT_MS = 300_000;

/** The review of the templates (cdk-nag) belongs to `npm test`: here only the assembly is wanted. */
function contextOf(root: string): string {
  const cdk: unknown = JSON.parse(readFileSync(join(root, "cdk.json"), "utf8"));
  return JSON.stringify({
    ...asObject(asObject(cdk).context),
    controlli: false,
    amministratore: JSON.stringify(AMMINISTRATORE_INIZIALE),
    autenticazione: "basic,apikey,oauth2",
    // With TLS_CA the Node may show its certificate, as on the domain with mutual TLS.
    autenticazioneNodo: "basic,ssl",
    identita: [PROVIDER],
    // The system that is asked is on this machine too, which may be doing something else as well.
    attesaEnte: 3_000,
  });
}

function isComplete(dir: string): boolean {
  return existsSync(join(dir, "manifest.json"));
}

function touch(dir: string): void {
  const now = Date.now() / 1_000;
  utimesSync(dir, now, now);
}

/**
 * Drops the oldest assemblies, never the one just made (a clock that was put back makes the others younger), and what an interrupted synthesis left; one in
 * progress is younger than its own limit.
 */
function removeOld(dir: string, made: string): void {
  const byAge = readdirSync(dir)
    .filter((name) => name !== basename(made))
    .map((name) => ({ path: join(dir, name), isTemporary: name.includes("."), age: Date.now() - statSync(join(dir, name)).mtimeMs }))
    .sort((one, other) => one.age - other.age);
  const abandoned = byAge.filter(({ isTemporary, age }) => isTemporary && age > SYNTH_TIMEOUT_MS);
  const old = byAge.filter(({ isTemporary }) => !isTemporary).slice(KEPT - 1);
  for (const { path } of [...abandoned, ...old]) rmSync(path, { recursive: true, force: true });
}

/** Folder, under `dir`, of the assembly for the sources of `root` as they are now. Throws with the synthesis' own output when it fails. */
export async function synthesize(root: string, dir: string): Promise<string> {
  mkdirSync(dir, { recursive: true });
  const context = contextOf(root);
  const target = join(dir, digestInputs(root, context));
  if (isComplete(target)) {
    touch(target);
    return target;
  }
  const working = `${target}.${process.pid}`;
  try {
    await promisify(execFile)(process.execPath, ["infra/app.ts"], {
      cwd: root,
      timeout: SYNTH_TIMEOUT_MS,
      maxBuffer: 16_000_000,
      env: { ...process.env, CDK_OUTDIR: working, CDK_CONTEXT_JSON: context },
    });
  } catch (error) {
    rmSync(working, { recursive: true, force: true });
    const { stderr, message } = Object(error);
    throw new Error(`La sintesi dell'infrastruttura non è riuscita:\n${String(stderr || message)}`);
  }
  // Another process may have done the same meanwhile: the first one stays, it may be in use.
  if (isComplete(target)) rmSync(working, { recursive: true, force: true });
  else renameSync(working, target);
  removeOld(dir, target);
  return target;
}

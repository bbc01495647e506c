/** Fiorino itself on the machine: its sources synthesized, its sandbox beside it. What `npm start` runs, and what tests start in their own process. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rewritePath } from "../../shared/contracts/rewrites.ts";
import { synthesize } from "../assembly/synth.ts";
import { SEGRETI } from "../sandbox/credenziali.ts";
import type { TlsFiles } from "./http-server.ts";
import { type Machine, startMachine } from "./machine.ts";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Assemblies depend only on the sources, so every state folder shares them. */
const ASSEMBLIES = join(ROOT, ".local", "cdk.out");

export interface FiorinoOptions {
  stateDir: string;
  /** 0 = any free port. */
  port: number;
  hostname?: string;
  tls?: TlsFiles;
  record?: boolean;
  /** False leaves tables empty and the sandbox out: only the APIs. */
  sandbox?: boolean;
}

/** Folder of the assembly for the sources as they are now. */
export function synthesizeFiorino(): Promise<string> {
  return synthesize(ROOT, ASSEMBLIES);
}

/** Starts it; rejects as `startMachine` does, and when the sources do not synthesize. Stop it with the machine's `stop`. */
export async function startFiorino({ sandbox: withSandbox = true, ...options }: FiorinoOptions): Promise<Machine> {
  // Loaded while the emulators start; a failure shows where it is awaited.
  const sandbox = withSandbox ? import("../sandbox/index.ts") : undefined;
  const seed = withSandbox ? import("../sandbox/seed.ts") : undefined;
  for (const loading of [sandbox, seed]) loading?.catch(() => {});
  return startMachine({
    ...options,
    secrets: SEGRETI,
    assembly: synthesizeFiorino,
    rewrite: rewritePath,
    ...(sandbox === undefined ? {} : { createSandbox: async (ambiente) => (await sandbox).createSandbox(ambiente) }),
    ...(seed === undefined ? {} : { seed: async (ambiente) => (await seed).seed(ambiente) }),
  });
}

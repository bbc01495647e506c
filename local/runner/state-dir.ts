/** The state folder (`.local/`): small files that must survive a `kill -9`, and the mark that says which process is using them. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Writes through a temporary file, so that a reader never finds half of it. */
export function writeAtomically(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, file);
}

/** Parsed content of a JSON file, or `undefined` when it is missing or broken (a broken file is as good as none). */
export function readJsonFile(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** Command line of a live process, empty when there is none; on systems without /proc only its existence is known. */
export function commandLineOf(pid: number): string {
  try {
    process.kill(pid, 0);
  } catch {
    return "";
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return process.platform === "linux" ? "" : "?";
  }
}

/** Takes the folder for this process; throws (Italian text) when a live runner is already using it. Returns what gives it back. */
export function lockStateDir(stateDir: string): () => void {
  const file = join(stateDir, "istanza.json");
  const { pid } = Object(readJsonFile(file));
  if (typeof pid === "number" && pid !== process.pid && /node/.test(commandLineOf(pid))) {
    throw new Error(
      `La cartella di stato ${stateDir} è in uso da un'altra istanza (processo ${pid}): fermarla prima di avviarne una nuova.`,
    );
  }
  writeAtomically(file, JSON.stringify({ pid: process.pid }));
  return () => rmSync(file, { force: true });
}

/** Output of the functions: one file per function in the state folder, never the terminal, and the last lines in memory for who asks. */
import { createWriteStream, mkdirSync, renameSync, statSync, type WriteStream } from "node:fs";
import { join } from "node:path";

const KEPT_LINES = 1_000;
const MAX_FILE_BYTES = 10_000_000;

export interface FunctionLogs {
  write(functionName: string, chunk: string): void;
  last(functionName: string, lines: number): string[];
  close(): void;
}

function open(dir: string, functionName: string): WriteStream {
  const file = join(dir, `${functionName}.log`);
  try {
    if (statSync(file).size > MAX_FILE_BYTES) renameSync(file, `${file}.1`);
  } catch {
    // No file yet: nothing to rotate.
  }
  return createWriteStream(file, { flags: "a" });
}

export function createLogs(stateDir: string): FunctionLogs {
  const dir = join(stateDir, "logs");
  mkdirSync(dir, { recursive: true });
  const files = new Map<string, WriteStream>();
  const kept = new Map<string, string[]>();
  return {
    write: (functionName, chunk) => {
      const file = files.get(functionName) ?? open(dir, functionName);
      files.set(functionName, file);
      file.write(chunk);
      const lines = kept.get(functionName) ?? [];
      lines.push(...chunk.split("\n").filter((line) => line !== ""));
      kept.set(functionName, lines.slice(-KEPT_LINES));
    },
    last: (functionName, lines) => (kept.get(functionName) ?? []).slice(-lines),
    close: () => {
      for (const file of files.values()) file.end();
    },
  };
}

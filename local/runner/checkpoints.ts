/** How far each stream consumer got, on disk: written after the function answered, read when the machine starts again. */
import { join } from "node:path";
import { asObject, asText } from "../assembly/json.ts";
import { readJsonFile, writeAtomically } from "./state-dir.ts";

export interface Checkpoints {
  get(mapping: string, streamArn: string): string | undefined;
  set(mapping: string, streamArn: string, sequence: string): void;
  clear(): void;
}

export function createCheckpoints(stateDir: string): Checkpoints {
  const file = join(stateDir, "stream.json");
  const positions = new Map<string, string>();
  for (const [key, value] of Object.entries(asObject(readJsonFile(file)))) positions.set(key, asText(value) ?? "");
  const save = (): void => writeAtomically(file, JSON.stringify(Object.fromEntries(positions)));
  return {
    // The stream's address is part of the key: a table created anew begins a new stream.
    get: (mapping, streamArn) => positions.get(`${mapping} ${streamArn}`),
    set: (mapping, streamArn, sequence) => {
      positions.set(`${mapping} ${streamArn}`, sequence);
      save();
    },
    clear: () => {
      positions.clear();
      save();
    },
  };
}

/** The machine's clock: real time plus an offset that only grows, shared with every thread and remembered across restarts. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { installShiftedDate } from "./shifted-date.ts";
import { writeAtomically } from "./state-dir.ts";

export interface Clock {
  /** Shared with the threads: one signed 64-bit number of milliseconds. */
  readonly shared: SharedArrayBuffer;
  now(): number;
  offset(): number;
  /** Sets the clock to the instant `at` (ms); an instant in the past is ignored. */
  moveTo(at: number): void;
  reset(): void;
  uninstall(): void;
}

function readOffset(file: string): number {
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    return Number(Object(value).offset) || 0;
  } catch {
    return 0;
  }
}

/** Replaces the global `Date` of this thread and restores the offset saved in `stateDir`. */
export function createClock(stateDir: string): Clock {
  const file = join(stateDir, "orologio.json");
  const shared = new SharedArrayBuffer(8);
  const cell = new BigInt64Array(shared);
  Atomics.store(cell, 0, BigInt(readOffset(file)));
  const uninstall = installShiftedDate(cell);
  const set = (offset: number): void => {
    Atomics.store(cell, 0, BigInt(Math.round(offset)));
    writeAtomically(file, JSON.stringify({ offset: Math.round(offset) }));
  };
  const offset = (): number => Number(Atomics.load(cell, 0));
  return {
    shared,
    now: () => Date.now(),
    offset,
    moveTo: (at) => {
      const ahead = at - Date.now();
      if (ahead > 0) set(offset() + ahead);
    },
    reset: () => set(0),
    uninstall,
  };
}

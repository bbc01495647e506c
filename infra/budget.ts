/** Budgets of a function (docs/adr/0004): what it may weigh, everything it reaches included, and how long its cold import may take. */
import type { Peso } from "../shared/contracts/operation.ts";

/** Thousands of bytes. */
export const BUDGET_KILOBYTE: Readonly<Record<Peso, number>> = { lettura: 420, scrittura: 520, soap: 650, pdf: 1300 };

/** Times the cold import of an empty handler with the DocumentClient, in processor time, measured in the same run: docs/adr/0004 says why not less. */
export const BUDGET_IMPORT = 2.3;

/**
 * Heap of a function, in MB: V8 lets garbage pile up to its limit before it collects in earnest, so half the memory is left to code, buffers and
 * the runtime (a flow of 100,000 rows must fit in 256 MB).
 */
export const heapMegabyteOf = (memoryMegabytes: number): number => Math.floor(memoryMegabytes / 2);

/** Budgets of a function (docs/adr/0004): what it may weigh, everything it reaches included, and how long its cold import may take. */
import type { Peso } from "../shared/contracts/operation.ts";

/** Thousands of bytes. */
export const BUDGET_KILOBYTE: Readonly<Record<Peso, number>> = {
  lettura: 420,
  scrittura: 520,
  endpoint: 570,
  soap: 650,
  avvio: 780,
  registro: 520,
  pdf: 1300,
};

/** Times the cold import of an empty handler with the DocumentClient, in processor time, measured in the same run: docs/adr/0004 says why not less. */
export const BUDGET_IMPORT: Readonly<Record<Peso, number>> = {
  lettura: 2.8,
  scrittura: 2.8,
  endpoint: 2.8,
  soap: 2.8,
  avvio: 3.2,
  registro: 4,
  pdf: 3.2,
};

/**
 * Options of Node for a function of so many MB. V8 sizes itself on the machine: old objects get half the memory, and each half of the nursery a
 * 64th, because it never gives back what a bigger one has touched (100,000 rows of a flow peak at 262 MB with the 16 MB of V8, flat at 140 with 4).
 */
export const nodeOptionsOf = (memoryMegabytes: number): string =>
  `--max-old-space-size=${Math.floor(memoryMegabytes / 2)} --max-semi-space-size=${Math.max(1, Math.floor(memoryMegabytes / 64))}`;

/** Budgets of a function (docs/adr/0004): what it may weigh, everything it reaches included, and how long its cold import may take. */
import type { Peso } from "../shared/contracts/operation.ts";

/** Thousands of bytes. */
export const BUDGET_KILOBYTE: Readonly<Record<Peso, number>> = { lettura: 420, scrittura: 520, soap: 650, pdf: 1300 };

/** Times the cold import of an empty handler with the DocumentClient, measured in the same run. */
export const BUDGET_IMPORT = 1.8;

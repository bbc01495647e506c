import type { Clock } from "../../ports/clock.ts";

/** The machine's clock. */
export const clockDiSistema: Clock = { now: () => new Date().toISOString() };

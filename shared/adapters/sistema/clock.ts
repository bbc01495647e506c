/** The real time: the only place of the product that asks the machine for it. */
import type { Clock } from "../../ports/clock.ts";

/** The machine's clock. */
export const clockDiSistema: Clock = { now: () => new Date().toISOString() };

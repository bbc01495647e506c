/** Identifiers of the running system. */
import { randomUUID } from "node:crypto";
import type { Ids } from "../../ports/ids.ts";

/** Random identifiers: 122 bits from the operating system. */
export const idsCasuali: Ids = { next: () => randomUUID().replaceAll("-", "") };

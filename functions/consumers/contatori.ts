/** Stream of the archive: what every change adds to the counters of the reports, and what it changes in the accounts. */
import { deriveStream } from "../../shared/runtime/contatori.ts";
import { derivazioni } from "../../shared/runtime/wiring/derivazioni.ts";

export const handler = deriveStream(derivazioni);

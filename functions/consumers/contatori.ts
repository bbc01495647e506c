/** Stream of the archive: what every change adds to the counters of the reports. */
import { countStream } from "../../shared/runtime/contatori.ts";
import { contatori, readCambiamenti } from "../../shared/runtime/wiring/contatori.ts";

export const handler = countStream(readCambiamenti, contatori);

/** The port of ZIP archives, on Node's own zlib. */
import type { PacchettiZip } from "../../ports/pacchetti-zip.ts";
import { openZip } from "./lettore.ts";
import { packFile, packIndice } from "./scrittore.ts";

export const pacchettiZip: PacchettiZip = { open: openZip, pack: packFile, index: packIndice };

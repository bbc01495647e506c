/** Official schemas and contracts beside the project, when they are there: the tests that need them register themselves only then. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const cartella = fileURLToPath(new URL("../../../../shared/contracts/", import.meta.url));

/** Path of an official file, or undefined when the folder is not there. */
export const contratto = (percorso: string): string | undefined => (existsSync(cartella + percorso) ? cartella + percorso : undefined);

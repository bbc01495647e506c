/** API keys: 256 random bits behind a prefix by which whoever finds one in a log or in a repository knows what it is. */
import { createHash, randomBytes } from "node:crypto";
import type { ChiaviApi } from "../../ports/accessi.ts";

export const chiaviApi: ChiaviApi = {
  create: (prova) => {
    const chiave = `${prova ? "fio_prova_" : "fiorino_"}${randomBytes(32).toString("base64url")}`;
    return { chiave, impronta: createHash("sha256").update(chiave).digest("base64url") };
  },
};

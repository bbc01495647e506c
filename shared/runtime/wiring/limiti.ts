/** The rates of the callers, and their common count: one number per caller beside its accesses, under the only keys that every function may write. */
import { createHash } from "node:crypto";
import { config } from "../config/config.ts";
import { Limitatore } from "../limitatore.ts";
import { logger } from "../osservabilita.ts";
import { clock, deposito } from "./base.ts";

/** A principal may be longer than a key. */
const chiaveDi = (principal: string) => ({
  pk: `ACC#LIMITE#${createHash("sha256").update(principal).digest("hex").slice(0, 32)}`,
  sk: "RICHIESTE",
});

export const limitatore = new Limitatore({
  conta: (principal, richieste) => deposito.increment("anagrafiche", chiaveDi(principal), "richieste", richieste),
  predefinito: config.limiteRichieste,
  adesso: () => Date.parse(clock.now()),
  segnala: (errore) => logger.warn("richieste non contate", { errore: String(errore) }),
});

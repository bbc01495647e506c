/** Bearer tokens. */
import { createResolveBearer, type ResolveBearer } from "../autenticazione/bearer.ts";
import { logger } from "../osservabilita.ts";
import { anagrafiche, clock } from "./base.ts";
import { emittenti, provider } from "./identita.ts";

export const createBearer = (): ResolveBearer =>
  createResolveBearer({
    anagrafiche,
    clock,
    emittenti,
    provider,
    segnala: (motivo) => logger.info("token rifiutato", { motivo }),
  });

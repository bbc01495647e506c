/** The proof asked of anonymous callers. */
import { createHash } from "node:crypto";
import { createUsoSingolo } from "../../adapters/archivio/uso-singolo.ts";
import { createCifra } from "../../adapters/sistema/cifra.ts";
import type { VerificaCaptcha } from "../../ports/captcha.ts";
import { checkCaptcha as createCheck, describeCaptcha as createDescribe, type PorteCaptcha } from "../../usecases/accessi/captcha.ts";
import { logger } from "../osservabilita.ts";
import { anagrafiche, clock, deposito } from "./base.ts";
import { chiave } from "./sessioni.ts";

/** Few installations ask a service of others: the client is loaded by the first call that needs it. */
const verifica: VerificaCaptcha = {
  verify: async (...argomenti) => (await import("./captcha-esterno.ts")).verifica.verify(...argomenti),
};

const porte: PorteCaptcha = {
  anagrafiche,
  clock,
  cifra: createCifra(chiave, "captcha"),
  digest: { sha256: (testo) => createHash("sha256").update(testo).digest() },
  usi: createUsoSingolo(deposito),
  verifica,
  segnala: (motivo) => logger.warn("captcha non verificato", { motivo }),
};

/** Refuses an anonymous caller without the proof, where the installation asks for one; nobody else. */
export const checkCaptcha = createCheck(porte);
export const describeCaptcha = createDescribe(porte);

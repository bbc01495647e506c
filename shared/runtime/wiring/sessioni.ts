/** The sessions that operators open at the console, and the key that signs them. */
import { randomBytes } from "node:crypto";
import { createCifra } from "../../adapters/sistema/cifra.ts";
import type { Accessi } from "../../ports/accessi.ts";
import { Sessioni } from "../autenticazione/sessioni.ts";
import { config } from "../config/config.ts";
import { anagrafiche, clock } from "./base.ts";

/** Without a key of the installation, what an instance signs holds for that instance alone. */
export const chiave = config.chiaveCredenziali ?? randomBytes(32);
export const cifraSessioni = createCifra(chiave, "sessione");

export const createSessioni = (accessi: Pick<Accessi, "getSessione">): Sessioni =>
  new Sessioni({ anagrafiche, accessi, clock, cifra: cifraSessioni });

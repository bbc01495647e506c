/** The sessions that operators and citizens open, and the keys that sign them. */
import { randomBytes } from "node:crypto";
import { createCifra } from "../../adapters/sistema/cifra.ts";
import type { SessioneCittadino } from "../../domain/accessi/sessione-cittadino.ts";
import type { Accessi } from "../../ports/accessi.ts";
import { Sessioni } from "../autenticazione/sessioni.ts";
import { SessioniCittadino } from "../autenticazione/sessioni-cittadino.ts";
import { config } from "../config/config.ts";
import { anagrafiche, clock } from "./base.ts";

/** Without a key of the installation, what an instance signs holds for that instance alone. */
export const chiave = config.chiaveCredenziali ?? randomBytes(32);
export const cifraSessioni = createCifra(chiave, "sessione");
export const cifraCittadini = createCifra(chiave, "sessione-cittadino");
export const cifraAnonimi = createCifra(chiave, "anonimo");

export const createSessioni = (accessi: Pick<Accessi, "getSessione">): Sessioni =>
  new Sessioni({ anagrafiche, accessi, clock, cifra: cifraSessioni });

export const createSessioniCittadino = (
  accessi: Pick<Accessi, "getSessioneCittadino">,
  annota: (sessione: SessioneCittadino) => void,
): SessioniCittadino => new SessioniCittadino({ accessi, clock, cifra: cifraCittadini, annota });

/** How citizens come in and go out: providers written in the registry, asked with the guarded client. */
import { mappeAccessi } from "../../adapters/archivio/mappe-accessi.ts";
import { AccessoOidc } from "../../adapters/oidc/accesso.ts";
import { Emittenti } from "../../adapters/oidc/emittenti.ts";
import { createScarica } from "../../adapters/oidc/scarica.ts";
import { createCifra } from "../../adapters/sistema/cifra.ts";
import { API_BASE } from "../../contracts/operation.ts";
import type { PorteLoginCittadino } from "../../usecases/accessi/login-cittadino.ts";
import { config } from "../config/config.ts";
import { logger } from "../osservabilita.ts";
import { accessi } from "./autenticazione.ts";
import { anagrafiche, clock, wireUnitOfWork } from "./base.ts";
import { createClient } from "./http.ts";
import { segreti } from "./segreti.ts";
import { chiave, cifraCittadini } from "./sessioni.ts";

const scarica = createScarica(createClient());

/** Whether the API takes the cookie that a login would give. */
export const cittadiniAttivi = config.autenticazione.includes("cittadino");

export const porteLogin: PorteLoginCittadino = {
  anagrafiche,
  accessi,
  unitOfWork: wireUnitOfWork(mappeAccessi),
  clock,
  cifra: cifraCittadini,
  accesso: new AccessoOidc(new Emittenti(clock, scarica), segreti, scarica),
  cifraAccesso: createCifra(chiave, "accesso-cittadino"),
  ritornoOidc: `${config.urlPubblico}${API_BASE.utente}/accesso/ritorno`,
  segnala: (motivo: string) => logger.info("accesso rifiutato", { motivo }),
};

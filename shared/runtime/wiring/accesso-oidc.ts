/** Login through the identity providers. */
import { AccessoOidc } from "../../adapters/oidc/accesso.ts";
import { createCifra } from "../../adapters/sistema/cifra.ts";
import { API_BASE } from "../../contracts/operation.ts";
import { config } from "../config/config.ts";
import { logger } from "../osservabilita.ts";
import { porteSessione } from "./accessi.ts";
import { anagrafiche } from "./base.ts";
import { emittenti, provider } from "./identita.ts";
import { segreti } from "./segreti.ts";
import { chiave } from "./sessioni.ts";

export const porteOidc = {
  ...porteSessione,
  provider,
  anagrafiche,
  accesso: new AccessoOidc(emittenti, segreti),
  cifraAccesso: createCifra(chiave, "accesso-oidc"),
  ritornoOidc: `${config.urlPubblico}${API_BASE.backoffice}/login/oidc/ritorno`,
  segnala: (motivo: string) => logger.info("accesso rifiutato", { motivo }),
};

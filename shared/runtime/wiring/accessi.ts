/** What logs operators in and out, and keeps their credentials. */
import { AnagraficheInCache } from "../../adapters/archivio/anagrafiche.ts";
import { createRegistroDiBase } from "../../adapters/archivio/lettore-registro.ts";
import { mappeAccessi } from "../../adapters/archivio/mappe-accessi.ts";
import { mappaOperatore } from "../../adapters/archivio/mappe-anagrafiche.ts";
import { createCifra } from "../../adapters/sistema/cifra.ts";
import { hashPassword } from "../../adapters/sistema/password.ts";
import { codiciTotp } from "../../adapters/sistema/totp.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { VerificaOperatore } from "../../usecases/accessi/login.ts";
import { getVoce } from "../../usecases/anagrafiche/anagrafica.ts";
import { operatori } from "../../usecases/anagrafiche/utenze.ts";
import { ResolverChiamante } from "../autenticazione/resolver.ts";
import { config } from "../config/config.ts";
import { accessi, tentativi } from "./autenticazione.ts";
import { clock, deposito, wireUnitOfWork } from "./base.ts";
import { chiave, cifraSessioni } from "./sessioni.ts";

const unitOfWork = wireUnitOfWork({ ...mappeAccessi, operatore: mappaOperatore });
const registro = createRegistroDiBase(deposito);

/** Read anew at each login: a password just changed, or a second factor just added, holds at once. */
const verifica: VerificaOperatore = {
  checkPassword: (principal, password) =>
    new ResolverChiamante(new AnagraficheInCache(deposito, clock), clock, {
      chiave,
      amministratore: config.amministratore,
    }).checkPassword(principal, password),
};

/** Whether the API takes the cookie that a login would give. */
export const sessioniAttive = config.autenticazione.includes("session");

export const porteSessione = { accessi, unitOfWork, clock, cifra: cifraSessioni, sessioneMinuti: config.sessioneMinuti };

export const porteFattore = {
  accessi,
  registro,
  unitOfWork,
  tentativi,
  clock,
  codici: codiciTotp,
  cifraFattori: createCifra(chiave, "secondo-fattore"),
};

const getOperatore = getVoce(operatori)({ registro });

export const porteReset = {
  ...porteFattore,
  sees: async (chiamante: Chiamante, principal: string) => (await getOperatore({ id: principal }, chiamante)).ok,
};

export const porteLogin = { ...porteFattore, ...porteSessione, verifica };

export const porteCambioPassword = { registro, unitOfWork, tentativi, clock, verifica, password: { hash: hashPassword } };

/** Who lets callers in, with what this installation has switched on. What few calls need (tokens, sessions) is loaded by the first that needs it. */
import { ArchivioAccessi } from "../../adapters/archivio/accessi.ts";
import { mappeAccessi } from "../../adapters/archivio/mappe-accessi.ts";
import type { SessioneCittadino } from "../../domain/accessi/sessione-cittadino.ts";
import { createTentativi } from "../../usecases/accessi/tentativi.ts";
import type { ResolveBearer } from "../autenticazione/bearer.ts";
import type { Lettura } from "../autenticazione/credenziali.ts";
import { ResolverChiamante } from "../autenticazione/resolver.ts";
import type { Sessioni } from "../autenticazione/sessioni.ts";
import type { SessioniCittadino } from "../autenticazione/sessioni-cittadino.ts";
import { config } from "../config/config.ts";
import { logger } from "../osservabilita.ts";
import { anagrafiche, clock, deposito, wireUnitOfWork } from "./base.ts";

export const accessi = new ArchivioAccessi(deposito);
const unitOfWork = wireUnitOfWork(mappeAccessi);
export const tentativi = createTentativi({ accessi, unitOfWork, clock });

/** `FIORINO_PROXY_IDENTITA`, checked when the installation was synthesized. */
export const lettura: Lettura = {
  modi: config.autenticazione,
  sicuri: config.urlPubblico.startsWith("https:"),
  ...(URL.canParse(config.urlPubblico) && { origine: new URL(config.urlPubblico).origin }),
  proxy: config.proxyIdentita === "" ? undefined : JSON.parse(config.proxyIdentita),
};

/** Last uses on their way to the store: written beside the work of the slow first call, never by a warm one. */
const usi = new Set<Promise<void>>();

const usato = (principal: string, idSegreto: string): void => {
  const scrive = accessi
    .putUso(principal, idSegreto, clock.now())
    .catch((errore: unknown) => logger.warn("ultimo uso non registrato", { errore: String(errore) }));
  usi.add(scrive);
};

/** Under the version read: a session closed meanwhile stays closed. */
const annota = (valore: SessioneCittadino): void => {
  const scrive = unitOfWork
    .commit([{ azione: "sostituisci", entita: "sessioneCittadino", valore }])
    .then(() => undefined)
    .catch((errore: unknown) => logger.warn("uso della sessione non registrato", { errore: String(errore) }));
  usi.add(scrive);
};

/** Waits for what was started: an instance may be frozen as soon as it has answered. */
export const settleUsi = async (): Promise<void> => {
  if (usi.size === 0) return;
  const inCorso = [...usi];
  usi.clear();
  await Promise.all(inCorso);
};

let bearer: Promise<ResolveBearer> | undefined;
let sessioni: Promise<Sessioni> | undefined;
let cittadini: Promise<SessioniCittadino> | undefined;

export const getSessioni = (): Promise<Sessioni> => {
  sessioni ??= import("./sessioni.ts").then(({ createSessioni }) => createSessioni(accessi));
  return sessioni;
};

export const getSessioniCittadino = (): Promise<SessioniCittadino> => {
  cittadini ??= import("./sessioni.ts").then(({ createSessioniCittadino }) => createSessioniCittadino(accessi, annota));
  return cittadini;
};

export const resolver = new ResolverChiamante(
  anagrafiche,
  clock,
  { chiave: config.chiaveCredenziali, amministratore: config.amministratore },
  {
    tentativi,
    usato,
    sessioni: getSessioni,
    cittadini: getSessioniCittadino,
    bearer: () => {
      bearer ??= import("./bearer.ts").then(({ createBearer }) => createBearer());
      return bearer;
    },
  },
);

/** The way out towards pagoPA: breaker, retries, secrets, journal and metrics around the HTTP client. One instance of each memory per function instance. */
import type { HttpClient } from "../../adapters/http/client.ts";
import { type PorteGiornaleUscite, withGiornale } from "../../adapters/http/giornale-uscite.ts";
import { createInterruttore } from "../../adapters/http/interruttore.ts";
import { withSegreti } from "../../adapters/http/segreti-uscite.ts";
import { createUscite } from "../../adapters/http/uscite.ts";
import type { SistemaDaChiamare } from "../../contracts/uscite.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { currentTransazione } from "../correlazione.ts";
import { segnalaAperto } from "../interruttori.ts";
import { logger, publishMetriche } from "../osservabilita.ts";
import { clock, giornale, ids } from "./base.ts";
import { createClient } from "./http.ts";
import { segreti } from "./segreti.ts";

const interruttore = createInterruttore(clock);

/** Ports of the journal of outgoing calls. `scrittore`: where entries go when their messages may be large. */
const porteGiornaleUscite = (scrittore: Pick<UnitOfWork, "putEventi"> = giornale): PorteGiornaleUscite => ({
  giornale: scrittore,
  clock,
  ids,
  transazione: () => currentTransazione() ?? ids.next(),
  segnala: (operazione, errore) =>
    logger.error("giornale non scritto", { operazione, errore: errore instanceof Error ? errore : String(errore) }),
});

/**
 * The client of one service of pagoPA. `servizio` names it in metrics and, when a request does not say its operation, in the journal.
 * The function needs eventi:write and segreti:read; with `scrittore` (wireGiornaleOriginali) messages above 100 kB go to the bucket.
 */
export const wireHttp = (servizio: SistemaDaChiamare, scrittore?: Pick<UnitOfWork, "putEventi">): HttpClient =>
  createUscite({
    http: withGiornale(withSegreti(createClient(), segreti), porteGiornaleUscite(scrittore), servizio),
    interruttore,
    misura: (valori) => publishMetriche(valori, servizio),
    aperto: segnalaAperto(servizio),
    caso: Math.random,
  });

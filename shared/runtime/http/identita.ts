/** Who is calling an operation and whether the contract lets it in: authentication by the modes of the API, then kind of caller and right. */
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Operazione } from "../../contracts/operation.ts";
import type { CodiceProblema } from "../../contracts/problems.ts";
import { type Chiamante, hasServizio } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { indirizzoDi, readCredenziali } from "../autenticazione/credenziali.ts";
import { config } from "../config/config.ts";
import { lettura, resolver } from "../wiring/autenticazione.ts";

const ANONIMO: Chiamante = {
  tipo: "anonimo",
  principal: "anonimo",
  nome: "anonimo",
  autodeterminazione: false,
  domini: [],
  tipiPendenza: [],
  acl: [],
};

/** Under what name and rate the requests of a caller are counted: a stranger has only its address, an IPv6 one with its whole network. */
export const contatoOf = (chiamante: Chiamante, evento: APIGatewayProxyEventV2): Chiamante => {
  if (chiamante.tipo === "cittadino" && config.limiteCittadini) return { ...chiamante, limiteRichieste: config.limiteCittadini };
  return chiamante.tipo === "anonimo" && config.limiteAnonimi
    ? { ...chiamante, principal: `indirizzo:${indirizzoDi(evento, config.proxyNostri)}`, limiteRichieste: config.limiteAnonimi }
    : chiamante;
};

export const identify = async (
  operazione: Pick<Operazione, "auth" | "acl">,
  evento: APIGatewayProxyEventV2,
): Promise<Esito<Chiamante, Rifiuto<CodiceProblema>>> => {
  const credenziali = readCredenziali(evento, lettura);
  const aperta = operazione.auth.includes("anonimo");
  if (!credenziali) return aperta ? ok(ANONIMO) : rifiuto("NON_AUTENTICATO");
  const esito = await resolver.resolve(credenziali, indirizzoDi(evento, config.proxyNostri));
  // A browser sends its cookie by itself: one that has expired must not keep anybody from logging in again.
  if (!esito.ok) return aperta && (credenziali.modo === "session" || credenziali.modo === "cittadino") ? ok(ANONIMO) : esito;
  if (!operazione.auth.includes(esito.valore.tipo)) return rifiuto("NON_AUTORIZZATO", "l'operazione non è aperta a questo tipo di utenza");
  // What a citizen may see is not a matter of services: each use case looks at whose it is.
  const soggettaAdAcl = esito.valore.tipo !== "cittadino";
  if (operazione.acl && soggettaAdAcl && !hasServizio(esito.valore, operazione.acl.servizi, operazione.acl.diritto)) {
    return rifiuto("NON_AUTORIZZATO", `serve il diritto ${operazione.acl.diritto} su ${operazione.acl.servizi.join(" o ")}`);
  }
  return ok({ ...esito.valore, autenticazione: credenziali.modo });
};

/** The challenge of a 401. To the scripts of a page no Basic is offered: the browser would cover the console with its own dialog. */
export const challengeOf = (evento: APIGatewayProxyEventV2): string => {
  const basic = lettura.modi.includes("basic") && evento.headers["sec-fetch-mode"] === undefined;
  const schemi = [basic && 'Basic realm="Fiorino", charset="UTF-8"', lettura.modi.includes("oauth2") && 'Bearer realm="Fiorino"'];
  return schemi.filter(Boolean).join(", ") || 'Session realm="Fiorino"';
};

/** Who calls the services of the Node: only an intermediary's principal is let in, by SOAP and by REST alike. */
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ko } from "../../domain/esito.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { ModoAutenticazione } from "../config/config.ts";
import { readCredenziali } from "./credenziali.ts";
import { type ConfigurazioneResolver, ResolverChiamante } from "./resolver.ts";

export type AutenticazioneNodo = ConfigurazioneResolver & { readonly modi: readonly ModoAutenticazione[] };

export const createRiconoscimentoNodo = (
  anagrafiche: Anagrafiche,
  clock: Clock,
  autenticazione: AutenticazioneNodo,
): ((evento: APIGatewayProxyEventV2) => Promise<Esito<Chiamante, 401 | 403>>) => {
  const resolver = new ResolverChiamante(anagrafiche, clock, autenticazione);
  return async (evento) => {
    const credenziali = readCredenziali(evento, { modi: autenticazione.modi });
    if (!credenziali) return ko(401);
    const esito = await resolver.resolve(credenziali);
    if (!esito.ok) return ko(esito.errore.codice === "NON_AUTENTICATO" ? 401 : 403);
    return esito.valore.tipo === "nodo" ? esito : ko(403);
  };
};

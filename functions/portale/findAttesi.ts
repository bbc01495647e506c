/** POST /attesi/ricerca: expected payments of a tax code, ours and of the other back ends. */
import { findAttesi } from "../../shared/contracts/portale/attesi.ts";
import { PRODOTTO } from "../../shared/contracts/prodotto.ts";
import { presentAttesi } from "../../shared/presenters/portale/attesi.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { logger } from "../../shared/runtime/osservabilita.ts";
import { porteFederazione } from "../../shared/runtime/wiring/federazione.ts";
import { porteLettura } from "../../shared/runtime/wiring/letture-pendenze.ts";
import { findAttesi as createFind } from "../../shared/usecases/federazione/find-attesi.ts";
import { findPendenze } from "../../shared/usecases/pendenze/find-pendenze.ts";

const find = createFind({ ...porteFederazione, find: findPendenze(porteLettura) });

export const handler = httpOperation(findAttesi, async ({ body, chiamante }) => {
  const esito = await find(body, chiamante);
  if (!esito.ok) return refuse(esito.errore);
  for (const { backEnd, guasto } of esito.valore.altri)
    if (guasto !== undefined) logger.warn("un back end non ha risposto", { backEnd: backEnd.id, guasto });
  return reply(200, presentAttesi(esito.valore, PRODOTTO.nome));
});

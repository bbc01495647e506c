/** GET /tracciati: the batches that the caller may see, latest first. */
import { findTracciatiPendenze } from "../../shared/contracts/pendenze/tracciati.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { presentTracciatoIndex, toStati } from "../../shared/presenters/tracciati/tracciato.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteTracciati } from "../../shared/runtime/wiring/letture-tracciati.ts";
import { createFindTracciati } from "../../shared/usecases/tracciati/find-tracciati.ts";

const find = createFindTracciati(porteTracciati);

export const handler = httpOperation(findTracciatiPendenze, async ({ query, chiamante, url }) => {
  const { idDominio, statoTracciatoPendenza } = query;
  const filtri = { ...(idDominio !== undefined && { idDominio }), ...toStati(statoTracciatoPendenza) };
  const pagina = await find(filtri, toRichiestaPagina(query), chiamante);
  return reply(200, presentPagina(pagina, query, url, presentTracciatoIndex));
});

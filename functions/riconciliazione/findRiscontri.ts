/** GET /riscontri: what is known of the money of transfers, flows and movements. */
import { findRiscontri } from "../../shared/contracts/riconciliazione/riscontri.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import * as present from "../../shared/presenters/riconciliazione/abbinamenti.ts";
import { reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteRiscontri } from "../../shared/runtime/wiring/abbinamenti-lettura.ts";
import { findRiscontri as createFind } from "../../shared/usecases/abbinamenti/find-riscontri.ts";
import { impostazioniDi } from "../../shared/usecases/abbinamenti/impostazioni.ts";

const find = createFind(porteRiscontri, impostazioniDi(porteRiscontri.abbinamenti));

export const handler = httpOperation(findRiscontri, async ({ query, chiamante, url }) => {
  const [filtri, richiesta] = [present.toFiltriRiscontri(query), toRichiestaPagina(query)];
  if (query.soggetto === "FLUSSO")
    return reply(200, presentPagina(await find.flussi(filtri, richiesta, chiamante), query, url, present.presentRiscontroFlusso));
  if (query.soggetto === "MOVIMENTO")
    return reply(200, presentPagina(await find.movimenti(filtri, richiesta, chiamante), query, url, present.presentAbbinamento));
  return reply(200, presentPagina(await find.trasferimenti(filtri, richiesta, chiamante), query, url, present.presentTrasferimento));
});

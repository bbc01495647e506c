/** POST /esportazioni: a list as a file. */
import { addEsportazione } from "../../../shared/contracts/backoffice/esportazioni.ts";
import { presentEsportazione, toRichiestaEsportazione } from "../../../shared/presenters/backoffice/esportazione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { richiestaEsportazioni } from "../../../shared/runtime/wiring/esportazioni.ts";
import { requestEsportazione } from "../../../shared/usecases/esportazioni/request-esportazione.ts";

const request = requestEsportazione(richiestaEsportazioni);

export const handler = httpOperation(addEsportazione, async ({ body, chiamante, traccia }) => {
  const esito = await request(toRichiestaEsportazione(body), chiamante, traccia);
  return esito.ok ? reply(202, presentEsportazione(esito.valore)) : refuse(esito.errore);
});

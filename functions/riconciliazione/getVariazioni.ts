/** GET /variazioni: what changed in the accounts of a creditor since a place. */
import { getVariazioni } from "../../shared/contracts/riconciliazione/variazioni.ts";
import { presentVariazioni, toRichiestaVariazioni } from "../../shared/presenters/riconciliazione/variazione.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { porteVariazioni } from "../../shared/runtime/wiring/variazioni-contabili.ts";
import { readVariazioni } from "../../shared/usecases/variazioni/read-variazioni.ts";

const read = readVariazioni(porteVariazioni);

export const handler = httpOperation(getVariazioni, async ({ query, chiamante }) => {
  const esito = await read(toRichiestaVariazioni(query), chiamante);
  return esito.ok ? reply(200, presentVariazioni(esito.valore)) : refuse(esito.errore);
});

/** GET /intermediari/{idIntermediario}/stazioni: the stations of an intermediary, a page at a time. */
import { findStazioni } from "../../../shared/contracts/backoffice/stazioni.ts";
import { presentElenco, toRichiestaElenco } from "../../../shared/presenters/backoffice/elenco.ts";
import { presentStazioneIndex } from "../../../shared/presenters/backoffice/stazione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { findFigli } from "../../../shared/usecases/anagrafiche/anagrafica.ts";
import { hasIntermediario } from "../../../shared/usecases/anagrafiche/intermediari.ts";
import { stazioni } from "../../../shared/usecases/anagrafiche/stazioni.ts";

const find = findFigli(stazioni, hasIntermediario)(letturaAnagrafiche);

export const handler = httpOperation(findStazioni, async ({ params, query, chiamante, url }) => {
  const esito = await find({ filtri: query, richiesta: toRichiestaElenco(query), chiamante }, params.idIntermediario);
  return esito.ok ? reply(200, presentElenco(esito.valore, query, url, presentStazioneIndex)) : refuse(esito.errore);
});

/** GET /applicazioni: the client applications, a page at a time. */
import { findApplicazioni } from "../../../shared/contracts/backoffice/applicazioni.ts";
import { presentApplicazioneIndex } from "../../../shared/presenters/backoffice/applicazione.ts";
import { presentElenco, toRichiestaElenco } from "../../../shared/presenters/backoffice/elenco.ts";
import { reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { findVoci } from "../../../shared/usecases/anagrafiche/anagrafica.ts";
import { applicazioni } from "../../../shared/usecases/anagrafiche/utenze.ts";

const find = findVoci(applicazioni)(letturaAnagrafiche);

export const handler = httpOperation(findApplicazioni, async ({ query, chiamante, url }) => {
  const pagina = await find({ filtri: query, richiesta: toRichiestaElenco(query), chiamante });
  return reply(200, presentElenco(pagina, query, url, presentApplicazioneIndex));
});

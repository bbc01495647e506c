/** GET /profiliLettura/{idDominio}: the mapping profiles that may read the tables of a creditor's treasurer. */
import { findProfiliLettura } from "../../shared/contracts/riconciliazione/profili-lettura.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { presentProfiloLettura } from "../../shared/presenters/riconciliazione/profilo-lettura.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../shared/runtime/wiring/anagrafiche.ts";
import { findProfiliLettura as createFind } from "../../shared/usecases/tesoreria/profili-lettura.ts";

const find = createFind(letturaAnagrafiche);

export const handler = httpOperation(findProfiliLettura, async ({ params, query, chiamante, url }) => {
  const esito = await find(params.idDominio, toRichiestaPagina(query), chiamante);
  return esito.ok ? reply(200, presentPagina(esito.valore, query, url, presentProfiloLettura)) : refuse(esito.errore);
});

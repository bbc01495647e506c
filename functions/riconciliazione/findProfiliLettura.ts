/** GET /profiliLettura/{idDominio}: the mapping profiles that may read the tables of a creditor's treasurer. */
import { findProfiliLettura } from "../../shared/contracts/riconciliazione/profili-lettura.ts";
import { presentPagina, toRichiestaPagina } from "../../shared/presenters/comuni/pagina.ts";
import { presentProfiloLettura } from "../../shared/presenters/riconciliazione/profilo-lettura.ts";
import { refuse, reply } from "../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { letturaRegistroIntero } from "../../shared/runtime/wiring/registro-intero.ts";
import { findProfiliLettura as createFind } from "../../shared/usecases/tesoreria/profili-lettura.ts";

const find = createFind(letturaRegistroIntero);

export const handler = httpOperation(findProfiliLettura, async ({ params, query, chiamante, url }) => {
  const esito = await find(params.idDominio, toRichiestaPagina(query), chiamante);
  return esito.ok ? reply(200, presentPagina(esito.valore, query, url, presentProfiloLettura)) : refuse(esito.errore);
});

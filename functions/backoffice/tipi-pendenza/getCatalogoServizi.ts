/** GET /catalogoServizi: the service catalogue for pagoPA, as an XML file. */
import { getCatalogoServizi } from "../../../shared/contracts/backoffice/catalogo-servizi.ts";
import { presentCatalogo } from "../../../shared/presenters/backoffice/catalogo-servizi.ts";
import { file, refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { letturaAnagrafiche } from "../../../shared/runtime/wiring/anagrafiche.ts";
import { clock } from "../../../shared/runtime/wiring/base.ts";
import { getCatalogoServizi as getCatalogo } from "../../../shared/usecases/anagrafiche/get-catalogo-servizi.ts";

const get = getCatalogo({ ...letturaAnagrafiche, clock });

export const handler = httpOperation(getCatalogoServizi, async ({ query, chiamante }) => {
  const esito = await get(query, chiamante);
  return esito.ok ? reply(200, file("application/xml", presentCatalogo(esito.valore), "CatalogoServizi.xml")) : refuse(esito.errore);
});

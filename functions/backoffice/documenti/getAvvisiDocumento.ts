/** GET /documenti/{idA2A}/{idDominio}/{numeroDocumento}/avvisi: the notices of a document in one PDF. */
import { getAvvisiDocumento } from "../../../shared/contracts/backoffice/avvisi.ts";
import { file, refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { porteLettura } from "../../../shared/runtime/wiring/letture-pendenze.ts";
import { print } from "../../../shared/runtime/wiring/stampe.ts";
import { getAvvisiDocumento as createGet } from "../../../shared/usecases/pendenze/get-avvisi-documento.ts";

const get = createGet(porteLettura);

export const handler = httpOperation(getAvvisiDocumento, async ({ params, query, chiamante }) => {
  const esito = await get({ ...params, ...query }, chiamante);
  if (!esito.ok) return refuse(esito.errore);
  const pdf = await print(esito.valore, query.linguaSecondaria);
  return pdf.ok ? reply(200, file("application/pdf", pdf.valore, `${params.idDominio}_${params.numeroDocumento}.pdf`)) : refuse(pdf.errore);
});

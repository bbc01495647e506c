/** POST /importazioni/anagrafica: a document of the registry, to be compared and written. */
import { addImportazioneAnagrafica } from "../../../shared/contracts/backoffice/installazione.ts";
import { presentImportazione } from "../../../shared/presenters/backoffice/documento/importazione.ts";
import { refuse, reply } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { readCorpoDocumento } from "../../../shared/runtime/installazione/documento.ts";
import { porteImportazione } from "../../../shared/runtime/wiring/installazione-scrittura.ts";
import { requestImportazione } from "../../../shared/usecases/installazione/request-importazione.ts";

const request = requestImportazione(porteImportazione);

export const handler = httpOperation(addImportazioneAnagrafica, async ({ body, query, chiamante, traccia, url }) => {
  const letto = readCorpoDocumento(body);
  if (!letto.ok) return refuse({ codice: "SINTASSI", dettaglio: letto.errore });
  const esito = await request({ ...letto.valore, simulazione: query.simulazione, chiamante, traccia });
  if (!esito.ok) return refuse(esito.errore);
  return reply(202, presentImportazione(esito.valore), { location: `${url.split("?")[0]}/${esito.valore.id}` });
});

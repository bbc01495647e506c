/** GET /esportazioni/anagrafica: the registry as a document. */
import { getEsportazioneAnagrafica } from "../../../shared/contracts/backoffice/installazione.ts";
import { presentVoci } from "../../../shared/presenters/backoffice/documento/installazione.ts";
import { refuse } from "../../../shared/runtime/http/richiesta.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { replyDocumento } from "../../../shared/runtime/installazione/documento.ts";
import { ids } from "../../../shared/runtime/wiring/base.ts";
import { lettureInstallazione } from "../../../shared/runtime/wiring/installazione.ts";
import { oggetti } from "../../../shared/runtime/wiring/oggetti.ts";
import { exportAnagrafica } from "../../../shared/usecases/installazione/export-anagrafica.ts";

const esporta = exportAnagrafica({ ...lettureInstallazione, traduttore: { describe: presentVoci } });

export const handler = httpOperation(getEsportazioneAnagrafica, async ({ query: { idDominio }, chiamante }) => {
  const esito = await esporta(idDominio, chiamante);
  return esito.ok ? replyDocumento(esito.valore, `anagrafica-${idDominio ?? "installazione"}.json`, oggetti, ids) : refuse(esito.errore);
});

/** POST /pendenze/tracciati/{idDominio}/{idTipoPendenza}: a batch in CSV, read by the template of the debt type. */
import { addTracciatoTipoPendenza } from "../../../shared/contracts/backoffice/tracciati.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { uploadCsv } from "../../../shared/runtime/tracciati/caricamento.ts";
import { add } from "../../../shared/runtime/wiring/tracciati.ts";

export const handler = httpOperation(addTracciatoTipoPendenza, (richiesta) =>
  uploadCsv(add, richiesta, richiesta.params.id, richiesta.params.idTipoPendenza),
);

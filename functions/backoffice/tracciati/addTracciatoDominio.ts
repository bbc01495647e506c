/** POST /pendenze/tracciati/{idDominio}: a batch in CSV, its layout told by its header. */
import { addTracciatoDominio } from "../../../shared/contracts/backoffice/tracciati.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { uploadCsv } from "../../../shared/runtime/tracciati/caricamento.ts";
import { add } from "../../../shared/runtime/wiring/tracciati.ts";

export const handler = httpOperation(addTracciatoDominio, (richiesta) => uploadCsv(add, richiesta, richiesta.params.id));

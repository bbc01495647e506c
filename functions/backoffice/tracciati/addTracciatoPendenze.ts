/** POST /pendenze/tracciati: a batch in JSON. */
import { addTracciatoPendenze } from "../../../shared/contracts/backoffice/tracciati.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { uploadJson } from "../../../shared/runtime/tracciati/caricamento.ts";
import { add } from "../../../shared/runtime/wiring/tracciati.ts";

export const handler = httpOperation(addTracciatoPendenze, (richiesta) => uploadJson(add, richiesta));

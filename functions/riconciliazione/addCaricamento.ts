/** POST /caricamenti: a treasury file, to be read later. */
import { addCaricamento } from "../../shared/contracts/riconciliazione/caricamenti.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { uploadTesoreria } from "../../shared/runtime/tesoreria/caricamento.ts";
import { add } from "../../shared/runtime/wiring/caricamenti.ts";

export const handler = httpOperation(addCaricamento, (richiesta) => uploadTesoreria(add, richiesta));

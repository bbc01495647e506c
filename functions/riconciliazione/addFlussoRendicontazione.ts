/** POST /flussiRendicontazione: a settlement flow as XML, to be acquired like those of pagoPA. */
import { addFlussoRendicontazione } from "../../shared/contracts/riconciliazione/originali-flussi.ts";
import { uploadFlusso } from "../../shared/runtime/http/originale-flusso.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { add } from "../../shared/runtime/wiring/aggiunta-flussi.ts";

export const handler = httpOperation(addFlussoRendicontazione, (richiesta) => uploadFlusso(add, richiesta));

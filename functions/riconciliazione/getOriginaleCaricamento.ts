/** GET /caricamenti/{id}/originale: the treasury file as it was loaded. */
import { getOriginaleCaricamento } from "../../shared/contracts/riconciliazione/caricamenti.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { downloadOriginale } from "../../shared/runtime/tesoreria/caricamento.ts";
import { getFile } from "../../shared/runtime/wiring/file-caricamenti.ts";

export const handler = httpOperation(getOriginaleCaricamento, ({ params, chiamante }) => downloadOriginale(getFile, params.id, chiamante));

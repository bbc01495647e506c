/** GET /caricamenti/{id}/scarti: the refused lines, with the reason. */
import { getScartiCaricamento } from "../../shared/contracts/riconciliazione/caricamenti.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { downloadScarti } from "../../shared/runtime/tesoreria/caricamento.ts";
import { getFile } from "../../shared/runtime/wiring/file-caricamenti.ts";

export const handler = httpOperation(getScartiCaricamento, ({ params, chiamante }) => downloadScarti(getFile, params.id, chiamante));

/** GET /tracciati/{id}/stampe: the printed notices. */
import { getStampeTracciato } from "../../shared/contracts/pendenze/tracciati.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { downloadFile } from "../../shared/runtime/tracciati/scaricamento.ts";
import { getFile } from "../../shared/runtime/wiring/file-tracciati.ts";

export const handler = httpOperation(getStampeTracciato, ({ params, chiamante }) => downloadFile(getFile, params.id, "stampe", chiamante));

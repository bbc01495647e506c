/** GET /pendenze/tracciati/{id}/esito: the outcome of each row. */
import { getEsitoTracciato } from "../../../shared/contracts/backoffice/tracciati.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { downloadFile } from "../../../shared/runtime/tracciati/scaricamento.ts";
import { getFile } from "../../../shared/runtime/wiring/file-tracciati.ts";

export const handler = httpOperation(getEsitoTracciato, ({ params, chiamante }) => downloadFile(getFile, params.id, "esito", chiamante));

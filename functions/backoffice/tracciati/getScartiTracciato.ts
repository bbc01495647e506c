/** GET /pendenze/tracciati/{id}/scarti: the refused rows, to be corrected and loaded again. */
import { getScartiTracciato } from "../../../shared/contracts/backoffice/tracciati.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";
import { downloadFile } from "../../../shared/runtime/tracciati/scaricamento.ts";
import { getFile } from "../../../shared/runtime/wiring/file-tracciati.ts";

export const handler = httpOperation(getScartiTracciato, ({ params, chiamante }) => downloadFile(getFile, params.id, "scarti", chiamante));

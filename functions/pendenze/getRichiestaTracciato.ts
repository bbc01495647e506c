/** GET /tracciati/{id}/richiesta: the file as it was uploaded. */
import { getRichiestaTracciato } from "../../shared/contracts/pendenze/tracciati.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { downloadFile } from "../../shared/runtime/tracciati/scaricamento.ts";
import { getFile } from "../../shared/runtime/wiring/file-tracciati.ts";

export const handler = httpOperation(getRichiestaTracciato, ({ params, chiamante }) =>
  downloadFile(getFile, params.id, "richiesta", chiamante),
);

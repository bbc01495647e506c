/** GET /allegati/{id}: the bytes of an attachment, or where they are when they are too many for an answer. */
import { getAllegato } from "../../shared/contracts/pagamento/allegati.ts";
import { replyAllegato } from "../../shared/runtime/http/allegato-portale.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";
import { withVersioni } from "../../shared/runtime/versioni.ts";

const v2 = httpOperation(getAllegato, replyAllegato);

export const handler = withVersioni(v2, { "pagamento-v3": () => import("../pagamento-v3/getAllegato.ts") });

/** GET /allegati/{id}, v3: the bytes of an attachment, or where they are when they are too many for an answer. */
import { getAllegato } from "../../shared/contracts/pagamento-v3/allegati.ts";
import { replyAllegato } from "../../shared/runtime/http/allegato-portale.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";

export const handler = httpOperation(getAllegato, replyAllegato);

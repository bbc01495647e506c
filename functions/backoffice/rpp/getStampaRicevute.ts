/** GET /stampe/ricevute: several receipts in one PDF for an operator, listed one by one or of a debtor in a year. */
import { getStampaRicevute } from "../../../shared/contracts/backoffice/stampa-ricevute.ts";
import { replyStampaRicevute } from "../../../shared/runtime/http/stampa-ricevute.ts";
import { httpOperation } from "../../../shared/runtime/http-operation.ts";

export const handler = httpOperation(getStampaRicevute, replyStampaRicevute);

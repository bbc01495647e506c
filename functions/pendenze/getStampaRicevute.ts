/** GET /ricevute: several receipts of the application in one PDF, listed one by one or of a debtor in a year. */
import { getStampaRicevute } from "../../shared/contracts/pendenze/stampa-ricevute.ts";
import { replyStampaRicevute } from "../../shared/runtime/http/stampa-ricevute.ts";
import { httpOperation } from "../../shared/runtime/http-operation.ts";

export const handler = httpOperation(getStampaRicevute, replyStampaRicevute);

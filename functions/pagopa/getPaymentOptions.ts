/** GET /payment-options/organizations/{idDominio}/notices/{numeroAvviso}: the ways in which a notice may be paid. */
import { getPaymentOptions } from "../../shared/contracts/pagopa/opzioni.ts";
import { opzioniOperation } from "../../shared/runtime/opzioni-operation.ts";
import { opzioni } from "../../shared/runtime/wiring/opzioni.ts";

export const handler = opzioniOperation(opzioni, getPaymentOptions);

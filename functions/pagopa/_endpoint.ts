/** The one address that pagoPA calls: every primitive, chosen by the root element of the body (never SOAPAction), served in process. */
import { soapOperation } from "../../shared/runtime/soap-operation.ts";
import { endpoint } from "../../shared/runtime/wiring/nodo.ts";
import { servizio as paGetPayment } from "./paGetPayment.ts";
import { servizio as paGetPaymentV2 } from "./paGetPaymentV2.ts";
import { servizio as paSendRT } from "./paSendRT.ts";
import { servizio as paSendRTV2 } from "./paSendRTV2.ts";
import { servizio as paVerifyPaymentNotice } from "./paVerifyPaymentNotice.ts";

export const handler = soapOperation(endpoint, [paVerifyPaymentNotice, paGetPayment, paGetPaymentV2, paSendRT, paSendRTV2]);

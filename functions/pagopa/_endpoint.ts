/** The one address that pagoPA calls: every primitive, chosen by the root element of the body (never SOAPAction), served in process. */
import { soapOperation } from "../../shared/runtime/soap-operation.ts";
import { endpointRicevute } from "../../shared/runtime/wiring/accettazione-ricevute.ts";
import { servizio as paDemandPaymentNotice } from "./paDemandPaymentNotice.ts";
import { servizio as paGetPayment } from "./paGetPayment.ts";
import { servizio as paGetPaymentV2 } from "./paGetPaymentV2.ts";
import { servizio as paSendRT } from "./paSendRT.ts";
import { servizio as paSendRTV2 } from "./paSendRTV2.ts";
import { servizio as paVerifyPaymentNotice } from "./paVerifyPaymentNotice.ts";

export const handler = soapOperation(endpointRicevute, [
  paVerifyPaymentNotice,
  paGetPayment,
  paGetPaymentV2,
  paSendRT,
  paSendRTV2,
  paDemandPaymentNotice,
]);

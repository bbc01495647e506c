/**
 * The address of stations that speak the legacy family, and of those that moved here without changing theirs: GovPay answered both families at one path, so every
 * primitive is served, chosen by namespace and root element. Stations of today use the lighter endpoint of paForNode.
 */
import { soapOperation } from "../../shared/runtime/soap-operation.ts";
import { endpointRicevute } from "../../shared/runtime/wiring/accettazione-ricevute.ts";
import { servizio as paaAttivaRPT } from "./paaAttivaRPT.ts";
import { servizio as paaInviaRT } from "./paaInviaRT.ts";
import { servizio as paaVerificaRPT } from "./paaVerificaRPT.ts";
import { servizio as paDemandPaymentNotice } from "./paDemandPaymentNotice.ts";
import { servizio as paGetPayment } from "./paGetPayment.ts";
import { servizio as paGetPaymentV2 } from "./paGetPaymentV2.ts";
import { servizio as paSendRT } from "./paSendRT.ts";
import { servizio as paSendRTV2 } from "./paSendRTV2.ts";
import { servizio as paVerifyPaymentNotice } from "./paVerifyPaymentNotice.ts";

const moderne = [paVerifyPaymentNotice, paGetPayment, paGetPaymentV2, paSendRT, paSendRTV2, paDemandPaymentNotice];

export const handler = soapOperation(endpointRicevute, [paaVerificaRPT, paaAttivaRPT, paaInviaRT, ...moderne]);

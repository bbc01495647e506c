/** The REST operations that pagoPA calls, beside the primitives of paForNode: same credentials, error envelope of their own contract. */
import type { Operazione } from "../operation.ts";
import { getPaymentOptions, verifyPaymentOptions } from "./opzioni.ts";

export const operazioniPagopa: readonly Operazione[] = [getPaymentOptions, verifyPaymentOptions];

/**
 * Payment options as pagoPA asks for them (OpenAPI "Payment Options for Organizations" 0.7.0). The document declares POST and the platform calls GET: both are
 * served. Date-times are wall clocks in Rome without offset, as in the document's own examples: the platform reads them so.
 */
import * as z from "zod";
import { defineOperation } from "../operation.ts";

/** Every refusal: HTTP status, application code; the PAA code opens `errorMessage`. */
export const CODICI_ODP = {
  PAA_SINTASSI: { status: 400, appErrorCode: "ODP-101" },
  PAA_SEMANTICA: { status: 422, appErrorCode: "ODP-102" },
  PAA_SYSTEM_ERROR: { status: 500, appErrorCode: "ODP-103" },
  PAA_ID_DOMINIO_ERRATO: { status: 400, appErrorCode: "ODP-104" },
  PAA_ID_INTERMEDIARIO_ERRATO: { status: 400, appErrorCode: "ODP-105" },
  PAA_STAZIONE_INT_ERRATA: { status: 400, appErrorCode: "ODP-106" },
  PAA_PAGAMENTO_SCONOSCIUTO: { status: 404, appErrorCode: "ODP-107" },
  PAA_PAGAMENTO_DUPLICATO: { status: 409, appErrorCode: "ODP-108" },
  PAA_PAGAMENTO_IN_CORSO: { status: 409, appErrorCode: "ODP-109" },
  PAA_PAGAMENTO_SCADUTO: { status: 422, appErrorCode: "ODP-110" },
  PAA_PAGAMENTO_ANNULLATO: { status: 422, appErrorCode: "ODP-111" },
} as const;
export type CodiceOdp = keyof typeof CODICI_ODP;

/** 401 and 403 are ours: the document does not say how a stranger is refused. */
export const DESCRIZIONI_STATUS = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  409: "Conflict",
  422: "Unprocessable Entity",
  500: "Internal Server Error",
} as const;
export type StatusOdp = keyof typeof DESCRIZIONI_STATUS;

const dataOra = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/);
const centesimi = z.number().int().min(0);

const Installment = z
  .strictObject({
    nav: z.string(),
    iuv: z.string(),
    amount: centesimi,
    description: z.string(),
    dueDate: dataOra,
    validFrom: dataOra,
    status: z.enum(["POI_UNPAID", "POI_PAID", "POI_EXPIRED_NOT_PAYABLE", "POI_EXPIRED_UNPAID", "POI_INVALID"]),
    statusReason: z.string().optional(),
  })
  .meta({ id: "Installment" });

const PaymentOption = z
  .strictObject({
    description: z.string(),
    numberOfInstallments: z.number().int().min(1),
    dueDate: dataOra,
    validFrom: dataOra,
    amount: centesimi.describe("Centesimi: somma delle rate"),
    status: z.enum(["PO_UNPAID", "PO_PAID", "PO_PARTIALLY_PAID", "PO_EXPIRED_NOT_PAYABLE", "PO_EXPIRED_UNPAID", "PO_INVALID"]),
    statusReason: z.string().optional(),
    allCCP: z.boolean(),
    installments: z.array(Installment).min(1),
  })
  .meta({ id: "PaymentOption" });

export const PaymentOptionsResponse = z
  .strictObject({
    organizationFiscalCode: z.string(),
    companyName: z.string(),
    officeName: z.string().optional(),
    standin: z.boolean(),
    paymentOptions: z.array(PaymentOption).min(1),
  })
  .meta({ id: "PaymentOptionsResponse" });

export const ErrorResponse = z
  .strictObject({
    httpStatusCode: z.number().int(),
    httpStatusDescription: z.string(),
    errorMessage: z.string(),
    appErrorCode: z.string(),
    timestamp: z.number().int(),
    dateTime: z.string(),
  })
  .meta({ id: "ErrorResponse" });

export const ChiaveAvviso = z.strictObject({
  idDominio: z.string().regex(/^\d{11}$/, "attese 11 cifre"),
  numeroAvviso: z.string().regex(/^\d{18}$/, "attese 18 cifre"),
});

const comune = {
  api: "pagopa",
  path: "/payment-options/organizations/{idDominio}/notices/{numeroAvviso}",
  summary: "Opzioni di pagamento di un avviso: soluzione unica, soglie, piani rateali",
  auth: ["nodo"],
  capacita: ["anagrafiche:read", "archivio:read", "archivio:write", "eventi:write", "segreti:read"],
  peso: "scrittura",
  limiti: { timeoutSeconds: 7, bodyKilobytes: 16 },
  params: ChiaveAvviso,
  responses: {
    200: PaymentOptionsResponse,
    400: ErrorResponse,
    401: ErrorResponse,
    403: ErrorResponse,
    404: ErrorResponse,
    409: ErrorResponse,
    422: ErrorResponse,
    500: ErrorResponse,
  },
  errors: [],
} as const;

export const getPaymentOptions = defineOperation({
  ...comune,
  id: "getPaymentOptions",
  method: "GET",
  description: "Il verbo che la piattaforma usa.",
});

export const verifyPaymentOptions = defineOperation({
  ...comune,
  id: "verifyPaymentOptions",
  method: "POST",
  description: "Il verbo dichiarato dal contratto: nessun corpo, e se c'è non si legge.",
});

/** Reading and writing of the debt positions contract, version 1 (ACA and GPD alike): what a request must hold, and the problems it is answered with. */
import * as z from "zod";
import { json, type Richiesta, type Risposta } from "../comune/http.ts";
import { CHIAVE_SOTTOSCRIZIONE } from "../credenziali.ts";

export const STATI = ["DRAFT", "PUBLISHED", "VALID", "INVALID", "EXPIRED", "PARTIALLY_PAID", "PAID", "REPORTED"] as const;
export type Stato = (typeof STATI)[number];

export const MASSIMA_PAGINA = 50;

/** A refusal in the shape of the contract. */
export const problema = (status: number, title: string, detail: string): Risposta =>
  json(status, { title, status, detail }, "application/problem+json");

/** The gateway in front of the service refuses a missing or wrong key before anything else is looked at. */
export const senzaChiave = (richiesta: Richiesta): Risposta | undefined =>
  richiesta.req.headers["ocp-apim-subscription-key"] === CHIAVE_SOTTOSCRIZIONE
    ? undefined
    : json(401, { statusCode: 401, message: "Access denied due to invalid subscription key." });

const istante = z.iso.datetime({ offset: true, local: true });
const testo140 = z.string().max(140);
const centesimi = z.int().min(1);
const metadata = z
  .array(z.object({ key: testo140, value: testo140 }))
  .max(10)
  .refine((voci) => new Set(voci.map(({ key }) => key)).size === voci.length, "metadata keys must be unique");
const iban = z.string().regex(/^[A-Za-z0-9]{1,35}$/);

const Transfer = z
  .object({
    idTransfer: z.enum(["1", "2", "3", "4", "5"]),
    amount: centesimi,
    organizationFiscalCode: z.string().optional(),
    remittanceInformation: testo140,
    category: z.string(),
    iban: iban.optional(),
    postalIban: iban.optional(),
    stamp: z
      .object({ hashDocument: z.string().max(72), stampType: z.string().length(2), provincialResidence: z.string().regex(/^[A-Z]{2}$/) })
      .optional(),
    companyName: testo140.optional(),
    transferMetadata: metadata,
  })
  .refine(({ iban: conto, stamp }) => (conto === undefined) !== (stamp === undefined), "either iban or stamp")
  .refine(({ postalIban, stamp }) => postalIban === undefined || stamp === undefined, "postalIban cannot be combined with stamp");

const PaymentOption = z
  .object({
    nav: z
      .string()
      .regex(/^\d{18}$/)
      .optional(),
    iuv: z.string().min(1).max(35),
    amount: centesimi,
    description: testo140,
    isPartialPayment: z.boolean(),
    dueDate: istante,
    retentionDate: istante.optional(),
    transfer: z.array(Transfer).min(1).max(5),
    paymentOptionMetadata: metadata,
  })
  .refine(
    ({ amount, transfer }) => transfer.reduce((somma, voce) => somma + voce.amount, 0) === amount,
    "the sum of the transfers is not the amount",
  )
  .refine(({ transfer }) => new Set(transfer.map(({ idTransfer }) => idTransfer)).size === transfer.length, "idTransfer must be unique");

export const PaymentPosition = z.object({
  iupd: z.string().regex(/^[\w*\t -]+$/),
  type: z.enum(["F", "G"]),
  payStandIn: z.boolean().default(true),
  fiscalCode: z.string().min(1),
  fullName: z.string().min(1),
  streetName: z.string().optional(),
  civicNumber: z.string().optional(),
  postalCode: z.string().optional(),
  city: z.string().optional(),
  province: z.string().optional(),
  region: z.string().optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  switchToExpired: z.boolean(),
  companyName: testo140,
  officeName: testo140.optional(),
  validityDate: istante.optional(),
  paymentOption: z.array(PaymentOption).min(1),
});
export type PaymentPosition = z.output<typeof PaymentPosition>;

/** The body, or the 400 that names what is wrong in it. */
export const leggiPosizione = async (richiesta: Richiesta): Promise<PaymentPosition | Risposta> => {
  let corpo: unknown;
  try {
    corpo = JSON.parse(await richiesta.testo());
  } catch {
    return problema(400, "BAD REQUEST", "Malformed JSON");
  }
  const letto = PaymentPosition.safeParse(corpo);
  if (letto.success) return letto.data;
  const [difetto] = letto.error.issues;
  return problema(400, "BAD REQUEST", `${difetto?.path.join(".") ?? ""}: ${difetto?.message ?? ""}`);
};

export const isRisposta = (valore: unknown): valore is Risposta =>
  typeof valore === "object" && valore !== null && "stato" in valore && "corpo" in valore;

export const intero = (richiesta: Richiesta, nome: string, predefinito: number, massimo: number): number | Risposta => {
  const testo = richiesta.url.searchParams.get(nome);
  if (testo === null) return predefinito;
  const valore = /^\d{1,9}$/.test(testo) ? Number(testo) : -1;
  return valore >= 0 && valore <= massimo ? valore : problema(400, "BAD REQUEST", `${nome}: must be between 0 and ${massimo}`);
};

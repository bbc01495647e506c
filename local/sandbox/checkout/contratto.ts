/** Checkout's EC API as pagoPA publishes it (POST /carts, versions 1 and 2): what a cart must be, and the problem body of a refusal. */
import * as z from "zod";
import { json, type Risposta } from "../comune/http.ts";

// The real service wants https; a machine on one's desk has no certificate, so loopback may be plain.
const isRitorno = (testo: string): boolean => {
  if (!URL.canParse(testo)) return false;
  const url = new URL(testo);
  return url.protocol === "https:" || (url.protocol === "http:" && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname));
};
const ritorno = z.string().refine(isRitorno, "must be an absolute https URL (http only for localhost)");

const paymentNotice = z.object({
  noticeNumber: z.string().regex(/^\d{18}$/, "must be 18 digits"),
  fiscalCode: z.string().regex(/^\d{11}$/, "must be 11 digits"),
  amount: z.int().min(1),
  companyName: z.string().max(140),
  description: z.string().max(140),
});

const carrello = {
  emailNotice: z.email().optional(),
  // More than five is a refusal of the service (422), not of the syntax.
  paymentNotices: z.array(paymentNotice).min(1).max(50),
  idCart: z.string().max(210).optional(),
  allCCP: z.union([z.boolean(), z.stringbool()]).optional(),
};
const returnUrls = { returnOkUrl: ritorno, returnCancelUrl: ritorno, returnErrorUrl: ritorno };

export const CartRequest = z.object({ ...carrello, returnUrls: z.object(returnUrls) });
export const CartRequestV2 = z.object({ ...carrello, returnUrls: z.object({ ...returnUrls, returnWaitingUrl: ritorno }) });

export type Carrello = Omit<z.output<typeof CartRequest>, "returnUrls"> & {
  readonly returnUrls: {
    readonly returnOkUrl: string;
    readonly returnCancelUrl: string;
    readonly returnErrorUrl: string;
    readonly returnWaitingUrl?: string;
  };
};

/** ProblemJson of the contract (which declares it as application/json). */
export const problema = (stato: number, title: string, detail: string): Risposta =>
  json(stato, { type: "about:blank", title, status: stato, detail }, "application/json");

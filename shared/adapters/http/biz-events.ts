/**
 * Client of biz-events for organizations (contract 0.1.89, pagopa.md 8): the receipts that pagoPA keeps, as JSON. Unknown fields are ignored, nulls are absent
 * fields (their stamps are often null), and numbers are read from their digits: no amount passes through a float.
 */
import * as z from "zod";
import type { Connettore } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { RicevutaNodo, SoggettoNodo, TransferRicevuta, VoceMetadata } from "../../domain/pagamenti/messaggi-nodo.ts";
import { isGiorno, parseIstante } from "../../domain/valori/date.ts";
import type { ErroreRicevutaPagoPa, RicevutePagoPa } from "../../ports/ricevute-pagopa.ts";
import type { HttpClient } from "./client.ts";
import { centesimiDaTesto, parseConCifre } from "./numeri.ts";
import { illeggibile, indirizzoPagopa, NON_JSON } from "./read-pagopa.ts";
import { readRetryAfter } from "./uscite.ts";

const TIMEOUT_MILLISECONDI = 20_000;
/** A receipt with five stamps weighs tens of kB. */
const MASSIMO_BYTE = 1024 * 1024;

const opz = z.exactOptional;
const testo = z.string().min(1);
const testoOpz = opz(z.string());

const importo = z.string().transform((cifre, contesto) => {
  const letto = centesimiDaTesto(cifre);
  if (letto.ok) return letto.valore;
  contesto.addIssue({ code: "custom", message: letto.errore });
  return z.NEVER;
});

const giorno = z.string().refine(isGiorno, "atteso un giorno AAAA-MM-GG");

/** A date, a date and time in Rome, or with an offset: pagoPA has written all of them. */
const istante = z.string().transform((valore, contesto) => {
  const letto = parseIstante(isGiorno(valore) ? `${valore}T00:00:00` : valore, "paymentDateTime");
  if (letto.ok) return letto.valore;
  contesto.addIssue({ code: "custom", message: letto.errore });
  return z.NEVER;
});

const metadata = opz(z.array(z.object({ key: testoOpz, value: testoOpz })));

const soggetto = z.object({
  entityUniqueIdentifierType: z.enum(["F", "G"]),
  entityUniqueIdentifierValue: testo,
  fullName: testo,
  streetName: testoOpz,
  civicNumber: testoOpz,
  postalCode: testoOpz,
  city: testoOpz,
  stateProvinceRegion: testoOpz,
  country: testoOpz,
  email: testoOpz,
});

const schema = z.object({
  receiptId: testo,
  noticeNumber: testo,
  fiscalCode: testo,
  outcome: z.enum(["OK", "KO"]),
  creditorReferenceId: testo,
  paymentAmount: importo,
  description: testo,
  companyName: testo,
  officeName: testoOpz,
  debtor: soggetto,
  transferList: z
    .array(
      z.object({
        idTransfer: opz(z.string().regex(/^[1-5]$/, "atteso un numero da 1 a 5")),
        transferAmount: importo,
        fiscalCodePA: testo,
        iban: testoOpz,
        mbdAttachment: testoOpz,
        remittanceInformation: testo,
        transferCategory: testo,
        metadata,
      }),
    )
    .min(1)
    .max(5),
  idPSP: testo,
  pspFiscalCode: testoOpz,
  pspPartitaIVA: testoOpz,
  pspCompanyName: testo,
  idChannel: testo,
  channelDescription: testoOpz,
  payer: opz(soggetto),
  paymentMethod: testoOpz,
  fee: opz(importo),
  primaryCiIncurredFee: opz(importo),
  idBundle: testoOpz,
  idCiBundle: testoOpz,
  paymentDateTime: opz(istante),
  paymentDateTimeFormatted: opz(istante),
  applicationDate: opz(giorno),
  transferDate: opz(giorno),
  metadata,
});

type Letta = z.output<typeof schema>;

const toMetadata = (voci: Letta["metadata"]): readonly VoceMetadata[] =>
  (voci ?? []).flatMap(({ key, value }) => (key && value ? [{ key, value }] : []));

const toSoggetto = ({ entityUniqueIdentifierType, entityUniqueIdentifierValue, email, ...resto }: Letta["debtor"]): SoggettoNodo => ({
  uniqueIdentifier: { entityUniqueIdentifierType, entityUniqueIdentifierValue },
  ...resto,
  ...(email !== undefined && { "e-mail": email }),
});

const toTransfer = (
  { idTransfer, iban, mbdAttachment, metadata: voci, ...resto }: Letta["transferList"][number],
  posto: number,
): TransferRicevuta => ({
  ...resto,
  idTransfer: idTransfer === undefined ? posto + 1 : Number(idTransfer),
  ...(iban ? { IBAN: iban } : { MBDAttachment: mbdAttachment ?? "" }),
  metadata: toMetadata(voci),
});

const toReceipt = ({ debtor, payer, transferList, metadata: voci, ...letta }: Letta): RicevutaNodo => {
  const { pspCompanyName, channelDescription, paymentDateTime, paymentDateTimeFormatted, ...resto } = letta;
  const quando = paymentDateTimeFormatted ?? paymentDateTime;
  return {
    ...resto,
    debtor: toSoggetto(debtor),
    ...(payer && { payer: toSoggetto(payer) }),
    transferList: transferList.map(toTransfer),
    PSPCompanyName: pspCompanyName,
    // The Node's message always has it; their model does not ask for it.
    channelDescription: channelDescription || letta.idChannel,
    ...(quando !== undefined && { paymentDateTime: quando }),
    metadata: toMetadata(voci),
  };
};

const CAUSE: Readonly<Record<number, ErroreRicevutaPagoPa["causa"]>> = {
  401: "rifiutata",
  403: "rifiutata",
  404: "non-trovata",
  408: "irraggiungibile",
  422: "non-trovata",
  429: "troppe-richieste",
};

/** Other 4xx are about this very receipt: asked for ever, each would spend a call of every hour. */
const causaDi = (status: number): ErroreRicevutaPagoPa["causa"] =>
  CAUSE[status] ?? (status >= 500 ? "irraggiungibile" : status >= 400 ? "illeggibile" : "rifiutata");

/** Their title and detail, when there are. */
const describeProblema = (corpo: string): string => {
  try {
    const letto = z.object({ title: z.string().optional(), detail: z.string().optional() }).safeParse(JSON.parse(corpo));
    return letto.success ? ` ${letto.data.title ?? ""} ${letto.data.detail ?? ""}`.trimEnd().slice(0, 200) : "";
  } catch {
    return "";
  }
};

const readReceipt = (corpo: string): Esito<RicevutaNodo, ErroreRicevutaPagoPa> => {
  const json = parseConCifre(corpo);
  if (!json.ok) return ko(NON_JSON);
  const letta = schema.safeParse(json.valore);
  return letta.success ? ok(toReceipt(letta.data)) : ko(illeggibile(letta.error));
};

export const createBizEvents = (http: HttpClient): RicevutePagoPa => ({
  get: async (connettore: Connettore, { idDominio, iuv, iur }) => {
    const percorso = [idDominio, "receipts", iur, "paymentoptions", iuv].map(encodeURIComponent).join("/");
    const esito = await http.request({
      method: "GET",
      ...indirizzoPagopa(connettore, `organizations/${percorso}`),
      timeoutMillisecondi: TIMEOUT_MILLISECONDI,
      massimoByte: MASSIMO_BYTE,
      // Never repeated by the client: each call counts against the limit.
      evento: { tipoEvento: "getOrganizationReceiptIuvIur", idDominio, iuv, ccp: iur },
    });
    if (!esito.ok) return ko({ causa: "irraggiungibile", dettaglio: esito.errore.dettaglio });
    const { status, testo: corpo, headers } = esito.valore;
    if (status === 200) return readReceipt(corpo);
    const causa = causaDi(status);
    const attesa = readRetryAfter(headers);
    return ko({
      causa,
      dettaglio: `pagoPA ha risposto ${status}${describeProblema(corpo)}`,
      ...(attesa !== undefined && { attesaSecondi: Math.ceil(attesa / 1000) }),
    });
  },
});

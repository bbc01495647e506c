/** Payment options and their refusals between the domain and pagoPA's JSON (contracts/pagopa/opzioni.ts). */
import type * as z from "zod";
import {
  CODICI_ODP,
  type CodiceOdp,
  DESCRIZIONI_STATUS,
  type ErrorResponse,
  type PaymentOptionsResponse,
  type StatusOdp,
} from "../../contracts/pagopa/opzioni.ts";
import type { OpzionePagamento, OpzioniAvviso, RataOpzione } from "../../domain/pagamenti/opzioni-pagamento.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { normalizeTesto } from "./xml.ts";

/** The whole of the last day is good. */
const toFineGiorno = (giorno: string): string => `${giorno}T23:59:59`;
const toOraRoma = (istante: string): string => toIsoRoma(istante).slice(0, "AAAA-MM-GGThh:mm:ss".length);
/** Cents are safe integers far beyond the limit of the protocol. */
const toCentesimi = (importo: bigint): number => Number(importo);
const motivoDi = (motivo: string | undefined) => (motivo === undefined ? {} : { statusReason: motivo });

const presentRata = ({ numeroAvviso, iuv, importo, descrizione, scadenza, validaDal, stato, motivo }: RataOpzione) => ({
  nav: numeroAvviso,
  iuv,
  amount: toCentesimi(importo),
  description: normalizeTesto(descrizione, 140),
  dueDate: toFineGiorno(scadenza),
  validFrom: toOraRoma(validaDal),
  status: stato,
  ...motivoDi(motivo),
});

const presentOpzione = ({ descrizione, importo, scadenza, validaDal, stato, motivo, allCCP, rate }: OpzionePagamento) => ({
  description: descrizione,
  numberOfInstallments: rate.length,
  dueDate: toFineGiorno(scadenza),
  validFrom: toOraRoma(validaDal),
  amount: toCentesimi(importo),
  status: stato,
  ...motivoDi(motivo),
  allCCP,
  installments: rate.map(presentRata),
});

export const presentOpzioni = ({
  idDominio,
  ragioneSociale,
  officeName,
  opzioni,
}: OpzioniAvviso): z.input<typeof PaymentOptionsResponse> => ({
  organizationFiscalCode: idDominio,
  companyName: ragioneSociale,
  ...(officeName !== undefined && { officeName }),
  // The answer is the creditor's own, not that of the archive kept for it.
  standin: false,
  paymentOptions: opzioni.map(presentOpzione),
});

export interface RifiutoOpzioni {
  readonly codice: CodiceOdp;
  readonly descrizione: string;
}

/** @param status in place of that of the code, for who is not let in. @param adesso instant. */
export const presentRifiutoOpzioni = (
  { codice, descrizione }: RifiutoOpzioni,
  adesso: string,
  status: StatusOdp = CODICI_ODP[codice].status,
): z.input<typeof ErrorResponse> => ({
  httpStatusCode: status,
  httpStatusDescription: DESCRIZIONI_STATUS[status],
  appErrorCode: CODICI_ODP[codice].appErrorCode,
  errorMessage: `${codice} ${descrizione}`,
  timestamp: Math.floor(Date.parse(adesso) / 1000),
  dateTime: toIsoRoma(adesso).slice(0, -"+01:00".length),
});

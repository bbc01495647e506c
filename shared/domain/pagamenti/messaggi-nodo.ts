/**
 * The messages of paForNode between the Node and us, as values: names as in the WSDL so that the specification can be read beside them, amounts in cents,
 * days "YYYY-MM-DD" as written by the Node, instants in UTC. Reading and writing XML is the business of the edge.
 */
import type { Esito } from "../esito.ts";

/** The faults a creditor may give back for the primitives of paForNode and of the legacy family (SANP, error handling; pagoPA maps them to messages for citizens). */
export const CODICI_FAULT_PA = [
  "PAA_SINTASSI_EXTRAXSD",
  "PAA_SINTASSI_XSD",
  "PAA_ID_DOMINIO_ERRATO",
  "PAA_ID_INTERMEDIARIO_ERRATO",
  "PAA_STAZIONE_INT_ERRATA",
  "PAA_PAGAMENTO_SCONOSCIUTO",
  "PAA_PAGAMENTO_DUPLICATO",
  "PAA_PAGAMENTO_IN_CORSO",
  "PAA_PAGAMENTO_ANNULLATO",
  "PAA_PAGAMENTO_SCADUTO",
  "PAA_RECEIPT_DUPLICATA",
  "PAA_SEMANTICA",
  "PAA_SYSTEM_ERROR",
  // Of the legacy family only.
  "PAA_ATTIVA_RPT_IMPORTO_NON_VALIDO",
  "PAA_PAGAMENTO_MULTIBENEFICIARIO_NON_CONSENTITO",
  "PAA_RPT_SCONOSCIUTA",
  "PAA_RT_DUPLICATA",
  "PAA_TIPOFIRMA_SCONOSCIUTO",
] as const;
export type CodiceFaultPa = (typeof CODICI_FAULT_PA)[number];

/** A refusal of the creditor. The official faultString belongs to the code and is added when the answer is written. */
export interface FaultPa {
  readonly faultCode: CodiceFaultPa;
  /** Who emits it: the idDominio of the creditor. */
  readonly id: string;
  /** The real reason, in Italian; compulsory for PAA_SEMANTICA. */
  readonly description?: string;
}

/** First three elements of every request. */
export interface Testata {
  readonly idPA: string;
  readonly idBrokerPA: string;
  readonly idStation: string;
}

export interface QrCode {
  readonly fiscalCode: string;
  readonly noticeNumber: string;
}

export interface VoceMetadata {
  readonly key: string;
  readonly value: string;
}

export interface SoggettoNodo {
  readonly uniqueIdentifier: { readonly entityUniqueIdentifierType: "F" | "G"; readonly entityUniqueIdentifierValue: string };
  readonly fullName: string;
  readonly streetName?: string;
  readonly civicNumber?: string;
  readonly postalCode?: string;
  readonly city?: string;
  readonly stateProvinceRegion?: string;
  readonly country?: string;
  readonly "e-mail"?: string;
}

export interface RichiestaVerifica extends Testata {
  readonly qrCode: QrCode;
}

/** paDemandPaymentNotice: a service of the catalogue, with its data still to be opened. */
export interface RichiestaSpontanea extends Testata {
  readonly idServizio: string;
  readonly idSoggettoServizio: string;
  /** Base64 of the XML that the service foresees. */
  readonly datiSpecificiServizioRequest: string;
}

/** paGetPayment and paGetPaymentV2 ask in the same way; they differ in what may be answered. */
export interface RichiestaAttivazione extends Testata {
  readonly qrCode: QrCode;
  /** Cents asked by the PSP: informative, the creditor recomputes its own (SANP). */
  readonly amount?: bigint;
  /** Carries the idCart of Checkout. */
  readonly paymentNote?: string;
  readonly transferType?: "POSTAL" | "PAGOPA";
  readonly dueDate?: string;
}

export interface TransferRicevuta {
  readonly idTransfer: number;
  readonly transferAmount: bigint;
  readonly fiscalCodePA: string;
  readonly companyName?: string;
  /** Exactly one of the two; MBDAttachment (base64 of the digital stamp) only in V2. */
  readonly IBAN?: string;
  readonly MBDAttachment?: string;
  readonly remittanceInformation: string;
  readonly transferCategory: string;
  readonly metadata?: readonly VoceMetadata[];
  /** Legacy family: IUR of the row, and its position in the RT (that of the settlement row too); absent = receiptId and idTransfer. */
  readonly iur?: string;
  readonly posizione?: number;
}

/** ctReceipt and ctReceiptV2: the second adds paymentNote, primaryCiIncurredFee, the bundles and the stamps. */
export interface RicevutaNodo {
  readonly receiptId: string;
  readonly noticeNumber: string;
  /** Creditor that owns the notice; idPA of the header may be a secondary one. */
  readonly fiscalCode: string;
  readonly outcome: "OK" | "KO";
  readonly creditorReferenceId: string;
  readonly paymentAmount: bigint;
  readonly description: string;
  readonly companyName: string;
  readonly officeName?: string;
  readonly debtor: SoggettoNodo;
  readonly transferList: readonly TransferRicevuta[];
  readonly idPSP: string;
  readonly pspFiscalCode?: string;
  readonly pspPartitaIVA?: string;
  readonly PSPCompanyName: string;
  readonly idChannel: string;
  readonly channelDescription: string;
  readonly payer?: SoggettoNodo;
  readonly paymentMethod?: string;
  readonly paymentNote?: string;
  readonly fee?: bigint;
  readonly primaryCiIncurredFee?: bigint;
  readonly idBundle?: string;
  readonly idCiBundle?: string;
  /** Instant that frees the debtor. */
  readonly paymentDateTime?: string;
  readonly applicationDate?: string;
  readonly transferDate?: string;
  readonly metadata?: readonly VoceMetadata[];
  readonly standIn?: boolean;
}

export interface RichiestaRicevuta extends Testata {
  readonly receipt: RicevutaNodo;
}

/** What each primitive asks, by the name it has in the WSDL. */
export interface RichiesteNodo {
  readonly paVerifyPaymentNotice: RichiestaVerifica;
  readonly paGetPayment: RichiestaAttivazione;
  readonly paGetPaymentV2: RichiestaAttivazione;
  readonly paSendRT: RichiestaRicevuta;
  readonly paSendRTV2: RichiestaRicevuta;
  readonly paDemandPaymentNotice: RichiestaSpontanea;
}
export type NomePrimitiva = keyof RichiesteNodo;

export interface RispostaVerifica {
  readonly amount: bigint;
  readonly dueDate: string;
  readonly detailDescription?: string;
  /** True only when every transfer can be credited to a postal account. */
  readonly allCCP: boolean;
  readonly paymentDescription: string;
  readonly fiscalCodePA: string;
  readonly companyName: string;
  readonly officeName?: string;
}

/** The notice made for a spontaneous payment, as a verification would tell it. */
export interface RispostaSpontanea extends RispostaVerifica {
  readonly qrCode: QrCode;
}

interface TransferDovuto {
  readonly idTransfer: number;
  readonly transferAmount: bigint;
  readonly fiscalCodePA: string;
  readonly remittanceInformation: string;
  readonly transferCategory: string;
  readonly metadata?: readonly VoceMetadata[];
}

export interface MarcaDaBollo {
  readonly hashDocumento: string;
  readonly tipoBollo: "01";
  readonly provinciaResidenza: string;
}

export type TransferV1 = TransferDovuto & { readonly IBAN: string };
export type TransferV2 = TransferDovuto & { readonly companyName?: string } & (
    | { readonly IBAN: string }
    | { readonly richiestaMarcaDaBollo: MarcaDaBollo }
  );

/** `data` of the answer to an activation. */
export interface DatiPagamento<T> {
  readonly creditorReferenceId: string;
  /** Equal to the sum of the transfers: the Node refuses anything else. */
  readonly paymentAmount: bigint;
  readonly dueDate: string;
  readonly lastPayment?: boolean;
  readonly description: string;
  readonly companyName: string;
  readonly officeName?: string;
  readonly debtor: SoggettoNodo;
  readonly transferList: readonly T[];
  readonly metadata?: readonly VoceMetadata[];
}

export type RispostaAttivazioneV1 = DatiPagamento<TransferV1>;
export type RispostaAttivazioneV2 = DatiPagamento<TransferV2>;

/** What each primitive answers when it is OK; a receipt needs nothing more than the outcome. */
export interface RisposteNodo {
  readonly paVerifyPaymentNotice: RispostaVerifica;
  readonly paGetPayment: RispostaAttivazioneV1;
  readonly paGetPaymentV2: RispostaAttivazioneV2;
  readonly paSendRT: undefined;
  readonly paSendRTV2: undefined;
  readonly paDemandPaymentNotice: RispostaSpontanea;
}

export type EsitoNodo<P extends NomePrimitiva> = Esito<RisposteNodo[P], FaultPa>;

/** Messages of the Node as text, for tests: the richest legal form of each request, from which every mutation starts. */
import { NS_PA_FOR_NODE, NS_SOAP } from "../../../shared/contracts/pagopa/namespaces.ts";

const ENTE = "01234567897";
const BROKER = "80012345678";
const STAZIONE = "80012345678_01";
export const NAV = "301000000000000123";

export const busta = (corpo: string, { intestazione = "<soapenv:Header/>", prefisso = "soapenv" } = {}): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<soapenv:Envelope xmlns:soapenv="${NS_SOAP}" xmlns:pa="${NS_PA_FOR_NODE}">${intestazione}<soapenv:Body>${corpo}</soapenv:Body></soapenv:Envelope>`.replaceAll(
    "soapenv",
    prefisso,
  );

export const testata = (idPA = ENTE, idBrokerPA = BROKER, idStation = STAZIONE): string =>
  `<idPA>${idPA}</idPA><idBrokerPA>${idBrokerPA}</idBrokerPA><idStation>${idStation}</idStation>`;

export const qrCode = (fiscalCode = ENTE, noticeNumber = NAV): string =>
  `<qrCode><fiscalCode>${fiscalCode}</fiscalCode><noticeNumber>${noticeNumber}</noticeNumber></qrCode>`;

export const verifica = (contenuto = testata() + qrCode()): string =>
  `<pa:paVerifyPaymentNoticeReq>${contenuto}</pa:paVerifyPaymentNoticeReq>`;

const ATTIVAZIONE = `<amount>12.50</amount><paymentNote>carrello-1</paymentNote><transferType>POSTAL</transferType><dueDate>2026-12-31</dueDate>`;

export const attivazioneV1 = (contenuto = testata() + qrCode() + ATTIVAZIONE): string =>
  `<pa:paGetPaymentReq>${contenuto}</pa:paGetPaymentReq>`;
export const attivazioneV2 = (contenuto = testata() + qrCode() + ATTIVAZIONE): string =>
  `<pa:paGetPaymentV2Request>${contenuto}</pa:paGetPaymentV2Request>`;

const metadata = (voci: number): string =>
  `<metadata>${Array.from({ length: voci }, (_, i) => `<mapEntry><key>chiave${i}</key><value>valore ${i}</value></mapEntry>`).join("")}</metadata>`;

const soggetto = (nome: string): string =>
  `<${nome}><uniqueIdentifier><entityUniqueIdentifierType>F</entityUniqueIdentifierType><entityUniqueIdentifierValue>RSSMRA85T10A562S</entityUniqueIdentifierValue></uniqueIdentifier><fullName>Mario Rossi</fullName><streetName>Via Roma</streetName><civicNumber>1</civicNumber><postalCode>00100</postalCode><city>Roma</city><stateProvinceRegion>RM</stateProvinceRegion><country>IT</country><e-mail>mario.rossi@example.it</e-mail></${nome}>`;

export interface TransferDiProva {
  readonly id: number;
  readonly importo: string;
  readonly ente?: string;
  readonly accredito?: string;
}

const transfer = (
  { id, importo, ente = ENTE, accredito = "<IBAN>IT60X0542811101000000123456</IBAN>" }: TransferDiProva,
  v2: boolean,
): string =>
  `<transfer><idTransfer>${id}</idTransfer><transferAmount>${importo}</transferAmount><fiscalCodePA>${ente}</fiscalCodePA>${v2 ? "<companyName>Comune di Prova</companyName>" : ""}${accredito}<remittanceInformation>/RFB/01000000000000123/${importo}</remittanceInformation><transferCategory>9/0101002IM/</transferCategory>${metadata(2)}</transfer>`;

export interface RicevutaDiProva {
  readonly receiptId?: string;
  readonly noticeNumber?: string;
  readonly fiscalCode?: string;
  readonly outcome?: string;
  readonly creditorReferenceId?: string;
  readonly importo?: string;
  readonly transfers?: readonly TransferDiProva[];
  readonly paymentNote?: string;
  readonly paymentDateTime?: string;
  readonly standIn?: string;
}

export function receipt(r: RicevutaDiProva, v2: boolean): string {
  const importo = r.importo ?? "12.50";
  const transfers = r.transfers ?? [{ id: 1, importo }];
  return [
    "<receipt>",
    `<receiptId>${r.receiptId ?? "c110729d258c4ab1b765fe902aae41d6"}</receiptId>`,
    `<noticeNumber>${r.noticeNumber ?? NAV}</noticeNumber><fiscalCode>${r.fiscalCode ?? ENTE}</fiscalCode><outcome>${r.outcome ?? "OK"}</outcome>`,
    `<creditorReferenceId>${r.creditorReferenceId ?? "01000000000000123"}</creditorReferenceId><paymentAmount>${importo}</paymentAmount>`,
    "<description>TARI 2026</description><companyName>Comune di Prova</companyName><officeName>Tributi</officeName>",
    soggetto("debtor"),
    `<transferList>${transfers.map((t) => transfer(t, v2)).join("")}</transferList>`,
    "<idPSP>AGID_01</idPSP><pspFiscalCode>97735020584</pspFiscalCode><pspPartitaIVA>12345678901</pspPartitaIVA><PSPCompanyName>Banca di Prova</PSPCompanyName><idChannel>97735020584_02</idChannel><channelDescription>app</channelDescription>",
    soggetto("payer"),
    "<paymentMethod>creditCard</paymentMethod>",
    v2 ? `<paymentNote>${r.paymentNote ?? "carrello-1"}</paymentNote>` : "",
    "<fee>1.50</fee>",
    v2 ? "<primaryCiIncurredFee>0.00</primaryCiIncurredFee><idBundle>b1</idBundle><idCiBundle>cb1</idCiBundle>" : "",
    `<paymentDateTime>${r.paymentDateTime ?? "2026-03-10T10:15:30"}</paymentDateTime><applicationDate>2026-03-10</applicationDate><transferDate>2026-03-11</transferDate>`,
    metadata(1),
    `<standIn>${r.standIn ?? "false"}</standIn>`,
    "</receipt>",
  ].join("");
}

export const consegnaV1 = (contenuto = testata() + receipt({}, false)): string => `<pa:paSendRTReq>${contenuto}</pa:paSendRTReq>`;
export const consegnaV2 = (contenuto = testata() + receipt({}, true)): string =>
  `<pa:paSendRTV2Request>${contenuto}</pa:paSendRTV2Request>`;

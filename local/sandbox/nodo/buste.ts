/** The envelopes the Node sends to a creditor's station, exact to the paForNode schema: root element qualified, all children unqualified. */
import { addGiorni, giornoDi, oraDiRoma } from "../comune/date.ts";
import { formatImporto } from "../comune/importi.ts";
import { blocco, escapeXml, tag } from "../comune/xml.ts";
import type { Psp } from "../psp/psp.ts";
import type { DatiPagamento, Soggetto, Trasferimento } from "./modello.ts";

export const NS_PA_FOR_NODE = "http://pagopa-api.pagopa.gov.it/pa/paForNode.xsd";
export const NS_SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

/** Whom a request is addressed to: the first three children of every request. */
export interface Destinatario {
  readonly idPA: string;
  readonly idBrokerPA: string;
  readonly idStation: string;
}

const busta = (radice: string, destinatario: Destinatario, ...figli: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<soapenv:Envelope xmlns:soapenv="${NS_SOAP}" xmlns:paf="${NS_PA_FOR_NODE}"><soapenv:Header/>` +
  `<soapenv:Body><paf:${radice}>${tag("idPA", destinatario.idPA)}${tag("idBrokerPA", destinatario.idBrokerPA)}` +
  `${tag("idStation", destinatario.idStation)}${figli.join("")}</paf:${radice}></soapenv:Body></soapenv:Envelope>`;

const qrCode = (idDominio: string, numeroAvviso: string): string =>
  blocco("qrCode", tag("fiscalCode", idDominio), tag("noticeNumber", numeroAvviso));

export const bustaVerifica = (destinatario: Destinatario, idDominio: string, numeroAvviso: string): string =>
  busta("paVerifyPaymentNoticeReq", destinatario, qrCode(idDominio, numeroAvviso));

/** A service of the catalogue, with its own XML in base64. */
export const bustaSpontaneo = (destinatario: Destinatario, idServizio: string, idSoggettoServizio: string, dati: string): string =>
  busta(
    "paDemandPaymentNoticeRequest",
    destinatario,
    tag("idServizio", idServizio),
    tag("idSoggettoServizio", idSoggettoServizio),
    tag("datiSpecificiServizioRequest", dati),
  );

export interface RichiestaAttivazione {
  readonly idDominio: string;
  readonly numeroAvviso: string;
  readonly importo?: bigint | undefined;
  /** The Checkout cart comes back to the creditor here (section 6 of the specification). */
  readonly paymentNote?: string | undefined;
  readonly transferType?: "POSTAL" | "PAGOPA" | undefined;
  readonly dueDate?: string | undefined;
}

export const bustaAttivazione = (versione: 1 | 2, destinatario: Destinatario, richiesta: RichiestaAttivazione): string =>
  busta(
    versione === 2 ? "paGetPaymentV2Request" : "paGetPaymentReq",
    destinatario,
    qrCode(richiesta.idDominio, richiesta.numeroAvviso),
    tag("amount", richiesta.importo === undefined ? undefined : formatImporto(richiesta.importo)),
    tag("paymentNote", richiesta.paymentNote),
    tag("transferType", richiesta.transferType),
    tag("dueDate", richiesta.dueDate),
  );

const soggetto = (nome: string, valore: Soggetto): string =>
  blocco(
    nome,
    blocco("uniqueIdentifier", tag("entityUniqueIdentifierType", valore.tipo), tag("entityUniqueIdentifierValue", valore.identificativo)),
    tag("fullName", valore.anagrafica),
    tag("streetName", valore.indirizzo),
    tag("civicNumber", valore.civico),
    tag("postalCode", valore.cap),
    tag("city", valore.localita),
    tag("stateProvinceRegion", valore.provincia),
    tag("country", valore.nazione),
    tag("e-mail", valore.email),
  );

const metadata = (voci: readonly (readonly [string, string])[] | undefined): string =>
  blocco("metadata", ...(voci ?? []).map(([chiave, valore]) => blocco("mapEntry", tag("key", chiave), tag("value", valore))));

const trasferimento = (versione: 1 | 2, valore: Trasferimento): string =>
  blocco(
    "transfer",
    tag("idTransfer", valore.idTransfer),
    tag("transferAmount", formatImporto(valore.importo)),
    tag("fiscalCodePA", valore.idDominio),
    versione === 2 ? tag("companyName", valore.ragioneSociale) : "",
    valore.iban === undefined ? tag("MBDAttachment", valore.marcaAcquistata) : tag("IBAN", valore.iban),
    tag("remittanceInformation", valore.causale),
    tag("transferCategory", valore.categoria),
    metadata(valore.metadata),
  );

/** A payment as its receipt tells it. */
export interface RicevutaDaInviare {
  readonly receiptId: string;
  readonly idDominio: string;
  readonly numeroAvviso: string;
  readonly dati: DatiPagamento;
  readonly psp: Psp;
  /** Milliseconds since the epoch of the payment. */
  readonly pagatoIl: number;
  readonly paymentNote?: string | undefined;
  readonly ragioneSociale: string;
  readonly standIn?: boolean | undefined;
  /** Absent = OK. */
  readonly esito?: "OK" | "KO";
}

/**
 * paSendRT or paSendRTV2. `paymentDateTime` is Rome's wall clock without zone, as the platform writes it; `transferDate` is the next day,
 * when the money leaves.
 */
export const bustaRicevuta = (versione: 1 | 2, destinatario: Destinatario, ricevuta: RicevutaDaInviare): string => {
  const { dati, psp } = ricevuta;
  const giorno = giornoDi(ricevuta.pagatoIl);
  const receipt = blocco(
    "receipt",
    tag("receiptId", ricevuta.receiptId),
    tag("noticeNumber", ricevuta.numeroAvviso),
    tag("fiscalCode", ricevuta.idDominio),
    tag("outcome", ricevuta.esito ?? "OK"),
    tag("creditorReferenceId", dati.iuv),
    tag("paymentAmount", formatImporto(dati.importo)),
    tag("description", dati.causale),
    tag("companyName", dati.ragioneSociale ?? ricevuta.ragioneSociale),
    tag("officeName", dati.ufficio),
    soggetto("debtor", dati.debitore),
    `<transferList>${dati.trasferimenti.map((valore) => trasferimento(versione, valore)).join("")}</transferList>`,
    tag("idPSP", psp.id),
    tag("pspFiscalCode", psp.codiceFiscale),
    tag("PSPCompanyName", psp.nome),
    tag("idChannel", psp.idCanale),
    tag("channelDescription", psp.descrizioneCanale),
    soggetto("payer", dati.debitore),
    tag("paymentMethod", psp.metodo),
    versione === 2 ? tag("paymentNote", ricevuta.paymentNote) : "",
    tag("fee", formatImporto(psp.commissione)),
    tag("paymentDateTime", oraDiRoma(ricevuta.pagatoIl)),
    tag("applicationDate", giorno),
    tag("transferDate", addGiorni(giorno, 1)),
    metadata(dati.metadata),
    tag("standIn", ricevuta.standIn === true),
  );
  return busta(versione === 2 ? "paSendRTV2Request" : "paSendRTReq", destinatario, receipt);
};

/** The digital stamp that travels in a receipt, as base64 of its own XML; the PSP signs it, here with the sandbox's key. */
export const marcaDaBollo = (
  dati: { psp: Psp; iubd: string; acquistataIl: number; importo: bigint; impronta: string },
  firma: (documento: string) => string,
): string => {
  const apertura = '<marcaDaBollo xmlns="http://www.agenziaentrate.gov.it/2014/MarcaDaBollo">';
  const corpo =
    `<PSP>${tag("CodiceFiscale", dati.psp.codiceFiscale)}${tag("Denominazione", dati.psp.nome)}</PSP>${tag("IUBD", dati.iubd)}` +
    `${tag("OraAcquisto", new Date(dati.acquistataIl).toISOString())}${tag("Importo", formatImporto(dati.importo))}${tag("TipoBollo", "01")}` +
    `<ImprontaDocumento><DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></DigestMethod>` +
    `<DigestValue xmlns="http://www.w3.org/2000/09/xmldsig#">${escapeXml(dati.impronta)}</DigestValue></ImprontaDocumento>`;
  const documento = `${apertura}${corpo}</marcaDaBollo>`;
  return Buffer.from(`${apertura}${corpo}${firma(documento)}</marcaDaBollo>`).toString("base64");
};

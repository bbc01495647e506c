/** paSendRTV2Request written by us: a receipt that pagoPA gave as JSON takes the form in which the Node would have delivered it (paForNode.xsd, ctReceiptV2). */
import { NS_PA_FOR_NODE, NS_SOAP } from "../../contracts/pagopa/namespaces.ts";
import type { RicevutaNodo, SoggettoNodo, Testata, TransferRicevuta, VoceMetadata } from "../../domain/pagamenti/messaggi-nodo.ts";
import { formatImporto } from "../../domain/valori/importo.ts";
import { booleano, elemento, testo, testoConforme, testoFacoltativo } from "./xml.ts";

const EMAIL = /^[a-zA-Z0-9_.+-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*$/;

/** Zero is legal in a receipt (a fee, the amount of an outcome KO): the writer of debts refuses it. */
const centesimi = (nome: string, valore: bigint | undefined): string => (valore === undefined ? "" : elemento(nome, formatImporto(valore)));

const presentSoggetto = (nome: string, soggetto: SoggettoNodo | undefined): string =>
  soggetto === undefined
    ? ""
    : elemento(
        nome,
        elemento(
          "uniqueIdentifier",
          elemento("entityUniqueIdentifierType", soggetto.uniqueIdentifier.entityUniqueIdentifierType),
          testo("entityUniqueIdentifierValue", soggetto.uniqueIdentifier.entityUniqueIdentifierValue, 16),
        ),
        testo("fullName", soggetto.fullName, 70),
        testoFacoltativo("streetName", soggetto.streetName, 70),
        testoFacoltativo("civicNumber", soggetto.civicNumber, 16),
        testoFacoltativo("postalCode", soggetto.postalCode, 16),
        testoFacoltativo("city", soggetto.city, 35),
        testoFacoltativo("stateProvinceRegion", soggetto.stateProvinceRegion, 35),
        testoConforme("country", soggetto.country, /^[A-Z]{2}$/, 2),
        testoConforme("e-mail", soggetto["e-mail"], EMAIL, 256),
      );

const presentMetadata = (voci: readonly VoceMetadata[] | undefined): string =>
  voci === undefined || voci.length === 0
    ? ""
    : elemento(
        "metadata",
        ...voci.slice(0, 15).map(({ key, value }) => elemento("mapEntry", testo("key", key, 140), testo("value", value, 140))),
      );

/** A stamp that pagoPA does not give back is written empty: the position of a stamp, without its document. */
const presentAccredito = ({ IBAN, MBDAttachment }: TransferRicevuta): string =>
  IBAN === undefined ? elemento("MBDAttachment", MBDAttachment ?? "") : testo("IBAN", IBAN, 35);

const presentTransfer = (transfer: TransferRicevuta): string =>
  elemento(
    "transfer",
    elemento("idTransfer", String(transfer.idTransfer)),
    centesimi("transferAmount", transfer.transferAmount),
    testo("fiscalCodePA", transfer.fiscalCodePA, 11),
    testoFacoltativo("companyName", transfer.companyName, 140),
    presentAccredito(transfer),
    testo("remittanceInformation", transfer.remittanceInformation, 140),
    testo("transferCategory", transfer.transferCategory, 140),
    presentMetadata(transfer.metadata),
  );

const presentReceipt = (receipt: RicevutaNodo): string =>
  elemento(
    "receipt",
    testo("receiptId", receipt.receiptId, 255),
    testo("noticeNumber", receipt.noticeNumber, 18),
    testo("fiscalCode", receipt.fiscalCode, 11),
    elemento("outcome", receipt.outcome),
    testo("creditorReferenceId", receipt.creditorReferenceId, 35),
    centesimi("paymentAmount", receipt.paymentAmount),
    testo("description", receipt.description, 140),
    testo("companyName", receipt.companyName, 140),
    testoFacoltativo("officeName", receipt.officeName, 140),
    presentSoggetto("debtor", receipt.debtor),
    elemento("transferList", ...receipt.transferList.map(presentTransfer)),
    testo("idPSP", receipt.idPSP, 35),
    testoFacoltativo("pspFiscalCode", receipt.pspFiscalCode, 70),
    testoFacoltativo("pspPartitaIVA", receipt.pspPartitaIVA, 20),
    testo("PSPCompanyName", receipt.PSPCompanyName, 70),
    testo("idChannel", receipt.idChannel, 35),
    testo("channelDescription", receipt.channelDescription, 35),
    presentSoggetto("payer", receipt.payer),
    testoFacoltativo("paymentMethod", receipt.paymentMethod, 35),
    testoFacoltativo("paymentNote", receipt.paymentNote, 210),
    centesimi("fee", receipt.fee),
    centesimi("primaryCiIncurredFee", receipt.primaryCiIncurredFee),
    testoFacoltativo("idBundle", receipt.idBundle, 70),
    testoFacoltativo("idCiBundle", receipt.idCiBundle, 70),
    testoFacoltativo("paymentDateTime", receipt.paymentDateTime, 40),
    testoFacoltativo("applicationDate", receipt.applicationDate, 10),
    testoFacoltativo("transferDate", receipt.transferDate, 10),
    presentMetadata(receipt.metadata),
    receipt.standIn === undefined ? "" : booleano("standIn", receipt.standIn),
  );

/** The whole envelope. What the schema forbids is not repaired: who calls reads it again before believing it. */
export const presentConsegnaRicevuta = ({ idPA, idBrokerPA, idStation }: Testata, receipt: RicevutaNodo): string =>
  `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="${NS_SOAP}" xmlns:paf="${NS_PA_FOR_NODE}"><soapenv:Header/><soapenv:Body>` +
  `<paf:paSendRTV2Request>${testo("idPA", idPA, 35)}${testo("idBrokerPA", idBrokerPA, 35)}${testo("idStation", idStation, 35)}` +
  `${presentReceipt(receipt)}</paf:paSendRTV2Request></soapenv:Body></soapenv:Envelope>`;

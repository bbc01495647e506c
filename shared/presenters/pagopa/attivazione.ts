/** Data of paGetPaymentRes and paGetPaymentV2Response. The second adds companyName per transfer and the request of a digital stamp in place of the IBAN. */
import type {
  DatiPagamento,
  RispostaAttivazioneV1,
  RispostaAttivazioneV2,
  SoggettoNodo,
  TransferV1,
  TransferV2,
  VoceMetadata,
} from "../../domain/pagamenti/messaggi-nodo.ts";
import { sumImporti } from "../../domain/valori/importo.ts";
import { booleano, codice, elemento, giorno, importo, normalizeTesto, testo, testoConforme, testoFacoltativo } from "./xml.ts";

/** 15 by schema, but GPD takes 10 only: what goes beyond would be lost in stand-in payments. */
const METADATA_MASSIMI = 15;
const EMAIL = /^[a-zA-Z0-9_.+-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*$/;
/** Base64 of a digest: canonical, 4..72 characters. */
const HASH_DOCUMENTO = /^(?=.{4,72}$)(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function presentMetadata(voci: readonly VoceMetadata[] | undefined): string {
  const scritte = (voci ?? [])
    .filter((voce) => normalizeTesto(voce.key, 140) !== "" && normalizeTesto(voce.value, 140) !== "")
    .slice(0, METADATA_MASSIMI)
    .map((voce) => elemento("mapEntry", testo("key", voce.key, 140), testo("value", voce.value, 140)));
  return scritte.length === 0 ? "" : elemento("metadata", ...scritte);
}

/** At least two characters are required of the identifier: the protocol's own word for "unknown" is ANONIMO. */
const presentIdentificativo = (valore: string): string => {
  const riga = normalizeTesto(valore, 16);
  return testo("entityUniqueIdentifierValue", [...riga].length < 2 ? "ANONIMO" : riga, 16);
};

const presentSoggetto = (soggetto: SoggettoNodo): string =>
  elemento(
    "debtor",
    elemento(
      "uniqueIdentifier",
      elemento("entityUniqueIdentifierType", soggetto.uniqueIdentifier.entityUniqueIdentifierType),
      presentIdentificativo(soggetto.uniqueIdentifier.entityUniqueIdentifierValue),
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

const presentAccredito = (transfer: TransferV1 | TransferV2): string =>
  "IBAN" in transfer
    ? codice("IBAN", transfer.IBAN, /^[A-Za-z]{2}\d{2}[A-Za-z0-9]{1,30}$/)
    : elemento(
        "richiestaMarcaDaBollo",
        codice("hashDocumento", transfer.richiestaMarcaDaBollo.hashDocumento, HASH_DOCUMENTO),
        elemento("tipoBollo", transfer.richiestaMarcaDaBollo.tipoBollo),
        codice("provinciaResidenza", transfer.richiestaMarcaDaBollo.provinciaResidenza, /^[A-Z]{2}$/),
      );

/** `companyName` is the only element of the list that V1 does not have: given only for V2. */
const presentTransfer = (transfer: TransferV1 | TransferV2, companyName?: string): string =>
  elemento(
    "transfer",
    codice("idTransfer", String(transfer.idTransfer), /^[1-5]$/),
    importo("transferAmount", transfer.transferAmount),
    codice("fiscalCodePA", transfer.fiscalCodePA, /^\d{11}$/),
    testoFacoltativo("companyName", companyName, 140),
    presentAccredito(transfer),
    testo("remittanceInformation", transfer.remittanceInformation, 140),
    testo("transferCategory", transfer.transferCategory, 140),
    presentMetadata(transfer.metadata),
  );

function presentDati<T extends TransferV1 | TransferV2>(risposta: DatiPagamento<T>, presentUno: (transfer: T) => string): string {
  const { transferList } = risposta;
  if (transferList.length < 1 || transferList.length > 5)
    throw new RangeError(`I transfer devono essere da 1 a 5, non ${transferList.length}`);
  const somma = sumImporti(transferList.map((transfer) => transfer.transferAmount));
  if (somma !== risposta.paymentAmount)
    throw new RangeError(`La somma dei transfer (${somma}) è diversa da paymentAmount (${risposta.paymentAmount})`);
  return elemento(
    "data",
    codice("creditorReferenceId", risposta.creditorReferenceId, /^[!-~]{1,35}$/),
    importo("paymentAmount", risposta.paymentAmount),
    giorno("dueDate", risposta.dueDate),
    risposta.lastPayment === undefined ? "" : booleano("lastPayment", risposta.lastPayment),
    testo("description", risposta.description, 140),
    testo("companyName", risposta.companyName, 140),
    testoFacoltativo("officeName", risposta.officeName, 140),
    presentSoggetto(risposta.debtor),
    elemento("transferList", ...transferList.map(presentUno)),
    presentMetadata(risposta.metadata),
  );
}

export const presentAttivazioneV1 = (risposta: RispostaAttivazioneV1): string =>
  presentDati(risposta, (transfer) => presentTransfer(transfer));
export const presentAttivazioneV2 = (risposta: RispostaAttivazioneV2): string =>
  presentDati(risposta, (transfer) => presentTransfer(transfer, transfer.companyName));

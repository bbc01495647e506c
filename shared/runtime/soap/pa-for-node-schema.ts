/** The requests of paForNode as data (paForNode.xsd). The types of the domain on the left make the compiler compare the two descriptions. */
import type {
  RicevutaNodo,
  RichiestaAttivazione,
  RichiestaRicevuta,
  RichiestaSpontanea,
  RichiestaVerifica,
  RichiesteNodo,
  SoggettoNodo,
  TransferRicevuta,
  VoceMetadata,
} from "../../domain/pagamenti/messaggi-nodo.ts";
import { facoltativo, lista, sequenza, type Tipo, testoDi, testoFacoltativo, uno } from "./schema.ts";
import {
  base64,
  booleano,
  codiceFiscalePa,
  data,
  duePosizioni,
  email,
  idTransfer,
  importo,
  importoNonZero,
  istante,
  numeroAvviso,
  testo,
  unoFra,
} from "./simple-types.ts";

/** First three elements of every request. */
export const testata = { idPA: testoDi(testo(35)), idBrokerPA: testoDi(testo(35)), idStation: testoDi(testo(35)) };

const qrCode = sequenza({ fiscalCode: testoDi(codiceFiscalePa), noticeNumber: testoDi(numeroAvviso) });

const metadata: Tipo<readonly VoceMetadata[]> = lista("mapEntry", sequenza({ key: testoDi(testo(140)), value: testoDi(testo(140)) }), 15);

const soggetto: Tipo<SoggettoNodo> = sequenza({
  uniqueIdentifier: uno(
    sequenza({ entityUniqueIdentifierType: testoDi(unoFra("F", "G")), entityUniqueIdentifierValue: testoDi(testo(16, 2)) }),
  ),
  fullName: testoDi(testo(70)),
  streetName: testoFacoltativo(testo(70)),
  civicNumber: testoFacoltativo(testo(16)),
  postalCode: testoFacoltativo(testo(16)),
  city: testoFacoltativo(testo(35)),
  stateProvinceRegion: testoFacoltativo(testo(35)),
  country: testoFacoltativo(duePosizioni),
  "e-mail": testoFacoltativo(email),
});

const transferV1: Tipo<TransferRicevuta> = sequenza({
  idTransfer: testoDi(idTransfer),
  transferAmount: testoDi(importoNonZero),
  fiscalCodePA: testoDi(codiceFiscalePa),
  IBAN: testoDi(testo(35)),
  remittanceInformation: testoDi(testo(140)),
  transferCategory: testoDi(testo(140)),
  metadata: facoltativo(metadata),
});

const transferV2: Tipo<TransferRicevuta> = sequenza(
  {
    idTransfer: testoDi(idTransfer),
    transferAmount: testoDi(importoNonZero),
    fiscalCodePA: testoDi(codiceFiscalePa),
    companyName: testoFacoltativo(testo(140)),
    IBAN: testoFacoltativo(testo(35)),
    MBDAttachment: testoFacoltativo(base64),
    remittanceInformation: testoDi(testo(140)),
    transferCategory: testoDi(testo(140)),
    metadata: facoltativo(metadata),
  },
  ["IBAN", "MBDAttachment"],
);

/** The XSD leaves receiptId unbounded and possibly empty; here it is a key, and pagoPA's token has at most 35 characters. */
const receiptId = testoDi(testo(255));

const finoAlDebitore = {
  receiptId,
  noticeNumber: testoDi(numeroAvviso),
  fiscalCode: testoDi(codiceFiscalePa),
  outcome: testoDi(unoFra("OK", "KO")),
  creditorReferenceId: testoDi(testo(35)),
  paymentAmount: testoDi(importo),
  description: testoDi(testo(140)),
  companyName: testoDi(testo(140)),
  officeName: testoFacoltativo(testo(140)),
  debtor: uno(soggetto),
};

const pspEVersante = {
  idPSP: testoDi(testo(35)),
  pspFiscalCode: testoFacoltativo(testo(70)),
  pspPartitaIVA: testoFacoltativo(testo(20)),
  PSPCompanyName: testoDi(testo(70)),
  idChannel: testoDi(testo(35)),
  channelDescription: testoDi(testo(35)),
  payer: facoltativo(soggetto),
  paymentMethod: testoFacoltativo(testo(35)),
};

const dallaDataDelPagamento = {
  paymentDateTime: testoFacoltativo(istante),
  applicationDate: testoFacoltativo(data),
  transferDate: testoFacoltativo(data),
  metadata: facoltativo(metadata),
  standIn: testoFacoltativo(booleano),
};

const ricevutaV1: Tipo<RicevutaNodo> = sequenza({
  ...finoAlDebitore,
  transferList: uno(lista("transfer", transferV1, 5)),
  ...pspEVersante,
  fee: testoFacoltativo(importo),
  ...dallaDataDelPagamento,
});

const ricevutaV2: Tipo<RicevutaNodo> = sequenza({
  ...finoAlDebitore,
  transferList: uno(lista("transfer", transferV2, 5)),
  ...pspEVersante,
  paymentNote: testoFacoltativo(testo(210)),
  fee: testoFacoltativo(importo),
  primaryCiIncurredFee: testoFacoltativo(importo),
  idBundle: testoFacoltativo(testo(70)),
  idCiBundle: testoFacoltativo(testo(70)),
  ...dallaDataDelPagamento,
});

const verifica: Tipo<RichiestaVerifica> = sequenza({ ...testata, qrCode: uno(qrCode) });

const attivazione: Tipo<RichiestaAttivazione> = sequenza({
  ...testata,
  qrCode: uno(qrCode),
  amount: testoFacoltativo(importo),
  paymentNote: testoFacoltativo(testo(210)),
  transferType: testoFacoltativo(unoFra("POSTAL", "PAGOPA")),
  dueDate: testoFacoltativo(data),
});

const consegnaV1: Tipo<RichiestaRicevuta> = sequenza({ ...testata, receipt: uno(ricevutaV1) });
const consegnaV2: Tipo<RichiestaRicevuta> = sequenza({ ...testata, receipt: uno(ricevutaV2) });

/** Length 5 exactly (stIdentificativoServizio, stIdentificativoSoggettoServizio). */
const spontaneo: Tipo<RichiestaSpontanea> = sequenza({
  ...testata,
  idServizio: testoDi(testo(5, 5)),
  idSoggettoServizio: testoDi(testo(5, 5)),
  datiSpecificiServizioRequest: testoDi(base64),
});

export const SCHEMI: { readonly [P in keyof RichiesteNodo]: Tipo<RichiesteNodo[P]> } = {
  paVerifyPaymentNotice: verifica,
  paGetPayment: attivazione,
  paGetPaymentV2: attivazione,
  paSendRT: consegnaV1,
  paSendRTV2: consegnaV2,
  paDemandPaymentNotice: spontaneo,
};

/** A receipt of money that does not exist, as pagoPA would write it: it says of itself what it is wherever a name is shown (docs/adr/0051). */
import { definiti } from "../definiti.ts";
import type { DatiPagamento, RicevutaNodo, TransferRicevuta, TransferV2 } from "../pagamenti/messaggi-nodo.ts";
import { toSoggettoNodo } from "../pagamenti/soggetto-nodo.ts";
import type { Soggetto } from "../pendenze/pendenza.ts";
import { addGiorni, giornoDi, toIsoRoma } from "../valori/date.ts";
import { SCARTO_PROVA } from "./valori-magici.ts";

export const PSP_PROVA = {
  ...{ idPSP: "PROVA", PSPCompanyName: "PROVA - nessun PSP, pagamento simulato" },
  ...{ idChannel: "PROVA_01", channelDescription: "PROVA", paymentMethod: "PROVA" },
} as const;

export interface PagamentoProva {
  readonly idDominio: string;
  readonly numeroAvviso: string;
  readonly receiptId: string;
  readonly dati: DatiPagamento<TransferV2>;
  readonly versante?: Soggetto | undefined;
  /** The portal payment; absent = paid elsewhere. */
  readonly idPagamento?: string | undefined;
  readonly esito: "OK" | "KO";
  /** With less money than was due. */
  readonly diversa?: boolean | undefined;
  /** Instant. */
  readonly adesso: string;
}

const toTransfer = (transfer: TransferV2): TransferRicevuta => {
  const { idTransfer, transferAmount, fiscalCodePA, companyName, remittanceInformation, transferCategory, metadata } = transfer;
  return {
    ...{ idTransfer, transferAmount, fiscalCodePA, remittanceInformation, transferCategory },
    ...definiti({ companyName, metadata }),
    ...("IBAN" in transfer ? { IBAN: transfer.IBAN } : {}),
  };
};

/** The first transfer bears the difference, and never falls to nothing. */
const lessen = ([primo, ...altri]: readonly TransferRicevuta[]): readonly TransferRicevuta[] =>
  primo && primo.transferAmount > SCARTO_PROVA
    ? [{ ...primo, transferAmount: primo.transferAmount - SCARTO_PROVA }, ...altri]
    : [...(primo ? [primo] : []), ...altri];

export const toRicevutaProva = (pagamento: PagamentoProva): RicevutaNodo => {
  const { idDominio, numeroAvviso, receiptId, dati, versante, idPagamento, esito, diversa, adesso } = pagamento;
  const transferList = diversa ? lessen(dati.transferList.map(toTransfer)) : dati.transferList.map(toTransfer);
  const giorno = giornoDi(adesso);
  return {
    ...{ receiptId, noticeNumber: numeroAvviso, fiscalCode: idDominio, outcome: esito },
    creditorReferenceId: dati.creditorReferenceId,
    paymentAmount: transferList.reduce((somma, { transferAmount }) => somma + transferAmount, 0n),
    ...{ description: dati.description, companyName: dati.companyName, debtor: dati.debtor, transferList },
    ...definiti({ officeName: dati.officeName, paymentNote: idPagamento }),
    ...PSP_PROVA,
    ...(versante && { payer: toSoggettoNodo(versante) }),
    fee: 0n,
    // A wall clock in Rome, as the Node writes it.
    paymentDateTime: toIsoRoma(adesso).slice(0, 19),
    applicationDate: giorno,
    transferDate: addGiorni(giorno, 1),
  };
};

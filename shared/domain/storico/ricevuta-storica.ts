/**
 * An RT told in the words of the modern receipt, so that one routine alone registers money. What the modern family has no words for stays beside it: the IUR of
 * each row, its position, the outcome with five values, and the RT itself, which is what the APIs show.
 */

import type { RicevutaNodo, RichiestaRicevuta, TransferRicevuta } from "../pagamenti/messaggi-nodo.ts";
import { toSoggettoNodo } from "../pagamenti/soggetto-nodo.ts";
import type { Tentativo } from "../pagamenti/tentativo.ts";
import type { Ricevuta } from "../ricevute/ricevuta.ts";
import { giornoDi, inizioGiorno } from "../valori/date.ts";
import { sumImporti } from "../valori/importo.ts";
import { type IntestazionePpt, toTestata } from "./messaggi-storici.ts";
import type { Rt, SingoloPagamento } from "./rt.ts";
import { fromSoggettoStorico } from "./soggetti.ts";

/** 1 and 3 say that nothing was paid; the others too, when they carry no money. */
export const isPagata = ({ datiPagamento: { codiceEsitoPagamento: esito, importoTotalePagato } }: Rt): boolean =>
  esito !== "1" && esito !== "3" && importoTotalePagato > 0n;

export const isParziale = ({ datiPagamento: { codiceEsitoPagamento: esito } }: Rt): boolean => esito === "2" || esito === "4";

/** The schema gives the day only; the instant of the message tells the hour when it is of the same day. */
function dataPagamentoDi({ dataOraMessaggioRicevuta }: Rt, giorno: string): string {
  return giornoDi(dataOraMessaggioRicevuta) === giorno ? dataOraMessaggioRicevuta : inizioGiorno(giorno);
}

const toTransfer = (riga: SingoloPagamento, posizione: number, idDominio: string): TransferRicevuta => ({
  idTransfer: posizione,
  posizione,
  iur: riga.identificativoUnivocoRiscossione,
  transferAmount: riga.singoloImportoPagato,
  fiscalCodePA: idDominio,
  remittanceInformation: riga.causaleVersamento,
  transferCategory: riga.datiSpecificiRiscossione,
  ...(riga.allegatoRicevuta?.tipoAllegatoRicevuta === "BD" && { MBDAttachment: riga.allegatoRicevuta.testoAllegato }),
});

/** The legacy family knows no channel in its receipt. */
const CANALE_IGNOTO = "n/a";

/** The payment context is the identity of an RT: creditor, IUV and context have one (pagopa.md 2.1). */
export function toRichiestaRicevuta(intestazione: IntestazionePpt, rt: Rt): RichiestaRicevuta {
  const { datiPagamento, istitutoAttestante, enteBeneficiario } = rt;
  const idDominio = intestazione.identificativoDominio;
  const iuv = datiPagamento.identificativoUnivocoVersamento;
  const righe = datiPagamento.datiSingoloPagamento;
  const commissioni = righe.flatMap(({ commissioniApplicatePSP }) => commissioniApplicatePSP ?? []);
  const giorno = righe[0]?.dataEsitoSingoloPagamento ?? giornoDi(rt.dataOraMessaggioRicevuta);
  const versante = rt.soggettoVersante && fromSoggettoStorico("Versante", rt.soggettoVersante);
  const receipt: RicevutaNodo = {
    receiptId: datiPagamento.CodiceContestoPagamento,
    // Not in the RT: that of the debt takes its place, when there is a debt.
    noticeNumber: /^\d{17}$/.test(iuv) ? `3${iuv}` : iuv,
    fiscalCode: idDominio,
    outcome: isPagata(rt) ? "OK" : "KO",
    creditorReferenceId: iuv,
    paymentAmount: datiPagamento.importoTotalePagato,
    description: righe[0]?.causaleVersamento ?? "",
    companyName: enteBeneficiario.denominazioneBeneficiario,
    debtor: toSoggettoNodo(fromSoggettoStorico("Pagatore", rt.soggettoPagatore)),
    transferList: righe.flatMap((riga, i) => (riga.singoloImportoPagato > 0n ? [toTransfer(riga, i + 1, idDominio)] : [])),
    idPSP: istitutoAttestante.identificativoUnivocoAttestante.codiceIdentificativoUnivoco,
    PSPCompanyName: istitutoAttestante.denominazioneAttestante,
    idChannel: CANALE_IGNOTO,
    channelDescription: CANALE_IGNOTO,
    ...(versante && { payer: toSoggettoNodo(versante) }),
    ...(commissioni.length > 0 && { fee: sumImporti(commissioni) }),
    paymentDateTime: dataPagamentoDi(rt, giorno),
    applicationDate: giorno,
  };
  return { ...toTestata(intestazione), receipt };
}

/** The same receipt told again: same context, outcome and amount. Also when the modern family told it first (converted payments). */
export const isStessaRt = (ricevuta: Ricevuta, rt: Rt): boolean =>
  ricevuta.idRicevuta === rt.datiPagamento.CodiceContestoPagamento &&
  ricevuta.importo === rt.datiPagamento.importoTotalePagato &&
  ricevuta.esito === (isPagata(rt) ? "OK" : "KO");

/** Attempt of a context. */
export const findTentativoDi = (tentativi: readonly Tentativo[], rt: Rt): Tentativo | undefined =>
  tentativi.find(({ ccp, tipoRpt }) => tipoRpt === "RPT" && ccp === rt.datiPagamento.CodiceContestoPagamento);

/**
 * The receipt seen from what the payment code already knows: each row on the item that its attempt asked for, and, when another receipt of the same context says
 * something else, a name of its own, because neither may be lost.
 */
export function alignRichiesta(
  richiesta: RichiestaRicevuta,
  rt: Rt,
  { tentativi, ricevute }: { readonly tentativi: readonly Tentativo[]; readonly ricevute: readonly Ricevuta[] },
): RichiestaRicevuta {
  const voci = findTentativoDi(tentativi, rt)?.voci ?? [];
  const ccp = rt.datiPagamento.CodiceContestoPagamento;
  const altra = ricevute.some((ricevuta) => ricevuta.idRicevuta === ccp && !isStessaRt(ricevuta, rt));
  return {
    ...richiesta,
    receipt: {
      ...richiesta.receipt,
      receiptId: altra ? `${ccp}.${rt.identificativoMessaggioRicevuta}` : ccp,
      transferList: richiesta.receipt.transferList.map((transfer) => ({
        ...transfer,
        idTransfer: voci[(transfer.posizione ?? transfer.idTransfer) - 1] ?? transfer.idTransfer,
      })),
    },
  };
}

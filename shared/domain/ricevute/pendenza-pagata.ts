/** What a receipt does to the debt it pays (reference 3.1, 3.6): paid, paid wrongly, paid twice. The money is recorded in every case. */

import type { RicevutaNodo } from "../pagamenti/messaggi-nodo.ts";
import { vociDaPagare } from "../pagamenti/pagabilita.ts";
import { describePagataAltrove } from "../pendenze/pagata-altrove.ts";
import type { Pendenza, Segnalazione, Voce } from "../pendenze/pendenza.ts";
import { statiPendenza } from "../pendenze/stati-pendenza.ts";
import { isParziale } from "../storico/ricevuta-storica.ts";
import { giornoDi, giornoItaliano } from "../valori/date.ts";
import { formatImporto, sumImporti } from "../valori/importo.ts";
import { chiaveDi, dataPagamentoDi, type RicevutaInArrivo, transferDistinti } from "./ricevuta-nodo.ts";

export interface PendenzaPagata {
  readonly pendenza: Pendenza;
  readonly evento: "paga" | "pagaParziale" | "pagaAnomala" | "completaRicevuta";
  readonly segnalazioni: readonly Segnalazione[];
}

type Anomalia = { readonly codice: "PAGAMENTO_DUPLICATO" | "IMPORTO_DIVERSO"; readonly descrizione: string; readonly dettaglio: string };

/** An item is paid right when its transfer, at the same position, has its amount. */
const isPagataGiusta = (voce: Voce, receipt: RicevutaNodo): boolean =>
  transferDistinti(receipt).some((transfer) => transfer.idTransfer === voce.indice && transfer.transferAmount === voce.importo);

/** Which item does not add up, what it expected and what came: an operator must be able to settle it without opening the receipt. */
function describeScarti(dovute: readonly Voce[], receipt: RicevutaNodo): string {
  const transfer = transferDistinti(receipt);
  const ricevutoPer = (indice: number): bigint => sumImporti(transfer.filter((t) => t.idTransfer === indice).map((t) => t.transferAmount));
  const frasi = [
    ...dovute
      .filter((voce) => !isPagataGiusta(voce, receipt))
      .map(
        ({ indice, idVocePendenza, importo }) =>
          `voce ${indice} (${idVocePendenza}): attesi ${formatImporto(importo)}, ricevuti ${formatImporto(ricevutoPer(indice))}`,
      ),
    ...transfer
      .filter(({ idTransfer }) => !dovute.some(({ indice }) => indice === idTransfer))
      .map((t) => `versamento ${t.idTransfer} di ${formatImporto(t.transferAmount)} senza una voce da pagare`),
  ];
  return frasi.length > 0 ? frasi.join("; ") : `le voci tornano, il totale della ricevuta no: ${formatImporto(receipt.paymentAmount)}`;
}

const describeDuplicato = ({ importoPagato, dataPagamento }: Pendenza, receipt: RicevutaNodo): string => {
  const quando = dataPagamento === undefined ? "" : ` il ${giornoItaliano(giornoDi(dataPagamento))}`;
  const ricevuti = `ricevuti ${formatImporto(receipt.paymentAmount)} dal PSP ${receipt.idPSP}`;
  return `già pagati ${formatImporto(importoPagato)}${quando}; attesi 0.00, ${ricevuti}`;
};

function findAnomalia(pendenza: Pendenza, receipt: RicevutaNodo): Anomalia | undefined {
  const dovute = vociDaPagare(pendenza);
  if (pendenza.pagataAltrove) {
    const quando = describePagataAltrove(pendenza.pagataAltrove);
    return {
      codice: "PAGAMENTO_DUPLICATO",
      descrizione: `Ricevuta ${receipt.receiptId} di ${formatImporto(receipt.paymentAmount)} per una pendenza già pagata altrove`,
      dettaglio: `${quando}: ${formatImporto(pendenza.pagataAltrove.importo)}; ricevuti ${formatImporto(receipt.paymentAmount)} dal PSP ${receipt.idPSP}`,
    };
  }
  if (dovute.length === 0 || statiPendenza.next(pendenza.stato, "paga").ok === false) {
    return {
      codice: "PAGAMENTO_DUPLICATO",
      descrizione: `Ricevuta ${receipt.receiptId} di ${formatImporto(receipt.paymentAmount)} per una pendenza già pagata`,
      dettaglio: describeDuplicato(pendenza, receipt),
    };
  }
  const dovuto = sumImporti(dovute.map((voce) => voce.importo));
  const corrisponde = transferDistinti(receipt).length === dovute.length && dovute.every((voce) => isPagataGiusta(voce, receipt));
  if (corrisponde && receipt.paymentAmount === dovuto) return undefined;
  return {
    codice: "IMPORTO_DIVERSO",
    descrizione: `Ricevuta ${receipt.receiptId} di ${formatImporto(receipt.paymentAmount)}, dovuto ${formatImporto(dovuto)}`,
    dettaglio: describeScarti(dovute, receipt),
  };
}

/** The platform may have cashed it before it knew (stand-in), or a PSP after it asked: the money is there and somebody must know (pagopa.md 7.3). */
const toSegnalazioneAnnullata = ({ richiesta: { receipt } }: RicevutaInArrivo, data: string): Segnalazione => ({
  data,
  codice: "PAGATA_DOPO_ANNULLAMENTO",
  descrizione: `Ricevuta ${receipt.receiptId} di ${formatImporto(receipt.paymentAmount)} per una pendenza annullata${receipt.standIn === true ? ", pagata in stand-in" : ""}`,
});

/** Outcomes 2 and 4 of the legacy family: some items paid, each with its amount, and others still to be paid (reference 3.1, model 1). */
function isParteGiusta(pendenza: Pendenza, receipt: RicevutaNodo): boolean {
  const dovute = vociDaPagare(pendenza);
  const pagate = dovute.filter((voce) => isPagataGiusta(voce, receipt));
  const tutteSue = pagate.length === transferDistinti(receipt).length && pagate.length > 0;
  return tutteSue && pagate.length < dovute.length && statiPendenza.next(pendenza.stato, "pagaParziale").ok;
}

/**
 * The debt after a receipt with outcome OK.
 * @param completa true when its amounts were already collected from a settlement row: only dates and proofs are added.
 * @param adesso instant of the registration.
 */
export function applyRicevuta(pendenza: Pendenza, arrivo: RicevutaInArrivo, completa: boolean, adesso: string): PendenzaPagata {
  const { receipt } = arrivo.richiesta;
  const dataPagamento = dataPagamentoDi(arrivo);
  if (completa) {
    const voci = pendenza.voci.map(({ senzaRpt: _provata, ...voce }): Voce => voce);
    return {
      pendenza: { ...pendenza, voci, dataPagamento, dataUltimoAggiornamento: adesso },
      evento: "completaRicevuta",
      segnalazioni: [],
    };
  }

  const parziale = !pendenza.pagataAltrove && arrivo.rt !== undefined && isParziale(arrivo.rt) && isParteGiusta(pendenza, receipt);
  const anomalia = parziale ? undefined : findAnomalia(pendenza, receipt);
  const evento = parziale ? "pagaParziale" : anomalia ? "pagaAnomala" : "paga";
  const stato = statiPendenza.next(pendenza.stato, evento);
  if (!stato.ok) throw new Error(stato.errore.messaggio);
  const segnalazioni = [
    ...(anomalia ? [{ data: adesso, ...anomalia }] : []),
    ...(pendenza.stato === "ANNULLATA" && !pendenza.pagataAltrove ? [toSegnalazioneAnnullata(arrivo, adesso)] : []),
  ];
  const toccata = (voce: Voce): boolean => receipt.transferList.some((transfer) => transfer.idTransfer === voce.indice);
  const voci = pendenza.voci.map((voce): Voce => {
    if (voce.stato !== "Non eseguito" || !toccata(voce)) return voce;
    return { ...voce, stato: isPagataGiusta(voce, receipt) ? "Eseguito" : "Anomalo" };
  });
  return {
    evento,
    segnalazioni,
    pendenza: {
      ...pendenza,
      stato: stato.valore,
      ...(anomalia && { descrizioneStato: anomalia.descrizione }),
      segnalazioni: [...pendenza.segnalazioni, ...segnalazioni],
      voci,
      importoPagato: pendenza.importoPagato + receipt.paymentAmount,
      // The first payment is the one that freed the debtor.
      dataPagamento: pendenza.dataPagamento ?? dataPagamento,
      dataUltimoAggiornamento: adesso,
    },
  };
}

/** Whether the receipt is for the creditor that owns the notice, or a copy for a secondary one. */
export const isDelTitolare = (arrivo: RicevutaInArrivo): boolean => chiaveDi(arrivo).idDominio === arrivo.richiesta.receipt.fiscalCode;

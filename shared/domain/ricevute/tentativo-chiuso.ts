/** The attempt that a receipt closes: the one of the same cart, else the latest still open; rebuilt when none is known (stand-in, second receipt; reference 3.5). */
import { toJsonNodo } from "../pagamenti/json-nodo.ts";
import type { RicevutaNodo } from "../pagamenti/messaggi-nodo.ts";
import { statiTentativo } from "../pagamenti/stati-tentativo.ts";
import { riferimentiPendenza, type Tentativo } from "../pagamenti/tentativo.ts";
import type { Pendenza } from "../pendenze/pendenza.ts";
import { dataPagamentoDi, type RicevutaInArrivo } from "./ricevuta-nodo.ts";

export interface TentativoChiuso {
  readonly azione: "crea" | "sostituisci";
  readonly tentativo: Tentativo;
}

/** The payment as the receipt repeats it: what the attempt would have answered. */
const rptDa = ({ creditorReferenceId, paymentAmount, description, companyName, debtor, transferList }: RicevutaNodo): Tentativo["rpt"] =>
  toJsonNodo({
    creditorReferenceId,
    paymentAmount,
    description,
    companyName,
    debtor,
    transferList: transferList.map(({ MBDAttachment: _, ...t }) => t),
  });

export function closeTentativo(
  pendenza: Pendenza,
  tentativi: readonly Tentativo[],
  arrivo: RicevutaInArrivo,
  idPagamento: string | undefined,
): TentativoChiuso {
  const { receipt, idStation } = arrivo.richiesta;
  const chiusura = { idRicevuta: receipt.receiptId, dataRicevuta: arrivo.ricevutaAlle };
  const aperti = tentativi
    .filter((t) => statiTentativo.next(t.stato, "ricevuta").ok)
    .toSorted((a, b) => (a.dataRichiesta < b.dataRichiesta ? 1 : -1));
  const scelto = aperti.find((t) => idPagamento !== undefined && t.idPagamento === idPagamento) ?? aperti[0];
  if (scelto) {
    const stato = statiTentativo.next(scelto.stato, "ricevuta");
    return { azione: "sostituisci", tentativo: { ...scelto, ...chiusura, ...(stato.ok && { stato: stato.valore }) } };
  }
  const v2 = arrivo.primitiva === "paSendRTV2";
  return {
    azione: "crea",
    tentativo: {
      versione: 0,
      ...riferimentiPendenza(pendenza),
      ccp: receipt.receiptId,
      stato: "RT_ACCETTATA_PA",
      modello: v2 ? "Modello unico" : "Pagamento ad iniziativa PSP",
      dataRichiesta: dataPagamentoDi(arrivo),
      importo: receipt.paymentAmount,
      idStazione: idStation,
      ...(idPagamento !== undefined && { idPagamento }),
      ...chiusura,
      rpt: rptDa(receipt),
      tipoRpt: v2 ? "ctPaymentPAV2" : "ctPaymentPA",
    },
  };
}

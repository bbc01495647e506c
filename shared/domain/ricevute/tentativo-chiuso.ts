/** The attempt that a receipt closes: the one of the same cart, else the latest still open; rebuilt when none is known (stand-in, second receipt; reference 3.5). */
import { toJsonNodo } from "../pagamenti/json-nodo.ts";
import type { RicevutaNodo } from "../pagamenti/messaggi-nodo.ts";
import { statiTentativo } from "../pagamenti/stati-tentativo.ts";
import { riferimentiPendenza, type Tentativo } from "../pagamenti/tentativo.ts";
import type { Pendenza } from "../pendenze/pendenza.ts";
import { findTentativoDi } from "../storico/ricevuta-storica.ts";
import type { Rt } from "../storico/rt.ts";
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

/** State of an attempt after its receipt; undefined when it cannot take one. A legacy attempt takes only that of its own context (converted payments). */
function toChiuso({ tipoRpt, stato, ccp }: Tentativo, receiptId: string): Tentativo["stato"] | undefined {
  if (tipoRpt === "RPT") return ccp === receiptId && stato !== "RT_ACCETTATA_PA" ? "RT_ACCETTATA_PA" : undefined;
  if (!statiTentativo.isStato(stato)) return undefined;
  const chiuso = statiTentativo.next(stato, "ricevuta");
  return chiuso.ok ? chiuso.valore : undefined;
}

export function closeTentativo(
  pendenza: Pendenza,
  tentativi: readonly Tentativo[],
  arrivo: RicevutaInArrivo,
  idPagamento: string | undefined,
): TentativoChiuso {
  if (arrivo.rt) return closeTentativoStorico(pendenza, tentativi, arrivo, arrivo.rt);
  const { receipt, idStation } = arrivo.richiesta;
  const chiusura = { idRicevuta: receipt.receiptId, dataRicevuta: arrivo.ricevutaAlle };
  const aperti = tentativi
    .filter((t) => toChiuso(t, receipt.receiptId) !== undefined)
    .toSorted((a, b) => (a.dataRichiesta < b.dataRichiesta ? 1 : -1));
  const scelto = aperti.find((t) => idPagamento !== undefined && t.idPagamento === idPagamento) ?? aperti[0];
  const stato = scelto && toChiuso(scelto, receipt.receiptId);
  if (scelto && stato) return { azione: "sostituisci", tentativo: { ...scelto, ...chiusura, stato } };
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

/** An RT closes the attempt of its own context, whatever the Node told of it before; its outcome says whether the debt was paid (pagopa.md 2.1). */
export function closeTentativoStorico(
  pendenza: Pendenza,
  tentativi: readonly Tentativo[],
  arrivo: RicevutaInArrivo,
  rt: Rt,
): TentativoChiuso {
  const { receipt, idStation } = arrivo.richiesta;
  const { codiceEsitoPagamento: codiceEsito, CodiceContestoPagamento: ccp } = rt.datiPagamento;
  const chiusura = { stato: "RT_ACCETTATA_PA", idRicevuta: receipt.receiptId, dataRicevuta: arrivo.ricevutaAlle, codiceEsito } as const;
  const suo = findTentativoDi(tentativi, rt);
  if (suo) return { azione: "sostituisci", tentativo: { ...suo, ...chiusura } };
  return {
    // A converted payment may have been asked in the modern family, under the same code.
    azione: tentativi.some((tentativo) => tentativo.ccp === ccp) ? "sostituisci" : "crea",
    tentativo: {
      versione: 0,
      ...riferimentiPendenza(pendenza),
      ccp,
      modello: "Pagamento ad iniziativa PSP",
      dataRichiesta: dataPagamentoDi(arrivo),
      importo: receipt.paymentAmount,
      idStazione: idStation,
      rpt: {},
      tipoRpt: "RPT",
      ...tentativi.find((tentativo) => tentativo.ccp === ccp),
      ...chiusura,
    },
  };
}

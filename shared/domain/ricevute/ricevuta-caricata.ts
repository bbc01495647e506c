/** What makes an uploaded receipt hard to believe: the Node vouches for its own, an operator's file must agree with everything we already know. */
import type { RicevutaNodo } from "../pagamenti/messaggi-nodo.ts";
import type { Rendicontazione } from "../rendicontazioni/flusso.ts";
import { formatImporto } from "../valori/importo.ts";
import { transferDistinti } from "./ricevuta-nodo.ts";

/** Where the settlement rows of the same payment say another amount; undefined when they agree, or say nothing. */
export function findContrasto(receipt: RicevutaNodo, idDominio: string, righe: readonly Rendicontazione[]): string | undefined {
  const sue = righe.filter(({ iur }) => iur === receipt.receiptId);
  for (const { indice, importo, idFlusso } of sue) {
    const transfer = transferDistinti(receipt).find((t) => t.idTransfer === indice && t.fiscalCodePA === idDominio);
    if (!transfer) return `transferList: manca il transfer ${indice}, che il flusso ${idFlusso} rendiconta`;
    if (transfer.transferAmount !== importo)
      return `transferAmount: il transfer ${indice} è di ${formatImporto(transfer.transferAmount)}, il flusso ${idFlusso} rendiconta ${formatImporto(importo)}`;
  }
  return undefined;
}

/** The stamps of a receipt looked at before it is registered: reader loaded, and numbers looked up, only when there is one. */
import { ko } from "../../domain/esito.ts";
import type { RicevutaNodo } from "../../domain/pagamenti/messaggi-nodo.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { type BolloEsaminato, isAutentica, transferConBollo, usoDi } from "../../domain/ricevute/bolli.ts";
import type { Bolli } from "../../ports/bolli.ts";

export async function examineBolli(
  bolli: Bolli | undefined,
  receipt: RicevutaNodo,
  pendenza: Pendenza | undefined,
): Promise<readonly BolloEsaminato[]> {
  const transfer = transferConBollo(receipt, pendenza);
  if (!bolli || transfer.length === 0) return [];
  const [lettore, emittenti] = transfer.some(({ MBDAttachment }) => MBDAttachment)
    ? await Promise.all([bolli.load(), bolli.getEmittenti()])
    : [undefined, []];
  const visti = new Map<string, string>();
  const esaminati: BolloEsaminato[] = [];
  for (const { idTransfer, MBDAttachment } of transfer) {
    const letto = MBDAttachment && lettore ? lettore.read(MBDAttachment, emittenti) : ko("manca");
    if (!letto.ok) {
      esaminati.push({ idTransfer, letto });
      continue;
    }
    const uso = usoDi(receipt.receiptId, idTransfer);
    const noto = visti.get(letto.valore.iubd) ?? (await bolli.findUso(letto.valore.iubd));
    if (isAutentica(letto.valore)) visti.set(letto.valore.iubd, noto ?? uso);
    esaminati.push({
      idTransfer,
      letto,
      ...(noto !== undefined && noto !== uso && { giaUsato: noto }),
      ...(noto === uso && { giaSuo: true }),
    });
  }
  return esaminati;
}

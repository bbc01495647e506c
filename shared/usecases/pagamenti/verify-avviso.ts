/** paVerifyPaymentNotice: what a notice is worth today. It leaves no attempt behind, and writes only what the creditor's system had to be asked (reference 4.1). */
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import { ko, ok } from "../../domain/esito.ts";
import type { EsitoNodo, RichiestaVerifica } from "../../domain/pagamenti/messaggi-nodo.ts";
import { dueDateDi, importoDovuto } from "../../domain/pagamenti/pagabilita.ts";
import { isTuttoPostale } from "../../domain/pagamenti/trasferimenti.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { findAvviso, type PorteAvviso } from "./find-avviso.ts";

export interface EsitoVerifica {
  readonly esito: EsitoNodo<"paVerifyPaymentNotice">;
  readonly pendenza?: Pendenza;
}

export const verifyAvviso =
  (porte: PorteAvviso) =>
  async ({ qrCode }: RichiestaVerifica, creditore: Creditore, transactionId: string): Promise<EsitoVerifica> => {
    const avviso = await findAvviso(porte, { creditore, qrCode, transactionId, attualizzabile: true });
    if (!avviso.ok) return { esito: ko(avviso.errore.fault), ...(avviso.errore.pendenza && { pendenza: avviso.errore.pendenza }) };
    const { pendenza, trasferimenti, officeName } = avviso.valore;
    return {
      pendenza,
      esito: ok({
        amount: importoDovuto(pendenza),
        dueDate: dueDateDi(pendenza),
        detailDescription: pendenza.causale,
        allCCP: isTuttoPostale(trasferimenti),
        paymentDescription: pendenza.causale,
        fiscalCodePA: creditore.dominio.idDominio,
        companyName: creditore.dominio.ragioneSociale,
        ...(officeName !== undefined && { officeName }),
      }),
    };
  };

/**
 * paGetPayment and paGetPaymentV2: the data of the payment, with the amount recomputed now, and an attempt that remembers what was answered. One read and one
 * transaction, which holds only if the debt is still the one that was read. Older open attempts are superseded by time, without writing (reference 3.5).
 */

import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { CampiEvento, Evento } from "../../domain/eventi.ts";
import { toJsonNodo } from "../../domain/pagamenti/json-nodo.ts";
import type { DatiPagamento, FaultPa, RichiestaAttivazione, TransferV1, TransferV2 } from "../../domain/pagamenti/messaggi-nodo.ts";
import { dueDateDi, importoDovuto } from "../../domain/pagamenti/pagabilita.ts";
import { toSoggettoNodo } from "../../domain/pagamenti/soggetto-nodo.ts";
import { riferimentiPendenza, type Tentativo } from "../../domain/pagamenti/tentativo.ts";
import type { Trasferimento } from "../../domain/pagamenti/trasferimenti.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { Ids } from "../../ports/ids.ts";
import type { UnitOfWork } from "../../ports/unit-of-work.ts";
import { notificheAttivazione, openNotifiche } from "../notifiche/open-notifiche.ts";
import { type AvvisoPagabile, findAvviso, type PorteAvviso } from "./find-avviso.ts";

export interface PorteAttivazione extends PorteAvviso {
  readonly unitOfWork: UnitOfWork;
  readonly ids: Ids;
}

export interface EsitoAttivazione<T> {
  readonly esito: Esito<DatiPagamento<T>, FaultPa>;
  readonly pendenza?: Pendenza;
}

/** Journal entry of the exchange, written in the transaction of the attempt. */
export type ToEvento<T> = (dati: DatiPagamento<T>, tentativo: Tentativo) => Evento;

interface Variante<T> {
  readonly tipoRpt: Tentativo["tipoRpt"];
  readonly modello: Tentativo["modello"];
  /** Undefined when the version of the protocol has no way to say it. */
  toTransfer(trasferimento: Trasferimento, richiesta: RichiestaAttivazione): T | undefined;
}

const TENTATIVI_MASSIMI = 3;

const comune = (t: Trasferimento, metadata = t.metadata) => ({
  idTransfer: t.indice,
  transferAmount: t.importo,
  fiscalCodePA: t.idDominio,
  remittanceInformation: t.causale,
  transferCategory: t.categoria,
  ...(metadata.length > 0 && { metadata }),
});

/** POSTAL asks for a postal account on the first transfer; when the creditor has none the bank's one is given, as pagoPA's own front end does. */
const ibanDi = (t: Trasferimento, iban: string, { transferType }: RichiestaAttivazione): string =>
  transferType === "POSTAL" && t.indice === 1 ? (t.ibanPostale ?? iban) : iban;

const V1: Variante<TransferV1> = {
  tipoRpt: "ctPaymentPA",
  modello: "Pagamento ad iniziativa PSP",
  toTransfer: (t, richiesta) => (t.accredito.tipo === "bollo" ? undefined : { ...comune(t), IBAN: ibanDi(t, t.accredito.iban, richiesta) }),
};

const V2: Variante<TransferV2> = {
  tipoRpt: "ctPaymentPAV2",
  modello: "Modello unico",
  toTransfer: (t, richiesta) => {
    if (t.accredito.tipo === "bollo") return { ...comune(t), companyName: t.ragioneSociale, richiestaMarcaDaBollo: t.accredito.marca };
    const iban = ibanDi(t, t.accredito.iban, richiesta);
    const postale = t.ibanPostale;
    // PAGOPA: the postal account may be given beside the bank's one, under a metadata key of the protocol (SANP, paGetPaymentV2).
    const conAppoggio = richiesta.transferType === "PAGOPA" && postale !== undefined && postale !== iban;
    const metadata = conAppoggio ? [{ key: "IBANAPPOGGIO", value: postale }, ...t.metadata] : t.metadata;
    return { ...comune(t, metadata), companyName: t.ragioneSociale, IBAN: iban };
  },
};

function toDati<T>(
  variante: Variante<T>,
  avviso: AvvisoPagabile,
  creditore: Creditore,
  richiesta: RichiestaAttivazione,
): Esito<DatiPagamento<T>> {
  const { pendenza, trasferimenti, officeName } = avviso;
  const transferList: T[] = [];
  for (const trasferimento of trasferimenti) {
    const transfer = variante.toTransfer(trasferimento, richiesta);
    if (transfer === undefined) return ko(`Voce ${trasferimento.indice}: la marca da bollo telematica è pagabile solo con paGetPaymentV2`);
    transferList.push(transfer);
  }
  return ok({
    creditorReferenceId: pendenza.iuv,
    paymentAmount: importoDovuto(pendenza),
    dueDate: dueDateDi(pendenza),
    lastPayment: true,
    description: pendenza.causale,
    companyName: creditore.dominio.ragioneSociale,
    ...(officeName !== undefined && { officeName }),
    debtor: toSoggettoNodo(pendenza.debitore),
    transferList,
  });
}

/** Checkout gives back its idCart in the payment note, and our carts are named by the id of the portal payment. */
export const idPagamentoIn = (paymentNote: string | undefined): string | undefined =>
  paymentNote !== undefined && /^[0-9a-f]{32}$/.test(paymentNote) ? paymentNote : undefined;

const activate =
  <T>(variante: Variante<T>) =>
  (porte: PorteAttivazione) =>
  async (
    richiesta: RichiestaAttivazione,
    creditore: Creditore,
    transactionId: string,
    toEvento: ToEvento<T>,
  ): Promise<EsitoAttivazione<T>> => {
    const { idDominio } = creditore.dominio;
    for (let prova = 1; prova <= TENTATIVI_MASSIMI; prova += 1) {
      const avviso = await findAvviso(porte, { creditore, qrCode: richiesta.qrCode, transactionId, attualizzabile: prova === 1 });
      if (!avviso.ok) return { esito: ko(avviso.errore.fault), ...(avviso.errore.pendenza && { pendenza: avviso.errore.pendenza }) };
      const { pendenza } = avviso.valore;
      const dati = toDati(variante, avviso.valore, creditore, richiesta);
      if (!dati.ok) return { pendenza, esito: ko({ faultCode: "PAA_SEMANTICA", id: idDominio, description: dati.errore }) };
      const idPagamento = idPagamentoIn(richiesta.paymentNote);
      const tentativo: Tentativo = {
        versione: 0,
        ...riferimentiPendenza(pendenza),
        ccp: porte.ids.next(),
        stato: "RPT_ACCETTATA_NODO",
        modello: variante.modello,
        dataRichiesta: porte.clock.now(),
        importo: dati.valore.paymentAmount,
        idStazione: richiesta.idStation,
        ...(idPagamento !== undefined && { idPagamento }),
        rpt: toJsonNodo(dati.valore),
        tipoRpt: variante.tipoRpt,
      };
      const daDire = openNotifiche(notificheAttivazione(await porte.anagrafiche.getApplicazione(pendenza.idA2A), [tentativo]));
      const scritto = await porte.unitOfWork.commit(
        [
          { azione: "crea", entita: "tentativo", valore: tentativo },
          { azione: "verifica", entita: "pendenza", valore: pendenza },
          ...daDire.modifiche,
        ],
        { eventi: [toEvento(dati.valore, tentativo)], messaggi: daDire.messaggi },
      );
      if (scritto.ok) return { pendenza, esito: ok(dati.valore) };
    }
    return { esito: ko({ faultCode: "PAA_SYSTEM_ERROR", id: idDominio, description: "La pendenza è in corso di modifica, riprovare" }) };
  };

export const activatePagamentoV1 = activate(V1);
export const activatePagamentoV2 = activate(V2);

/** What the journal says of an attempt. */
export const riferimentiDi = ({ ccp, idA2A, idPendenza, idPagamento }: Tentativo): CampiEvento => ({
  ccp,
  idA2A,
  idPendenza,
  ...(idPagamento !== undefined && { idPagamento }),
});

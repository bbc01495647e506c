/**
 * paVerifyPaymentOptions: in which ways the debt behind a notice may be paid, alone or in the document that holds it. The notice asked is judged exactly
 * as paVerifyPaymentNotice does; the others of its document as they are stored.
 */
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { FaultPa } from "../../domain/pagamenti/messaggi-nodo.ts";
import { buildOpzioni, isPagabile, type OpzioniAvviso } from "../../domain/pagamenti/opzioni-pagamento.ts";
import { findRifiutoPagamento } from "../../domain/pagamenti/pagabilita.ts";
import { resolveTrasferimenti } from "../../domain/pagamenti/trasferimenti.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import { findAvviso, loadRegistro, type PorteAvviso } from "./find-avviso.ts";

export interface PorteOpzioni extends PorteAvviso {
  readonly posizioni: Pick<Posizioni, "getPendenza" | "findDocumento">;
}

export type EsitoOpzioni = {
  readonly esito: Esito<OpzioniAvviso, FaultPa>;
  /** The debt asked, for the journal. */
  readonly pendenza?: Pendenza;
};

/** The refusal of a notice says nothing of the other options of its document, unless the creditor took it back or cannot tell. */
const hasAlternative = (pendenza: Pendenza, oggi: string): boolean => {
  const rifiuto = findRifiutoPagamento(pendenza, oggi);
  return pendenza.documento !== undefined && rifiuto !== undefined && rifiuto.faultCode !== "PAA_PAGAMENTO_ANNULLATO";
};

/** The debts of the same document, with the one asked as it is now. */
async function loadDocumento({ posizioni }: PorteOpzioni, pendenza: Pendenza): Promise<Esito<readonly Pendenza[]>> {
  const { idDominio, idA2A, iuv, documento, prova } = pendenza;
  if (documento === undefined) return ok([pendenza]);
  const { pendenze, oltre } = await posizioni.findDocumento({ idDominio, idA2A, identificativo: documento.identificativo });
  if (oltre) return ko(`Il documento ${documento.identificativo} ha più di ${pendenze.length} avvisi`);
  return ok([pendenza, ...pendenze.filter((altra) => altra.iuv !== iuv && altra.prova === prova)]);
}

/** @param rifiutata why the notice asked is not payable by itself; absent = it is. */
async function offer(
  porte: PorteOpzioni,
  creditore: Creditore,
  pendenza: Pendenza,
  oggi: string,
  rifiutata?: FaultPa,
): Promise<Esito<OpzioniAvviso, FaultPa>> {
  const { idDominio, ragioneSociale } = creditore.dominio;
  const documento = await loadDocumento(porte, pendenza);
  if (!documento.ok) return ko({ faultCode: "PAA_SEMANTICA", id: idDominio, description: documento.errore });
  const registro = await loadRegistro(porte.anagrafiche, creditore, documento.valore);
  const opzioni = buildOpzioni(
    documento.valore.map((una) => ({ pendenza: una, trasferimenti: resolveTrasferimenti(una, registro) })),
    oggi,
  );
  if (!opzioni.some(isPagabile)) {
    const description = "Il debito è già stato pagato con un'altra opzione di pagamento";
    return ko(rifiutata ?? { faultCode: "PAA_PAGAMENTO_DUPLICATO", id: idDominio, description });
  }
  const unita = creditore.unita.find(({ idUnita }) => idUnita === pendenza.idUnitaOperativa);
  return ok({ idDominio, ragioneSociale, ...(unita && { officeName: unita.ragioneSociale }), opzioni });
}

export type FindOpzioni = (creditore: Creditore, numeroAvviso: string, transactionId: string) => Promise<EsitoOpzioni>;

/** Refused with the fault of the notice asked only when nothing of its document can be paid, or when the notice itself was annulled. */
export const findOpzioni =
  (porte: PorteOpzioni): FindOpzioni =>
  async (creditore, numeroAvviso, transactionId) => {
    const oggi = giornoDi(porte.clock.now());
    const qrCode = { fiscalCode: creditore.dominio.idDominio, noticeNumber: numeroAvviso };
    const avviso = await findAvviso(porte, { creditore, qrCode, transactionId, attualizzabile: true });
    if (avviso.ok) {
      const { pendenza } = avviso.valore;
      return { esito: await offer(porte, creditore, pendenza, oggi), pendenza };
    }
    const { fault, pendenza } = avviso.errore;
    if (!pendenza) return { esito: ko(fault) };
    if (!hasAlternative(pendenza, oggi)) return { esito: ko(fault), pendenza };
    return { esito: await offer(porte, creditore, pendenza, oggi, fault), pendenza };
  };

/** From a payment to the receipts that announce it: one envelope for each station of whoever is paid, stamps bought on the way. */
import type { Contesto } from "../contesto.ts";
import type { CompraMarca } from "../psp/marche.ts";
import { findPsp, type Psp } from "../psp/psp.ts";
import { bustaRicevuta } from "./buste.ts";
import { destinatario, hasStazione } from "./censimento.ts";
import type { Configurazione } from "./configurazione.ts";
import type { Consegna, Tentativo, Trasferimento } from "./modello.ts";
import type { StandIn } from "./stand-in.ts";

/** What receipts are made from. */
export interface Banco {
  readonly contesto: Contesto;
  readonly configurazione: Configurazione;
  readonly compraMarca: CompraMarca;
  readonly standIn: StandIn;
}

/** The stamps of a payment, bought by the PSP in the debtor's name. */
const acquistaMarche = ({ compraMarca }: Banco, psp: Psp, trasferimenti: readonly Trasferimento[], acquistataIl: number): Trasferimento[] =>
  trasferimenti.map((voce) => {
    const { improntaBollo: impronta, importo } = voce;
    return impronta === undefined ? voce : { ...voce, marcaAcquistata: compraMarca({ psp, importo, impronta, acquistataIl }) };
  });

/** Receipts to the creditor of the notice and to every other creditor of the transfers that has a station here. */
export const prepareConsegne = async (
  banco: Banco,
  tentativo: Tentativo,
  pagatoIl: number,
  esito: "OK" | "KO" = "OK",
): Promise<Consegna[]> => {
  const psp = findPsp(tentativo.idPsp);
  const titolare = await banco.configurazione.find(tentativo.idDominio);
  if (psp === undefined) return [];
  const trasferimenti = acquistaMarche(banco, psp, tentativo.dati.trasferimenti, pagatoIl);
  const ricevuta = {
    receiptId: tentativo.token,
    idDominio: tentativo.idDominio,
    numeroAvviso: tentativo.numeroAvviso,
    dati: { ...tentativo.dati, trasferimenti },
    psp,
    pagatoIl,
    paymentNote: tentativo.paymentNote,
    ragioneSociale: titolare?.ragioneSociale ?? tentativo.dati.ragioneSociale ?? tentativo.idDominio,
    standIn: tentativo.standIn === true,
    esito,
  };
  const consegne: Consegna[] = [];
  for (const idPA of new Set([tentativo.idDominio, ...trasferimenti.map((voce) => voce.idDominio)])) {
    const ente = await banco.configurazione.find(idPA);
    if (ente === undefined || !hasStazione(ente)) continue;
    const versione = idPA === tentativo.idDominio ? tentativo.versione : ente.versionePrimitiva;
    consegne.push({
      id: `${tentativo.token}/${idPA}`,
      receiptId: tentativo.token,
      idPA,
      idStazione: ente.idStazione,
      operazione: versione === 2 ? "paSendRTV2" : "paSendRT",
      busta: bustaRicevuta(versione, destinatario(ente), ricevuta),
      stato: banco.standIn.isAttivo(ente.idStazione) ? "TRATTENUTA" : "IN_CORSO",
      tentativi: 0,
      prossimo: pagatoIl,
    });
  }
  return consegne;
};

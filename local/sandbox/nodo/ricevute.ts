/** From a payment to the receipts that announce it: one envelope for each station of whoever is paid, stamps bought on the way. */
import type { Contesto } from "../contesto.ts";
import { findPsp } from "../psp/psp.ts";
import { bustaRicevuta, marcaDaBollo } from "./buste.ts";
import { destinatario, hasStazione } from "./censimento.ts";
import type { Configurazione } from "./configurazione.ts";
import type { Consegna, Tentativo, Trasferimento } from "./modello.ts";

export interface Ricevitori {
  readonly contesto: Contesto;
  readonly configurazione: Configurazione;
  readonly firma: (documento: string) => string;
}

/** Receipts to the creditor of the notice and to every other creditor of the transfers that has a station here. */
const preparaConsegne = async (tentativo: Tentativo, pagatoIl: number): Promise<Consegna[]> => {
  const psp = findPsp(tentativo.idPsp);
  const titolare = await configurazione.find(tentativo.idDominio);
  if (psp === undefined || titolare === undefined) return [];
  const trasferimenti = tentativo.dati.trasferimenti.map((voce) =>
    voce.improntaBollo === undefined
      ? voce
      : {
          ...voce,
          marcaAcquistata: marcaDaBollo(
            {
              psp,
              iubd: `0${contesto.archivio.next("iubd").toString().padStart(13, "0")}`,
              acquistataIl: pagatoIl,
              importo: voce.importo,
              impronta: voce.improntaBollo,
            },
            firma,
          ),
        },
  );
  const ricevuta = {
    receiptId: tentativo.token,
    idDominio: tentativo.idDominio,
    numeroAvviso: tentativo.numeroAvviso,
    dati: { ...tentativo.dati, trasferimenti },
    psp,
    pagatoIl,
    paymentNote: tentativo.paymentNote,
    ragioneSociale: titolare.ragioneSociale,
  };
  const nuove: Consegna[] = [];
  for (const idPA of new Set([tentativo.idDominio, ...trasferimenti.map((voce) => voce.idDominio)])) {
    const ente = await configurazione.find(idPA);
    if (ente === undefined || !hasStazione(ente)) continue;
    const versione = idPA === tentativo.idDominio ? tentativo.versione : ente.versionePrimitiva;
    nuove.push({
      id: `${tentativo.token}/${idPA}`,
      receiptId: tentativo.token,
      idPA,
      operazione: versione === 2 ? "paSendRTV2" : "paSendRT",
      busta: bustaRicevuta(versione, destinatario(ente), ricevuta),
      stato: "IN_CORSO",
      tentativi: 0,
      prossimo: pagatoIl,
    });
  }
  return nuove;
};


/** A debt paid through a portal, settled and reconciled, as the archive holds it: what the detail of the Backoffice has to put together. */
import { toElemento } from "../../../shared/adapters/archivio/mappa.ts";
import {
  mappaPagamento,
  mappaPendenza,
  mappaRendicontazione,
  mappaRicevuta,
  mappaRiscossione,
  mappaTentativo,
} from "../../../shared/adapters/archivio/mappe-posizione.ts";
import type { Pagamento } from "../../../shared/domain/pagamenti/pagamento.ts";
import type { Tentativo } from "../../../shared/domain/pagamenti/tentativo.ts";
import type { Rendicontazione } from "../../../shared/domain/rendicontazioni/flusso.ts";
import type { Riscossione } from "../../../shared/domain/ricevute/ricevuta.ts";
import type { Deposito } from "../../../shared/ports/deposito.ts";
import { COMUNE } from "../../sostegno/anagrafica.ts";
import { buildPendenza, buildRicevuta } from "../../sostegno/esempi.ts";

export const PAGATA = { idPendenza: "PAGATA", iuv: "01900000000000911", numeroAvviso: "301900000000000911" } as const;

export const storePagata = async (deposito: Deposito): Promise<void> => {
  const comuni = { ...PAGATA, idDominio: COMUNE, idA2A: "GEST-TRIBUTI" } as const;
  const { idPendenza, iuv, numeroAvviso } = PAGATA;
  const pendenza = buildPendenza({
    ...{ ...comuni, stato: "ESEGUITA", importoPagato: 10_050n, dataPagamento: "2026-11-25T23:30:00.000Z", ack: true },
    note: [{ data: "2026-11-25T10:00:00.000Z", autore: "op-comune", oggetto: "Nota", testo: "Chiamato" }],
  });
  const tentativo: Tentativo = {
    ...{ ...comuni, versione: 0, ccp: "ccp-1", idStazione: "80008000801_01", idTipoPendenza: "TARI", idDebitore: "RSSMRA85T10A562S" },
    ...{ importo: 10_050n, stato: "RT_ACCETTATA_PA", modello: "Modello unico", dataRichiesta: "2026-11-25T08:00:00.000Z" },
    ...{ rpt: { n: 1 }, tipoRpt: "ctPaymentPAV2", idRicevuta: "ric-1", idPagamento: "carrello-1" },
  };
  const riscossione: Riscossione = {
    ...{ versione: 0, idDominio: COMUNE, idDominioTitolare: COMUNE, idA2A: "GEST-TRIBUTI", idPendenza, iuv, iur: "ric-1", indice: 1 },
    ...{ idVocePendenza: "1", idTipoPendenza: "TARI", stato: "INCASSATA", tipo: "ENTRATA", importo: 10_050n, commissioni: 150n },
    ...{ data: "2026-11-25T23:30:00.000Z", idRicevuta: "ric-1", senzaRpt: false, idRiconciliazione: "ric/1" },
  };
  const riga: Rendicontazione = {
    ...{ versione: 0, idDominio: COMUNE, idFlusso: "FLUSSO-1", idPsp: "PSP1", revisione: 1, progressivo: 1, iuv, iur: "ric-1", indice: 1 },
    ...{ importo: 10_050n, esito: 0, data: "2026-11-26", stato: "OK", segnalazioni: [] },
  };
  const posizione: Pagamento["posizioni"][number] = {
    idDominio: COMUNE,
    iuv,
    numeroAvviso,
    idA2A: "GEST-TRIBUTI",
    idPendenza,
    causale: "TARI",
    importo: 10_050n,
    esito: "ESEGUITO",
  };
  const pagamento: Pagamento = {
    ...{ versione: 0, id: "carrello-1", idA2A: "GEST-TRIBUTI", nome: "TARI", stato: "ESEGUITO", importo: 10_050n },
    ...{ dataRichiesta: "2026-11-25T07:59:00.000Z", posizioni: [posizione] },
  };
  await deposito.putMany("archivio", [
    toElemento(mappaPendenza, pendenza, 1),
    ...(mappaPendenza.alias?.(pendenza) ?? []),
    toElemento(mappaRicevuta, buildRicevuta({ ...comuni, idRicevuta: "ric-1" }), 1),
    toElemento(mappaTentativo, tentativo, 1),
    toElemento(mappaRiscossione, riscossione, 1),
    toElemento(mappaRendicontazione, riga, 1),
    toElemento(mappaPagamento, pagamento, 1),
  ]);
};

/** What the tests of the API Pagamento start from: a debt with an attempt and its receipt, and a portal payment. */
import * as posizione from "../../../shared/adapters/archivio/mappe-posizione.ts";
import { ArchivioUnitOfWork } from "../../../shared/adapters/archivio/unit-of-work.ts";
import { DocumentiInMemoria } from "../../../shared/adapters/memory/documenti.ts";
import { createIdsInSequenza } from "../../../shared/adapters/memory/tempo.ts";
import { OriginaliCompressi } from "../../../shared/adapters/originali/originali-compressi.ts";
import { clockDiSistema } from "../../../shared/adapters/sistema/clock.ts";
import type { Pagamento } from "../../../shared/domain/pagamenti/pagamento.ts";
import { riferimentiPendenza, type Tentativo } from "../../../shared/domain/pagamenti/tentativo.ts";
import type { Pendenza } from "../../../shared/domain/pendenze/pendenza.ts";
import type { Rendicontazione } from "../../../shared/domain/rendicontazioni/flusso.ts";
import { APPLICAZIONE, COMUNE, STAZIONE } from "../../sostegno/anagrafica.ts";
import { buildPendenza, buildRicevuta } from "../../sostegno/esempi.ts";
import { buildRiscossione } from "../../sostegno/flussi.ts";
import type { AmbienteApi } from "../ambiente.ts";

export const PAGAMENTO = "0123456789abcdef0123456789abcdef";
export const IUV = "01000000000000133";
export const CCP = "tentativo-1";
export const RICEVUTA = "ricevuta-1";
export const ORIGINALE = "<ricevuta>originale &amp; intatta</ricevuta>";

export const storePendenza = async (ambiente: AmbienteApi, altro: Partial<Pendenza>): Promise<void> => {
  await unitOfWorkDi(ambiente).commit([{ azione: "crea", entita: "pendenza", valore: buildPendenza(altro) }]);
};

/** A debt that a flow says paid (outcome 9): its receipt never came. */
export const storeSenzaRpt = async (ambiente: AmbienteApi, altro: Partial<Pendenza>): Promise<void> => {
  const pagata = buildPendenza({ ...altro, stato: "ESEGUITA", importoPagato: 10_050n, dataPagamento: "2026-11-23T23:00:00.000Z" });
  const pendenza: Pendenza = { ...pagata, voci: pagata.voci.map((voce) => ({ ...voce, stato: "Eseguito", senzaRpt: true })) };
  const { iuv } = pendenza;
  const dati = { idDominio: COMUNE, iuv, iur: `iur-${iuv}`, indice: 1, importo: 10_050n };
  const rendicontazione: Rendicontazione = {
    ...{ versione: 0, ...dati, idFlusso: "2026-11-25ABI03069-1", idPsp: "ABI03069", revisione: 1, progressivo: 1 },
    ...{ esito: 9, data: "2026-11-24", stato: "OK", segnalazioni: [] },
  };
  await unitOfWorkDi(ambiente).commit([
    { azione: "crea", entita: "pendenza", valore: pendenza },
    { azione: "crea", entita: "riscossione", valore: buildRiscossione(1, { ...dati, senzaRpt: true }) },
    { azione: "crea", entita: "rendicontazione", valore: rendicontazione },
  ]);
};

const unitOfWorkDi = (ambiente: AmbienteApi): ArchivioUnitOfWork =>
  new ArchivioUnitOfWork(
    ambiente.deposito,
    {
      pendenza: posizione.mappaPendenza,
      tentativo: posizione.mappaTentativo,
      ricevuta: posizione.mappaRicevuta,
      pagamento: posizione.mappaPagamento,
      riscossione: posizione.mappaRiscossione,
      rendicontazione: posizione.mappaRendicontazione,
    },
    clockDiSistema,
    createIdsInSequenza(),
    { conservazioneEventiGiorni: 760 },
  );

export const seedPagamento = async (ambiente: AmbienteApi): Promise<void> => {
  const pendenza = buildPendenza({ stato: "ESEGUITA", importoPagato: 10_050n, dataPagamento: "2026-11-25T10:00:00.000Z" });
  const tentativo: Tentativo = {
    versione: 0,
    ...riferimentiPendenza(pendenza),
    ccp: CCP,
    stato: "RT_ACCETTATA_PA",
    modello: "Modello unico",
    dataRichiesta: "2026-11-25T09:59:00.000Z",
    importo: 10_050n,
    idStazione: STAZIONE,
    idPagamento: PAGAMENTO,
    idRicevuta: RICEVUTA,
    dataRicevuta: "2026-11-25T10:00:00.000Z",
    rpt: { creditorReferenceId: IUV, paymentAmount: 100.5 },
    tipoRpt: "ctPaymentPAV2",
  };
  const pagamento: Pagamento = {
    versione: 0,
    id: PAGAMENTO,
    idA2A: APPLICAZIONE,
    nome: pendenza.causale,
    stato: "ESEGUITO",
    importo: 10_050n,
    dataRichiesta: "2026-11-25T09:58:00.000Z",
    idSessionePortale: "sessione-7",
    posizioni: [
      {
        idDominio: COMUNE,
        iuv: IUV,
        numeroAvviso: pendenza.numeroAvviso,
        idA2A: APPLICAZIONE,
        idPendenza: pendenza.idPendenza,
        causale: pendenza.causale,
        importo: 10_050n,
        esito: "ESEGUITO",
      },
    ],
  };
  const originale = await new OriginaliCompressi(new DocumentiInMemoria()).keep(ORIGINALE, "mai-usata");
  const esito = await unitOfWorkDi(ambiente).commit([
    { azione: "crea", entita: "pendenza", valore: pendenza },
    { azione: "crea", entita: "tentativo", valore: tentativo },
    { azione: "crea", entita: "ricevuta", valore: buildRicevuta({ originale, rt: { receiptId: RICEVUTA, paymentAmount: 100.5 } }) },
    { azione: "crea", entita: "pagamento", valore: pagamento },
  ]);
  if (!esito.ok) throw new Error("dati di prova già presenti");
};

/** What the tests of payments and attempts in the hands of operators find: one of each kind. */
import * as posizione from "../../../shared/adapters/archivio/mappe-posizione.ts";
import { ArchivioUnitOfWork } from "../../../shared/adapters/archivio/unit-of-work.ts";
import { createIdsInSequenza } from "../../../shared/adapters/memory/tempo.ts";
import { clockDiSistema } from "../../../shared/adapters/sistema/clock.ts";
import type { Pagamento } from "../../../shared/domain/pagamenti/pagamento.ts";
import { riferimentiPendenza, type Tentativo } from "../../../shared/domain/pagamenti/tentativo.ts";
import type { Modifica } from "../../../shared/ports/unit-of-work.ts";
import { APPLICAZIONE, COMUNE, IBAN_COMUNE, STAZIONE, UNIONE } from "../../sostegno/anagrafica.ts";
import { findCampione } from "../../sostegno/campioni.ts";
import { buildPendenza } from "../../sostegno/esempi.ts";
import type { AmbienteApi } from "../ambiente.ts";
import { seedPagamento } from "../pagamento/sostegno.ts";

export const FALLITO = "f".repeat(32);
export const CONDIVISO = "c".repeat(32);

export const storica = buildPendenza({
  ...{ idPendenza: "STORICA", iuv: "01000000000000900", numeroAvviso: "301000000000000900", idTipoPendenza: "MENSA", direzione: "NORD" },
  ...{
    divisione: "D9",
    tassonomia: "Ticket",
    idUnitaOperativa: "TRIBUTI",
    debitore: { tipo: "F", identificativo: "VRDLGU80A01H501X", anagrafica: "Luigi Verdi" },
  },
});
export const CHIAVE_STORICA = { idDominio: COMUNE, iuv: storica.iuv };
const tentativoStorico: Tentativo = {
  versione: 0,
  ...riferimentiPendenza(storica),
  ...{
    ccp: "n/a",
    stato: "RPT_ACCETTATA_PSP",
    modello: "Pagamento ad iniziativa Ente",
    tipoRpt: "RPT",
    idStazione: STAZIONE,
    rpt: { versioneOggetto: "6.2.0" },
  },
  ...{ dataRichiesta: "2026-11-20T10:00:00.000Z", importo: 10_050n },
};
/** Asked for by a PSP and never closed: its receipt is the sample of POST /ricevute under another number. */
export const aperta = buildPendenza({ idPendenza: "APERTA", iuv: "01000000000000134", numeroAvviso: "301000000000000134" });
const tentativoAperto: Tentativo = {
  versione: 0,
  ...riferimentiPendenza(aperta),
  ...{ ccp: "aperto", stato: "RPT_ACCETTATA_NODO", modello: "Modello unico", tipoRpt: "ctPaymentPAV2", idStazione: STAZIONE },
  ...{ dataRichiesta: "2026-11-19T10:00:00.000Z", importo: 10_050n },
  rpt: {
    ...{
      creditorReferenceId: aperta.iuv,
      paymentAmount: 100.5,
      dueDate: "2026-12-31",
      description: "TARI 2026",
      companyName: "Comune di Prova",
    },
    transferList: {
      transfer: [
        {
          ...{ idTransfer: 1, transferAmount: 100.5, fiscalCodePA: COMUNE, companyName: "Comune di Prova", IBAN: IBAN_COMUNE },
          ...{ remittanceInformation: "/RFB/01000000000000134/100.50", transferCategory: "9/0101100IM/" },
        },
      ],
    },
  },
};
export const RICEVUTA_APERTA = String(findCampione("backoffice/addRicevuta").body)
  .replaceAll("000000000133", "000000000134")
  .replace("ricevuta-caricata-1", "ricevuta-caricata-4");
const posizioneDi = (idDominio: string, altro: Partial<Pagamento["posizioni"][number]> = {}): Pagamento["posizioni"][number] => ({
  ...{ idDominio, iuv: storica.iuv, numeroAvviso: storica.numeroAvviso, idA2A: APPLICAZIONE, idPendenza: "STORICA", causale: "Mensa" },
  ...{ importo: 10_050n, idTipoPendenza: "MENSA", idDebitore: "VRDLGU80A01H501X", esito: "IN_CORSO" },
  ...altro,
});
const fallito: Pagamento = {
  ...{
    versione: 0,
    id: FALLITO,
    idA2A: APPLICAZIONE,
    nome: "Mensa",
    stato: "FALLITO",
    severita: 5,
    importo: 10_050n,
    dataRichiesta: "2026-11-24T10:00:00.000Z",
  },
  soggettoVersante: { tipo: "F", identificativo: "BNCLRA85T10A562S", anagrafica: "Laura Bianchi" },
  posizioni: [posizioneDi(COMUNE)],
};
const condiviso: Pagamento = {
  ...{
    versione: 0,
    id: CONDIVISO,
    idA2A: APPLICAZIONE,
    nome: "Di due",
    stato: "IN_CORSO",
    importo: 1n,
    dataRichiesta: "2026-11-23T10:00:00.000Z",
  },
  posizioni: [posizioneDi(COMUNE), posizioneDi(UNIONE)],
};

export const seedOperatori = async (ambiente: AmbienteApi): Promise<void> => {
  await seedPagamento(ambiente);
  const mappe = { pendenza: posizione.mappaPendenza, tentativo: posizione.mappaTentativo, pagamento: posizione.mappaPagamento };
  const unitOfWork = new ArchivioUnitOfWork(ambiente.deposito, mappe, clockDiSistema, createIdsInSequenza(), {
    conservazioneEventiGiorni: 760,
  });
  const modifiche: Modifica[] = [
    { azione: "crea", entita: "pendenza", valore: storica },
    { azione: "crea", entita: "tentativo", valore: tentativoStorico },
    { azione: "crea", entita: "pendenza", valore: aperta },
    { azione: "crea", entita: "tentativo", valore: tentativoAperto },
    { azione: "crea", entita: "pagamento", valore: fallito },
    { azione: "crea", entita: "pagamento", valore: condiviso },
  ];
  if (!(await unitOfWork.commit(modifiche)).ok) throw new Error("dati di prova già presenti");
};

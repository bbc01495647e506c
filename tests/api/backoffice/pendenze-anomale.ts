/** Anomalous debts in the archive of a test, and an operator of another creditor. */
import { expect } from "vitest";
import { mappaPendenza } from "../../../shared/adapters/archivio/mappe-posizione.ts";
import { ArchivioUnitOfWork } from "../../../shared/adapters/archivio/unit-of-work.ts";
import { createIdsInSequenza } from "../../../shared/adapters/memory/tempo.ts";
import { clockDiSistema } from "../../../shared/adapters/sistema/clock.ts";
import type { Pendenza } from "../../../shared/domain/pendenze/pendenza.ts";
import { PASSWORD, UNIONE } from "../../sostegno/anagrafica.ts";
import { buildPendenza } from "../../sostegno/esempi.ts";
import type { Prova } from "./prove.ts";

export const ALTRO_ENTE = "operatore-altro-ente";

/** Paid twice, unless said otherwise. */
export const storeAnomala = async (prova: Prova, idPendenza: string, iuv: string, altro: Partial<Pendenza> = {}): Promise<void> => {
  const unitOfWork = new ArchivioUnitOfWork(prova.ambiente().deposito, { pendenza: mappaPendenza }, clockDiSistema, createIdsInSequenza(), {
    conservazioneEventiGiorni: 760,
  });
  const valore = buildPendenza({
    ...{ idPendenza, iuv, numeroAvviso: `3${iuv}`, stato: "ANOMALA", importo: 15_050n, importoPagato: 30_100n },
    dataPagamento: "2026-11-20T10:00:00.000Z",
    segnalazioni: [{ data: "2026-11-20T10:00:00.000Z", codice: "PAGAMENTO_DUPLICATO", descrizione: "due volte" }],
    ...altro,
  });
  expect((await unitOfWork.commit([{ azione: "crea", entita: "pendenza", valore }])).ok).toBe(true);
};

export const addAltroEnte = async (prova: Prova): Promise<void> => {
  const acl = [{ servizio: "Pendenze", autorizzazioni: ["R", "W"] }];
  const body = { ragioneSociale: "Operatore di un altro ente", password: PASSWORD, domini: [UNIONE], tipiPendenza: ["*"], acl };
  expect((await prova.invoke("addOperatore", { params: { principal: ALTRO_ENTE }, body })).status).toBe(201);
};

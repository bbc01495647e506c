/** A registry in memory for the tests of its rules: real repositories over the store in memory. */
import { ArchivioRegistro, mappeAnagrafiche } from "../../../adapters/archivio/registro.ts";
import { ArchivioUnitOfWork } from "../../../adapters/archivio/unit-of-work.ts";
import { DepositoInMemoria, type Osservatore } from "../../../adapters/memory/deposito.ts";
import { createClockFermo, createIdsInSequenza } from "../../../adapters/memory/tempo.ts";
import type { Chiamante } from "../../../domain/anagrafiche/applicazione.ts";
import type { IntermediarioRichiesto } from "../../../domain/anagrafiche/richieste.ts";
import { checkIndirizzo } from "../../../domain/valori/indirizzo-esterno.ts";
import type { Traccia } from "../../../ports/traccia.ts";
import type { UnitOfWork } from "../../../ports/unit-of-work.ts";

const INIZIO = "2026-11-25T10:00:00.000Z";

export const AMMINISTRATORE: Chiamante = {
  tipo: "operatore",
  principal: "amministratore",
  nome: "Amministratore",
  autodeterminazione: true,
  domini: "*",
  tipiPendenza: "*",
  acl: [],
};

export const createRegistro = (osserva?: Osservatore) => {
  const deposito = new DepositoInMemoria(osserva);
  const ids = createIdsInSequenza();
  const registro = new ArchivioRegistro(deposito);
  const unitOfWork: UnitOfWork = new ArchivioUnitOfWork(deposito, mappeAnagrafiche, createClockFermo(INIZIO), ids, {
    conservazioneEventiGiorni: 760,
  });
  const traccia: Traccia = {
    transactionId: "prova",
    inizio: INIZIO,
    omit: () => {},
    evento: (campi) => ({
      id: ids.next(),
      componente: "API_BACKOFFICE",
      categoriaEvento: "INTERFACCIA",
      ruolo: "SERVER",
      tipoEvento: "prova",
      esito: "OK",
      dataEvento: INIZIO,
      durataMillisecondi: 0,
      transactionId: "prova",
      ...campi,
    }),
  };
  const password = { hash: async (testo: string) => `hash:${testo}` };
  const indirizzo = (url: string) => checkIndirizzo(url, ["127.0.0.1"]);
  return {
    deposito,
    registro,
    porte: { registro, unitOfWork, password, checkIndirizzo: indirizzo },
    scrivente: { chiamante: AMMINISTRATORE, traccia },
  };
};

export const buildIntermediario = (idIntermediario: string, campi: Partial<IntermediarioRichiesto> = {}): IntermediarioRichiesto => ({
  idIntermediario,
  denominazione: `Intermediario ${idIntermediario}`,
  principalPagoPa: "nodo",
  servizioPagoPa: { url: "https://nodo.example/rpt" },
  connettori: {},
  abilitato: true,
  ...campi,
});

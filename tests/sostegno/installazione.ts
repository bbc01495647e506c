/** The registry as a document over the archive in memory: export, import, and the worker, with the messages delivered by hand. */

import { ArchivioAbbinamenti } from "../../shared/adapters/archivio/abbinamenti.ts";
import { ArchivioAnomalie } from "../../shared/adapters/archivio/anomalie.ts";
import { createCreditori } from "../../shared/adapters/archivio/creditori.ts";
import { createImportazioni } from "../../shared/adapters/archivio/importazioni.ts";
import { ArchivioRegistro } from "../../shared/adapters/archivio/registro.ts";
import { createLetturaContabili } from "../../shared/adapters/archivio/regole-contabili.ts";
import { OggettiInMemoria } from "../../shared/adapters/memory/oggetti.ts";
import { certificatiTls } from "../../shared/adapters/tls/certificati.ts";
import type { Chiamante } from "../../shared/domain/anagrafiche/applicazione.ts";
import { ok } from "../../shared/domain/esito.ts";
import type { VoceEsito } from "../../shared/domain/installazione/importazione.ts";
import { presentVoci } from "../../shared/presenters/backoffice/documento/installazione.ts";
import { parseJson } from "../../shared/runtime/http/json.ts";
import { createTraduttore } from "../../shared/runtime/installazione/traduttore.ts";
import type { QuattroOcchi } from "../../shared/usecases/approvazioni/save-o-proponi.ts";
import { elaborateImportazione } from "../../shared/usecases/installazione/elaborate-importazione.ts";
import { exportAnagrafica } from "../../shared/usecases/installazione/export-anagrafica.ts";
import { getEsitiImportazione } from "../../shared/usecases/installazione/get-importazione.ts";
import { requestImportazione } from "../../shared/usecases/installazione/request-importazione.ts";
import type { Memoria } from "./memoria.ts";

const SERVIZI = [
  "Anagrafica PagoPA",
  "Anagrafica Creditore",
  "Anagrafica Applicazioni",
  "Anagrafica Ruoli",
  "Configurazione e manutenzione",
];

export const INSTALLATORE: Chiamante = {
  tipo: "operatore",
  principal: "installatore",
  nome: "Installatore",
  autodeterminazione: true,
  domini: "*",
  tipiPendenza: "*",
  acl: SERVIZI.map((servizio) => ({ servizio, autorizzazioni: ["R", "W"] })),
};

export type Documento = Readonly<Record<string, unknown>>;

export const createInstallazione = (memoria: Memoria, quattroOcchi: QuattroOcchi = { ruoli: false, credenziali: false }) => {
  const { deposito, unitOfWork, clock, ids, traccia } = memoria;
  const registro = new ArchivioRegistro(deposito);
  const traduttore = createTraduttore({
    registro,
    ...{ anomalie: new ArchivioAnomalie(deposito), abbinamenti: new ArchivioAbbinamenti(deposito), anagrafiche: memoria.anagrafiche },
    unitOfWork,
    clock,
    ids,
    quattroOcchi,
    password: { hash: async (password) => `impronta di ${password.length}` },
    checkIndirizzo: () => ok(undefined),
    certificati: certificatiTls,
  });
  const oggetti = new OggettiInMemoria();
  const importazioni = createImportazioni(deposito);
  const letture = { registro, creditori: createCreditori(deposito), contabili: createLetturaContabili(deposito), clock };
  const esporta = exportAnagrafica({ ...letture, traduttore: { describe: presentVoci } });
  const request = requestImportazione({
    traduttore,
    oggetti,
    unitOfWork,
    clock,
    ids,
    impronta: (contenuto) => `impronta di ${contenuto.length}`,
  });
  const parse = (testo: string): unknown => {
    const letto = parseJson(testo);
    if (!letto.ok) throw new Error(letto.errore);
    return letto.valore;
  };
  const elaborate = elaborateImportazione({ ...letture, importazioni, oggetti, unitOfWork, traduttore, parseJson: parse });
  const getEsiti = getEsitiImportazione({
    importazioni,
    oggetti,
    parse: (contenuto) => JSON.parse(Buffer.from(contenuto).toString("utf8")),
  });
  const send = (json: Documento, simulazione: boolean, chiamante = INSTALLATORE) =>
    request({ contenuto: Buffer.from(JSON.stringify(json)), json: parse(JSON.stringify(json)), simulazione, chiamante, traccia });
  return {
    registro,
    oggetti,
    send,
    elaborate: (id: string, tappa = 0) => elaborate({ id, tappa }, traccia),
    export: async (idDominio?: string, chiamante = INSTALLATORE): Promise<Documento> => {
      const esito = await esporta(idDominio, chiamante);
      if (!esito.ok) throw new Error(`${esito.errore.codice}: ${esito.errore.dettaglio}`);
      return esito.valore;
    },
    tryExport: esporta,
    esiti: async (id: string) => {
      const esito = await getEsiti(id, INSTALLATORE);
      if (!esito.ok) throw new Error(esito.errore.codice);
      return esito.valore;
    },
    /** Accepted, compared and written. */
    import: async (json: Documento, { simulazione = false, chiamante = INSTALLATORE } = {}) => {
      const accettata = await send(json, simulazione, chiamante);
      if (!accettata.ok) throw new Error(`${accettata.errore.codice}: ${accettata.errore.dettaglio}`);
      const { id } = accettata.valore;
      await elaborate({ id, tappa: 0 }, traccia);
      const esito = await getEsiti(id, chiamante);
      if (!esito.ok) throw new Error(esito.errore.codice);
      return esito.valore;
    },
  };
};

/** What is not equal. */
export const diverse = (voci: readonly VoceEsito[]): readonly VoceEsito[] => voci.filter(({ azione }) => azione !== "INVARIATA");

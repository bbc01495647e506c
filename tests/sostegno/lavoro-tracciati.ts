/** The worker of bulk batches over the archive in memory: uploads, messages one after the other, crashes where the test wants them. */
import { ArchivioApprovazioni } from "../../shared/adapters/archivio/cambi.ts";
import { ArchivioProgressivi } from "../../shared/adapters/archivio/progressivi.ts";
import { ArchivioTracciati } from "../../shared/adapters/archivio/tracciati.ts";
import { OggettiInMemoria } from "../../shared/adapters/memory/oggetti.ts";
import { pacchettiZip } from "../../shared/adapters/zip/pacchetti-zip.ts";
import type { Chiamante } from "../../shared/domain/anagrafiche/applicazione.ts";
import { isConcluso } from "../../shared/domain/tracciati/stati-tracciato.ts";
import { chiaviTracciato, type EsitoRiga, type Tracciato } from "../../shared/domain/tracciati/tracciato.ts";
import { parseJson } from "../../shared/runtime/http/json.ts";
import { describeProblema } from "../../shared/runtime/tracciati/caricamento.ts";
import { checkChiave, parsePendenza } from "../../shared/runtime/tracciati/riga.ts";
import { decideApprovazione } from "../../shared/usecases/approvazioni/decide-approvazione.ts";
import { savePendenza } from "../../shared/usecases/pendenze/save-pendenza.ts";
import { updatePendenza } from "../../shared/usecases/pendenze/update-pendenza.ts";
import { createAddTracciato, type NuovoTracciato } from "../../shared/usecases/tracciati/add-tracciato.ts";
import { elaborateTracciato } from "../../shared/usecases/tracciati/elaborate-tracciato.ts";
import { readTuttiEsiti } from "../../shared/usecases/tracciati/esiti.ts";
import { effettoAnnullamenti } from "../../shared/usecases/tracciati/propose-annullamenti.ts";
import { resumeTracciatiScaduti } from "../../shared/usecases/tracciati/resume-tracciati.ts";
import { createUpdateTracciato } from "../../shared/usecases/tracciati/update-tracciato.ts";
import { COMUNE } from "./anagrafica.ts";
import { createMemoria } from "./memoria.ts";
import { GESTIONALE } from "./pendenze.ts";

export const createLavoroTracciati = async () => {
  const memoria = await createMemoria();
  const oggetti = new OggettiInMemoria();
  const tracciati = new ArchivioTracciati(memoria.deposito);
  const porte = { ...memoria, tracciati, oggetti, progressivi: new ArchivioProgressivi(memoria.deposito) };
  const impronta = (contenuto: Uint8Array): string => Buffer.from(contenuto).toString("base64url").slice(0, 64) + contenuto.length;
  const add = createAddTracciato({ ...porte, impronta });
  const stampati: string[] = [];
  const elaborate = elaborateTracciato({
    ...porte,
    zip: pacchettiZip,
    save: savePendenza(porte),
    update: updatePendenza(porte),
    parsePendenza,
    checkChiave,
    parseJson,
    describe: describeProblema,
    print: async ({ numeroAvviso }) => {
      stampati.push(numeroAvviso);
      return Buffer.from(`PDF ${numeroAvviso}`);
    },
  });
  let messaggio = 0;
  /** One delivery of the queue; the id of the message may be that of a delivery before. */
  const deliver = async (id: string, opzioni: { messageId?: string; tentativo?: number; tappa?: number } = {}) => {
    const { messageId = `m${++messaggio}`, tentativo = 1, tappa = Number.MAX_SAFE_INTEGER } = opzioni;
    return elaborate({ id, tappa, messageId, tentativo }, memoria.traccia);
  };
  const read = async (id: string): Promise<Tracciato> => {
    const tracciato = await tracciati.get(id);
    if (!tracciato) throw new Error(`tracciato ${id} assente`);
    return tracciato;
  };
  const upload = async (contenuto: string | Uint8Array, nuovo: Partial<NuovoTracciato> = {}, chiamante: Chiamante = GESTIONALE) => {
    const esito = await add(
      { nomeFile: "prova.csv", tipo: "CSV", idDominio: COMUNE, stampaAvvisi: false, simulazione: false, forza: false, ...nuovo },
      typeof contenuto === "string" ? Buffer.from(contenuto) : contenuto,
      chiamante,
      memoria.traccia,
    );
    if (!esito.ok) throw new Error(`${esito.errore.codice} ${esito.errore.dettaglio}`);
    return esito.valore.tracciato.id;
  };
  const approvazioni = new ArchivioApprovazioni(memoria.deposito);
  const altro = () => Promise.reject(new Error("effetto di un altro tipo"));
  const effetti = {
    ...{ CAMBIO_IBAN: altro, RUOLO: altro, OPERATORE: altro, CREDENZIALI: altro, RIMBORSO: altro },
    ANNULLAMENTI: effettoAnnullamenti(porte),
  };
  return {
    ...porte,
    approvazioni,
    /** The second person on the annulments that a batch waits for. */
    decide: decideApprovazione({ ...porte, approvazioni, effetti }),
    /** The job that looks for what nobody decided in time. */
    resume: resumeTracciatiScaduti({ ...porte, approvazioni }),
    add,
    stampati,
    update: createUpdateTracciato(porte),
    upload,
    deliver,
    read,
    /** Delivers until the batch ends. */
    finish: async (id: string): Promise<Tracciato> => {
      for (let volta = 0; volta < 50; volta++) {
        const tracciato = await read(id);
        if (isConcluso(tracciato.stato)) return tracciato;
        await deliver(id);
      }
      throw new Error("il tracciato non finisce");
    },
    esiti: async (id: string): Promise<readonly EsitoRiga[]> => {
      const righe: EsitoRiga[] = [];
      for await (const tappa of readTuttiEsiti(oggetti, id, (await read(id)).tappa)) righe.push(...tappa);
      return righe;
    },
    file: async (id: string, quale: "esito" | "scarti" | "stampe"): Promise<string> =>
      Buffer.from((await oggetti.get(chiaviTracciato[quale](id))) ?? "").toString("utf8"),
    /** Debts of the archive, by idPendenza. */
    pendenze: (): ReadonlyMap<string, Record<string, unknown>> =>
      new Map(
        memoria.deposito
          .all("archivio")
          .filter(({ sk }) => sk === "PENDENZA")
          .map((elemento) => [String(elemento["idPendenza"]), elemento]),
      ),
  };
};

export type LavoroTracciati = Awaited<ReturnType<typeof createLavoroTracciati>>;

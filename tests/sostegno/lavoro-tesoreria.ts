/** The worker of treasury files over the archive in memory: uploads, messages one after the other, crashes where the test wants them; lines are given as they are. */
import { createHash } from "node:crypto";
import { fromElemento } from "../../shared/adapters/archivio/mappa.ts";
import { mappaMovimento } from "../../shared/adapters/archivio/mappe-tesoreria.ts";
import { OggettiInMemoria } from "../../shared/adapters/memory/oggetti.ts";
import { createDividiFlusso } from "../../shared/adapters/nodo-storico/flussi-a-pagine.ts";
import { pacchettiZip } from "../../shared/adapters/zip/pacchetti-zip.ts";
import type { Chiamante } from "../../shared/domain/anagrafiche/applicazione.ts";
import { ok } from "../../shared/domain/esito.ts";
import { type Caricamento, chiaviCaricamento } from "../../shared/domain/tesoreria/caricamento.ts";
import type { FormatoTesoreria, Lettura, RigaLetta } from "../../shared/domain/tesoreria/movimento.ts";
import type { Movimento } from "../../shared/domain/tesoreria/movimento-registrato.ts";
import { isConcluso } from "../../shared/domain/tesoreria/stati-caricamento.ts";
import type { LettoriTesoreria } from "../../shared/ports/lettori-tesoreria.ts";
import { registerDocumento } from "../../shared/usecases/rendicontazioni/add-flusso.ts";
import { createAddCaricamento, createAnnounceCaricamento, type NuovoCaricamento } from "../../shared/usecases/tesoreria/add-caricamento.ts";
import { elaborateCaricamento } from "../../shared/usecases/tesoreria/elaborate-caricamento.ts";
import type { PorteLettura } from "../../shared/usecases/tesoreria/porte.ts";
import { takeFlusso } from "../../shared/usecases/tesoreria/take-flusso.ts";
import { COMUNE } from "./anagrafica.ts";
import { createMemoria } from "./memoria.ts";
import { GESTIONALE } from "./pendenze.ts";

const GRANDE = /^\d+n$/;
const encode = (lettura: Lettura): string => JSON.stringify(lettura, (_, valore) => (typeof valore === "bigint" ? `${valore}n` : valore));
const decode = (testo: string): Lettura =>
  JSON.parse(testo, (_, valore) => (typeof valore === "string" && GRANDE.test(valore) ? BigInt(valore.slice(0, -1)) : valore));

/** A file of one reading per line: the readers of the true formats have tests of their own. */
export const fileDi = (formato: FormatoTesoreria, letture: readonly Lettura[]): Uint8Array =>
  new TextEncoder().encode([formato, ...letture.map(encode)].join("\n"));

export const righeDi = (righe: readonly RigaLetta[]): readonly Lettura[] => righe.map((riga) => ({ tipo: "riga", riga }));

async function* leggi(byte: AsyncIterable<Uint8Array>): AsyncGenerator<Lettura> {
  const pezzi: Uint8Array[] = [];
  for await (const pezzo of byte) pezzi.push(pezzo);
  for (const riga of Buffer.concat(pezzi).toString("utf8").split("\n").slice(1)) yield decode(riga);
}

const lettori: LettoriTesoreria = {
  choose: async ({ inizio }) => {
    const [formato] = new TextDecoder().decode(inizio).split("\n");
    return ok({ formato: (formato ?? "OPI") as FormatoTesoreria, lettore: leggi });
  },
};

const impronta = (contenuto: Uint8Array): string => createHash("sha256").update(contenuto).digest("hex");

/** @param scelti the readers of the true formats, when they are what is tested. */
export const createLavoroTesoreria = async (passo?: PorteLettura["passo"], scelti: LettoriTesoreria = lettori) => {
  const memoria = await createMemoria();
  const oggetti = new OggettiInMemoria();
  const porte = { ...memoria, oggetti, zip: pacchettiZip, lettori: scelti, impronta };
  const startImpronta = () => {
    const digest = createHash("sha256");
    return { update: (pezzo: Uint8Array) => void digest.update(pezzo), end: () => digest.digest("hex") };
  };
  const add = createAddCaricamento(porte);
  const flussi = takeFlusso({ dividi: createDividiFlusso(oggetti), register: registerDocumento(memoria) });
  const elaborate = elaborateCaricamento({ ...porte, startImpronta, takeFlusso: flussi, ...(passo && { passo }) });
  let messaggio = 0;
  /** One delivery of the queue; the id of the message may be that of a delivery before. */
  const deliver = (id: string, opzioni: { messageId?: string; tappa?: number } = {}) => {
    const { messageId = `m${++messaggio}`, tappa = Number.MAX_SAFE_INTEGER } = opzioni;
    return elaborate({ id, tappa, messageId }, memoria.traccia);
  };
  const read = async (id: string): Promise<Caricamento> => {
    const caricamento = await memoria.tesoreria.getCaricamento(id);
    if (!caricamento) throw new Error(`caricamento ${id} assente`);
    return caricamento;
  };
  const upload = async (
    contenuto: Uint8Array,
    nuovo: Partial<NuovoCaricamento> = {},
    chiamante: Chiamante = GESTIONALE,
  ): Promise<string> => {
    const esito = await add({ nomeFile: "giornale.xml", idDominio: COMUNE, forza: false, ...nuovo }, contenuto, chiamante, memoria.traccia);
    if (!esito.ok) throw new Error(`${esito.errore.codice} ${esito.errore.dettaglio}`);
    return esito.valore.caricamento.id;
  };
  const finish = async (id: string): Promise<Caricamento> => {
    for (let volta = 0; volta < 50; volta += 1) {
      const caricamento = await read(id);
      if (isConcluso(caricamento.stato)) return caricamento;
      await deliver(id);
    }
    throw new Error("il caricamento non finisce");
  };
  return {
    ...porte,
    add,
    announce: createAnnounceCaricamento(porte),
    upload,
    deliver,
    read,
    finish,
    /** Loads a file to its end. */
    load: async (formato: FormatoTesoreria, letture: readonly Lettura[], nuovo: Partial<NuovoCaricamento> = {}): Promise<Caricamento> =>
      finish(await upload(fileDi(formato, letture), nuovo)),
    scarti: async (id: string): Promise<string> =>
      Buffer.from((await oggetti.get(chiaviCaricamento.scarti(await read(id)))) ?? "").toString("utf8"),
    /** Movements of the archive, by accounting day and text. */
    movimenti: (): readonly Movimento[] =>
      memoria.deposito
        .all("archivio")
        .filter(({ sk }) => sk === "MOVIMENTO")
        .map((elemento) => fromElemento(mappaMovimento, elemento)),
  };
};

export type LavoroTesoreria = Awaited<ReturnType<typeof createLavoroTesoreria>>;

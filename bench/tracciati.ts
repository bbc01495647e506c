/**
 * A bulk file of MyPay rows through the deployed consumer, in turns with its floor: the transactions of its own rows, sent bare by the SDK with as
 * many in flight. Rows per second as a ratio, and the peak memory of the consumer. `BENCH_TRACCIATO_RIGHE` sets the length (100,000).
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { nodeOptionsOf } from "../infra/budget.ts";
import { buildPacchetto } from "../infra/bundle/bundle.ts";
import { ArchivioTracciati } from "../shared/adapters/archivio/tracciati.ts";
import { DepositoDynamoDb } from "../shared/adapters/dynamodb/deposito.ts";
import { entryOfConsumer } from "../shared/contracts/operation.ts";
import { addCaricamentoTracciato, updateTracciato } from "../shared/contracts/pendenze/tracciati.ts";
import { codaTracciati } from "../shared/contracts/queues.ts";
import { isConcluso } from "../shared/domain/tracciati/stati-tracciato.ts";
import { buildEvento } from "../tests/api/ambiente.ts";
import { COMUNE } from "../tests/sostegno/anagrafica.ts";
import { NOMI_TABELLE } from "../tests/sostegno/tabelle.ts";
import { fileMypay, INTESTAZIONI_MYPAY, rigaMypay } from "../tests/sostegno/tracciati.ts";
import { eventoCoda } from "./eventi.ts";
import { contesto } from "./impianto.ts";
import { createNudo, type Richiesta, record, replay } from "./registratore.ts";

export interface MisuraTracciato {
  readonly righe: number;
  readonly righeAlSecondo: number;
  readonly transazioniNudeAlSecondo: number;
  readonly rapporto: number;
  readonly memoriaMegabyte: number;
}

const RADICE = fileURLToPath(new URL("..", import.meta.url));
const RIGHE = Number(process.env.BENCH_TRACCIATO_RIGHE ?? 100_000);
/** As many as the consumer's. */
const IN_VOLO = 24;
const NUDE_PER_TURNO = 1_000;

type Handler = (evento: unknown, c: typeof contesto) => Promise<{ readonly statusCode?: number; readonly body?: string }>;
const importa = async (percorso: string): Promise<Handler> => ((await import(percorso)) as { handler: Handler }).handler;

/** As a large file travels: announced, written by its link a piece at a time, started. */
const upload = async (nomeFile: string, file: string): Promise<string> => {
  const announce = await importa("../functions/pendenze/addCaricamentoTracciato.ts");
  const update = await importa("../functions/pendenze/updateTracciato.ts");
  const body = { nomeFile, formato: "CSV", idDominio: COMUNE };
  const annuncio = await announce(buildEvento(addCaricamentoTracciato, { query: { stampaAvvisi: "false" }, body }), contesto);
  const { id, url } = JSON.parse(annuncio.body ?? "{}") as { id: number; url: string };
  const scritto = await fetch(url, { method: "PUT", headers: { "content-type": "text/csv" }, body: file });
  if (!scritto.ok) throw new Error(`file non scritto: ${scritto.status}`);
  const avvio = buildEvento(updateTracciato, { params: { id: String(id) }, body: [{ op: "REPLACE", path: "/stato", value: "IN_ATTESA" }] });
  const { statusCode, body: risposta } = await update(avvio, contesto);
  if (statusCode !== 200) throw new Error(`tracciato non avviato: ${risposta}`);
  return String(id);
};

/** What the consumer writes for one row: the transaction with debt, alias, history and journal. */
const recordRiga = async (): Promise<Richiesta> => {
  const id = await upload("registrazione.csv", fileMypay(20, { prefisso: "REG" }));
  const consuma = await importa("../functions/consumers/tracciati.ts");
  const richieste = await record(async () => void (await consuma(eventoCoda("r", { id, tappa: Number.MAX_SAFE_INTEGER }), contesto)));
  const transazione = richieste.find(({ tipo, input }) => tipo === "transazione" && JSON.stringify(input).includes('"ALIAS"'));
  if (!transazione) throw new Error("transazione di una riga non trovata");
  return transazione;
};

export const measureTracciato = async (cartella: string): Promise<MisuraTracciato> => {
  const nudo = createNudo();
  const tracciati = new ArchivioTracciati(new DepositoDynamoDb(nudo.client, NOMI_TABELLE));
  const transazione = await recordRiga();
  const modulo = "tracciati";
  await buildPacchetto([{ modulo, entry: entryOfConsumer(modulo) }], RADICE, join(cartella, "pacchetto-tracciati"));
  const righe = Array.from({ length: RIGHE }, (_, i) => rigaMypay(i + 1, { prefisso: "BENCH" })).join("");
  const id = await upload("bench.csv", `${INTESTAZIONI_MYPAY["1.3"]}\r\n${righe}`);

  const figlio = fork(
    fileURLToPath(new URL("./consumatore-tracciati.ts", import.meta.url)),
    [join(cartella, "pacchetto-tracciati", `${modulo}.mjs`)],
    { execArgv: [...nodeOptionsOf(codaTracciati.memoryMegabytes).split(" "), "--disable-warning=ExperimentalWarning"] },
  );
  await once(figlio, "message");
  let [nostri, nudi, nude, memoriaMegabyte] = [0, 0, 0, 0];
  for (;;) {
    figlio.send(id);
    const [turno] = (await once(figlio, "message")) as [{ millisecondi: number; memoriaMegabyte: number }];
    nostri += turno.millisecondi;
    ({ memoriaMegabyte } = turno);
    const inizio = performance.now();
    await Promise.all(
      Array.from({ length: IN_VOLO }, async () => {
        for (let n = 0; n < NUDE_PER_TURNO / IN_VOLO; n++) await replay(nudo, [transazione]);
      }),
    );
    nudi += performance.now() - inizio;
    nude += IN_VOLO * Math.ceil(NUDE_PER_TURNO / IN_VOLO);
    const tracciato = await tracciati.get(id);
    if (tracciato && isConcluso(tracciato.stato)) {
      figlio.kill();
      if (tracciato.eseguite !== RIGHE) throw new Error(`tracciato ${tracciato.stato}: ${tracciato.descrizioneStato}`);
      const [righeAlSecondo, transazioniNudeAlSecondo] = [RIGHE / (nostri / 1000), nude / (nudi / 1000)];
      return {
        righe: RIGHE,
        righeAlSecondo,
        transazioniNudeAlSecondo,
        rapporto: righeAlSecondo / transazioniNudeAlSecondo,
        memoriaMegabyte,
      };
    }
  }
};

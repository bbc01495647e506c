/**
 * Lists as files, from 30,000 to 300,000 collected amounts, through the deployed consumer with the memory of its function: rows per second, and a peak that must
 * not grow with the list. `BENCH_ESPORTAZIONE_RIGHE` sets the longest (300,000).
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { nodeOptionsOf } from "../infra/budget.ts";
import { buildPacchetto } from "../infra/bundle/bundle.ts";
import { createEsportazioni, mappaEsportazione } from "../shared/adapters/archivio/esportazioni.ts";
import { toElemento } from "../shared/adapters/archivio/mappa.ts";
import { DepositoDynamoDb } from "../shared/adapters/dynamodb/deposito.ts";
import { entryOfConsumer } from "../shared/contracts/operation.ts";
import { codaEsportazioni } from "../shared/contracts/queues.ts";
import type { Esportazione, Formato } from "../shared/domain/esportazioni/esportazione.ts";
import { COMUNE } from "../tests/sostegno/anagrafica.ts";
import { NOMI_TABELLE } from "../tests/sostegno/tabelle.ts";
import { seedRiscossioni } from "./flussi.ts";
import { createNudo } from "./registratore.ts";

export interface MisuraEsportazione {
  readonly formato: Formato;
  readonly righe: number;
  readonly righeAlSecondo: number;
  readonly memoriaMegabyte: number;
  readonly megabyte: number;
}

const RADICE = fileURLToPath(new URL("..", import.meta.url));
const MASSIMO = Number(process.env.BENCH_ESPORTAZIONE_RIGHE ?? 300_000);
const TAGLIE = [MASSIMO / 10, MASSIMO] as const;
const FORMATI = ["CSV", "XLSX"] as const;
/** Flows of the other parts of the benchmark have payment codes of lower series. */
const SERIE = 20;

/** `cartella`: where the consumer is bundled. */
export const measureEsportazioni = async (
  cartella: string,
  show: (misura: MisuraEsportazione) => void,
): Promise<readonly MisuraEsportazione[]> => {
  const { nome: modulo } = codaEsportazioni;
  const pacchetto = await buildPacchetto([{ modulo, entry: entryOfConsumer(modulo) }], RADICE, join(cartella, "pacchetto-esportazioni"));
  const deposito = new DepositoDynamoDb(createNudo().client, NOMI_TABELLE);
  const esportazioni = createEsportazioni(deposito);

  const measure = async (righe: number, formato: Formato): Promise<MisuraEsportazione> => {
    const id = `bench-${righe}-${formato.toLowerCase()}`;
    const mittente = { tipo: "operatore", principal: "bench", nome: "bench", autodeterminazione: false, acl: [] } as const;
    const chiesta: Esportazione = {
      ...{ versione: 0, id, stato: "IN_ATTESA", contenuto: "riscossioni", formato, virgola: true, filtri: { idDominio: COMUNE } },
      ...{ mittente: { ...mittente, domini: "*", tipiPendenza: "*" }, dataRichiesta: "2026-11-26T10:00:00.000Z" },
    };
    await deposito.putMany("archivio", [toElemento(mappaEsportazione, chiesta, 1)]);
    const figlio = fork(
      fileURLToPath(new URL("./consumatore-esportazioni.ts", import.meta.url)),
      [join(pacchetto.cartella, `${modulo}.mjs`)],
      { execArgv: [...nodeOptionsOf(codaEsportazioni.memoryMegabytes).split(" "), "--disable-warning=ExperimentalWarning"] },
    );
    await once(figlio, "message");
    figlio.send(id);
    const [{ millisecondi, memoriaMegabyte }] = (await once(figlio, "message")) as [{ millisecondi: number; memoriaMegabyte: number }];
    figlio.kill();
    const fatta = await esportazioni.get(id);
    if (fatta?.stato !== "PRONTA" || fatta.righe === undefined || fatta.righe < righe)
      throw new Error(`esportazione ${fatta?.stato}: ${fatta?.righe} righe su ${righe}`);
    return {
      formato,
      righe: fatta.righe,
      righeAlSecondo: fatta.righe / (millisecondi / 1000),
      memoriaMegabyte,
      megabyte: (fatta.byte ?? 0) / 1_048_576,
    };
  };

  const misure: MisuraEsportazione[] = [];
  let presenti = 0;
  for (const [n, righe] of TAGLIE.entries()) {
    await seedRiscossioni(deposito, SERIE + n, righe - presenti);
    presenti = righe;
    for (const formato of FORMATI) {
      const misura = await measure(righe, formato);
      misure.push(misura);
      show(misura);
    }
  }
  return misure;
};

/**
 * Events accepted for webhooks: from the stream of the archive to the chain of the creditor and the rings of its subscribers, through the deployed function with its
 * memory. At least 1,000 a second, and a peak that does not grow with what has passed. `BENCH_WEBHOOK_EVENTI` sets how many (60,000).
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { marshall } from "@aws-sdk/util-dynamodb";
import { nodeOptionsOf } from "../infra/budget.ts";
import { buildPacchetto } from "../infra/bundle/bundle.ts";
import { toElemento } from "../shared/adapters/archivio/mappa.ts";
import { mappaAbbonamento } from "../shared/adapters/archivio/mappe-abbonamento.ts";
import { mappaPendenza } from "../shared/adapters/archivio/mappe-posizione.ts";
import { DepositoDynamoDb } from "../shared/adapters/dynamodb/deposito.ts";
import { entryOfConsumer } from "../shared/contracts/operation.ts";
import { consumatoreContatori } from "../shared/contracts/queues.ts";
import { COMUNE } from "../tests/sostegno/anagrafica.ts";
import { buildPendenza } from "../tests/sostegno/esempi.ts";
import { NOMI_TABELLE } from "../tests/sostegno/tabelle.ts";
import { createNudo } from "./registratore.ts";

export interface MisuraWebhook {
  readonly eventi: number;
  readonly alSecondo: number;
  readonly memoriaMegabyte: number;
}

interface Giro {
  readonly millisecondi: number;
  readonly memoriaMegabyte: number;
}

const RADICE = fileURLToPath(new URL("..", import.meta.url));
const EVENTI = Number(process.env.BENCH_WEBHOOK_EVENTI ?? 60_000);
const TRATTI = 3;
const TRAGUARDO_MEGABYTE = 256;
const ABBONATI = 2;

const buildLotto = (da: number, quanti: number): object => ({
  Records: Array.from({ length: quanti }, (_, i) => {
    const iuv = `01${String(da + i).padStart(15, "0")}`;
    const elemento = toElemento(mappaPendenza, buildPendenza({ iuv, idPendenza: `W-${da + i}` }), 1);
    return {
      eventID: `w${da + i}`,
      eventName: "INSERT",
      dynamodb: {
        Keys: marshall({ pk: elemento.pk, sk: elemento.sk }),
        NewImage: marshall(elemento),
        ApproximateCreationDateTime: 1_795_000_000,
      },
    };
  }),
});

/** `cartella`: where the function is bundled. */
export const measureWebhook = async (cartella: string, show: (misura: MisuraWebhook) => void): Promise<readonly MisuraWebhook[]> => {
  const { nome: modulo, lotto, memoryMegabytes } = consumatoreContatori;
  const pacchetto = await buildPacchetto([{ modulo, entry: entryOfConsumer(modulo) }], RADICE, join(cartella, "pacchetto-webhook"));
  const deposito = new DepositoDynamoDb(createNudo().client, NOMI_TABELLE);
  await deposito.putMany(
    "anagrafiche",
    Array.from({ length: ABBONATI }, (_, i) =>
      toElemento(
        mappaAbbonamento,
        {
          ...{ versione: 0, idDominio: COMUNE, idAbbonamento: `a${i}`, abilitato: true, url: "https://a.example.it/", tipi: [] },
          filtri: {},
          chiavi: [],
        },
        1,
      ),
    ),
  );
  const figlio = fork(fileURLToPath(new URL("./consumatore-webhook.ts", import.meta.url)), [join(pacchetto.cartella, `${modulo}.mjs`)], {
    execArgv: [...nodeOptionsOf(memoryMegabytes).split(" "), "--disable-warning=ExperimentalWarning"],
  });
  await once(figlio, "message");
  const misure: MisuraWebhook[] = [];
  for (let tratto = 0; tratto < TRATTI; tratto += 1) {
    let [millisecondi, memoriaMegabyte, eventi] = [0, 0, 0];
    while (eventi < EVENTI / TRATTI) {
      figlio.send(buildLotto((tratto * EVENTI) / TRATTI + eventi, lotto));
      const [giro] = (await once(figlio, "message")) as [Giro];
      eventi += lotto;
      millisecondi += giro.millisecondi;
      memoriaMegabyte = giro.memoriaMegabyte;
    }
    const misura = { eventi, alSecondo: eventi / (millisecondi / 1000), memoriaMegabyte };
    misure.push(misura);
    show(misura);
  }
  figlio.kill();
  const pesante = misure.find(({ memoriaMegabyte }) => memoriaMegabyte > TRAGUARDO_MEGABYTE);
  if (pesante) throw new Error(`webhook: ${pesante.memoriaMegabyte.toFixed(0)} MB di picco, massimo ${TRAGUARDO_MEGABYTE}`);
  return misure;
};

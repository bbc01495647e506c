/**
 * Cash journals of 50 and 500 MB through the whole loader: the deployed consumer, with the memory of its function, writes every movement to an archive that
 * forgets them. The peak must not grow with the file, and stay within 256 MB. `BENCH_CARICAMENTO_MB` sets the largest (500).
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { nodeOptionsOf } from "../infra/budget.ts";
import { buildPacchetto } from "../infra/bundle/bundle.ts";
import { toElemento } from "../shared/adapters/archivio/mappa.ts";
import { mappaCaricamento } from "../shared/adapters/archivio/mappe-tesoreria.ts";
import { ArchivioTesoreria } from "../shared/adapters/archivio/tesoreria.ts";
import { DepositoDynamoDb } from "../shared/adapters/dynamodb/deposito.ts";
import { entryOfConsumer } from "../shared/contracts/operation.ts";
import { codaTesoreria } from "../shared/contracts/queues.ts";
import { type Caricamento, SENZA_CONTEGGI } from "../shared/domain/tesoreria/caricamento.ts";
import { isConcluso } from "../shared/domain/tesoreria/stati-caricamento.ts";
import { COMUNE } from "../tests/sostegno/anagrafica.ts";
import { NOMI_TABELLE } from "../tests/sostegno/tabelle.ts";
import { startArchivioDistratto } from "./archivio-distratto.ts";
import type { TurnoConsumatore } from "./consumatore-messaggi.ts";
import { startGiornaleFinto } from "./giornale-finto.ts";
import { createNudo } from "./registratore.ts";

export interface MisuraCaricamento {
  readonly megabyte: number;
  readonly righe: number;
  readonly righeAlSecondo: number;
  readonly memoriaMegabyte: number;
}

const RADICE = fileURLToPath(new URL("..", import.meta.url));
const MASSIMO_MEGABYTE = Number(process.env.BENCH_CARICAMENTO_MB ?? 500);
const TRAGUARDO_MEGABYTE = 256;
const MEGA = 1_048_576;
/** Of a movement in the journal, about. */
const BYTE_PER_RIGA = 1_350;
const CHIESTO_IL = "2026-03-04T08:00:00.000Z";

export const measureCaricamenti = async (
  cartella: string,
  show: (misura: MisuraCaricamento) => void,
): Promise<readonly MisuraCaricamento[]> => {
  const { nome: modulo } = codaTesoreria;
  const pacchetto = await buildPacchetto([{ modulo, entry: entryOfConsumer(modulo) }], RADICE, join(cartella, "pacchetto-tesoreria"));
  const deposito = new DepositoDynamoDb(createNudo().client, NOMI_TABELLE);
  const tesoreria = new ArchivioTesoreria(deposito);
  const archivio = await startArchivioDistratto(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", '"CARICAMENTO"');
  const misure: MisuraCaricamento[] = [];
  for (const massimo of [MASSIMO_MEGABYTE / 10, MASSIMO_MEGABYTE]) {
    const righe = Math.ceil((massimo * MEGA) / BYTE_PER_RIGA);
    const giornale = await startGiornaleFinto(righe);
    const id = `bench-${righe}`;
    const chiesto: Caricamento = {
      ...{ ...SENZA_CONTEGGI, versione: 0, idDominio: COMUNE, id, nomeFile: "giornale.xml", stato: "IN_ATTESA", forzato: true },
      ...{ mittente: { tipo: "operatore", principal: "bench", nome: "bench" }, tappa: 0, partiScarti: 0, conti: [], segnalazioni: [] },
      ...{ dataOraCaricamento: CHIESTO_IL, dataOraUltimoAggiornamento: CHIESTO_IL },
    };
    await deposito.putMany("archivio", [toElemento(mappaCaricamento, chiesto, 1)]);
    const figlio = fork(fileURLToPath(new URL("./consumatore-messaggi.ts", import.meta.url)), [join(pacchetto.cartella, `${modulo}.mjs`)], {
      execArgv: [...nodeOptionsOf(codaTesoreria.memoryMegabytes).split(" "), "--disable-warning=ExperimentalWarning"],
      env: { ...process.env, AWS_ENDPOINT_URL_S3: giornale.url, AWS_ENDPOINT_URL_DYNAMODB: archivio.url },
    });
    await once(figlio, "message");
    let millisecondi = 0;
    let memoriaMegabyte = 0;
    let fatto: Caricamento | undefined = chiesto;
    while (fatto && !isConcluso(fatto.stato)) {
      figlio.send({ idDominio: COMUNE, id, tappa: fatto.tappa });
      const [turno] = (await once(figlio, "message")) as [TurnoConsumatore];
      millisecondi += turno.millisecondi;
      ({ memoriaMegabyte } = turno);
      fatto = await tesoreria.getCaricamento(id);
    }
    figlio.kill();
    giornale.close();
    if (fatto?.righeLette !== righe || fatto.nuovi !== righe)
      throw new Error(`caricamento ${fatto?.stato}, ${fatto?.righeLette} righe su ${righe}: ${fatto?.descrizioneStato}`);
    const misura = { megabyte: giornale.byte / MEGA, righe, righeAlSecondo: righe / (millisecondi / 1000), memoriaMegabyte };
    misure.push(misura);
    show(misura);
    if (memoriaMegabyte > TRAGUARDO_MEGABYTE)
      throw new Error(`${misura.megabyte.toFixed(0)} MB: ${memoriaMegabyte.toFixed(0)} MB di picco, massimo ${TRAGUARDO_MEGABYTE}`);
  }
  archivio.close();
  return misure;
};

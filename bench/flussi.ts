/**
 * Acquisition of settlement flows from 1,000 to 100,000 rows, every row matched with its receipt, then the recomputation of what explains their credit: time and
 * requests per row, peak memory of each consumer.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { nodeOptionsOf } from "../infra/budget.ts";
import { buildPacchetto } from "../infra/bundle/bundle.ts";
import { ArchivioAbbinamenti } from "../shared/adapters/archivio/abbinamenti.ts";
import { toElemento } from "../shared/adapters/archivio/mappa.ts";
import { mappaRiscossione } from "../shared/adapters/archivio/mappe-posizione.ts";
import { mappaChiaveMovimento, mappaMovimento } from "../shared/adapters/archivio/mappe-tesoreria.ts";
import { ArchivioRendicontazioni } from "../shared/adapters/archivio/rendicontazioni.ts";
import { DepositoDynamoDb } from "../shared/adapters/dynamodb/deposito.ts";
import { entryOfConsumer } from "../shared/contracts/operation.ts";
import { codaFlussi, codaRiscontri } from "../shared/contracts/queues.ts";
import { buildMovimento, causaleDi } from "../tests/sostegno/abbinamenti.ts";
import { COMUNE } from "../tests/sostegno/anagrafica.ts";
import { NOMI_TABELLE } from "../tests/sostegno/tabelle.ts";
import type { TurnoConsumatore } from "./consumatore-messaggi.ts";
import { type FdrFinto, idFlussoDi, PSP, rigaDi } from "./fdr-finto.ts";
import { contesto } from "./impianto.ts";
import { createNudo } from "./registratore.ts";

export interface MisuraFlusso {
  readonly righe: number;
  readonly microsecondiPerRiga: number;
  readonly memoriaMegabyte: number;
  readonly richiestePerRiga: number;
  /** Of the consumer that links the flow to its credit. */
  readonly ricalcolo: { readonly microsecondiPerRiga: number; readonly memoriaMegabyte: number };
}

const RADICE = fileURLToPath(new URL("..", import.meta.url));
const TAGLIE = [1_000, 10_000, 100_000] as const;
const TRAGUARDO_MEGABYTE = 256;
/** As the consumer is deployed. */
const opzioniDi = ({ memoryMegabytes }: { readonly memoryMegabytes: number }): readonly string[] => [
  ...nodeOptionsOf(memoryMegabytes).split(" "),
  "--disable-warning=ExperimentalWarning",
];

/** The credit arrives, and with the flow it becomes a reconciliation. */
const recompute = async (deposito: DepositoDynamoDb, pacchetto: string, serie: number, righe: number) => {
  const idFlusso = idFlussoDi(serie);
  const movimento = buildMovimento(`bench-${serie}`, BigInt(righe) * 1250n, causaleDi(idFlusso));
  const chiave = { versione: 0, idDominio: COMUNE, tipo: "FLUSSO", valore: idFlusso.toUpperCase(), idMovimento: movimento.id } as const;
  await deposito.putMany("archivio", [toElemento(mappaMovimento, movimento, 1), toElemento(mappaChiaveMovimento, chiave, 1)]);
  const figlio = fork(fileURLToPath(new URL("./consumatore-messaggi.ts", import.meta.url)), [pacchetto], {
    execArgv: [...opzioniDi(codaRiscontri)],
  });
  await once(figlio, "message");
  figlio.send({ idDominio: COMUNE, flussi: [idFlusso], iuv: [], iur: [], movimenti: [] });
  const [turno] = (await once(figlio, "message")) as [TurnoConsumatore];
  figlio.kill();
  const { abbinamento } = await new ArchivioAbbinamenti(deposito).getMemoria(COMUNE, movimento.id);
  if (abbinamento?.stato !== "ABBINATO") throw new Error(`flusso di ${righe} righe: il suo accredito è ${abbinamento?.stato}`);
  if (turno.memoriaMegabyte > TRAGUARDO_MEGABYTE)
    throw new Error(`ricalcolo di ${righe} righe: ${turno.memoriaMegabyte.toFixed(0)} MB di picco, massimo ${TRAGUARDO_MEGABYTE}`);
  return { microsecondiPerRiga: (turno.millisecondi * 1000) / righe, memoriaMegabyte: turno.memoriaMegabyte };
};

export const seedRiscossioni = async (deposito: DepositoDynamoDb, serie: number, righe: number): Promise<void> => {
  for (let inizio = 0; inizio < righe; inizio += 5_000) {
    const elementi = Array.from({ length: Math.min(5_000, righe - inizio) }, (_, i) => {
      const { iuv, iur, idTransfer } = rigaDi(serie, inizio + i + 1);
      return toElemento(
        mappaRiscossione,
        {
          versione: 0,
          idDominio: COMUNE,
          iuv,
          iur,
          indice: idTransfer,
          idDominioTitolare: COMUNE,
          stato: "RISCOSSA",
          tipo: "ENTRATA",
          importo: 1250n,
          data: "2026-11-24T10:00:00.000Z",
          idRicevuta: iur,
          senzaRpt: false,
        },
        1,
      );
    });
    await deposito.putMany("archivio", elementi);
  }
};

/** `cartella`: where the consumer is bundled. */
export const measureFlussi = async (
  fdr: FdrFinto,
  cartella: string,
  show: (riga: MisuraFlusso) => void,
): Promise<readonly MisuraFlusso[]> => {
  const { nome: modulo } = codaFlussi;
  const moduli = [modulo, codaRiscontri.nome].map((nome) => ({ modulo: nome, entry: entryOfConsumer(nome) }));
  const pacchetto = await buildPacchetto(moduli, RADICE, join(cartella, "pacchetto"));
  const deposito = new DepositoDynamoDb(createNudo().client, NOMI_TABELLE);
  const { handler: acquisisci } = (await import("../functions/scheduled/acquisisciFlussi.ts")) as {
    handler: (evento: unknown, c: typeof contesto) => Promise<unknown>;
  };
  const misure: MisuraFlusso[] = [];
  for (const [serie, righe] of TAGLIE.entries()) {
    await seedRiscossioni(deposito, serie, righe);
    fdr.offri(serie, righe);
    await acquisisci({}, contesto);
    const argomenti = [join(pacchetto.cartella, `${modulo}.mjs`), process.env.AWS_ENDPOINT_URL_DYNAMODB ?? ""];
    const figlio = fork(fileURLToPath(new URL("./consumatore.ts", import.meta.url)), argomenti, {
      execArgv: [...opzioniDi(codaFlussi)],
    });
    await once(figlio, "message");
    const messaggio = { idDominio: COMUNE, idFlusso: idFlussoDi(serie), idPsp: PSP, revisione: 1 };
    figlio.send({ messaggio, pagine: Math.ceil(righe / 1000) });
    const [esito] = (await once(figlio, "message")) as [{ millisecondi: number; richieste: number; memoriaMegabyte: number }];
    figlio.kill();
    const flusso = await new ArchivioRendicontazioni(deposito).getFlusso(messaggio);
    if (flusso?.stato !== "ACQUISITO" || flusso.righeAcquisite !== righe || flusso.importoAcquisito !== BigInt(righe) * 1250n)
      throw new Error(`flusso di ${righe} righe: ${flusso?.stato}, ${flusso?.righeAcquisite} righe`);
    const misura = {
      righe,
      microsecondiPerRiga: (esito.millisecondi * 1000) / righe,
      memoriaMegabyte: esito.memoriaMegabyte,
      richiestePerRiga: esito.richieste / righe,
      ricalcolo: await recompute(deposito, join(pacchetto.cartella, `${codaRiscontri.nome}.mjs`), serie, righe),
    };
    misure.push(misura);
    show(misura);
  }
  return misure;
};

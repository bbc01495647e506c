/** What the tests of this API find in the archive: two paid debts, one flow that reports them, a receipt with its original. */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import {
  mappaPendenza,
  mappaRendicontazione,
  mappaRicevuta,
  mappaRiscossione,
  mappaTentativo,
} from "../../../shared/adapters/archivio/mappe-posizione.ts";
import { mappaFlusso, mappaRiconciliazione } from "../../../shared/adapters/archivio/mappe-rendicontazione.ts";
import { ArchivioUnitOfWork } from "../../../shared/adapters/archivio/unit-of-work.ts";
import { createIdsInSequenza } from "../../../shared/adapters/memory/tempo.ts";
import { clockDiSistema } from "../../../shared/adapters/sistema/clock.ts";
import type { Deposito } from "../../../shared/ports/deposito.ts";
import type { Modifica, UnitOfWork } from "../../../shared/ports/unit-of-work.ts";
import { COMUNE, UNIONE } from "../../sostegno/anagrafica.ts";
import { buildRicevuta } from "../../sostegno/esempi.ts";
import { buildIuv, buildPagata, buildRiga, storeFlusso } from "../../sostegno/flussi.ts";
import type { Memoria } from "../../sostegno/memoria.ts";

export { COMUNE, UNIONE };
export const FLUSSO = "2026-11-24ABI03069-000000001";
export const IUV = buildIuv(1);
export const IUR = buildRiga(1).iur;

export interface ArchivioDiProva {
  readonly unitOfWork: UnitOfWork;
  store(...modifiche: readonly Modifica[]): Promise<void>;
  storeFlusso(...argomenti: Parameters<typeof storeFlusso> extends [unknown, ...infer R] ? R : never): ReturnType<typeof storeFlusso>;
}

export const openArchivio = (deposito: Deposito): ArchivioDiProva => {
  const mappe = {
    pendenza: mappaPendenza,
    riscossione: mappaRiscossione,
    ricevuta: mappaRicevuta,
    tentativo: mappaTentativo,
    rendicontazione: mappaRendicontazione,
    flusso: mappaFlusso,
    riconciliazione: mappaRiconciliazione,
  };
  const unitOfWork = new ArchivioUnitOfWork(deposito, mappe, clockDiSistema, createIdsInSequenza(), { conservazioneEventiGiorni: 760 });
  const store: Memoria["store"] = async (...modifiche) => {
    const esito = await unitOfWork.commit(modifiche);
    if (!esito.ok) throw new Error("entità di prova già presente");
  };
  return { unitOfWork, store, storeFlusso: (...argomenti) => storeFlusso({ unitOfWork, store }, ...argomenti) };
};

/** `<busta/>` as it is kept. */
const ORIGINALE = { gzip: gzipSync("<busta/>").toString("base64"), digest: createHash("sha256").update("<busta/>").digest("hex") };

export const seedRiconciliazione = async (deposito: Deposito): Promise<ArchivioDiProva> => {
  const archivio = openArchivio(deposito);
  await archivio.store(...buildPagata(1), ...buildPagata(2));
  const { iuv, importo } = buildRiga(1);
  await archivio.store({
    azione: "crea",
    entita: "ricevuta",
    valore: buildRicevuta({
      iuv,
      numeroAvviso: `3${iuv}`,
      idRicevuta: IUR,
      importo,
      idPendenza: "PND-1",
      rt: { receiptId: IUR },
      originale: ORIGINALE,
    }),
  });
  await archivio.storeFlusso([buildRiga(1), buildRiga(2), buildRiga(3)], {}, { 3: "007101" });
  return archivio;
};

/** One message to a consumer, as the queue hands it over. */
export const consume = async (
  consumer: (evento: SQSEvent, contesto: Context) => Promise<SQSBatchResponse>,
  messaggio: Readonly<Record<string, unknown>>,
): Promise<SQSBatchResponse> => {
  const record: SQSRecord = {
    messageId: "messaggio-di-prova",
    receiptHandle: "prova",
    body: JSON.stringify(messaggio),
    attributes: { ApproximateReceiveCount: "1", SentTimestamp: "0", SenderId: "prova", ApproximateFirstReceiveTimestamp: "0" },
    messageAttributes: {},
    md5OfBody: "",
    eventSource: "aws:sqs",
    eventSourceARN: "arn:aws:sqs:eu-south-1:000000000000:prova",
    awsRegion: "eu-south-1",
  };
  return consumer({ Records: [record] }, CONTESTO);
};

export const CONTESTO = { awsRequestId: "prova", functionName: "prova", getRemainingTimeInMillis: () => 30_000 } as Context;

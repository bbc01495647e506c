/** Delivery of the outbox: from the archive's stream to the queues, at least once, in order of the stream. Evidence of the money leaves with it. */
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import * as z from "zod";
import type { Messaggio } from "../ports/unit-of-work.ts";
import { gatherEvidenze } from "./evidenze-stream.ts";
import { logger, publishMetriche } from "./osservabilita.ts";

export interface DaAccodare {
  readonly corpo: string;
  readonly gruppo?: string;
}

export interface Spedizioniere {
  sendMany(messaggi: readonly DaAccodare[]): Promise<readonly number[]>;
}

/** SQS takes ten messages in one request. */
const PER_RICHIESTA = 10;

/** All of them: a queue left out here would not compile, instead of losing its messages in silence. */
const CODE = {
  notifiche: "notifiche",
  flussi: "flussi",
  riconciliazioni: "riconciliazioni",
  tracciati: "tracciati",
  cambi: "cambi",
  gpd: "gpd",
  rpt: "rpt",
  importazioni: "importazioni",
  esportazioni: "esportazioni",
  riscontri: "riscontri",
  tesoreria: "tesoreria",
  abbonamenti: "abbonamenti",
  comunicazioni: "comunicazioni",
} as const satisfies { readonly [C in Messaggio["coda"]]: C };

const schemaImmagine = z.object({
  coda: z.object({ S: z.enum(CODE) }),
  corpo: z.object({ S: z.string() }),
  gruppo: z.exactOptional(z.object({ S: z.string() })),
});

interface DaSpedire extends DaAccodare {
  /** Place in the batch. */
  readonly posto: number;
  readonly sequenza: string;
  readonly coda: Messaggio["coda"];
}

const toDaSpedire = (record: DynamoDBRecord, posto: number): DaSpedire[] => {
  const immagine = schemaImmagine.safeParse(record.dynamodb?.NewImage);
  if (!immagine.success) return [];
  const { coda, corpo, gruppo } = immagine.data;
  return [{ posto, sequenza: record.dynamodb?.SequenceNumber ?? "", coda: coda.S, corpo: corpo.S, ...(gruppo && { gruppo: gruppo.S }) }];
};

/** A message holds the keys of many records: it stands where the first of them was. */
const toRiscontri = (records: readonly DynamoDBRecord[]): DaSpedire[] =>
  gatherEvidenze(records).map(({ posto, messaggio }) => ({
    posto,
    sequenza: records[posto]?.dynamodb?.SequenceNumber ?? "",
    coda: "riscontri",
    corpo: JSON.stringify(messaggio),
    gruppo: messaggio.idDominio,
  }));

/** A failed send stops there: the stream gives again everything from the first message not taken. */
export const deliverOutbox =
  (code: Readonly<Record<Messaggio["coda"], Spedizioniere>>) =>
  async (evento: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const messaggi = [...evento.Records.flatMap(toDaSpedire), ...toRiscontri(evento.Records)];
    let primoFallito: DaSpedire | undefined;
    for (const [nome, coda] of Object.entries(code)) {
      const suoi = messaggi.filter((m) => m.coda === nome);
      for (let i = 0; i < suoi.length; i += PER_RICHIESTA) {
        const lotto = suoi.slice(i, i + PER_RICHIESTA);
        const falliti = await sendLotto(coda, lotto);
        const [fallito] = falliti.sort((a, b) => a.posto - b.posto);
        if (fallito && (!primoFallito || fallito.posto < primoFallito.posto)) primoFallito = fallito;
      }
    }
    publishMetriche({ messaggi: messaggi.length, ...(primoFallito && { falliti: 1 }) }, "outbox");
    return { batchItemFailures: primoFallito ? [{ itemIdentifier: primoFallito.sequenza }] : [] };
  };

const sendLotto = async (coda: Spedizioniere, lotto: readonly DaSpedire[]): Promise<DaSpedire[]> => {
  try {
    const falliti = await coda.sendMany(lotto);
    return falliti.flatMap((i) => lotto[i] ?? []);
  } catch (errore) {
    logger.error("outbox non consegnato", { errore: errore instanceof Error ? errore : String(errore) });
    return [...lotto];
  }
};

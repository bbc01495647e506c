/** What the stream of the journal tells, as entries of a segment: digests are taken of what the stream shows, before anybody may touch the table. */
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import * as z from "zod";
import type { VoceSegmento } from "../../domain/giornale/sigilli.ts";
import { digestElemento } from "../archivio/impronta-evento.ts";

/** Positions of a stream are numbers of up to forty digits. */
const CIFRE_POSIZIONE = 40;
const schemaImmagine = z.looseObject({ elenco: z.string(), scadeAlle: z.number() });
const schemaChiave = z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) });
const schemaDynamo = z.object({ principalId: z.literal("dynamodb.amazonaws.com") });

/** Lambda gives the bytes of a stream as base64 text, which the table gives as bytes: the digest must be the same. */
const reviveBinari = (valore: unknown): unknown => {
  if (Array.isArray(valore)) return valore.map(reviveBinari);
  if (typeof valore !== "object" || valore === null || valore instanceof Uint8Array) return valore;
  return Object.fromEntries(
    Object.entries(valore).map(([tipo, dentro]) => [
      tipo,
      tipo === "B" && typeof dentro === "string" ? Buffer.from(dentro, "base64") : reviveBinari(dentro),
    ]),
  );
};

const sequenzaDi = (record: DynamoDBRecord | undefined): string => (record?.dynamodb?.SequenceNumber ?? "").padStart(CIFRE_POSIZIONE, "0");

/** DynamoDB itself removes what has reached the end of its life. */
const isScadenza = ({ eventName, userIdentity }: DynamoDBRecord): boolean =>
  eventName === "REMOVE" && schemaDynamo.safeParse(userIdentity).success;

const toVoce = (record: DynamoDBRecord): VoceSegmento[] => {
  if (isScadenza(record)) return [];
  const chiave = schemaChiave.parse(record.dynamodb?.Keys);
  const comune = { pk: chiave.pk.S, sk: chiave.sk.S };
  if (record.eventName === "REMOVE") return [{ ...comune, elenco: "-", digest: "", scadeAlle: 0, alterazione: "CANCELLATO" }];
  // The two packages describe the same attribute values with types of their own.
  const immagine = schemaImmagine.parse(unmarshall(reviveBinari(record.dynamodb?.NewImage ?? {}) as Record<string, AttributeValue>));
  return [
    {
      ...{ ...comune, elenco: immagine.elenco, digest: digestElemento(immagine), scadeAlle: immagine.scadeAlle },
      ...(record.eventName === "MODIFY" && { alterazione: "MODIFICATO" }),
    },
  ];
};

/** Named by its first and last position: the same records delivered again have the same name. */
export const readLotto = ({ Records }: DynamoDBStreamEvent): { readonly id: string; readonly voci: readonly VoceSegmento[] } => ({
  id: `${sequenzaDi(Records[0])}-${sequenzaDi(Records.at(-1))}`,
  voci: Records.flatMap(toVoce),
});

/** From the stream of the archive to what it changes in the counters: of every record, what the new state counts for less what the old one did. */
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import * as z from "zod";
import { variazioniTra } from "../../domain/statistiche/contributi.ts";
import type { Cambiamento } from "../../ports/contatori.ts";
import type { Elemento } from "../../ports/deposito.ts";
import { contributoOf } from "./contributi-elemento.ts";

const schemaElemento = z.looseObject({ pk: z.string(), sk: z.string() });

// The two packages describe the same attribute values with types of their own.
const toElemento = (immagine: object | undefined): Elemento | undefined =>
  immagine && schemaElemento.parse(unmarshall(immagine as Record<string, AttributeValue>));

/** Only what is of a payment code, and the movements of the treasurer, is counted, whatever the rest is called. */
const isContato = ({ dynamodb }: DynamoDBRecord): boolean => /^(?:POS|MOV)#/.test(dynamodb?.Keys?.["pk"]?.S ?? "");

const toCambiamento = ({ eventID, dynamodb }: DynamoDBRecord): Cambiamento => {
  if (eventID === undefined) throw new Error("il record dello stream non ha un identificativo");
  const [prima, dopo] = [contributoOf(toElemento(dynamodb?.OldImage)), contributoOf(toElemento(dynamodb?.NewImage))];
  return { id: eventID, variazioni: variazioniTra(prima, dopo) };
};

export const readCambiamenti = ({ Records }: DynamoDBStreamEvent): readonly Cambiamento[] => Records.filter(isContato).map(toCambiamento);

/** A document in and out: bytes bounded also once decompressed, JSON read strictly; a large one leaves through the bucket. */
import { gunzipSync } from "node:zlib";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { Oggetto } from "../../domain/installazione/sezioni.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Oggetti } from "../../ports/oggetti.ts";
import { parseJson } from "../http/json.ts";
import { type CorpoGrezzo, file, reply } from "../http/richiesta.ts";

/** A registry of a thousand creditors with their logos. */
const DECOMPRESSO_MASSIMO_BYTE = 64 * 1_048_576;
/** What the answer of a function can carry; above it the caller is sent to the bucket. */
const INTERO_MASSIMO_BYTE = 4 * 1_000_000;
const LINK_SECONDI = 300;

/** Errors: Italian sentence. */
export const readCorpoDocumento = ({
  contentType,
  contenuto,
}: CorpoGrezzo): Esito<{ readonly contenuto: Uint8Array; readonly json: unknown }> => {
  let chiaro = contenuto;
  try {
    if (contentType.startsWith("application/gzip")) chiaro = gunzipSync(contenuto, { maxOutputLength: DECOMPRESSO_MASSIMO_BYTE });
  } catch {
    return ko(`il corpo non è un gzip leggibile, o decompresso supera ${DECOMPRESSO_MASSIMO_BYTE / 1_048_576} MB`);
  }
  let testo: string;
  try {
    testo = new TextDecoder("utf-8", { fatal: true }).decode(chiaro);
  } catch {
    return ko("il corpo non è testo UTF-8");
  }
  const json = parseJson(testo);
  return json.ok ? ok({ contenuto: chiaro, json: json.valore }) : json;
};

/** `oggetti` is asked only for a document that no answer can carry. */
export const replyDocumento = async (documento: Oggetto, nome: string, oggetti: Pick<Oggetti, "put" | "linkLettura">, ids: Ids) => {
  const testo = JSON.stringify(documento);
  if (Buffer.byteLength(testo) <= INTERO_MASSIMO_BYTE) return reply(200, file("application/json", testo, nome));
  const chiave = `esportazioni/${ids.next()}.json`;
  await oggetti.put(chiave, Buffer.from(testo), "application/json");
  return reply(303, undefined, { location: oggetti.linkLettura(chiave, nome, LINK_SECONDI) });
};

/** Outcome objects of the stages: one JSON per line, written whole before the stage is committed, so that writing it again changes nothing. */
import type { EsitoRiga } from "../../domain/tracciati/tracciato.ts";
import { chiaviTracciato } from "../../domain/tracciati/tracciato.ts";
import type { Oggetti } from "../../ports/oggetti.ts";

const codifica = new TextEncoder();
const decodifica = new TextDecoder();

export const encodeEsiti = (esiti: readonly EsitoRiga[]): Uint8Array =>
  codifica.encode(esiti.map((esito) => `${JSON.stringify(esito)}\n`).join(""));

/** They were written by us: what is read is what was encoded. */
const decodeEsiti = (byte: Uint8Array): readonly EsitoRiga[] =>
  decodifica
    .decode(byte)
    .split("\n")
    .filter((riga) => riga !== "")
    .map((riga): EsitoRiga => JSON.parse(riga));

/** Rows of a stage, in order. */
export const readEsiti = async (oggetti: Oggetti, id: string, tappa: number): Promise<readonly EsitoRiga[]> => {
  const byte = await oggetti.get(chiaviTracciato.esiti(id, tappa));
  if (!byte) throw new Error(`tracciato ${id}: mancano gli esiti della tappa ${tappa}`);
  return decodeEsiti(byte);
};

/** Rows of all the stages committed, one stage in memory at a time. */
export async function* readTuttiEsiti(oggetti: Oggetti, id: string, tappe: number): AsyncGenerator<readonly EsitoRiga[]> {
  for (let tappa = 0; tappa < tappe; tappa++) yield await readEsiti(oggetti, id, tappa);
}

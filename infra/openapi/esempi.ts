/** Examples of the public documents: the sample invocations of events/, so that an example which no longer works breaks a test before it misleads a reader. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Esempi = Readonly<Record<string, { readonly summary?: string; readonly value: unknown }>>;

const isOggetto = (valore: unknown): valore is Readonly<Record<string, unknown>> => typeof valore === "object" && valore !== null;

function bodyOf(evento: unknown): unknown {
  if (!isOggetto(evento)) return undefined;
  const { body, isBase64Encoded } = evento;
  if (typeof body !== "string") return body;
  const testo = isBase64Encoded === true ? Buffer.from(body, "base64").toString("utf8") : body;
  try {
    return JSON.parse(testo);
  } catch {
    return testo;
  }
}

/**
 * Bodies of the samples of an operation by name of the case, but those that show a refusal; samples without a body give none. Where all are refused for what is
 * in the archive (422), they are well written all the same, and better than nothing.
 */
export function readEsempi(radice: string, api: string, id: string): Esempi {
  const cartella = join(radice, "events", api, id);
  if (!existsSync(cartella)) return {};
  const casi = readdirSync(cartella)
    .filter((nome) => nome.endsWith(".json"))
    .sort();
  const esempi = (rifiuti: readonly number[]): Esempi =>
    Object.fromEntries(
      casi.flatMap((nome) => {
        const evento: { description?: string; expected?: { status?: number } } = JSON.parse(readFileSync(join(cartella, nome), "utf8"));
        const value = bodyOf(evento);
        // A body that is good for a debt that is not there shows how to ask; one that is refused for what it says would mislead.
        if (value === undefined || value === null || rifiuti.includes(evento.expected?.status ?? 200)) return [];
        return [[nome.replace(/\.json$/, ""), { ...(evento.description && { summary: evento.description }), value }]];
      }),
    );
  const accettati = esempi([400, 422]);
  return Object.keys(accettati).length > 0 ? accettati : esempi([400]);
}

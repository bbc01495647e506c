/** What a debt type carries for portals and bulk files: kept as written, but a schema that nobody could apply is refused while its author is there. */
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { readSchema } from "../../domain/schemi/schema.ts";

/** An item of the store holds 400 kB, and a creditor is loaded with all its types. */
const MASSIMO_BYTE = 300_000;

const validazioneDi = (portale: unknown): unknown =>
  typeof portale === "object" && portale !== null && "validazione" in portale ? portale.validazione : undefined;

/** Refuses a configuration too large, and a `validazione` that is no JSON Schema or could not be checked in a bounded time. */
export const checkConfigurazioneTipo = (configurazione: Readonly<Record<string, unknown>> = {}): Esito<void, Rifiuto<"SINTASSI">> => {
  const byte = new TextEncoder().encode(JSON.stringify(configurazione)).length;
  if (byte > MASSIMO_BYTE)
    return rifiuto("SINTASSI", `portali, avvisature, visualizzazione e tracciato sono ${byte} byte: al massimo ${MASSIMO_BYTE} in tutto`);
  for (const nome of ["portaleBackoffice", "portalePagamento"]) {
    const validazione = validazioneDi(configurazione[nome]);
    const schema = validazione == null ? undefined : readSchema(validazione);
    if (schema && !schema.ok) return rifiuto("SINTASSI", `${nome}.validazione: ${schema.errore}`);
  }
  return ok(undefined);
};

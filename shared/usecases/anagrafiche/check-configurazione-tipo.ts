/** What a debt type carries for portals and bulk files: kept as written, but a schema that nobody could apply is refused while its author is there. */
import { type Esito, ok } from "../../domain/esito.ts";
import { readDescrizione, TIPO_FORM } from "../../domain/form/descrizione-form.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { readSchema } from "../../domain/schemi/schema.ts";

/** An item of the store holds 400 kB, and a creditor is loaded with all its types. */
const MASSIMO_BYTE = 300_000;

const campoDi = (portale: unknown, nome: string): unknown =>
  typeof portale === "object" && portale !== null ? Object.getOwnPropertyDescriptor(portale, nome)?.value : undefined;

const findDifettoForm = (form: unknown): string | undefined => {
  if (String(campoDi(form, "tipo")).toLowerCase() !== TIPO_FORM) return undefined;
  const letta = readDescrizione(campoDi(form, "definizione"));
  return letta.ok ? undefined : letta.errore;
};

/** Refuses a configuration too large, a `validazione` that is no JSON Schema or could not be checked in a bounded time, a form of ours that cannot be read. */
export const checkConfigurazioneTipo = (configurazione: Readonly<Record<string, unknown>> = {}): Esito<void, Rifiuto<"SINTASSI">> => {
  const byte = new TextEncoder().encode(JSON.stringify(configurazione)).length;
  if (byte > MASSIMO_BYTE)
    return rifiuto("SINTASSI", `portali, avvisature, visualizzazione e tracciato sono ${byte} byte: al massimo ${MASSIMO_BYTE} in tutto`);
  for (const nome of ["portaleBackoffice", "portalePagamento"]) {
    const validazione = campoDi(configurazione[nome], "validazione");
    const schema = validazione == null ? undefined : readSchema(validazione);
    if (schema && !schema.ok) return rifiuto("SINTASSI", `${nome}.validazione: ${schema.errore}`);
    const difetto = findDifettoForm(campoDi(configurazione[nome], "form"));
    if (difetto !== undefined) return rifiuto("SINTASSI", `${nome}.form: ${difetto}`);
  }
  return ok(undefined);
};

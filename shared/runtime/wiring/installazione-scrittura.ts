/** Imports: the document is read by the contracts of every write of the registry, and written by their use cases. */
import { createHash } from "node:crypto";
import { mappaImportazione } from "../../adapters/archivio/importazioni.ts";
import { parseJson } from "../http/json.ts";
import { createTraduttore } from "../installazione/traduttore.ts";
import { ids, wireUnitOfWork } from "./base.ts";
import { scritturaDiritti } from "./diritti.ts";
import { importazioni, lettureInstallazione } from "./installazione.ts";
import { oggetti } from "./oggetti.ts";

export const porteImportazione = {
  ...lettureInstallazione,
  importazioni,
  oggetti,
  ids,
  traduttore: createTraduttore(scritturaDiritti),
  unitOfWork: wireUnitOfWork({ importazione: mappaImportazione }),
  impronta: (contenuto: Uint8Array): string => createHash("sha256").update(contenuto).digest("hex"),
  parseJson: (testo: string): unknown => {
    const letto = parseJson(testo);
    if (!letto.ok) throw new Error(letto.errore);
    return letto.valore;
  },
};

/** Uploads of treasury files. */
import { createHash } from "node:crypto";
import { mappaUnicita } from "../../adapters/archivio/mappe-rendicontazione.ts";
import { mappaCaricamento } from "../../adapters/archivio/mappe-tesoreria.ts";
import { createAddCaricamento, createAnnounceCaricamento } from "../../usecases/tesoreria/add-caricamento.ts";
import { anagrafiche, clock, ids, wireUnitOfWork } from "./base.ts";
import { oggetti } from "./oggetti.ts";
import { tesoreria } from "./tesoreria.ts";

export const porteCaricamenti = {
  ...{ tesoreria, oggetti, anagrafiche, clock, ids },
  unitOfWork: wireUnitOfWork({ caricamento: mappaCaricamento, unicita: mappaUnicita }),
  impronta: (contenuto: Uint8Array): string => createHash("sha256").update(contenuto).digest("hex"),
};

export const add = createAddCaricamento(porteCaricamenti);
export const announce = createAnnounceCaricamento(porteCaricamenti);

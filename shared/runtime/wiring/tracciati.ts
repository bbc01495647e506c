/** Uploads and changes of bulk batches, and the files that go with them. */
import { createHash } from "node:crypto";
import { mappaUnicita } from "../../adapters/archivio/mappe-rendicontazione.ts";
import { mappaTracciato } from "../../adapters/archivio/mappe-tracciato.ts";
import { createAddTracciato, createAnnounceTracciato } from "../../usecases/tracciati/add-tracciato.ts";
import { createUpdateTracciato } from "../../usecases/tracciati/update-tracciato.ts";
import { anagrafiche, ids, wireUnitOfWork } from "./base.ts";
import { porteTracciati } from "./letture-tracciati.ts";
import { oggetti } from "./oggetti.ts";

const unitOfWork = wireUnitOfWork({ tracciato: mappaTracciato, unicita: mappaUnicita });
const impronta = (contenuto: Uint8Array): string => createHash("sha256").update(contenuto).digest("hex");

export const add = createAddTracciato({ ...porteTracciati, oggetti, unitOfWork, anagrafiche, ids, impronta });
export const announce = createAnnounceTracciato({ ...porteTracciati, oggetti, unitOfWork, anagrafiche, ids });
export const update = createUpdateTracciato({ ...porteTracciati, oggetti, unitOfWork });

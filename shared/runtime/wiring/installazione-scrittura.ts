/** Imports: the document is read by the contracts of every write of the registry, and written by their use cases. */
import { createHash } from "node:crypto";
import { ArchivioAbbinamenti } from "../../adapters/archivio/abbinamenti.ts";
import { mappaImportazione } from "../../adapters/archivio/importazioni.ts";
import { createLetturaInstradamento } from "../../adapters/archivio/instradamenti.ts";
import { mappaImpostazioni } from "../../adapters/archivio/mappe-abbinamento.ts";
import { mappeInstradamento } from "../../adapters/archivio/mappe-anomalia.ts";
import { mappaApprovazione } from "../../adapters/archivio/mappe-cambio.ts";
import { mappeAnagrafiche } from "../../adapters/archivio/registro.ts";
import { certificatiTls } from "../../adapters/tls/certificati.ts";
import { parseJson } from "../http/json.ts";
import { createTraduttore } from "../installazione/traduttore.ts";
import { anagrafiche, deposito, ids, wireUnitOfWork } from "./base.ts";
import { scritturaDiritti } from "./diritti.ts";
import { importazioni, lettureInstallazione } from "./installazione.ts";
import { oggetti } from "./oggetti.ts";

export const porteImportazione = {
  ...lettureInstallazione,
  importazioni,
  oggetti,
  ids,
  traduttore: createTraduttore({
    ...scritturaDiritti,
    certificati: certificatiTls,
    ...{
      anagrafiche,
      anomalie: { getInstradamento: createLetturaInstradamento(deposito) },
      abbinamenti: new ArchivioAbbinamenti(deposito),
    },
    unitOfWork: wireUnitOfWork({
      ...{ ...mappeAnagrafiche, ...mappeInstradamento },
      ...{ approvazione: mappaApprovazione, impostazioniRiscontri: mappaImpostazioni },
    }),
  }),
  unitOfWork: wireUnitOfWork({ importazione: mappaImportazione }),
  impronta: (contenuto: Uint8Array): string => createHash("sha256").update(contenuto).digest("hex"),
  parseJson: (testo: string): unknown => {
    const letto = parseJson(testo);
    if (!letto.ok) throw new Error(letto.errore);
    return letto.valore;
  },
};

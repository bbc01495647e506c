/** The worker of bulk batches: the use cases of single debts, the bucket, and the printing, loaded only by a batch that asks for it. */
import { mappaApprovazione } from "../../adapters/archivio/mappe-cambio.ts";
import { mappaPendenza } from "../../adapters/archivio/mappe-posizione.ts";
import { mappaTappaTracciato, mappaTracciato } from "../../adapters/archivio/mappe-tracciato.ts";
import { pacchettiZip } from "../../adapters/zip/pacchetti-zip.ts";
import { printAvviso } from "../../usecases/pendenze/print-avviso.ts";
import { savePendenza } from "../../usecases/pendenze/save-pendenza.ts";
import { updatePendenza } from "../../usecases/pendenze/update-pendenza.ts";
import { elaborateTracciato } from "../../usecases/tracciati/elaborate-tracciato.ts";
import { parseJson } from "../http/json.ts";
import { describeProblema } from "../tracciati/caricamento.ts";
import { checkChiave, parsePendenza } from "../tracciati/riga.ts";
import { allegati } from "./allegati.ts";
import { wireUnitOfWork } from "./base.ts";
import { porteTracciati } from "./letture-tracciati.ts";
import { oggetti } from "./oggetti.ts";
import { porteScrittura } from "./pendenze.ts";
import { stampaAvviso } from "./stampa-avviso.ts";

const unitOfWork = wireUnitOfWork({
  pendenza: mappaPendenza,
  tracciato: mappaTracciato,
  tappaTracciato: mappaTappaTracciato,
  approvazione: mappaApprovazione,
});
const porte = { ...porteScrittura, ...porteTracciati, unitOfWork };

export const elaborate = elaborateTracciato({
  ...porte,
  oggetti,
  zip: pacchettiZip,
  save: savePendenza({ ...porte, allegati }),
  update: updatePendenza(porte),
  parsePendenza,
  checkChiave,
  parseJson,
  describe: describeProblema,
  print: printAvviso({ ...porteScrittura, stampaAvviso }),
});

/** Upload of settlement flows as XML. */
import { createHash } from "node:crypto";
import { mappaFlusso, mappaUnicita } from "../../adapters/archivio/mappe-rendicontazione.ts";
import { leggiDocumentoFlusso } from "../../adapters/nodo-storico/flussi-originali.ts";
import { addFlusso } from "../../usecases/rendicontazioni/add-flusso.ts";
import { clock, wireUnitOfWork } from "./base.ts";
import { documenti } from "./documenti.ts";
import { porteContabili } from "./letture-contabili.ts";

export const add = addFlusso({
  ...porteContabili,
  ...{ documenti, clock, leggi: leggiDocumentoFlusso },
  unitOfWork: wireUnitOfWork({ flusso: mappaFlusso, unicita: mappaUnicita }),
  impronta: (contenuto) => createHash("sha256").update(contenuto).digest("hex"),
});

/** Registration of receipts: everything that hangs from a payment code. */
import { mappaFascicolo } from "../../adapters/archivio/mappe-fascicolo.ts";
import { mappaNotifica } from "../../adapters/archivio/mappe-notifica.ts";
import {
  mappaPagamento,
  mappaPendenza,
  mappaRendicontazione,
  mappaRicevuta,
  mappaRiscossione,
  mappaTentativo,
} from "../../adapters/archivio/mappe-posizione.ts";
import { mappaRecupero } from "../../adapters/archivio/mappe-recupero.ts";
import { mappaUnicita } from "../../adapters/archivio/mappe-rendicontazione.ts";
import { ArchivioPosizioni } from "../../adapters/archivio/posizioni.ts";
import { OriginaliCompressi } from "../../adapters/originali/originali-compressi.ts";
import { registerRicevuta } from "../../usecases/pagamenti/register-ricevuta.ts";
import { consumeRicevuta } from "../soap/consume-ricevuta.ts";
import { anagrafiche, clock, deposito, ids, wireUnitOfWork } from "./base.ts";
import { bolli } from "./bolli.ts";
import { documenti } from "./documenti.ts";

const unitOfWork = wireUnitOfWork(
  {
    fascicolo: mappaFascicolo,
    notifica: mappaNotifica,
    pagamento: mappaPagamento,
    pendenza: mappaPendenza,
    recupero: mappaRecupero,
    rendicontazione: mappaRendicontazione,
    ricevuta: mappaRicevuta,
    riscossione: mappaRiscossione,
    tentativo: mappaTentativo,
    unicita: mappaUnicita,
  },
  documenti,
);

export const consume = consumeRicevuta({
  register: registerRicevuta({ posizioni: new ArchivioPosizioni(deposito), anagrafiche, unitOfWork, clock, ids, bolli }),
  originali: new OriginaliCompressi(documenti),
  documenti,
  giornale: wireUnitOfWork({}, documenti),
});

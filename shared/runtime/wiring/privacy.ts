/** Retention of personal data, and what a citizen may ask. */

import { createRegistroDiBase } from "../../adapters/archivio/lettore-registro.ts";
import { mappaCiclo, mappaRegole, mappaStoria } from "../../adapters/archivio/mappe-conservazione.ts";
import { mappaPagamento, mappaPendenza, mappaRicevuta, mappaTentativo } from "../../adapters/archivio/mappe-posizione.ts";
import { mappaMovimento } from "../../adapters/archivio/mappe-tesoreria.ts";
import { ArchivioTesoreria } from "../../adapters/archivio/tesoreria.ts";
import { clock, deposito, ids, impronte, wireUnitOfWork } from "./base.ts";
import { conservazioni } from "./conservazioni.ts";
import { posizioni } from "./posizioni.ts";

export const portePrivacy = {
  posizioni,
  tesoreria: new ArchivioTesoreria(deposito),
  conservazioni,
  registro: createRegistroDiBase(deposito),
  unitOfWork: wireUnitOfWork({
    ...{ pendenza: mappaPendenza, tentativo: mappaTentativo, ricevuta: mappaRicevuta, pagamento: mappaPagamento },
    ...{ voceStoria: mappaStoria, regoleConservazione: mappaRegole, cicloConservazione: mappaCiclo, movimento: mappaMovimento },
  }),
  ...{ clock, ids, impronte },
};

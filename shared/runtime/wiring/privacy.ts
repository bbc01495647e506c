/** Retention of personal data, and what a citizen may ask. */
import { mappaCiclo, mappaRegole, mappaStoria } from "../../adapters/archivio/mappe-conservazione.ts";
import { mappaPagamento, mappaPendenza, mappaRicevuta, mappaTentativo } from "../../adapters/archivio/mappe-posizione.ts";
import { ArchivioRegistro } from "../../adapters/archivio/registro.ts";
import { clock, deposito, ids, impronte, wireUnitOfWork } from "./base.ts";
import { conservazioni } from "./conservazioni.ts";
import { posizioni } from "./posizioni.ts";

export const portePrivacy = {
  posizioni,
  conservazioni,
  registro: new ArchivioRegistro(deposito),
  unitOfWork: wireUnitOfWork({
    ...{ pendenza: mappaPendenza, tentativo: mappaTentativo, ricevuta: mappaRicevuta, pagamento: mappaPagamento },
    ...{ voceStoria: mappaStoria, regoleConservazione: mappaRegole, cicloConservazione: mappaCiclo },
  }),
  ...{ clock, ids, impronte },
};

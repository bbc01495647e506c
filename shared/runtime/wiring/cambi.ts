/** Replacement of accounts and decisions of the second person, for who asks and who looks. */
import { ArchivioApprovazioni, ArchivioCambi } from "../../adapters/archivio/cambi.ts";
import { ArchivioFascicoli } from "../../adapters/archivio/fascicoli.ts";
import { mappeDiBase } from "../../adapters/archivio/lettore-registro.ts";
import { mappaApprovazione, mappaCambio } from "../../adapters/archivio/mappe-cambio.ts";
import { mappaFascicolo } from "../../adapters/archivio/mappe-fascicolo.ts";
import { mappaUnicita } from "../../adapters/archivio/mappe-rendicontazione.ts";
import { mappaTracciato } from "../../adapters/archivio/mappe-tracciato.ts";
import { effettoProposta } from "../../usecases/approvazioni/effetto-proposta.ts";
import { effettoCambio } from "../../usecases/cambi/effetti-cambio.ts";
import { effettoRimborso } from "../../usecases/fascicoli/effetto-rimborso.ts";
import { effettoAnnullamenti } from "../../usecases/tracciati/propose-annullamenti.ts";
import { letturaAnagrafiche } from "./anagrafiche.ts";
import { clock, deposito, ids, wireUnitOfWork } from "./base.ts";
import { porteTracciati } from "./letture-tracciati.ts";
import { posizioni } from "./posizioni.ts";

const approvazioni = new ArchivioApprovazioni(deposito);
const cambi = new ArchivioCambi(deposito);

export const lettureCambi = { ...letturaAnagrafiche, posizioni, cambi, approvazioni, clock };

export const porteCambi = {
  ...lettureCambi,
  ids,
  unitOfWork: wireUnitOfWork({ cambioIban: mappaCambio, approvazione: mappaApprovazione, unicita: mappaUnicita }),
};

const proposta = effettoProposta(letturaAnagrafiche);

export const porteDecisione = {
  ...porteCambi,
  unitOfWork: wireUnitOfWork({
    ...mappeDiBase,
    cambioIban: mappaCambio,
    approvazione: mappaApprovazione,
    unicita: mappaUnicita,
    tracciato: mappaTracciato,
    fascicolo: mappaFascicolo,
  }),
  effetti: {
    CAMBIO_IBAN: effettoCambio({ ...letturaAnagrafiche, cambi }),
    ...{ RUOLO: proposta, OPERATORE: proposta, CREDENZIALI: proposta },
    ANNULLAMENTI: effettoAnnullamenti(porteTracciati),
    RIMBORSO: effettoRimborso({ fascicoli: new ArchivioFascicoli(deposito), clock }),
  },
};

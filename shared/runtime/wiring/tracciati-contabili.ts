/** Layouts towards accounting: their runs, to ask for one and to read one. */
import { mappaEsecuzioneTracciato } from "../../adapters/archivio/mappe-tracciato-contabile.ts";
import { ArchivioRegistro } from "../../adapters/archivio/registro.ts";
import { createTracciatiContabili } from "../../adapters/archivio/tracciati-contabili.ts";
import { clock, deposito, ids, wireUnitOfWork } from "./base.ts";

export const tracciati = createTracciatiContabili(deposito);

export const porteTracciatiContabili = {
  ...{ clock, ids, tracciati },
  registro: new ArchivioRegistro(deposito),
  unitOfWork: wireUnitOfWork({ esecuzioneTracciato: mappaEsecuzioneTracciato }),
};

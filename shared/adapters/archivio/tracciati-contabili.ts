/** Runs of the layouts over the store. */
import type { Deposito } from "../../ports/deposito.ts";
import type { TracciatiContabili } from "../../ports/tracciati-contabili.ts";
import { fromElemento } from "./mappa.ts";
import { chiaveEsecuzioneTracciato, mappaEsecuzioneTracciato } from "./mappe-tracciato-contabile.ts";

export const createTracciatiContabili = (deposito: Deposito): TracciatiContabili => ({
  getEsecuzione: async (idDominio, id) => {
    const elemento = await deposito.get("archivio", chiaveEsecuzioneTracciato({ idDominio, id }));
    return elemento && fromElemento(mappaEsecuzioneTracciato, elemento);
  },
});

/** The port `ArchivioZip` on the parts of scrittore.ts: each file is a part of its own, the index comes at the end. */
import type { ArchivioZip } from "../../ports/archivio-zip.ts";
import type { VoceIndice } from "../../ports/pacchetti-zip.ts";
import { packFile, packIndice } from "./scrittore.ts";

export const archivioZip: ArchivioZip = {
  async *write(voci) {
    const indice: VoceIndice[] = [];
    let posizione = 0;
    for await (const voce of voci) {
      const parte = packFile([voce]);
      indice.push(...parte.voci.map((scritta) => ({ ...scritta, posizione })));
      posizione += parte.byte.length;
      yield parte.byte;
    }
    yield packIndice(indice, posizione);
  },
};

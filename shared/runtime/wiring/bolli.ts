/** Digital stamps: the reader is loaded at the first stamp, which few receipts have. */
import { chiavi } from "../../adapters/archivio/chiavi.ts";
import { fromElemento } from "../../adapters/archivio/mappa.ts";
import { mappaUnicita } from "../../adapters/archivio/mappe-rendicontazione.ts";
import { readEmittenti } from "../../domain/ricevute/bolli.ts";
import type { Bolli, LettoreBolli } from "../../ports/bolli.ts";
import { anagrafiche, deposito } from "./base.ts";

let caricato: Promise<LettoreBolli> | undefined;

const load = async (): Promise<LettoreBolli> => (await import("../../adapters/bollo/lettore-bollo.ts")).lettoreBolli;

export const bolli: Bolli = {
  load: () => {
    caricato ??= load();
    return caricato;
  },
  getEmittenti: async () => readEmittenti(await anagrafiche.getSezione("marcheDaBollo")),
  findUso: async (iubd) => {
    const elemento = await deposito.get("archivio", chiavi.unicita("bollo", iubd));
    return elemento && fromElemento(mappaUnicita, elemento).riferimento;
  },
};

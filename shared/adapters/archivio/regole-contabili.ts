/** Settings of the matching and routing rules of many creditors: one item each, read together. */
import type { Deposito } from "../../ports/deposito.ts";
import type { LetturaContabili } from "../../ports/installazione.ts";
import { chiavi } from "./chiavi.ts";
import { fromElemento } from "./mappa.ts";
import { chiaviAbbinamento, mappaImpostazioni } from "./mappe-abbinamento.ts";
import { mappeInstradamento } from "./mappe-anomalia.ts";

/** Keys of one request of the store. */
const INSIEME = 100;

export const createLetturaContabili = (deposito: Deposito): LetturaContabili => {
  const getMany = async (tutte: readonly { readonly pk: string; readonly sk: string }[]) => {
    const lotti = Array.from({ length: Math.ceil(tutte.length / INSIEME) }, (_, i) => tutte.slice(i * INSIEME, (i + 1) * INSIEME));
    return (await Promise.all(lotti.map((lotto) => deposito.getMany("archivio", lotto)))).flat();
  };
  return {
    load: async (domini) => {
      const [impostazioni, instradamenti] = await Promise.all([
        getMany(domini.map(chiaviAbbinamento.impostazioni)),
        getMany(domini.map((idDominio) => chiavi.instradamento({ idDominio }))),
      ]);
      return {
        impostazioni: impostazioni.map((e) => fromElemento(mappaImpostazioni, e)),
        instradamenti: instradamenti.map((e) => fromElemento(mappeInstradamento.instradamento, e)),
      };
    },
  };
};

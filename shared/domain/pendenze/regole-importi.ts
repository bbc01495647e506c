/** Rules on the numbers of a debt: distinct items that sum to the total, shares that sum to the item, to the cent (reference 3.2). */
import { type Esito, ok } from "../esito.ts";
import { type Rifiuto, rifiuto } from "../rifiuto.ts";
import { formatImporto, sumImporti } from "../valori/importo.ts";
import type { NuovaPendenza } from "./nuova-pendenza.ts";

export type RifiutoImporti = Rifiuto<"VER_001" | "VER_002" | "VER_035">;

/** VER_001 repeated ids, VER_002 total, VER_035 accounting shares. */
export const checkImporti = ({ importo, voci }: NuovaPendenza): Esito<void, RifiutoImporti> => {
  const visti = new Set<string>();
  for (const [i, { idVocePendenza }] of voci.entries()) {
    if (visti.has(idVocePendenza)) return rifiuto("VER_001", `voci.${i}.idVocePendenza: ${idVocePendenza} compare più di una volta`);
    visti.add(idVocePendenza);
  }
  const somma = sumImporti(voci.map((voce) => voce.importo));
  if (somma !== importo) {
    return rifiuto("VER_002", `importo: ${formatImporto(importo)} diverso dalla somma delle voci, ${formatImporto(somma)}`);
  }
  for (const [i, voce] of voci.entries()) {
    if (!voce.contabilita) continue;
    const quote = sumImporti(voce.contabilita.quote.map((quota) => quota.importo));
    if (quote !== voce.importo) {
      return rifiuto(
        "VER_035",
        `voci.${i}.contabilita.quote: la somma, ${formatImporto(quote)}, è diversa dall'importo ${formatImporto(voce.importo)}`,
      );
    }
  }
  return ok(undefined);
};

/** Words of the template language (docs/adr/0008): literals, names, a few operators. Anything else is an error with its position. */
import { type Esito, ko, ok } from "../../esito.ts";

export type Parola =
  | { readonly tipo: "testo"; readonly valore: string; readonly posizione: number }
  | { readonly tipo: "numero"; readonly valore: number; readonly posizione: number }
  | { readonly tipo: "nome"; readonly valore: string; readonly posizione: number }
  | { readonly tipo: "segno"; readonly valore: string; readonly posizione: number };

/** Sticky: each word starts where the last ended, so the reading is linear. */
const PAROLA = /\s*(?:'((?:[^']|'')*)'|"([^"]*)"|(\d{1,15}(?:\.\d{1,6})?)|([A-Za-z_][\w-]*(?:\.[\w-]+)*)|(!=|<=|>=|[=<>&(),]))/y;

export const ESPRESSIONE_MASSIMA = 2_000;

export const readParole = (sorgente: string): Esito<readonly Parola[]> => {
  if (sorgente.length > ESPRESSIONE_MASSIMA) return ko(`espressione di oltre ${ESPRESSIONE_MASSIMA} caratteri`);
  const parole: Parola[] = [];
  const testo = sorgente.trimEnd();
  PAROLA.lastIndex = 0;
  while (PAROLA.lastIndex < testo.length) {
    const posizione = PAROLA.lastIndex;
    const trovata = PAROLA.exec(testo);
    if (!trovata) return ko(`carattere non previsto alla posizione ${posizione + 1}: ${testo.slice(posizione, posizione + 10)}`);
    const [, semplice, doppio, numero, nome, segno] = trovata;
    if (semplice !== undefined) parole.push({ tipo: "testo", valore: semplice.replaceAll("''", "'"), posizione });
    else if (doppio !== undefined) parole.push({ tipo: "testo", valore: doppio, posizione });
    else if (numero !== undefined) parole.push({ tipo: "numero", valore: Number(numero), posizione });
    else if (nome !== undefined) parole.push({ tipo: "nome", valore: nome, posizione });
    else if (segno !== undefined) parole.push({ tipo: "segno", valore: segno, posizione });
  }
  return ok(parole);
};

/** From the text of a line to the keys by which its movement is found. */
import { readCausale } from "./causali/leggi.ts";
import type { ChiaviMovimento } from "./movimento-registrato.ts";

/** Shorter beginnings say only the day. */
const TRONCATO_MINIMO = 10;

/** Likeliest first. */
export const chiaviCausale = (causale: string): ChiaviMovimento => {
  const { flussi, iuv, iur } = readCausale(causale);
  const interi = flussi.filter(({ integrita }) => integrita === "intero");
  const troncati = flussi.filter(({ integrita }) => integrita === "troncato");
  return {
    flussi: [...new Set(interi.flatMap(({ letture }) => letture))],
    troncati: [...new Set(troncati.map(({ idFlusso }) => idFlusso))].filter((id) => id.length >= TRONCATO_MINIMO),
    iuv: [...new Set(iuv)],
    iur: [...new Set(iur)],
  };
};

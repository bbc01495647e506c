/** "Dove pagare?" (AVV 3.5): fixed texts, on the creditor's own channels nothing is said because nothing is known. */
import { altezzaBanda, banda, type Impaginato, incolonna, pezzo, primaRiga, riquadro, SECONDA_RIGA, STILI } from "./blocchi.ts";
import { iconaNegozio, iconaTelefono } from "./icone.ts";
import { bandaDestra, DESTRA } from "./testata.ts";
import type { Testi } from "./testi/testi.ts";

const RIENTRO = 26;

/** Draws the section at `y`; answers where its texts end. */
export const dovePagare = (m: Impaginato, y: number): number => {
  const { foglio, testi, seconda } = m;
  const { x, larghezza } = DESTRA;
  const stile = seconda === undefined ? STILI.nota : STILI.notaPiccola;
  banda(m, { fondo: bandaDestra(m, y), colonna: DESTRA, titolo: testi.dove, secondo: seconda?.dove, riserva: 150 });
  foglio.scrivi(
    "P",
    pezzo(testi.elencoCanali, STILI.bandaNota, riquadro(x + larghezza - 150, y + primaRiga(m) + 1.2, 150, 12)),
    ...(seconda
      ? [pezzo(seconda.elencoCanali, STILI.bandaNota, riquadro(x + larghezza - 170, y + SECONDA_RIGA, 170, 12), seconda.lingua)]
      : []),
  );
  const canale = (
    alto: number,
    titolo: "online" | "territorio",
    corpo: "onlineDove" | "territorioDove",
    icona: typeof iconaTelefono,
  ): number => {
    foglio.decora((doc) => icona(doc, x, alto + 1));
    const in_ = (t: Testi, maiuscolo: boolean, lingua?: string) =>
      [
        {
          testo: maiuscolo ? t[titolo].toUpperCase() : t[titolo],
          stile: maiuscolo ? STILI.notaForte : STILI.notaFortePiccola,
          altezza: 12,
          lingua,
          etichetta: "H3",
          stacco: 0.6,
        },
        { testo: t[corpo], stile, altezza: 46, lingua },
      ] as const;
    const colonna = { x: x + RIENTRO, larghezza: larghezza - RIENTRO };
    return (
      incolonna(foglio, colonna, alto, [...in_(testi, true), ...(seconda ? in_(seconda, false, seconda.lingua) : [])]) + (seconda ? 4 : 8)
    );
  };
  const sotto = canale(y + altezzaBanda(m) + (seconda ? 7 : 9), "online", "onlineDove", iconaTelefono);
  return canale(sotto, "territorio", "territorioDove", iconaNegozio);
};

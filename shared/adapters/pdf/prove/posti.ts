/** Where things are on a printed sheet: texts that touch each other, leave the margins or come too near a QR code. */
import { PAGINA } from "../foglio.ts";
import { type Letto, leggiInOrdine, type TestoLetto } from "./lettore-pdf.ts";

interface Scatola {
  readonly pagina: number;
  readonly sx: number;
  readonly dx: number;
  readonly giu: number;
  readonly su: number;
}

const scatola = (t: TestoLetto): Scatola & { readonly testo: string } => ({
  sx: t.x,
  dx: t.x + t.larghezza,
  giu: t.y - 0.2 * t.corpo,
  su: t.y + 0.7 * t.corpo,
  testo: t.testo,
  pagina: t.pagina,
});

const tocca = (a: Scatola, b: Scatola): boolean =>
  a.pagina === b.pagina && a.sx < b.dx - 0.5 && b.sx < a.dx - 0.5 && a.giu < b.su - 0.1 && b.giu < a.su - 0.1;

/** The wordmark of pagoPA is a drawing made of letters. */
const scatoleDi = (letto: Letto) => {
  const marchi = new Set(leggiInOrdine(letto).flatMap(({ alternativa, mcid }) => (alternativa === "pagoPA" ? [mcid] : [])));
  return letto.testi.filter((t) => t.testo.trim() !== "" && !(t.mcid !== undefined && marchi.has(t.mcid))).map(scatola);
};

export const findFuoriPosto = (letto: Letto): string[] => {
  const scatole = scatoleDi(letto);
  return scatole.flatMap((s, n) => [
    ...(s.sx < PAGINA.margine - 0.1 || s.dx > PAGINA.larghezza - PAGINA.margine + 3 || s.giu < PAGINA.margine - 6
      ? [`fuori: ${s.testo}`]
      : []),
    ...scatole
      .slice(n + 1)
      .filter((altra) => tocca(s, altra))
      .map((altra) => `${s.testo} / ${altra.testo}`),
  ]);
};

/** Texts within four modules of a QR code (ISO 18004). Rectangles are read from the top of the page, texts from the bottom. */
export const findNellaZonaQuieta = (letto: Letto): string[] => {
  const scatole = scatoleDi(letto);
  const codici = leggiInOrdine(letto).filter(({ alternativa }) => alternativa?.startsWith("Codice QR"));
  return codici.flatMap(({ mcid }) => {
    const rettangoli = letto.rettangoli.filter((r) => r.mcid === mcid);
    const quiete = 4 * (rettangoli[0]?.altezza ?? 0);
    const zona: Scatola = {
      pagina: Math.floor(mcid / 10_000),
      sx: Math.min(...rettangoli.map((r) => r.x)) - quiete,
      dx: Math.max(...rettangoli.map((r) => r.x + r.larghezza)) + quiete,
      su: PAGINA.altezza - Math.min(...rettangoli.map((r) => r.y)) + quiete,
      giu: PAGINA.altezza - Math.max(...rettangoli.map((r) => r.y + r.altezza)) - quiete,
    };
    return scatole.filter((s) => tocca(s, zona)).map(({ testo }) => testo);
  });
};

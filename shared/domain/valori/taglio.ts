/** A text shortened where its characters end. */
let segmenti: Intl.Segmenter | undefined;

/**
 * What of a text stays within `limite` UTF-16 units: a letter goes with its accents, an emoji with its parts, and what does not fit whole is left out. Only a
 * single character longer than the limit is cut, between its code points.
 */
export const taglia = (testo: string, limite: number): string => {
  if (testo.length <= limite) return testo;
  segmenti ??= new Intl.Segmenter("it", { granularity: "grapheme" });
  const inizio = segmenti.segment(testo).containing(limite)?.index ?? limite;
  return inizio > 0 ? testo.slice(0, inizio) : testo.slice(0, limite).replace(/[\uD800-\uDBFF]$/, "");
};

/** Money as the outside parties handle it. Written apart from the gateway's own rules on purpose, so that one bug cannot hide another. */

/** Cents (bigint) to decimal text with a dot and exactly two decimals, e.g. 1050n → "10.50". */
export const formatImporto = (centesimi: bigint): string => {
  const segno = centesimi < 0n ? "-" : "";
  const assoluto = centesimi < 0n ? -centesimi : centesimi;
  return `${segno}${assoluto / 100n}.${(assoluto % 100n).toString().padStart(2, "0")}`;
};

/** Decimal text with at most two decimals to cents; undefined when it is not one (`1e3`, `1,00`, `1.005` are not). */
export const parseImporto = (testo: string): bigint | undefined => {
  const parti = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(testo);
  const interi = parti?.[1];
  if (interi === undefined) return undefined;
  return BigInt(interi) * 100n + BigInt((parti?.[2] ?? "").padEnd(2, "0"));
};

/** Cents to "1.234,50 €", for people. */
export const formatEuro = (centesimi: bigint): string => {
  const [interi = "0", decimali = "00"] = formatImporto(centesimi).split(".");
  return `${interi.replace(/\B(?=(\d{3})+$)/g, ".")},${decimali} €`;
};

export const sum = (importi: Iterable<bigint>): bigint => {
  let totale = 0n;
  for (const importo of importi) totale += importo;
  return totale;
};

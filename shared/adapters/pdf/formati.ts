/** The written forms that the notice guidelines prescribe (AVV 3.5, amount, date and codice avviso). */

/** Cents as "1.020,99": dots between thousands, comma before the two decimals. */
export const importoItaliano = (centesimi: bigint): string => {
  const cifre = centesimi.toString().padStart(3, "0");
  return `${cifre.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ".")},${cifre.slice(-2)}`;
};

/** "2026-12-31" as "31/12/2026". */
export const dataItaliana = (data: string): string => data.split("-").reverse().join("/");

/** The notice number in groups of four: 22 characters with the blanks. */
export const codiceAvvisoAGruppi = (numeroAvviso: string): string => (numeroAvviso.match(/.{1,4}/g) ?? []).join(" ");

/** The written form of the codice avviso that the notice guidelines prescribe (AVV 3.5); amounts and days are those of the domain. */

/** The notice number in groups of four: 22 characters with the blanks. */
export const codiceAvvisoAGruppi = (numeroAvviso: string): string => (numeroAvviso.match(/.{1,4}/g) ?? []).join(" ");

/** A short name made of a text, the same wherever it is computed: 64 bits of FNV-1a, enough to tell a creditor's things apart, and no secret. */

const BASE = 0xcbf29ce484222325n;
const PRIMO = 0x100000001b3n;
const MASCHERA = 0xffffffffffffffffn;

export const nomeDi = (testo: string): string => {
  let impronta = BASE;
  for (const byte of new TextEncoder().encode(testo)) impronta = ((impronta ^ BigInt(byte)) * PRIMO) & MASCHERA;
  return impronta.toString(16).padStart(16, "0");
};

/**
 * The debt of a request repeated: while the one made before can still be paid it is that one; once it is paid, annulled or expired, the next. The names are
 * `base`, `base-2`, `base-3`...: all but the last are closed, so the last is found in as many reads as its number has binary digits.
 */
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";

/** More than anybody can pay; two hyphens and digits fit the room left in the name. */
const RIPETIZIONI_MASSIME = 65_536;

export const nomeDi = (base: string, n: number): string => (n === 1 ? base : `${base}-${n}`);

/** @returns the name to load, of a debt still payable or of none. */
export const findNomeLibero = async (
  base: string,
  read: (idPendenza: string) => Promise<Pendenza | undefined>,
  isAperta: (pendenza: Pendenza) => boolean,
): Promise<string> => {
  let chiusa = 0;
  let assente = 1;
  for (; assente <= RIPETIZIONI_MASSIME; assente *= 2) {
    const pendenza = await read(nomeDi(base, assente));
    if (!pendenza) break;
    if (isAperta(pendenza)) return nomeDi(base, assente);
    chiusa = assente;
  }
  while (assente - chiusa > 1) {
    const mezzo = Math.floor((chiusa + assente) / 2);
    const pendenza = await read(nomeDi(base, mezzo));
    if (pendenza && isAperta(pendenza)) return nomeDi(base, mezzo);
    if (pendenza) chiusa = mezzo;
    else assente = mezzo;
  }
  return nomeDi(base, assente);
};

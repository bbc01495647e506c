/** Entries of a creditor together with the common ones they refine: one read for one entry, one query for many. */
import type { RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { Entita } from "../../ports/unit-of-work.ts";

/** Below this many, reads by key are cheaper than the whole list. */
const POCHE = 4;

export const joinComuni = async <P, E extends "entrata" | "tipoPendenza">(
  registro: RegistroDiBase,
  entita: E,
  voci: readonly P[],
  idDi: (propria: P) => string,
  idComuneDi: (comune: Entita[E]) => string,
): Promise<{ readonly propria: P; readonly comune: Entita[E] }[]> => {
  const trovate =
    voci.length < POCHE ? await Promise.all(voci.map((voce) => registro.get(entita, idDi(voce)))) : await registro.list(entita);
  const perId = new Map(trovate.flatMap((comune) => (comune ? [[idComuneDi(comune), comune] as const] : [])));
  return voci.flatMap((propria) => {
    const comune = perId.get(idDi(propria));
    return comune ? [{ propria, comune }] : [];
  });
};

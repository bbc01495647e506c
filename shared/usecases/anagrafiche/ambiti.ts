/** Nobody gives, sees or touches more than they have: the scope of who writes against the scope of what is written. */
import type { AmbitoDomini, AmbitoTipi, Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { seesTipoPendenza } from "../../domain/anagrafiche/applicazione.ts";
import { rifiuto } from "../../domain/rifiuto.ts";

export interface Ambiti {
  readonly domini: AmbitoDomini;
  readonly tipiPendenza: AmbitoTipi;
}

const coversDomini = (chiamante: Chiamante, domini: AmbitoDomini): boolean => {
  if (chiamante.domini === "*") return true;
  if (domini === "*") return false;
  const propri = new Map(chiamante.domini.map((d) => [d.idDominio, d.unitaOperative ?? []]));
  return domini.every(({ idDominio, unitaOperative = [] }) => {
    const proprie = propri.get(idDominio);
    if (!proprie) return false;
    return proprie.length === 0 || (unitaOperative.length > 0 && unitaOperative.every((unita) => proprie.includes(unita)));
  });
};

/** True when all that the other may touch, the caller may touch too. */
export const coversAmbiti = (chiamante: Chiamante, { domini, tipiPendenza }: Ambiti): boolean =>
  coversDomini(chiamante, domini) &&
  (chiamante.tipiPendenza === "*" || (tipiPendenza !== "*" && tipiPendenza.every((tipo) => seesTipoPendenza(chiamante, tipo))));

/** Entries common to all creditors are written only by who works for all of them: a change would reach creditors outside the caller's scope. */
export const checkComune = (chiamante: Chiamante) =>
  chiamante.domini === "*" ? undefined : rifiuto("NON_AUTORIZZATO", "la voce è comune a tutti i domini e l'utenza opera solo su alcuni");

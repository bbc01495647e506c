/** Comparison of rights: what one may do against what another may, or the same utenza before and after a change. */
import type { Acl, AmbitoDomini, AmbitoTipi } from "./applicazione.ts";

export interface Ambiti {
  readonly domini: AmbitoDomini;
  readonly tipiPendenza: AmbitoTipi;
}

/** The rights of an utenza, with the names of its roles. */
interface Diritti extends Ambiti {
  readonly acl: readonly Acl[];
  readonly ruoli: readonly string[];
  readonly abilitato: boolean;
}

const coversDomini = (propri: AmbitoDomini, altri: AmbitoDomini): boolean => {
  if (propri === "*") return true;
  if (altri === "*") return false;
  return altri.every(({ idDominio, unitaOperative = [] }) => {
    const voci = propri.filter((dominio) => dominio.idDominio === idDominio);
    if (voci.some((voce) => !voce.unitaOperative?.length)) return true;
    const unita = voci.flatMap((voce) => voce.unitaOperative ?? []);
    return unitaOperative.length > 0 && unitaOperative.every((id) => unita.includes(id));
  });
};

const coversTipi = (propri: AmbitoTipi, altri: AmbitoTipi): boolean =>
  propri === "*" || (altri !== "*" && altri.every((tipo) => propri.includes(tipo)));

/** True when all that the other may touch, the first may touch too. */
export const coversAmbiti = (propri: Ambiti, altri: Ambiti): boolean =>
  coversDomini(propri.domini, altri.domini) && coversTipi(propri.tipiPendenza, altri.tipiPendenza);

const hasDiritto = (acl: readonly Acl[], servizio: string, diritto: Acl["autorizzazioni"][number]): boolean =>
  acl.some((voce) => voce.servizio === servizio && voce.autorizzazioni.includes(diritto));

/** Whether a change only takes away: it can be made at once, as whoever stops an abuse needs. */
export const isRestrizione = (prima: Diritti, dopo: Diritti): boolean =>
  (prima.abilitato || !dopo.abilitato) &&
  coversAmbiti(prima, dopo) &&
  dopo.ruoli.every((ruolo) => prima.ruoli.includes(ruolo)) &&
  dopo.acl.every(({ servizio, autorizzazioni }) => autorizzazioni.every((diritto) => hasDiritto(prima.acl, servizio, diritto)));

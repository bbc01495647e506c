/** Changes of the rights of an application, an operator or a role, one path at a time (reference 1.11 rows 46, 50, 92). What narrows never widens by mistake. */
import { type Esito, ko, ok } from "../esito.ts";
import type { Acl, AmbitoDomini, AmbitoTipi, Diritto } from "./applicazione.ts";

export interface VariazioneAcl {
  readonly op: "ADD" | "DELETE";
  readonly path: "/acl";
  readonly value: { readonly servizio: string; readonly autorizzazioni?: readonly Diritto[] };
}

interface DominioVariato {
  readonly idDominio: string;
  readonly unitaOperative?: readonly string[];
}

export type VariazioneAmbito =
  | { readonly op: "ADD" | "DELETE"; readonly path: "/domini"; readonly value: "*" | DominioVariato }
  | { readonly op: "ADD" | "DELETE"; readonly path: "/tipiPendenza"; readonly value: string };

export type VariazioneUtenza =
  | VariazioneAcl
  | VariazioneAmbito
  | { readonly path: "/password"; readonly value: string }
  /** The right to name accounts in the items of a debt: on the wire it is a debt type of the application. */
  | { readonly op: "ADD" | "DELETE"; readonly path: "/autodeterminazione" };

interface Diritti {
  readonly acl: readonly Acl[];
  readonly domini: AmbitoDomini;
  readonly tipiPendenza: AmbitoTipi;
}

const DIRITTI: readonly Diritto[] = ["R", "W"];

/** ADD joins the rights to those on the same service; DELETE takes away those named, or the whole service when none is. */
export const varyAcl = (acl: readonly Acl[], { op, value: { servizio, autorizzazioni = [] } }: VariazioneAcl): readonly Acl[] => {
  const attuali = acl.filter((voce) => voce.servizio === servizio).flatMap((voce) => voce.autorizzazioni);
  const altre = acl.filter((voce) => voce.servizio !== servizio);
  const restano = DIRITTI.filter((diritto) =>
    op === "ADD"
      ? attuali.includes(diritto) || autorizzazioni.includes(diritto)
      : attuali.includes(diritto) && autorizzazioni.length > 0 && !autorizzazioni.includes(diritto),
  );
  return restano.length === 0 ? altre : [...altre, { servizio, autorizzazioni: restano }];
};

const distinti = (valori: readonly string[]): readonly string[] => [...new Set(valori)];

const addDominio = (domini: Exclude<AmbitoDomini, "*">, { idDominio, unitaOperative = [] }: DominioVariato): AmbitoDomini => {
  const attuale = domini.find((dominio) => dominio.idDominio === idDominio);
  // Whole stays whole: a unit adds nothing to all of them.
  const intero = unitaOperative.length === 0 || (attuale !== undefined && !attuale.unitaOperative?.length);
  const unita = intero ? {} : { unitaOperative: distinti([...(attuale?.unitaOperative ?? []), ...unitaOperative]) };
  return [...domini.filter((dominio) => dominio !== attuale), { idDominio, ...unita }];
};

/** Without its last unit the creditor goes too: no units would mean all of them. */
const deleteDominio = (
  domini: Exclude<AmbitoDomini, "*">,
  { idDominio, unitaOperative = [] }: DominioVariato,
): Esito<AmbitoDomini, string> => {
  const attuale = domini.find((dominio) => dominio.idDominio === idDominio);
  if (!attuale) return ok(domini);
  const altri = domini.filter((dominio) => dominio !== attuale);
  if (unitaOperative.length === 0) return ok(altri);
  if (!attuale.unitaOperative?.length)
    return ko(
      `/domini: l'utenza opera su tutte le unità operative di ${idDominio}: si toglie il dominio e si aggiungono le unità che restano`,
    );
  const restano = attuale.unitaOperative.filter((unita) => !unitaOperative.includes(unita));
  return ok(restano.length === 0 ? altri : [...altri, { idDominio, unitaOperative: restano }]);
};

const SU_TUTTI = 'l\'utenza opera su tutti: si toglie "*" e si aggiungono quelli che restano';

const varyDomini = (domini: AmbitoDomini, op: "ADD" | "DELETE", value: "*" | DominioVariato): Esito<AmbitoDomini, string> => {
  if (value === "*") return ok(op === "ADD" ? "*" : domini === "*" ? [] : domini);
  if (domini === "*") return op === "ADD" ? ok("*") : ko(`/domini: ${SU_TUTTI}`);
  return op === "ADD" ? ok(addDominio(domini, value)) : deleteDominio(domini, value);
};

const varyTipi = (tipi: AmbitoTipi, op: "ADD" | "DELETE", value: string): Esito<AmbitoTipi, string> => {
  if (value === "*") return ok(op === "ADD" ? "*" : tipi === "*" ? [] : tipi);
  if (tipi === "*") return op === "ADD" ? ok("*") : ko(`/tipiPendenza: ${SU_TUTTI}`);
  return ok(op === "ADD" ? distinti([...tipi, value]) : tipi.filter((tipo) => tipo !== value));
};

/** The rights after a change, in Italian why it cannot be made. What is already so, or is not there, changes nothing. */
export const varyDiritti = <D extends Diritti>(diritti: D, variazione: VariazioneAcl | VariazioneAmbito): Esito<D, string> => {
  switch (variazione.path) {
    case "/acl":
      return ok({ ...diritti, acl: varyAcl(diritti.acl, variazione) });
    case "/domini": {
      const domini = varyDomini(diritti.domini, variazione.op, variazione.value);
      return domini.ok ? ok({ ...diritti, domini: domini.valore }) : domini;
    }
    case "/tipiPendenza": {
      const tipiPendenza = varyTipi(diritti.tipiPendenza, variazione.op, variazione.value);
      return tipiPendenza.ok ? ok({ ...diritti, tipiPendenza: tipiPendenza.valore }) : tipiPendenza;
    }
  }
};

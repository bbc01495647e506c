/** Which creditors a list is about: the one asked for, or all those of the caller. */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Anagrafiche, Registro } from "../../ports/anagrafiche.ts";

/** A list reads each creditor's own; beyond this it would cost more than a caller may ask for. */
const DOMINI_MASSIMI = 100;

export interface PorteAmbito {
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore">;
  readonly registro: Pick<Registro, "list">;
}

export type NomiDomini = ReadonlyMap<string, string>;

export async function findAmbito(
  { registro }: Pick<PorteAmbito, "registro">,
  chiamante: Chiamante,
  idDominio: string | undefined,
): Promise<Esito<readonly string[], Rifiuto<"PARAMETRO_NON_VALIDO">>> {
  // A creditor of others lists nothing, as one that does not exist: the rule of every list.
  if (idDominio !== undefined) return ok(seesDominio(chiamante, idDominio) ? [idDominio] : []);
  const domini =
    chiamante.domini === "*" ? (await registro.list("dominio")).map((d) => d.idDominio) : chiamante.domini.map((d) => d.idDominio);
  return domini.length <= DOMINI_MASSIMI
    ? ok(domini)
    : rifiuto(
        "PARAMETRO_NON_VALIDO",
        `idDominio: obbligatorio quando i domini visibili sono più di ${DOMINI_MASSIMI}, qui ${domini.length}`,
      );
}

/** Names of the creditors of a page, from the cache. */
export async function findNomi({ anagrafiche }: Pick<PorteAmbito, "anagrafiche">, idDomini: Iterable<string>): Promise<NomiDomini> {
  const creditori = await Promise.all([...new Set(idDomini)].map((idDominio) => anagrafiche.getCreditore(idDominio)));
  return new Map(creditori.flatMap((c) => (c ? [[c.dominio.idDominio, c.dominio.ragioneSociale] as const] : [])));
}

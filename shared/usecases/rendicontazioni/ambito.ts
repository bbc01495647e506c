/** Which creditors a list is about: the one asked for, or all those of the caller. */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Anagrafiche, RegistroDiBase } from "../../ports/anagrafiche.ts";
import type { AmbitiUnita } from "../../ports/posizioni.ts";
import { ambitiUnita } from "../pendenze/ambito-elenco.ts";

/** A list reads each creditor's own; beyond this it would cost more than a caller may ask for. */
const DOMINI_MASSIMI = 100;

export interface PorteAmbito {
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore">;
  readonly registro: Pick<RegistroDiBase, "list">;
}

export type NomiDomini = ReadonlyMap<string, string>;

/** Creditors of a list, and the limits of the caller on debt types and units: "*" reads the list of the whole installation (docs/data-model.md). */
export const ambitoDomini = (
  chiamante: Chiamante,
  idDominio: string | undefined,
): { readonly domini: "*" | readonly string[]; readonly tipiPendenza: Chiamante["tipiPendenza"]; readonly ambiti?: AmbitiUnita } => {
  const { domini, tipiPendenza } = chiamante;
  const ambiti = ambitiUnita(chiamante, idDominio);
  const limiti = { tipiPendenza, ...(ambiti && { ambiti }) };
  // A creditor of others lists nothing, as one that does not exist: the rule of every list.
  if (idDominio !== undefined) return { ...limiti, domini: seesDominio(chiamante, idDominio) ? [idDominio] : [] };
  return { ...limiti, domini: domini === "*" ? "*" : domini.map((dominio) => dominio.idDominio) };
};

/** The same for lists that have no key of the whole installation: each creditor's is read. */
export async function findAmbito(
  { registro }: Pick<PorteAmbito, "registro">,
  chiamante: Chiamante,
  idDominio: string | undefined,
): Promise<Esito<readonly string[], Rifiuto<"PARAMETRO_NON_VALIDO">>> {
  const { domini: propri } = ambitoDomini(chiamante, idDominio);
  const domini = propri === "*" ? (await registro.list("dominio")).map((d) => d.idDominio) : propri;
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

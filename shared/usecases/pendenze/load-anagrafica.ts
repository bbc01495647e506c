/** Registry data of a debt about to be written, and of debts about to be shown: cached reads, one per creditor. */
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
import { idTipoPendenzaDi, type NuovaPendenza } from "../../domain/pendenze/nuova-pendenza.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { AnagraficaPendenza } from "../../domain/pendenze/regole-anagrafiche.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";

export type Creditori = ReadonlyMap<string, Creditore>;

const loadDomini = async (anagrafiche: Anagrafiche, domini: Iterable<string>): Promise<Creditori> => {
  const trovati = await Promise.all(
    [...new Set(domini)].map(async (idDominio) => [idDominio, await anagrafiche.getCreditore(idDominio)] as const),
  );
  return new Map(trovati.flatMap(([idDominio, creditore]) => (creditore ? [[idDominio, creditore] as const] : [])));
};

export const loadAnagrafica = async (anagrafiche: Anagrafiche, nuova: NuovaPendenza): Promise<AnagraficaPendenza> => {
  const domini = [nuova.idDominio, ...nuova.voci.flatMap(({ idDominio }) => idDominio ?? [])];
  const [creditori, tipoPendenza] = await Promise.all([
    loadDomini(anagrafiche, domini),
    anagrafiche.getTipoPendenza(idTipoPendenzaDi(nuova)),
  ]);
  return { creditori, ...(tipoPendenza && { tipoPendenza }) };
};

/** Creditors and beneficiaries of some debts, for their names. */
export const loadCreditori = (anagrafiche: Anagrafiche, pendenze: readonly Pendenza[]): Promise<Creditori> =>
  loadDomini(
    anagrafiche,
    pendenze.flatMap((pendenza) => [pendenza.idDominio, ...pendenza.voci.flatMap(({ idDominio }) => idDominio ?? [])]),
  );

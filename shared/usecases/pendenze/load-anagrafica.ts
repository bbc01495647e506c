/** Registry data of a debt about to be written, and of debts about to be shown: cached reads, one per creditor. */
import type { Creditore, Entrata, TipoPendenza } from "../../domain/anagrafiche/creditore.ts";
import { dominioDi, idTipoPendenzaDi, type NuovaPendenza } from "../../domain/pendenze/nuova-pendenza.ts";
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

/** National incomes whose accounting the creditor has not made its own. */
const loadEntrate = async (anagrafiche: Anagrafiche, nuova: NuovaPendenza, creditori: Creditori): Promise<ReadonlyMap<string, Entrata>> => {
  const nomi = nuova.voci.flatMap((voce): string[] => {
    if (voce.destinazione.variante !== "entrata") return [];
    const { codEntrata } = voce.destinazione;
    const propria = creditori.get(dominioDi(nuova, voce))?.entrate.find(({ idEntrata }) => idEntrata === codEntrata);
    return propria && (propria.codiceContabilita === undefined || propria.tipoContabilita === undefined) ? [codEntrata] : [];
  });
  const trovate = await Promise.all([...new Set(nomi)].map((nome) => anagrafiche.getEntrata(nome)));
  return new Map(trovate.flatMap((entrata) => (entrata ? [[entrata.idEntrata, entrata] as const] : [])));
};

export const loadAnagrafica = async (anagrafiche: Anagrafiche, nuova: NuovaPendenza): Promise<AnagraficaPendenza> => {
  const domini = [nuova.idDominio, ...nuova.voci.flatMap(({ idDominio }) => idDominio ?? [])];
  const [creditori, tipoPendenza] = await Promise.all([
    loadDomini(anagrafiche, domini),
    anagrafiche.getTipoPendenza(idTipoPendenzaDi(nuova)),
  ]);
  return { creditori, entrate: await loadEntrate(anagrafiche, nuova, creditori), ...(tipoPendenza && { tipoPendenza }) };
};

/** Creditors and beneficiaries of some debts, for their names. */
export const loadCreditori = (anagrafiche: Anagrafiche, pendenze: readonly Pendenza[]): Promise<Creditori> =>
  loadDomini(
    anagrafiche,
    pendenze.flatMap((pendenza) => [pendenza.idDominio, ...pendenza.voci.flatMap(({ idDominio }) => idDominio ?? [])]),
  );

/** Types of some debts, for their names. */
export const loadTipi = async (
  anagrafiche: Pick<Anagrafiche, "getTipoPendenza">,
  pendenze: readonly Pendenza[],
): Promise<ReadonlyMap<string, TipoPendenza>> => {
  const nomi = [...new Set(pendenze.map(({ idTipoPendenza }) => idTipoPendenza))];
  const trovati = await Promise.all(nomi.map((nome) => anagrafiche.getTipoPendenza(nome)));
  return new Map(trovati.flatMap((tipo) => (tipo ? [[tipo.idTipoPendenza, tipo] as const] : [])));
};

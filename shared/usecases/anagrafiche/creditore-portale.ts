/** One creditor as a portal shows it to whoever pays: enabled, with its enabled units, accounts and incomes. */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import type { ContoAccredito, Creditore, Dominio, UnitaOperativa } from "../../domain/anagrafiche/creditore.ts";
import type { VistaEntrataDominio } from "../../domain/anagrafiche/viste.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Pagina } from "../../ports/pagina.ts";
import { pageElenco, type RichiestaElenco } from "./page-elenco.ts";

interface Porte {
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore">;
}

/** What is public of a creditor is public for everybody; an application sees its own creditors only. */
export const isVisibile = (chiamante: Chiamante, dominio: Dominio): boolean =>
  dominio.abilitato && dominio.intermediato && (chiamante.tipo !== "applicazione" || seesDominio(chiamante, dominio.idDominio));

/** A creditor that a portal may not show answers as one that does not exist. At most one request. */
export const getCreditorePortale =
  ({ anagrafiche }: Porte) =>
  async (idDominio: string, chiamante: Chiamante): Promise<Esito<Creditore, Rifiuto<"NON_TROVATO">>> => {
    const creditore = await anagrafiche.getCreditore(idDominio);
    if (!creditore || !isVisibile(chiamante, creditore.dominio)) return rifiuto("NON_TROVATO", `dominio ${idDominio} non trovato`);
    return ok({
      ...creditore,
      unita: creditore.unita.filter(
        ({ abilitato, idUnita }) => abilitato && (chiamante.tipo !== "applicazione" || seesDominio(chiamante, idDominio, idUnita)),
      ),
      conti: creditore.conti.filter(({ abilitato }) => abilitato),
      entrate: creditore.entrate.filter(({ abilitato }) => abilitato),
    });
  };

/** Incomes of a creditor, or one of them, with what is common to all. One request each that is not remembered. */
export const joinEntrate = async (
  anagrafiche: Pick<Anagrafiche, "getEntrata">,
  creditore: Creditore,
  idEntrata?: string,
): Promise<readonly VistaEntrataDominio[]> => {
  const entrate = creditore.entrate.filter((entrata) => idEntrata === undefined || entrata.idEntrata === idEntrata);
  const comuni = await Promise.all(entrate.map(({ idEntrata }) => anagrafiche.getEntrata(idEntrata)));
  return entrate.flatMap((propria, i) => {
    const comune = comuni[i];
    return comune ? [{ propria, comune }] : [];
  });
};

/** At most one request. */
export const findUnitaPortale = (porte: Porte) => {
  const getCreditore = getCreditorePortale(porte);
  const ordinabili = { ragioneSociale: (u: UnitaOperativa) => u.ragioneSociale, idUnita: (u: UnitaOperativa) => u.idUnita };
  return async (
    idDominio: string,
    richiesta: RichiestaElenco<"ragioneSociale" | "idUnita">,
    chiamante: Chiamante,
    abilitato = true,
  ): Promise<Esito<Pagina<UnitaOperativa>, Rifiuto<"NON_TROVATO">>> => {
    const creditore = await getCreditore(idDominio, chiamante);
    return creditore.ok
      ? ok(pageElenco(abilitato ? creditore.valore.unita : [], richiesta, ordinabili, ({ idUnita }) => idUnita))
      : creditore;
  };
};

type CampoConto = "contiAccredito" | "ibanAccredito" | "iban";
const ibanDi = ({ iban }: ContoAccredito): string => iban;

/** At most one request. */
export const findContiPortale = (porte: Porte) => {
  const getCreditore = getCreditorePortale(porte);
  const ordinabili = { contiAccredito: ibanDi, ibanAccredito: ibanDi, iban: ibanDi };
  return async (
    idDominio: string,
    richiesta: RichiestaElenco<CampoConto>,
    chiamante: Chiamante,
  ): Promise<Esito<Pagina<ContoAccredito>, Rifiuto<"NON_TROVATO">>> => {
    const creditore = await getCreditore(idDominio, chiamante);
    return creditore.ok ? ok(pageElenco(creditore.valore.conti, richiesta, ordinabili, ibanDi)) : creditore;
  };
};

/** One thing of a creditor, or all of it; what it does not have is not found. At most one request besides those of `choose`. */
export const inCreditore =
  (porte: Porte) =>
  async <V>(
    idDominio: string,
    chiamante: Chiamante,
    choose: (creditore: Creditore) => Promise<V | undefined> | V | undefined,
    cosa: string,
  ): Promise<Esito<V, Rifiuto<"NON_TROVATO">>> => {
    const creditore = await getCreditorePortale(porte)(idDominio, chiamante);
    if (!creditore.ok) return creditore;
    const voce = await choose(creditore.valore);
    return voce === undefined ? rifiuto("NON_TROVATO", `${cosa} non trovato per il dominio ${idDominio}`) : ok(voce);
  };

/** One request, and one for each income that is not remembered. */
export const findEntratePortale = (porte: { readonly anagrafiche: Pick<Anagrafiche, "getCreditore" | "getEntrata"> }) => {
  const getCreditore = getCreditorePortale(porte);
  const idDi = ({ propria }: VistaEntrataDominio): string => propria.idEntrata;
  return async (
    idDominio: string,
    richiesta: RichiestaElenco<"idEntrata">,
    chiamante: Chiamante,
  ): Promise<Esito<Pagina<VistaEntrataDominio>, Rifiuto<"NON_TROVATO">>> => {
    const creditore = await getCreditore(idDominio, chiamante);
    if (!creditore.ok) return creditore;
    return ok(pageElenco(await joinEntrate(porte.anagrafiche, creditore.valore), richiesta, { idEntrata: idDi }, idDi));
  };
};

/** The lists of the registry as a portal shows them to whoever pays: enabled creditors, and the debt types with a form for citizens. */
import { type Chiamante, seesTipoPendenza } from "../../domain/anagrafiche/applicazione.ts";
import type { Dominio, TipoPendenza } from "../../domain/anagrafiche/creditore.ts";
import type { VistaTipoPendenzaDominio } from "../../domain/anagrafiche/viste.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { formPortaleDi } from "../../domain/form/form-portale.ts";
import type { Rifiuto } from "../../domain/rifiuto.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Pagina } from "../../ports/pagina.ts";
import { containsTesto } from "./contains-testo.ts";
import { getCreditorePortale, isVisibile } from "./creditore-portale.ts";
import { pageElenco, type RichiestaElenco } from "./page-elenco.ts";

export interface PortePortale {
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore">;
  readonly registro: {
    list(entita: "dominio"): Promise<readonly Dominio[]>;
    list(entita: "tipoPendenza"): Promise<readonly TipoPendenza[]>;
  };
}

const seesTipo = (chiamante: Chiamante, idTipoPendenza: string): boolean =>
  chiamante.tipo !== "applicazione" || seesTipoPendenza(chiamante, idTipoPendenza);

/** One request. */
export const findDominiPortale =
  ({ registro }: Pick<PortePortale, "registro">) =>
  async (
    filtri: { readonly idStazione?: string | undefined; readonly abilitato?: boolean | undefined },
    richiesta: RichiestaElenco<"ragioneSociale" | "idDominio">,
    chiamante: Chiamante,
  ): Promise<Pagina<Dominio>> => {
    const trovati = (await registro.list("dominio")).filter(
      (dominio) =>
        filtri.abilitato !== false &&
        isVisibile(chiamante, dominio) &&
        (filtri.idStazione === undefined || filtri.idStazione === dominio.stazione),
    );
    const ordinabili = { ragioneSociale: (d: Dominio) => d.ragioneSociale, idDominio: (d: Dominio) => d.idDominio };
    return pageElenco(trovati, richiesta, ordinabili, ({ idDominio }) => idDominio);
  };

export interface FiltriTipiPortale {
  readonly descrizione?: string | undefined;
  readonly gruppo?: string | undefined;
}

/** Types that this creditor offers to citizens, in order of description; at most two requests, however many they are. */
export const findTipiPortale = ({ anagrafiche, registro }: PortePortale) => {
  const getCreditore = getCreditorePortale({ anagrafiche });
  return async (
    idDominio: string,
    filtri: FiltriTipiPortale,
    chiamante: Chiamante,
  ): Promise<Esito<readonly VistaTipoPendenzaDominio[], Rifiuto<"NON_TROVATO">>> => {
    const creditore = await getCreditore(idDominio, chiamante);
    if (!creditore.ok) return creditore;
    const comuni = new Map((await registro.list("tipoPendenza")).map((tipo): [string, TipoPendenza] => [tipo.idTipoPendenza, tipo]));
    const viste = creditore.valore.tipiPendenza.flatMap((propria): VistaTipoPendenzaDominio[] => {
      const comune = comuni.get(propria.idTipoPendenza);
      if (!comune?.abilitato || propria.abilitato === false || !seesTipo(chiamante, propria.idTipoPendenza)) return [];
      const { abilitato, gruppo } = formPortaleDi(propria, comune);
      const scelto = containsTesto(comune.descrizione, filtri.descrizione) && (filtri.gruppo === undefined || filtri.gruppo === gruppo);
      return abilitato && scelto ? [{ propria, comune }] : [];
    });
    return ok(viste.sort((a, b) => a.comune.descrizione.localeCompare(b.comune.descrizione, "it")));
  };
};

/** How citizens come in: the identity providers of each creditor, the addresses they may be sent back to, how long a session lasts. A section of the configuration. */

import type { Algoritmo } from "../accessi/provider.ts";
import type { DurataSessione } from "../accessi/sessione-cittadino.ts";
import type { ValoreSezione } from "./sezioni.ts";

/** Where the attributes are: the id token, the userinfo endpoint, or the second only when the first lacks them. */
export const LETTURE_USERINFO = ["MAI", "SE_MANCA", "SEMPRE"] as const;

export interface ProviderCittadini {
  readonly id: string;
  readonly nome: string;
  /** Which button the page shows. */
  readonly tipo: "SPID" | "CIE" | "OIDC";
  readonly emittente: string;
  readonly algoritmi: readonly Algoritmo[];
  readonly client: { readonly id: string; readonly segreto?: string; readonly scope: string };
  /** Creditors whose citizens come in through it; absent = all. */
  readonly idDomini?: readonly string[];
  /** Names of its claims, before those that are tried anyway. */
  readonly claim?: Readonly<Partial<Record<"codiceFiscale" | "nome" | "cognome" | "email" | "deleghe", string>>>;
  readonly livelloMinimo?: 1 | 2 | 3;
  /** `acr_values` to ask for. */
  readonly acr?: readonly string[];
  readonly userinfo: (typeof LETTURE_USERINFO)[number];
  /** Whether a logout here is told to it. */
  readonly logout: boolean;
}

/** An address that `/login/{urlID}` and `/logout/{urlID}` send back to. */
export interface IndirizzoRitorno {
  readonly id: string;
  readonly indirizzo: string;
  /** Only for this creditor; absent = for those that have none of their own. */
  readonly idDominio?: string;
}

export interface AccessoCittadini {
  readonly abilitato: boolean;
  readonly durata: DurataSessione;
  readonly provider: readonly ProviderCittadini[];
  readonly urlLogin: readonly IndirizzoRitorno[];
  readonly urlLogout: readonly IndirizzoRitorno[];
  /** Page of the portal where a payment begins: public links to a payment lead there. */
  readonly urlPagamento?: string;
}

export const DURATA_PREDEFINITA: DurataSessione = { inattivitaMinuti: 30, massimaMinuti: 480 };

/** The section as it holds; its form was checked when it was written. */
export const readAccessoCittadini = (sezione: ValoreSezione): AccessoCittadini => {
  const scritta = sezione as Partial<AccessoCittadini>;
  return {
    abilitato: scritta.abilitato ?? false,
    durata: { ...DURATA_PREDEFINITA, ...scritta.durata },
    provider: scritta.provider ?? [],
    urlLogin: scritta.urlLogin ?? [],
    urlLogout: scritta.urlLogout ?? [],
    ...(scritta.urlPagamento !== undefined && { urlPagamento: scritta.urlPagamento }),
  };
};

/** Providers through which the citizens of a creditor (of any, when it is not said) come in. */
export const providerDi = ({ abilitato, provider }: AccessoCittadini, idDominio?: string): readonly ProviderCittadini[] =>
  abilitato ? provider.filter(({ idDomini }) => idDominio === undefined || !idDomini || idDomini.includes(idDominio)) : [];

/** The configured address with that id, with the query that the browser brought; undefined when nobody configured it. */
export const indirizzoDiRitorno = (
  indirizzi: readonly IndirizzoRitorno[],
  id: string,
  { idDominio, query }: { readonly idDominio?: string | undefined; readonly query: string },
): string | undefined => {
  const suoi = indirizzi.filter((voce) => voce.id === id);
  const scelto =
    suoi.find((voce) => idDominio !== undefined && voce.idDominio === idDominio) ?? suoi.find((voce) => voce.idDominio === undefined);
  if (!scelto || query === "") return scelto?.indirizzo;
  const [prima = "", frammento] = scelto.indirizzo.split("#", 2);
  return `${prima}${prima.includes("?") ? "&" : "?"}${query}${frammento === undefined ? "" : `#${frammento}`}`;
};

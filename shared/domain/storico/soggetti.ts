/** People of the RPT and of the RT: the same fields twice, told apart by the suffix that the XSD puts after every name (PagInf_RPT_RT_6_2_0.xsd). */
import type { Soggetto } from "../pendenze/pendenza.ts";

export interface IdentificativoUnivoco<T extends string = "F" | "G"> {
  readonly tipoIdentificativoUnivoco: T;
  readonly codiceIdentificativoUnivoco: string;
}

export type SuffissoSoggetto = "Versante" | "Pagatore";
/** Optional fields, in the order of the XSD. */
export const RECAPITI_STORICI = ["indirizzo", "civico", "cap", "localita", "provincia", "nazione", "e-mail"] as const;

export type SoggettoStorico<S extends SuffissoSoggetto> = { readonly [K in `identificativoUnivoco${S}`]: IdentificativoUnivoco } & {
  readonly [K in `anagrafica${S}`]: string;
} & { readonly [K in `${(typeof RECAPITI_STORICI)[number]}${S}`]?: string };

const campoDi = (recapito: (typeof RECAPITI_STORICI)[number]): Exclude<keyof Soggetto, "tipo"> =>
  recapito === "e-mail" ? "email" : recapito;

/** A person of ours in the words of the RPT. */
export function toSoggettoStorico<const S extends SuffissoSoggetto>(suffisso: S, soggetto: Soggetto): SoggettoStorico<S> {
  const recapiti = RECAPITI_STORICI.flatMap((nome) => {
    const valore = soggetto[campoDi(nome)];
    return valore === undefined ? [] : [[`${nome}${suffisso}`, valore] as const];
  });
  const campi: Readonly<Record<string, unknown>> = Object.fromEntries<unknown>([
    [
      `identificativoUnivoco${suffisso}`,
      { tipoIdentificativoUnivoco: soggetto.tipo, codiceIdentificativoUnivoco: soggetto.identificativo } satisfies IdentificativoUnivoco,
    ],
    [`anagrafica${suffisso}`, soggetto.anagrafica],
    ...recapiti,
  ]);
  return campi as SoggettoStorico<S>;
}

const testoIn = (campi: Readonly<Record<string, unknown>>, nome: string): string | undefined => {
  const valore = campi[nome];
  return typeof valore === "string" ? valore : undefined;
};

/** A person of the RT in our words. */
export function fromSoggettoStorico<const S extends SuffissoSoggetto>(suffisso: S, soggetto: SoggettoStorico<S>): Soggetto {
  const campi: Readonly<Record<string, unknown>> = soggetto;
  const identificativo = campi[`identificativoUnivoco${suffisso}`] as IdentificativoUnivoco;
  const recapiti = RECAPITI_STORICI.flatMap((nome) => {
    const valore = testoIn(campi, `${nome}${suffisso}`);
    return valore === undefined ? [] : [[campoDi(nome), valore] as const];
  });
  return {
    tipo: identificativo.tipoIdentificativoUnivoco,
    identificativo: identificativo.codiceIdentificativoUnivoco,
    anagrafica: testoIn(campi, `anagrafica${suffisso}`) ?? "",
    ...Object.fromEntries(recapiti),
  };
}

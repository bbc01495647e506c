/** Who pays and looks at its own debts: a person recognised by an identity provider, who may act for a company that the provider says it may act for. */

/** A company that the identity provider names beside the person. */
export interface Delega {
  /** Tax code of the company, or its VAT number where it has no other: what debts are addressed to. */
  readonly codiceFiscale: string;
  readonly partitaIva?: string;
  readonly ragioneSociale: string;
}

export interface Cittadino {
  /** Upper case, without prefixes. */
  readonly codiceFiscale: string;
  readonly nome?: string;
  readonly cognome?: string;
  readonly email?: string;
  readonly deleghe: readonly Delega[];
  /** Tax code of the company chosen among `deleghe`; absent = the person acts for itself. */
  readonly perConto?: string;
  /** Who recognised it: id of the provider, or `proxy`. */
  readonly provider: string;
  /** Level of the authentication (1–3), where the provider says it. */
  readonly livello?: number;
  /** Creditor at whose portal it came in. */
  readonly dominio?: string;
}

/** Tax code for which it acts now: the company chosen, or its own. */
export const soggettoOf = ({ codiceFiscale, perConto }: Pick<Cittadino, "codiceFiscale" | "perConto">): string => perConto ?? codiceFiscale;

/** Whether a debt, payment or receipt addressed to this tax code is of whom the citizen acts for now. Nothing is of nobody. */
export const isSuo = (cittadino: Pick<Cittadino, "codiceFiscale" | "perConto">, codiceFiscale: string | undefined): boolean =>
  codiceFiscale !== undefined && codiceFiscale.trim().toUpperCase() === soggettoOf(cittadino);

export const denominazioneOf = ({ codiceFiscale, nome, cognome }: Pick<Cittadino, "codiceFiscale" | "nome" | "cognome">): string =>
  [nome, cognome].filter((parte) => parte !== undefined && parte !== "").join(" ") || codiceFiscale;

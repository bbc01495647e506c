/** The credentials of an utenza: what goes with it when it is replaced, and the second secret of a rotation. */
export const TIPI_SEGRETO = ["PASSWORD", "API_KEY"] as const;
export type TipoSegreto = (typeof TIPI_SEGRETO)[number];

/** A secret beside the main password: the other password while a system passes from one to the next, or an API key. */
export interface Segreto {
  readonly id: string;
  readonly tipo: TipoSegreto;
  /** scrypt of a password; SHA-256 of an API key, which is random and long: nothing is gained by making its check slow. */
  readonly impronta: string;
  /** UTC instant. */
  readonly creatoIl: string;
}

/** Two valid secrets of each kind: enough to replace one without a stop, few enough to know who holds them. */
export const MASSIMO_PER_TIPO = 2;
/** Identifier of the main password among the secrets. */
export const ID_PRINCIPALE = "principale";

interface Credenziali {
  readonly passwordHash?: string;
  readonly passwordDal?: string;
  readonly segreti?: readonly Segreto[];
  readonly secondoFattore?: boolean;
}

/** What a replacement of the utenza never touches: whoever rewrites the rest carries it over. */
export const credenzialiDi = (utenza: Credenziali | undefined): Credenziali => ({
  ...(utenza?.passwordHash !== undefined && { passwordHash: utenza.passwordHash }),
  ...(utenza?.passwordDal !== undefined && { passwordDal: utenza.passwordDal }),
  ...(utenza?.segreti !== undefined && { segreti: utenza.segreti }),
  ...(utenza?.secondoFattore !== undefined && { secondoFattore: utenza.secondoFattore }),
});

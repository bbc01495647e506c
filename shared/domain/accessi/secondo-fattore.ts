/** The second factor of an operator: the secret of the authenticator (RFC 6238) and the recovery codes, each good once. */
export interface SecondoFattore {
  readonly versione: number;
  readonly principal: string;
  /** Sealed: the store alone does not give it. */
  readonly segreto: string;
  readonly stato: "DA_CONFERMARE" | "ATTIVO" | "RIMOSSO";
  /** Interval of the last code accepted: the same code, or an older one, is not accepted again. */
  readonly ultimoPasso: number;
  /** Keyed digests of the recovery codes not used yet. */
  readonly recupero: readonly string[];
  /** UTC instant. */
  readonly creatoIl: string;
}

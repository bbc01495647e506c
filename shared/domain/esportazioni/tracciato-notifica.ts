/** A file made by an export connector of a creditor, that whoever was sent its address may download for a while (reference 2.16). */
export interface TracciatoNotifica {
  readonly versione: number;
  readonly id: string;
  readonly idDominio: string;
  readonly nomeFile: string;
  /** Key in the document bucket. */
  readonly chiave: string;
  readonly byte: number;
  /** SHA-256 (hex) of the secret in the address: the secret itself is kept nowhere. */
  readonly improntaSegreto: string;
  readonly creatoAlle: string;
  /** After this instant the address leads nowhere. */
  readonly scaricabileFino: string;
}

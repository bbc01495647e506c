/** What a template may know of where its form was filled. */
export interface ContestoForm {
  readonly idDominio: string;
  readonly ragioneSociale: string;
  readonly idTipoPendenza: string;
  readonly descrizioneTipo: string;
  readonly unita?: { readonly idUnita: string; readonly ragioneSociale: string };
  /** Instant. */
  readonly adesso: string;
  /** 32 characters, never the same twice: a name for the debt. */
  readonly transactionId: string;
}

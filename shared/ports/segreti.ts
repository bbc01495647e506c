/** Secrets kept outside the registry (docs/deploy.md): the registry names them, and who calls out asks for their value. */
export interface ValoreSegreto {
  /** One value, or two while a key is being replaced: the first that the other side accepts is used. */
  readonly valori: readonly string[];
  /** Day after which it no longer works, when who keeps it wrote it. */
  readonly scadenza?: string;
  /** The only host it may be sent to, when who keeps it wrote it: whoever changes an address in the registry does not get it. */
  readonly host?: string;
}

export interface Segreti {
  /**
   * The secret with this name. `fresco`: the remembered value was refused, read it again.
   * undefined = there is none with this name. Throws when the store of secrets does not answer.
   */
  get(nome: string, fresco?: boolean): Promise<ValoreSegreto | undefined>;
}

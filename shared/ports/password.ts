/** One-way hash of the passwords that are stored. Slow on purpose: once per write, never inside a retry. */
export interface Password {
  hash(password: string): Promise<string>;
}

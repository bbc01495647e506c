/** Identifiers that nobody can guess or repeat: 32 lower-case hexadecimal digits. */
export interface Ids {
  next(): string;
}

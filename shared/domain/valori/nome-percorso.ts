/** Names made of what others decided (ids of flows, of receipts), that must stand in the path of an address and never meet. */

/** What is neither letter, digit, - nor _ by its number, between tildes: reversible, so two texts give two names. */
export const toNomePercorso = (testo: string): string =>
  testo.replace(/[^A-Za-z0-9_-]/gu, (c) => `~${(c.codePointAt(0) ?? 0).toString(16)}~`);

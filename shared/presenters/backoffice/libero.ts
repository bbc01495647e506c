/** Objects kept as they are written: nulls are absences at any depth, so that writing what was read changes nothing. */
const withoutNull = (valore: unknown): unknown => {
  if (Array.isArray(valore)) return valore.map(withoutNull);
  if (typeof valore !== "object" || valore === null) return valore;
  return Object.fromEntries(
    Object.entries(valore)
      .filter(([, figlio]) => figlio !== null && figlio !== undefined)
      .map(([nome, figlio]) => [nome, withoutNull(figlio)]),
  );
};

export const toLibero = (oggetto: object): Readonly<Record<string, unknown>> => ({ ...Object(withoutNull(oggetto)) });

/** Those present of a group of objects, by name. */
export const toLiberi = <N extends string>(
  oggetti: Readonly<Partial<Record<N, object | null | undefined>>>,
): Readonly<Partial<Record<N, Readonly<Record<string, unknown>>>>> => {
  const presenti: Partial<Record<N, Readonly<Record<string, unknown>>>> = {};
  for (const nome in oggetti) {
    const oggetto = oggetti[nome];
    if (oggetto) presenti[nome] = toLibero(oggetto);
  }
  return presenti;
};

/** The `campi` parameter, the same in the lists of every API. */

/** Only those fields, when some are asked for. */
export const selectCampi = <R extends object>(elemento: R, campi: readonly string[] | undefined): Partial<R> => {
  if (!campi) return elemento;
  const scelto: Partial<R> = { ...elemento };
  for (const nome of Object.keys(elemento) as (keyof R & string)[]) if (!campi.includes(nome)) delete scelto[nome];
  return scelto;
};

/** Optional fields are absent, never undefined (exactOptionalPropertyTypes): one helper instead of a conditional spread per field. */
type Definiti<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same object without the fields that are undefined. */
export const definiti = <T extends object>(oggetto: T): Definiti<T> =>
  Object.fromEntries(Object.entries(oggetto).filter(([, valore]) => valore !== undefined)) as Definiti<T>;

/** Null and undefined are "absent" on the wire (GovPay's clients write null); in the domain an absent field is not there. */
type Assente = null | undefined;
type Presenti<T> = { [K in keyof T as Extract<T[K], Assente> extends never ? K : never]: T[K] } & {
  [K in keyof T as Extract<T[K], Assente> extends never ? never : K]?: Exclude<T[K], Assente>;
};

/** The same object without the fields that are null or undefined. */
export const presenti = <T extends object>(valore: T): Presenti<T> =>
  Object.fromEntries(Object.entries(valore).filter(([, campo]) => campo !== null && campo !== undefined)) as Presenti<T>;

/** Text filters of GovPay: part of the value, any case; absent = everything. */
export const containsTesto = (valore: string, parte: string | undefined): boolean =>
  parte === undefined || valore.toLocaleLowerCase("it").includes(parte.toLocaleLowerCase("it"));

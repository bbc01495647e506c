/**
 * Takes the place, in the bundles, of the rules by which a client of the SDK finds its address: eleven kilobytes of them, for partitions, FIPS and account
 * endpoints. A function calls the service of its own region, or the address that its environment names.
 */
interface Parametri {
  readonly Endpoint?: string;
  readonly Region?: string;
}

export const resolverDi =
  (servizio: string) =>
  ({ Endpoint, Region }: Parametri): { readonly url: URL } => {
    if (Endpoint === undefined && Region === undefined) throw new Error("AWS_REGION non è impostata");
    return { url: new URL(Endpoint ?? `https://${servizio}.${Region}.amazonaws.com`) };
  };

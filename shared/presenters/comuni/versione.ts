/** The version of what is read as an entity tag (RFC 9110): what a write may carry back as If-Match, so that it replaces what its writer has seen. */
export const presentEtag = ({ versione }: { readonly versione: number }): Readonly<Record<"etag", string>> => ({ etag: `"${versione}"` });

/** Weak tags and tags of others match nothing: the comparison is the strong one. Nothing without a condition. */
export const toCondizione = (ifMatch: string | undefined): { readonly versioniAttese?: readonly number[] | "*" } => {
  if (ifMatch === undefined) return {};
  if (ifMatch.trim() === "*") return { versioniAttese: "*" };
  const parti = ifMatch.slice(0, 1_000).split(",");
  return { versioniAttese: parti.flatMap((parte) => /^"(\d{1,9})"$/.exec(parte.trim())?.[1] ?? []).map(Number) };
};

/** What the journal keeps of an entry: everything but secrets, which never leave the registry, and images, which say nothing to who reads. */
const SEGRETI: readonly string[] = [
  "password",
  "passwordHash",
  "impronta",
  "headerValue",
  "apiKey",
  "clientSecret",
  "subscriptionKey",
  "secretKey",
];
const IMMAGINI: readonly string[] = ["logo"];

export const describeSenzaSegreti = (voce: object): string =>
  JSON.stringify(voce, (campo, valore: unknown) => {
    if (typeof valore === "bigint") return valore.toString();
    if (valore === undefined || valore === null) return valore;
    if (SEGRETI.includes(campo)) return "***";
    return IMMAGINI.includes(campo) && typeof valore === "string" ? `(${valore.length} caratteri)` : valore;
  });

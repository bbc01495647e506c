/** Name and version of the product, as callers see them (a test holds the version equal to that of the package). */
export const PRODOTTO = { nome: "Fiorino", versione: "0.1.0" } as const;

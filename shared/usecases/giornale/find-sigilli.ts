/** The daily seals: they concern every creditor, and only who sees them all may list them. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Sigillo } from "../../domain/giornale/sigilli.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";
import type { Sigilli } from "../../ports/sigilli.ts";

export const findSigilli =
  ({ sigilli }: { readonly sigilli: Pick<Sigilli, "findSigilli"> }) =>
  async (
    pagina: RichiestaPagina,
    ordine: "asc" | "desc",
    chiamante: Chiamante,
  ): Promise<Esito<Pagina<Sigillo>, Rifiuto<"NON_AUTORIZZATO">>> =>
    chiamante.domini === "*"
      ? ok(await sigilli.findSigilli(pagina, ordine))
      : rifiuto("NON_AUTORIZZATO", "i sigilli riguardano tutti i creditori: serve chi li vede tutti");

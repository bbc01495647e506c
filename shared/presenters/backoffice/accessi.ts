/** The ways to log in, as the login page shows them, and the change of one's own password. */
import type * as z from "zod";
import type { updateProfilo } from "../../contracts/backoffice/accessi.ts";
import { API_BASE } from "../../contracts/operation.ts";
import type { ProviderIdentita } from "../../domain/accessi/provider.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";

/** Identity providers first: where there is one, it is what the installation wants people to use. */
export const presentMetodi = (provider: readonly ProviderIdentita[]) => [
  ...provider
    .filter(({ client }) => client !== undefined)
    .map(({ id, nome }) => ({
      metodo: "OAUTH2" as const,
      id,
      etichetta: nome,
      url: `${API_BASE.backoffice}/login/oidc?provider=${encodeURIComponent(id)}`,
    })),
  { metodo: "FORM" as const, id: "password", etichetta: "Nome utente e password", url: `${API_BASE.backoffice}/login` },
];

/** GovPay's form (the new password alone) is enough where the request itself carried the old one. */
export const toCambioPassword = (
  [patch]: z.output<typeof updateProfilo.body>,
  { principal, autenticazione }: Chiamante,
): Esito<{ readonly principal: string; readonly attuale?: string; readonly nuova: string }, Rifiuto<"SINTASSI">> => {
  if (patch === undefined) return rifiuto("SINTASSI", "corpo: attesa una modifica");
  const { value } = patch;
  if (typeof value !== "string") return ok({ principal, attuale: value.passwordAttuale, nuova: value.passwordNuova });
  if (autenticazione === "basic") return ok({ principal, nuova: value });
  return rifiuto("SINTASSI", "value: attesi passwordAttuale e passwordNuova");
};

/** Ways of coming in as a login page shows them. */
import { API_BASE } from "../../contracts/operation.ts";
import { type AccessoCittadini, providerDi } from "../../domain/configurazione/accesso-cittadini.ts";

export const presentMetodiAccesso = <C>(accesso: AccessoCittadini, captcha: C, idDominio: string | undefined) => ({
  metodi: providerDi(accesso, idDominio).map(({ id, nome, tipo }) => {
    const query = new URLSearchParams({ provider: id, ...(idDominio !== undefined && { idDominio }) });
    return { id, nome, tipo, url: `${API_BASE.utente}/login?${query.toString()}` };
  }),
  captcha,
});

/** What waits for a second person, or was decided: only of the creditors that the caller may see. */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import type { Approvazione } from "../../domain/approvazioni/approvazione.ts";
import type { StatoApprovazione } from "../../domain/approvazioni/stati-approvazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import type { Approvazioni } from "../../ports/cambi.ts";
import type { Pagina, RichiestaPagina } from "../../ports/pagina.ts";

interface Porte {
  readonly approvazioni: Approvazioni;
}

export const findApprovazioni =
  ({ approvazioni }: Porte) =>
  (
    filtri: { readonly idDominio?: string; readonly stato?: StatoApprovazione },
    pagina: RichiestaPagina,
    { domini }: Chiamante,
  ): Promise<Pagina<Approvazione>> =>
    approvazioni.find({ ...filtri, domini: domini === "*" ? "*" : domini.map(({ idDominio }) => idDominio) }, pagina);

export const getApprovazione =
  ({ approvazioni }: Porte) =>
  async (id: string, chiamante: Chiamante): Promise<Esito<Approvazione, Rifiuto<"NON_TROVATO">>> => {
    const approvazione = await approvazioni.get(id);
    return approvazione && seesDominio(chiamante, approvazione.idDominio) ? ok(approvazione) : rifiuto("NON_TROVATO", `approvazione ${id}`);
  };

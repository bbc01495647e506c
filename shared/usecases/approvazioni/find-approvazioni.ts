/** What waits for a second person, or was decided: only of the creditors that the caller may see, on services that it may read. */
import { type Chiamante, hasServizio, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
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
    { domini, acl }: Chiamante,
  ): Promise<Pagina<Approvazione>> =>
    approvazioni.find(
      {
        ...filtri,
        domini: domini === "*" ? "*" : domini.map(({ idDominio }) => idDominio),
        servizi: acl.filter(({ autorizzazioni }) => autorizzazioni.includes("R")).map(({ servizio }) => servizio),
      },
      pagina,
    );

/** One of the whole installation is for who works for all the creditors. */
export const seesApprovazione = (chiamante: Chiamante, { idDominio }: Approvazione): boolean =>
  idDominio === undefined ? chiamante.domini === "*" : seesDominio(chiamante, idDominio);

export const getApprovazione =
  ({ approvazioni }: Porte) =>
  async (id: string, chiamante: Chiamante): Promise<Esito<Approvazione, Rifiuto<"NON_TROVATO">>> => {
    const approvazione = await approvazioni.get(id);
    const visibile = approvazione && seesApprovazione(chiamante, approvazione) && hasServizio(chiamante, [approvazione.servizio], "R");
    return visibile ? ok(approvazione) : rifiuto("NON_TROVATO", `approvazione ${id}`);
  };

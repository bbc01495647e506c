/** GET /domini/{idDominio}/logo: the image alone, for who shows it. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Logo, readLogo } from "../../domain/anagrafiche/logo.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { getVoce, type PorteLettura } from "./anagrafica.ts";
import { domini } from "./domini.ts";

/** One request. What was stored before logos were checked, and is no image, is as if it were not there. */
export const getLogo =
  (porte: PorteLettura) =>
  async (idDominio: string, chiamante: Chiamante): Promise<Esito<Logo & { readonly versione: number }, Rifiuto<"NON_TROVATO">>> => {
    const esito = await getVoce(domini)(porte)({ id: idDominio }, chiamante);
    if (!esito.ok) return esito;
    const { logo, versione } = esito.valore;
    const letto = logo === undefined ? undefined : readLogo(logo);
    return letto?.ok ? ok({ ...letto.valore, versione }) : rifiuto("NON_TROVATO", `il dominio ${idDominio} non ha un logo`);
  };

/** GET of the service catalogue: the mappings of the creditors that the caller may see. Read rarely, for one upload to pagoPA: one query per creditor. */
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { buildCatalogo, type VoceCatalogo } from "../../domain/servizi/catalogo.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import type { Clock } from "../../ports/clock.ts";
import type { PorteLettura } from "./anagrafica.ts";

export const getCatalogoServizi =
  ({ registro, clock }: PorteLettura & { readonly clock: Clock }) =>
  async (
    { idDominio }: { readonly idDominio?: string | undefined },
    chiamante: Chiamante,
  ): Promise<Esito<readonly VoceCatalogo[], Rifiuto<"NON_TROVATO">>> => {
    const domini = (await registro.list("dominio")).filter(
      (dominio) => seesDominio(chiamante, dominio.idDominio) && (idDominio === undefined || dominio.idDominio === idDominio),
    );
    const eroganti = await Promise.all(
      domini.map(async (dominio) => ({ dominio, tipiPendenza: await registro.list("tipoPendenzaDominio", dominio.idDominio) })),
    );
    const catalogo = buildCatalogo(eroganti, giornoDi(clock.now()));
    return catalogo.length > 0 ? ok(catalogo) : rifiuto("NON_TROVATO", "nessun servizio di pagamento spontaneo abilitato");
  };

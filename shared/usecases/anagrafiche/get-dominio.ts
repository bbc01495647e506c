/** GET /domini/{idDominio}: the creditor with all that hangs from it, as far as the caller may see. */

import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { VistaDominio } from "../../domain/anagrafiche/viste.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Rifiuto } from "../../domain/rifiuto.ts";
import { getVoce, type PorteLettura } from "./anagrafica.ts";
import { domini } from "./domini.ts";
import { entrateDominio } from "./entrate-dominio.ts";
import { tipiPendenzaDominio } from "./tipi-pendenza-dominio.ts";
import { unitaOperative } from "./unita-operative.ts";

export const getDominio =
  (porte: PorteLettura) =>
  async (idDominio: string, chiamante: Chiamante): Promise<Esito<VistaDominio, Rifiuto<"NON_TROVATO">>> => {
    const esito = await getVoce(domini)(porte)({ id: idDominio }, chiamante);
    if (!esito.ok) return esito;
    const { registro } = porte;
    const [unita, conti, entrate, tipi] = await Promise.all([
      registro.list("unitaOperativa", idDominio),
      registro.list("conto", idDominio),
      registro.list("entrataDominio", idDominio),
      registro.list("tipoPendenzaDominio", idDominio),
    ]);
    return ok({
      dominio: esito.valore,
      unita: unita.filter((voce) => unitaOperative.sees(chiamante, voce)),
      conti,
      entrate: await entrateDominio.view(registro, entrate),
      tipiPendenza: await tipiPendenzaDominio.view(registro, tipi),
    });
  };

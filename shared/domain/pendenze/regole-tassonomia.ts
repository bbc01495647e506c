/** The taxonomy codes that the transfers of a debt will carry, checked while whoever chose them can still change them: remarks, or a refusal if the creditor wants. */

import { type Esito, ok } from "../esito.ts";
import { categoriaDiDestinazione } from "../pagamenti/trasferimenti.ts";
import { type Rifiuto, rifiuto } from "../rifiuto.ts";
import { dominioDi, type NuovaPendenza } from "./nuova-pendenza.ts";
import type { AnagraficaPendenza } from "./regole-anagrafiche.ts";
import type { Rilievo } from "./rilievi.ts";
import { checkTassonomia } from "./tassonomia.ts";

/** @param oggi day in Rome. */
export const checkTassonomie = (
  nuova: NuovaPendenza,
  anagrafica: AnagraficaPendenza,
  oggi: string,
): Esito<readonly Rilievo[], Rifiuto<"NON_PROCESSABILE">> => {
  const rilievi = nuova.voci.flatMap((voce, i): Rilievo[] => {
    const creditore = anagrafica.creditori.get(dominioDi(nuova, voce));
    const categoria = creditore && categoriaDiDestinazione(voce.destinazione, creditore, anagrafica);
    const rilievo = categoria === undefined ? undefined : checkTassonomia(`voci.${i}`, categoria, oggi);
    return rilievo ? [rilievo] : [];
  });
  const [primo] = rilievi;
  const regola = anagrafica.creditori.get(nuova.idDominio)?.dominio.regoleCaricamento?.tassonomia;
  return primo && regola === "RIFIUTA" ? rifiuto("NON_PROCESSABILE", primo.dettaglio) : ok(rilievi);
};
